import { dueAt } from '../../hall/rule.ts';
import { lineKey } from '../../hall/state.ts';
import type { Model } from '../model.ts';
import { changesOf } from '../simulate/changes.ts';
import type { Day } from '../simulate/day.ts';
import { drawDay, type Source } from '../simulate/draw.ts';
import { Kernel } from '../simulate/kernel.ts';
import { Layout } from '../simulate/layout.ts';
import type { Start, WaitingTicket } from '../simulate/start.ts';
import { quantile } from './quantile.ts';

/** How long it may still take until everybody who waits is called: the rule, lived on from the live hall many times. */

const MINUTE_MS = 60_000;
/** Days that are lived on: more say little more, fewer make the range jump from look to look. */
const MAX_DAYS = 100;
const MIN_DAYS = 20;
/** Tickets drawn in one reckoning, over all its days: what bounds its work, some 0.2 s. */
export const MAX_TICKETS = 200_000;

/** The wait from the start on; minutes. A range is shown from p50 to p90; p10 to p90 is what it is judged by. */
export interface ExpectedWait {
  mean: number;
  p10: number;
  p50: number;
  p90: number;
}

export interface ExpectedWaits {
  /** By ticket. Missing: whom nobody calls in half of the days, as no window for them is open again. */
  tickets: ReadonlyMap<string, ExpectedWait>;
  /** By queue: who would take a number now, without any category. */
  queues: ReadonlyMap<string, ExpectedWait>;
}

/**
 * All expected waits of a hall at once. The days' seeds are the same every time (common random numbers),
 * so that a range moves because the hall does and not by luck.
 */
export function expectedWaits(model: Model, start: Start): ExpectedWaits {
  const probes = newcomers(model, start);
  const asked: Start = { ...start, waiting: [...start.waiting, ...probes] };
  const source: Source = { model, layout: new Layout(model.setup), start: asked };
  const changes = changesOf(source.layout, model.plans, asked);
  const { waiting } = asked;
  const live = (day: Day): { calledAt: Float64Array; endedAt: number } => {
    // Who only asks must not hold anybody up.
    for (let index = start.waiting.length; index < waiting.length; index++) {
      const probe = day.tickets[index];
      if (probe !== undefined)
        Object.assign(probe, { serviceMs: 0, leavesAt: Number.POSITIVE_INFINITY, comes: true });
    }
    return new Kernel(source.layout, changes, day, model.habits).run(true);
  };
  // Arrivals matter until the last who waits is called. The first day tells how long that takes.
  const first = live(drawDay(source, 0));
  const until = start.at + 1.5 * (first.endedAt - start.at) + 15 * MINUTE_MS;
  const perDay = drawDay(source, 0, until).tickets.length;
  const days = Math.max(MIN_DAYS, Math.min(MAX_DAYS, Math.floor(MAX_TICKETS / perDay)));
  const waits = waiting.map(() => new Float64Array(days));
  for (let seed = 0; seed < days; seed++) {
    const { calledAt } = live(drawDay(source, seed + 1, until));
    for (const [index, of] of waits.entries())
      of[seed] = ((calledAt[index] ?? Number.NaN) - start.at) / MINUTE_MS;
  }
  return summary(waiting, start.waiting.length, waits);
}

/** Somebody in each queue who has taken a number at this instant. */
function newcomers({ setup }: Model, { at, nextOrder }: Start): WaitingTicket[] {
  const line = lineKey({ category: null, notBefore: null, joinedAgain: false, kind: 'walkin' });
  return setup.queues.map((queue, index) => ({
    ...{ id: queue.id, queue: queue.id, category: null, issuedAt: at, line },
    ...{ dueAt: dueAt(setup, queue, null, at), order: nextOrder + index },
    ...{ notBefore: null, reservedFor: null },
  }));
}

function summary(
  waiting: readonly WaitingTicket[],
  tickets: number,
  waits: readonly Float64Array[],
): ExpectedWaits {
  const all = waiting.flatMap(({ id }, index): [string, ExpectedWait, boolean][] => {
    const expected = rangeOf(waits[index] ?? new Float64Array());
    return expected === null ? [] : [[id, expected, index < tickets]];
  });
  const those = (isTicket: boolean): Map<string, ExpectedWait> =>
    new Map(all.filter((each) => each[2] === isTicket).map(([id, expected]) => [id, expected]));
  return { tickets: those(true), queues: those(false) };
}

/** Of the days on which they are called: who leaves has no wait to be told. */
function rangeOf(waits: Float64Array): ExpectedWait | null {
  const called = waits.filter((wait) => !Number.isNaN(wait)).sort();
  if (called.length * 2 < waits.length) return null;
  const mean = called.reduce((sum, each) => sum + each, 0) / called.length;
  return { mean, p10: quantile(called, 0.1), p50: quantile(called, 0.5), p90: quantile(called, 0.9) };
}
