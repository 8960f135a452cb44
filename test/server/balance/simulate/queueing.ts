import type { Setup } from '../../../../common/contract/config.ts';
import { Chance } from '../../../../server/balance/chance.ts';
import { NO_HABITS, type WindowPlan } from '../../../../server/balance/model.ts';
import { changesOf } from '../../../../server/balance/simulate/changes.ts';
import { type Customer, dayOf } from '../../../../server/balance/simulate/day.ts';
import { Kernel } from '../../../../server/balance/simulate/kernel.ts';
import { Layout } from '../../../../server/balance/simulate/layout.ts';
import { emptyStart } from '../../../../server/balance/simulate/start.ts';
import { OneLine } from '../../../sim/one-line.ts';
import { type Stream, windowsOf } from '../../../sim/queueing.ts';

/** Halls as queueing systems, lived by the kernel: minutes, rates per minute. */

const MINUTE_MS = 60_000;

export interface System {
  setup: Setup;
  streams: readonly Stream[];
  /** Of one service; minutes. */
  service: (chance: Chance) => number;
  /** Mean of the exponential patience; nobody leaves where there is none. */
  patienceMinutes?: number;
  /** When the windows are open; always where it is not said. */
  plans?: readonly WindowPlan[];
}

export interface Visit {
  stream: number;
  /** Minutes since the day began, and waited until the call or until they left. */
  at: number;
  wait: number;
  left: boolean;
  service: number;
  /** What they would have waited in one line before windows that can do everything … */
  oneLineWait: number;
  /** … and in one line of their own stream alone, before the windows that serve its queue. */
  aloneWait: number;
}

export const exponential =
  (mean: number) =>
  (chance: Chance): number =>
    chance.exponential(mean);

/** So many customers of Poisson streams, in order of arrival. */
export function poissonVisits(system: System, customers: number, seed: number): Visit[] {
  const { streams } = system;
  const perMinute = streams.reduce((sum, each) => sum + each.perMinute, 0);
  const chance = new Chance(seed, 1);
  const arrivals: Arrival[] = [];
  let at = 0;
  for (let index = 0; index < customers; index++) {
    at += chance.exponential(1 / perMinute);
    arrivals.push({ at, stream: streamAt(system, chance.next() * perMinute) });
  }
  return visits(system, arrivals, seed);
}

/** Of one stream whose rate changes with time, until `minutes` have passed; drawn by thinning. */
export function changingVisits(
  system: System,
  { rate, highest, minutes }: { rate: (minute: number) => number; highest: number; minutes: number },
  seed: number,
): Visit[] {
  const chance = new Chance(seed, 1);
  const arrivals: Arrival[] = [];
  for (let at = chance.exponential(1 / highest); at < minutes; at += chance.exponential(1 / highest))
    if (chance.next() * highest < rate(at)) arrivals.push({ at, stream: 0 });
  return visits(system, arrivals, seed);
}

interface Arrival {
  at: number;
  stream: number;
}

/** Millions of them: every record is written out, as copying one into another takes longer than its day. */
function visits(system: System, arrivals: readonly Arrival[], seed: number): Visit[] {
  const { setup, streams, service, patienceMinutes } = system;
  const layout = new Layout(setup);
  const start = emptyStart(setup.windows.length, 0);
  const chance = new Chance(seed, 2);
  const queues = streams.map(({ queue }) => layout.queue(queue));
  const customers = arrivals.map(({ at, stream }): Customer => {
    const patience = patienceMinutes === undefined ? Infinity : chance.exponential(patienceMinutes);
    return {
      at: at * MINUTE_MS,
      queue: queues[stream] ?? 0,
      category: streams[stream]?.category ?? null,
      slotAt: null,
      serviceMs: service(chance) * MINUTE_MS,
      patienceMs: patience * MINUTE_MS,
      comes: true,
    };
  });
  const day = dayOf(layout, start, customers);
  const plans = system.plans ?? alwaysOpen(setup);
  const { calledAt } = new Kernel(layout, changesOf(layout, plans, start), day, NO_HABITS).run();
  const oneLine = new OneLine(setup.windows.length);
  const alone = streams.map((stream) => new OneLine(windowsOf(setup, stream)));
  return day.tickets.map(({ index, at, serviceMs, leavesAt }): Visit => {
    const stream = arrivals[index]?.stream ?? 0;
    const called = calledAt[index] ?? Number.NaN;
    const left = Number.isNaN(called);
    return {
      stream,
      at: at / MINUTE_MS,
      wait: ((left ? leavesAt : called) - at) / MINUTE_MS,
      left,
      service: serviceMs / MINUTE_MS,
      oneLineWait: oneLine.waitOf(at, serviceMs) / MINUTE_MS,
      aloneWait: (alone[stream]?.waitOf(at, serviceMs) ?? 0) / MINUTE_MS,
    };
  });
}

export function alwaysOpen({ windows }: Setup): WindowPlan[] {
  return windows.map(({ id, queues }) => ({
    ...{ window: id, qualified: queues, standby: [] },
    open: [{ from: 0, until: Infinity, queues }],
  }));
}

function streamAt({ streams }: System, point: number): number {
  let left = point;
  for (const [index, { perMinute }] of streams.entries()) {
    left -= perMinute;
    if (left < 0) return index;
  }
  return streams.length - 1;
}
