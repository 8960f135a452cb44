import { expect } from 'chai';
import { limitedMean, offeredLoad } from '../../../../server/balance/season/offered-load.ts';

const SERVICE = { meanMinutes: 6, squaredVariation: 0.6 };
/** λ(t) = 1 + 0.6 sin(2πt / 240) a minute, service 30 minutes: its periodic offered load in closed form. */
const RATE = (2 * Math.PI) / 240;
const exactLoad = (t: number): number => {
  const turned = 30 * RATE;
  return 30 * (1 + (0.6 * (Math.sin(RATE * t) - turned * Math.cos(RATE * t))) / (1 + turned ** 2));
};
const exponential = (minutes: number): number => (minutes <= 0 ? 0 : 30 * (1 - Math.exp(-minutes / 30)));

describe('modified offered load', () => {
  it('the limited mean of a lognormal grows to the mean', () => {
    const limited = limitedMean(SERVICE);
    expect([limited(-1), limited(0)]).to.deep.equal([0, 0]);
    expect(limited(0.001)).to.be.closeTo(0.001, 1e-6);
    expect(limited(1000)).to.be.closeTo(6, 1e-3);
    // ∫ P(S > x) dx up to 6, by Simpson's rule of 600 steps: 4.5144.
    expect(limited(6)).to.be.closeTo(numericLimited(6), 1e-4);
  });

  it('of a service that never varies it is the time itself, and no more', () => {
    const limited = limitedMean({ meanMinutes: 4, squaredVariation: 0 });
    expect([limited(-2), limited(3), limited(5)]).to.deep.equal([0, 3, 4]);
  });

  it('of a steady rate it comes to λ E[S], whatever the distribution', () => {
    const steady = new Array<number>(40).fill(30);
    expect(offeredLoad(steady, 15, limitedMean(SERVICE), 600)).to.be.closeTo(12, 1e-3);
    expect(offeredLoad(steady, 15, exponential, 600)).to.be.closeTo(60, 1e-3);
    expect(offeredLoad(steady, 15, exponential, 30)).to.be.closeTo(60 * (1 - Math.exp(-1)), 1e-9);
  });

  it('follows a sine as the closed form has it: later, and less high', () => {
    const perMinute = Array.from({ length: 1200 }, (_, t) => 1 + 0.6 * Math.sin(RATE * (t + 0.5)));
    for (const t of [960, 1000, 1060, 1100, 1199])
      expect(offeredLoad(perMinute, 1, exponential, t)).to.be.closeTo(exactLoad(t), 0.01);
  });

  it('stays on when nobody comes any more, and fades', () => {
    const load = (at: number): number => offeredLoad([30], 15, limitedMean(SERVICE), at);
    expect(load(0)).to.equal(0);
    expect(load(15)).to.be.above(load(20));
    expect(load(20)).to.be.above(1);
    expect(load(200)).to.be.below(0.001);
  });
});

/** By the survival function of a sample of quantiles: nothing in common with the formula but the parameters. */
function numericLimited(bound: number): number {
  const sigma = Math.sqrt(Math.log1p(SERVICE.squaredVariation));
  const mu = Math.log(SERVICE.meanMinutes) - sigma ** 2 / 2;
  // E[min(S, b)] = ∫ min(e^(mu + sigma z), b) φ(z) dz.
  let sum = 0;
  const step = 0.0005;
  for (let z = -9; z < 9; z += step)
    sum +=
      (Math.min(Math.exp(mu + sigma * z), bound) * Math.exp(-(z ** 2) / 2) * step) / Math.sqrt(2 * Math.PI);
  return sum;
}
