import { expect } from 'chai';
import type { Model, QueueDemand } from '../../../../server/balance/model.ts';
import { NO_HABITS } from '../../../../server/balance/model.ts';
import type { Day } from '../../../../server/balance/simulate/day.ts';
import { drawDay } from '../../../../server/balance/simulate/draw.ts';
import { Layout } from '../../../../server/balance/simulate/layout.ts';
import { emptyStart, type Start } from '../../../../server/balance/simulate/start.ts';
import { MINUTE, smallSetup } from '../../../support/small-hall.ts';

const HOUR = 60 * MINUTE;
const DAYS = 400;
const setup = smallSetup();

function demand(queue: string, perSlot: number[], more: Partial<QueueDemand> = {}): QueueDemand {
  const service = { meanMinutes: 5, squaredVariation: 0.6 };
  return { queue, perSlot, levelVariation: 0, service, categoryShares: {}, bookings: [], ...more };
}

function modelOf(queues: QueueDemand[], habits: Partial<Model['habits']> = {}): Model {
  return { setup, demand: { from: 0, queues }, plans: [], habits: { ...NO_HABITS, ...habits } };
}

function days(model: Model, start: Start = emptyStart(setup.windows.length, 0)): Day[] {
  const source = { model, layout: new Layout(setup), start };
  return Array.from({ length: DAYS }, (_, seed) => drawDay(source, seed));
}

describe('a drawn day', function () {
  this.timeout(20_000);

  it('has as many arrivals in each slot as are expected, to four standard errors', () => {
    const drawn = days(modelOf([demand('social', [0, 4, 10]), demand('tax', [2, 0, 6])])).flatMap(
      ({ tickets }) => tickets,
    );
    for (const [queue, expected] of [
      [0, [0, 4, 10]],
      [1, [2, 0, 6]],
    ] as const) {
      for (const [slot, rate] of expected.entries()) {
        const count = drawn.filter(
          (each) => each.queue === queue && Math.floor(each.at / (15 * MINUTE)) === slot,
        ).length;
        expect(count / DAYS, `queue ${queue}, slot ${slot}`).to.be.closeTo(rate, 4 * Math.sqrt(rate / DAYS));
      }
    }
  });

  it('is the same for the same seed, and one queue’s luck is not another’s', () => {
    const one = days(modelOf([demand('social', [5, 5])]));
    const two = days(modelOf([demand('social', [5, 5]), demand('tax', [9])]));
    const social = ({ tickets }: Day): object[] =>
      tickets.filter(({ queue }) => queue === 0).map(({ at, serviceMs }) => ({ at, serviceMs }));
    expect(two.map(social)).to.deep.equal(one.map(social));
    expect(one[0]).to.not.deep.equal(one[1]);
  });

  it('begins in the middle of a slot with what is left of it', () => {
    const start = emptyStart(setup.windows.length, 10 * MINUTE);
    const drawn = days(modelOf([demand('social', [12])]), start).flatMap(({ tickets }) => tickets);
    expect(drawn.length / DAYS).to.be.closeTo(4, 4 * Math.sqrt(4 / DAYS));
    expect(Math.min(...drawn.map(({ at }) => at))).to.be.at.least(10 * MINUTE);
  });

  it('turns out busier or quieter by the level’s variation', () => {
    const level = days(modelOf([demand('social', [100], { levelVariation: 0.04 })])).map(
      ({ tickets }) => tickets.length,
    );
    const mean = level.reduce((sum, each) => sum + each, 0) / DAYS;
    const variance = level.reduce((sum, each) => sum + (each - mean) ** 2, 0) / DAYS;
    expect(mean).to.be.closeTo(100, (4 * Math.sqrt(500)) / Math.sqrt(DAYS));
    expect(variance).to.be.within(350, 650);
  });

  it('brings categories, bookings, no-shows and impatience in their shares', () => {
    const drawn = days(
      modelOf(
        [demand('social', [20], { categoryShares: { elderly: 0.25 }, bookings: Array(10).fill(HOUR) })],
        {
          ...{ noShowShare: 0.2, missedShare: 0.1, missedMinutes: 1, patienceMinutes: 30 },
        },
      ),
    ).flatMap(({ tickets }) => tickets);
    const walkIns = drawn.filter(({ at }) => at < 15 * MINUTE);
    const booked = drawn.filter(({ notBefore }) => notBefore > 0);
    const share = (count: number, of: number): number => count / of;
    expect(share(walkIns.filter((each) => each.shorteningMs > 0).length, walkIns.length)).to.be.closeTo(
      0.25,
      0.02,
    );
    expect(booked.length / DAYS).to.be.closeTo(8, 0.3);
    expect(Math.min(...booked.map(({ at }) => at))).to.be.within(45 * MINUTE, 46 * MINUTE);
    expect(Math.max(...booked.map(({ at }) => at))).to.be.within(74 * MINUTE, 75 * MINUTE);
    expect(share(drawn.filter(({ comes }) => !comes).length, drawn.length)).to.be.closeTo(0.1, 0.02);
    const patience = drawn.map(({ at, leavesAt }) => (leavesAt - at) / MINUTE);
    expect(patience.reduce((sum, each) => sum + each, 0) / drawn.length).to.be.closeTo(30, 1.5);
  });

  it('ends the services under way after they have lasted as long as they have', () => {
    const start = emptyStart(setup.windows.length, HOUR);
    const windows = start.windows.map((window, index) =>
      index === 1 ? { ...window, serving: { queue: 'tax', calledAt: HOUR - 8 * MINUTE } } : window,
    );
    const drawn = days(modelOf([demand('tax', [])]), { ...start, windows }).map(({ freeAt }) => [...freeAt]);
    expect(drawn.every(([first]) => Number.isNaN(first))).to.equal(true);
    const left = drawn.map(([, second]) => ((second ?? 0) - HOUR) / MINUTE);
    expect(Math.min(...left)).to.be.at.least(0);
    expect(left.filter((each) => each > 60).length).to.be.below(DAYS / 20);
  });
});
