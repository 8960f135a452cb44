import { expect } from 'chai';
import { Chance } from '../../../../server/balance/chance.ts';
import type { ServiceSample } from '../../../../server/balance/forecast/history.ts';
import { learnServices } from '../../../../server/balance/forecast/service-times.ts';
import { serviceMs } from '../../../../server/balance/lognormal.ts';

const MINUTE_MS = 60_000;

/** Services of a queue whose truth is known: mean 6 minutes, squared coefficient of variation 0.6. */
function services(
  count: number,
  { factor = 1, primary = true, window = 'w1', seed = 7 } = {},
): ServiceSample[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => {
    const ms = serviceMs({ meanMinutes: 6 * factor, squaredVariation: 0.6 }, chance.open());
    return { queue: 'a', window, primary, minutes: ms / MINUTE_MS, complete: true };
  });
}

function learned(samples: ServiceSample[]): { meanMinutes: number; squaredVariation: number } {
  const found = learnServices(samples, { a: 12 }).queues.a;
  if (found === undefined) throw new Error('the queue is not there');
  return found;
}

describe('service times from the log', () => {
  it('a queue that nobody was served in takes what the catalogue says', () => {
    expect(learned([]).meanMinutes).to.be.closeTo(12, 1e-9);
  });

  it('a few services move the assumption, many replace it', () => {
    const [few, some, many] = [6, 60, 4000].map((count) => learned(services(count)).meanMinutes);
    expect(few).to.be.within(8, 12);
    expect(some).to.be.within(6, 8.5);
    expect(many).to.be.closeTo(6, 0.25);
    expect(learned(services(4000)).squaredVariation).to.be.closeTo(0.6, 0.1);
  });

  it('tickets forgotten open until they are cut off, and ones finished at once, hardly move it', () => {
    const clean = services(2000);
    const spoilt = clean.map((each, index): ServiceSample => {
      if (index % 25 === 0) return { ...each, minutes: 60, complete: false };
      return index % 50 === 1 ? { ...each, minutes: 0.05 } : each;
    });
    expect(learned(spoilt).meanMinutes).to.be.closeTo(learned(clean).meanMinutes, 0.6);
    const plainMean = spoilt.reduce((sum, { minutes }) => sum + minutes, 0) / spoilt.length;
    expect(plainMean).to.be.above(7.8);
  });

  it('services still under way count as longer than they are so far', () => {
    const cut = services(4000).map((each, index) =>
      index % 3 === 0 ? { ...each, minutes: each.minutes / 2, complete: false } : each,
    );
    const asIfDone = cut.map((each) => ({ ...each, complete: true }));
    expect(learned(asIfDone).meanMinutes).to.be.below(5.3);
    expect(learned(cut).meanMinutes).to.be.above(6);
  });

  it('what takes longer at windows whose primary queue it is not is learned apart', () => {
    const all = [
      ...services(2000),
      ...services(2000, { factor: 1.3, primary: false, window: 'w2', seed: 8 }),
    ];
    const { queues, secondaryFactor, windows } = learnServices(all, { a: 12 });
    expect(queues.a?.meanMinutes).to.be.closeTo(6, 0.3);
    expect(secondaryFactor).to.be.closeTo(1.3, 0.07);
    expect(windows.w2?.factor).to.be.closeTo(1.3, 0.07);
    expect(windows.w1?.factor).to.be.closeTo(1, 0.05);
  });

  it('clerks are compared in groups where groups are given', () => {
    const all = [...services(500), ...services(500, { window: 'w2', factor: 2, seed: 9 })];
    const { windows } = learnServices(all, { a: 6 }, () => 'all');
    expect(Object.keys(windows)).to.deep.equal(['all']);
    expect(windows.all?.services).to.equal(1000);
  });
});
