import { expect } from 'chai';
import { fastClock, systemClock } from '../../server/clock.ts';
import { waitFor } from '../support/wait-for.ts';

describe('a clock', () => {
  it("is the machine's", () => {
    expect(systemClock.now()).to.be.closeTo(Date.now(), 50);
    expect(systemClock.speed).to.equal(1);
  });

  it('may start anywhere and run faster, never backwards, in whole milliseconds', async () => {
    const clock = fastClock(1_000_000, 1000);
    expect(clock.speed).to.equal(1000);
    let last = clock.now();
    expect(last).to.be.at.least(1_000_000);
    const real = performance.now();
    await waitFor('twenty seconds of the clock', () => {
      const now = clock.now();
      expect(now).to.be.at.least(last);
      expect(Number.isInteger(now)).to.equal(true);
      last = now;
      return now > 1_020_000;
    });
    expect(performance.now() - real).to.be.at.least(15);
  });
});
