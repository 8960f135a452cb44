import { expect } from 'chai';
import { Trial } from '../../../../server/balance/advise/trial.ts';
import type { DayForecast } from '../../../../server/balance/forecast/arrivals.ts';
import type { Model, OpenSpan, WindowPlan } from '../../../../server/balance/model.ts';
import {
  byHalfHour,
  type DayPlan,
  planDay,
  type QueueNeeds,
} from '../../../../server/balance/season/plan.ts';
import { emptyStart } from '../../../../server/balance/simulate/start.ts';
import { DEMAND, SLOT_SHARES } from '../../../../server/demo/scenarios.ts';
import { queueId, scenarioModel } from '../../../support/scenario-hall.ts';

const MINUTE_MS = 60_000;
const OVER_SHARE = 0.1;
const OPENS_SLOT = 36;

/** The scenarios' ordinary day, of 3200 tickets unless told, known for certain. */
function ordinaryDay(tickets = 3200): DayForecast {
  const shares = Array.from({ length: 96 }, (_, slot) => SLOT_SHARES[slot - OPENS_SLOT] ?? 0);
  const queues = DEMAND.map(({ share }, index) => ({
    queue: queueId(index),
    perSlot: shares.map((each) => each * share * tickets),
    levelVariation: 0,
    slotVariation: 0,
  }));
  return { day: '2026-03-02', sharedVariation: 0, queues };
}

const NEEDS: QueueNeeds[] = DEMAND.map(({ meanServiceMinutes, targetMinutes }, index) => ({
  queue: queueId(index),
  service: { meanMinutes: meanServiceMinutes, squaredVariation: 0.6 },
  promise: { targetMinutes, overShare: OVER_SHARE },
}));

/** So many windows in each half hour, every one for all these queues. */
function rostered(counts: readonly number[], queues: readonly string[], first: number): WindowPlan[] {
  return Array.from({ length: Math.max(...counts) }, (_, place): WindowPlan => {
    const open: OpenSpan[] = counts.flatMap((count, at) =>
      count > place ? [{ from: at * 30 * MINUTE_MS, until: (at + 1) * 30 * MINUTE_MS, queues }] : [],
    );
    return { window: `w${first + place}`, open, qualified: queues, standby: [] };
  });
}

/** What share of each queue waits longer than its target when the hall keeps to this roster; by queue, and of all. */
function overShares(forecast: DayForecast, plans: readonly WindowPlan[]): { queues: number[]; all: number } {
  const base = scenarioModel('S1', { queuesPerWindow: 1 });
  const windows = Array.from({ length: 120 }, (_, index) => ({
    ...{ id: `w${index + 1}`, number: index + 1, zone: 'hall', queues: [queueId(0)], role: 'clerk' as const },
  }));
  const demand = {
    from: 0,
    queues: base.demand.queues.map((each, index) => ({
      ...each,
      perSlot: forecast.queues[index]?.perSlot ?? [],
      levelVariation: 0,
    })),
  };
  const model: Model = { ...base, setup: { ...base.setup, windows }, demand, plans };
  const trial = new Trial(model, emptyStart(windows.length, 0), 50);
  const over = DEMAND.map(() => ({ tickets: 0, over: 0 }));
  for (const { queue, wait } of trial.each(plans, 12)) {
    const sums = over[queue];
    if (sums === undefined) continue;
    sums.tickets++;
    // Whom nobody calls before the last window shuts has waited too long as well.
    if (!(wait <= (DEMAND[queue]?.targetMinutes ?? 0))) sums.over++;
  }
  const total = over.reduce((sum, each) => ({
    tickets: sum.tickets + each.tickets,
    over: sum.over + each.over,
  }));
  return { queues: over.map((each) => each.over / each.tickets), all: total.over / total.tickets };
}

describe('the plan of a day', () => {
  const plan = planDay(ordinaryDay(), NEEDS);

  it('half hours hold the arrivals of their two slots', () => {
    const [social] = plan.queues;
    expect(byHalfHour([1, 2, 3, 4]).slice(0, 3)).to.deep.equal([3, 7, 0]);
    expect(social?.arrivals.length).to.equal(48);
    expect(social?.arrivals.reduce((sum, each) => sum + each, 0)).to.be.closeTo(512, 0.01);
    expect(social?.arrivals[17]).to.equal(0);
  });

  it('the band of a half hour holds what is expected', () => {
    for (const { arrivals, low, high } of plan.queues)
      for (const [at, expected] of arrivals.entries()) {
        expect(low[at]).to.be.at.most(expected + 1);
        expect(high[at]).to.be.at.least(Math.floor(expected));
      }
  });

  it('a wider forecast widens the band and leaves the expectation', () => {
    const vague = ordinaryDay();
    const queues = vague.queues.map((each) => ({ ...each, levelVariation: 0.2 }));
    const wide = planDay({ ...vague, queues }, NEEDS).queues[0];
    expect(wide?.arrivals).to.deep.equal(plan.queues[0]?.arrivals);
    expect(wide?.high[19]).to.be.above((plan.queues[0]?.high[19] ?? 0) + 5);
  });

  it('windows stay on after the last arrivals for as long as services do', () => {
    const construction = plan.queues[11];
    expect(construction?.arrivals[34]).to.equal(0);
    expect(construction?.windows[34]).to.be.above(0);
    expect(construction?.windows[40]).to.equal(0);
  });

  it('pooled windows are fewer than dedicated ones together, and more than the load', () => {
    for (const [at, pooled] of plan.pooled.entries()) {
      const dedicated = plan.queues.reduce((sum, each) => sum + (each.windows[at] ?? 0), 0);
      const load = plan.queues.reduce((sum, each) => sum + (each.load[at] ?? 0), 0);
      if (load > 0.01) expect(pooled).to.be.above(load);
      expect(pooled).to.be.at.most(dedicated);
    }
    expect(plan.pooled[19]).to.be.at.most(0.85 * dedicatedAt(plan, 19));
  });

  it('with dedicated windows by plan no more wait longer than the target than promised, queue by queue', () => {
    const forecast = ordinaryDay();
    let first = 1;
    const plans = plan.queues.flatMap(({ queue, windows }) => {
      const of = rostered(windows, [queue], first);
      first += of.length;
      return of;
    });
    const { queues, all } = overShares(forecast, plans);
    for (const [index, share] of queues.entries()) expect(share, queueId(index)).to.be.below(OVER_SHARE);
    expect(all).to.be.below(OVER_SHARE / 2);
  });

  it('with pooled windows by plan likewise, of all together', () => {
    const queues = DEMAND.map((_, index) => queueId(index));
    const { all } = overShares(ordinaryDay(), rostered(plan.pooled, queues, 1));
    expect(all).to.be.below(OVER_SHARE);
  });
});

function dedicatedAt({ queues }: DayPlan, at: number): number {
  return queues.reduce((sum, { windows }) => sum + (windows[at] ?? 0), 0);
}
