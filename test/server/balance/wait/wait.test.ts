import { expect } from 'chai';
import { type Model, NO_HABITS, type WindowPlan } from '../../../../server/balance/model.ts';
import {
  emptyStart,
  type Start,
  startOf,
  type WaitingTicket,
} from '../../../../server/balance/simulate/start.ts';
import { quantile } from '../../../../server/balance/wait/quantile.ts';
import { expectedWaits } from '../../../../server/balance/wait/wait.ts';
import { type Press, playHall } from '../../../support/random-hall.ts';
import { at, MINUTE, smallSetup } from '../../../support/small-hall.ts';

const NOW = at('10:00');
const setup = smallSetup({ rule: { thetaMinutes: 0 } });
const FOREVER = Number.POSITIVE_INFINITY;

/** Services take exactly the queue's mean (social 8 minutes, tax 5, estate 15), and nobody comes. */
function quietModel(open: Record<string, string[]>, more: Partial<Model> = {}): Model {
  const queues = setup.queues.map(({ id, meanServiceMinutes }) => ({
    ...{ queue: id, perSlot: [], levelVariation: 0, categoryShares: {}, bookings: [] },
    service: { meanMinutes: meanServiceMinutes, squaredVariation: 0 },
  }));
  const plans = Object.entries(open).map(([window, able]): WindowPlan => {
    return { window, open: [{ from: 0, until: FOREVER, queues: able }], qualified: able, standby: [] };
  });
  return { setup, demand: { from: NOW, queues }, plans, habits: NO_HABITS, ...more };
}

function waiting(id: string, queue: string, dueInMinutes: number): WaitingTicket {
  const dueAt = NOW + dueInMinutes * MINUTE;
  const order = Number(id.slice(1));
  return {
    id,
    queue,
    shortenedMs: 0,
    issuedAt: NOW,
    dueAt,
    order,
    notBefore: null,
    line: '',
    reservedFor: null,
  };
}

function startWith(tickets: WaitingTicket[]): Start {
  return { ...emptyStart(setup.windows.length, NOW), nextOrder: 100, waiting: tickets };
}

describe('expected waits', function () {
  this.timeout(20_000);

  it('are exact where nothing is left to chance: the services of those before', () => {
    const start = startWith([
      waiting('t1', 'social', 1),
      waiting('t2', 'social', 2),
      waiting('t3', 'tax', 3),
    ]);
    const { tickets, queues } = expectedWaits(quietModel({ w1: ['social', 'tax'] }), start);
    const means = [...tickets].map(([id, { mean, p10, p90 }]) => [id, mean, p10, p90]);
    expect(means).to.deep.equal([
      ['t1', 0, 0, 0],
      ['t2', 8, 8, 8],
      ['t3', 16, 16, 16],
    ]);
    expect(queues.get('tax')?.mean).to.equal(21);
    expect(queues.get('social')?.mean).to.equal(21);
  });

  it('count a service under way by what is left of it', () => {
    const start = startWith([waiting('t1', 'tax', 1)]);
    const windows = start.windows.map((window, index) =>
      index === 0 ? { ...window, serving: { queue: 'social', calledAt: NOW - 3 * MINUTE } } : window,
    );
    const { tickets } = expectedWaits(quietModel({ w1: ['social', 'tax'] }), { ...start, windows });
    expect(tickets.get('t1')?.p50).to.equal(5);
  });

  it('are nothing in an empty hall, and are not told where no window opens again', () => {
    const { tickets, queues } = expectedWaits(
      quietModel({ w2: ['tax'] }),
      startWith([waiting('t1', 'social', 1)]),
    );
    expect([...tickets]).to.deep.equal([]);
    expect([...queues.keys()]).to.deep.equal(['tax']);
    expect(queues.get('tax')?.p90).to.equal(0);
  });

  it('span what may happen: longer for who is later, and the same from look to look', () => {
    const model = quietModel({ w1: ['social', 'tax'], w2: ['tax'] });
    const queues = model.demand.queues.map((each) => ({
      ...each,
      ...{ perSlot: [5, 5, 5, 5], service: { ...each.service, squaredVariation: 0.6 } },
    }));
    const start = startWith(
      Array.from({ length: 9 }, (_, index) => waiting(`t${index + 1}`, 'social', index)),
    );
    const found = expectedWaits({ ...model, demand: { from: NOW, queues } }, start);
    const ranges = [...found.tickets.values()];
    for (const [index, { p10, p50, p90, mean }] of ranges.entries()) {
      expect(p10).to.be.at.most(p50);
      expect(p50).to.be.at.most(p90);
      if (index > 1) expect(p10).to.be.below(p90);
      expect(mean).to.be.at.least(ranges[index - 1]?.mean ?? 0);
    }
    expect(expectedWaits({ ...model, demand: { from: NOW, queues } }, start)).to.deep.equal(found);
  });

  it('are told of any real hall, for everybody who waits where a window will open', () => {
    const presses = Array.from({ length: 150 }, (_, index): Press => {
      return { what: index * 37, which: index * 11, other: index * 7, seconds: index % 20 };
    });
    const { state } = playHall(presses);
    const real = state.setup;
    if (real === null) throw new Error('the day is open');
    const model = quietModel(Object.fromEntries(real.windows.map(({ id, queues }) => [id, queues])), {
      setup: real,
    });
    // Whoever is away or closed does not come back in this state.
    for (const window of state.windows.values()) if (window.ticket === null) window.status = 'free';
    const start = startOf(state, state.at);
    expect(start.waiting.length).to.be.above(3);
    const { tickets } = expectedWaits(model, start);
    expect([...tickets.keys()].sort()).to.deep.equal(start.waiting.map(({ id }) => id).sort());
    const elsewhere = expectedWaits(structuredClone(model), structuredClone(start));
    expect(elsewhere.tickets, 'in another thread').to.deep.equal(tickets);
  });
});

describe('a quantile of a sample', () => {
  const sample = Float64Array.from([1, 2, 3, 4]);
  const cases: [share: number, value: number][] = [
    ...([
      [0, 1],
      [0.2, 1],
      [0.5, 2.5],
      [0.6, 3],
      [0.8, 4],
      [1, 4],
    ] as [number, number][]),
  ];
  for (const [share, value] of cases)
    it(`${share} of 1, 2, 3, 4 lie below ${value}`, () => {
      expect(quantile(sample, share)).to.be.closeTo(value, 1e-12);
    });
});
