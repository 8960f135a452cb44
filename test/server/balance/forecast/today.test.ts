import { expect } from 'chai';
import type { DayForecast, QueueForecast } from '../../../../server/balance/forecast/arrivals.ts';
import { correctedToday } from '../../../../server/balance/forecast/today.ts';

const queue = (name: string, levelVariation: number, slotVariation = 0, each = 10): QueueForecast => ({
  queue: name,
  perSlot: [each, each, each, each],
  levelVariation,
  slotVariation,
});
const day = (sharedVariation: number, ...queues: QueueForecast[]): DayForecast => ({
  day: '2026-03-02',
  sharedVariation,
  queues,
});
const NONE = 0;

describe('the day’s forecast corrected by who has come', () => {
  it('before opening nothing changes', () => {
    const morning = day(0.01, queue('a', 0.02), queue('b', 0.05));
    for (const [index, after] of correctedToday(morning, {}, 0).queues.entries()) {
      expect(after.perSlot).to.deep.equal(morning.queues[index]?.perSlot);
      expect(after.levelVariation).to.be.closeTo(morning.queues[index]?.levelVariation ?? 0, 1e-6);
    }
  });

  it('a queue alone has the gamma posterior of its day’s factor', () => {
    // Gamma of shape 4 and rate 4; 30 came where 20 were expected: shape 34, rate 24.
    const [after] = correctedToday(day(NONE, queue('a', 0.25)), { a: [15, 15, 0, 0] }, 2).queues;
    expect(after?.perSlot[2]).to.be.closeTo((10 * 34) / 24, 0.01);
    expect(after?.levelVariation).to.be.closeTo(1 / 34, 1e-4);
  });

  it('slots that are over stay as they were forecast', () => {
    const [after] = correctedToday(day(NONE, queue('a', 0.25)), { a: [15, 15, 0, 0] }, 2.5).queues;
    expect(after?.perSlot.slice(0, 2)).to.deep.equal([10, 10]);
  });

  // A gamma of shape 4 and rate 4, ten expected of each slot.
  for (const [what, elapsed, came, factor] of [
    ['a crowd at the door, no more than of all of it: nothing', 0.05, [10, 0, 0, 0], 1],
    ['more than of all of it: by how much', 0.05, [30, 0, 0, 0], (4 + 30) / (4 + 10)],
    ['as many as of its part: nothing', 1.5, [10, 5, 0, 0], 1],
    ['less than of its part: by how much', 1.5, [10, 0, 0, 0], (4 + 10) / (4 + 15)],
  ] as const)
    it(`the running slot says of ${what}`, () => {
      const [after] = correctedToday(day(NONE, queue('a', 0.25)), { a: came }, elapsed).queues;
      expect(after?.perSlot[3]).to.be.closeTo(10 * factor, 0.01);
    });

  it('where slots vary on their own, the same counts say less about the day', () => {
    const factor = (slotVariation: number): number =>
      correctedToday(day(NONE, queue('a', 0.25, slotVariation)), { a: [15, 15, 0, 0] }, 2).queues[0]
        ?.perSlot[3] ?? 0;
    expect(factor(0.2)).to.be.within(10.5, factor(0) - 0.5);
  });

  it('a small queue is corrected by what the others show of a factor that all share', () => {
    const shared = [queue('small', 0.05, 0, 0.2), queue('b', 0.05, 0, 100), queue('c', 0.05, 0, 100)];
    const came = { small: [0, 0, 0, 0], b: [70, 70, 0, 0], c: [70, 70, 0, 0] };
    const [small] = correctedToday(day(0.045, ...shared), came, 2).queues;
    expect(small?.perSlot[3]).to.be.within(0.2 * 0.68, 0.2 * 0.76);
    const [alone] = correctedToday(day(0, ...shared), came, 2).queues;
    expect(alone?.perSlot[3]).to.be.above(0.2 * 0.97);
  });

  it('one queue’s sevenfold day does not become the hall’s', () => {
    const others = ['b', 'c', 'd', 'e'].map((name) => queue(name, 0.02, 0, 50));
    const came = Object.fromEntries(others.map((each) => [each.queue, [50, 50, 0, 0]]));
    const morning = day(0.01, queue('education', 0.02), ...others);
    const { queues } = correctedToday(morning, { ...came, education: [70, 70, 0, 0] }, 2);
    expect(queues[1]?.perSlot[3]).to.be.within(50, 55);
    expect(queues[0]?.perSlot[3]).to.be.above(20);
  });
});
