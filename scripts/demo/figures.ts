import type { TicketView } from '../../common/contract/views.ts';

/** The figures of a day, by the definitions of the requirements (R45). Times in minutes of the day. */

export type Visit = Pick<
  TicketView,
  'queue' | 'state' | 'issuedAt' | 'dueAt' | 'window' | 'calledAt' | 'startedAt' | 'endedAt'
>;

/** A window changed: what happened, where, and when by the server's clock. */
export interface WindowMove {
  type: string;
  window: string;
  at: number;
}

export interface Spread {
  mean: number;
  median: number;
  p90: number;
  max: number;
}

export interface Row {
  queue: string;
  issued: number;
  called: number;
  served: number;
  missed: number;
  cancelled: number;
  /** Still waiting, called or served at the end. */
  left: number;
  /** First call − issue, of everyone called. */
  wait: Spread;
  /** Start − call. */
  walkMean: number;
  /** End − start. */
  serviceMean: number;
  /** Served with a wait within the target, of all served. */
  onTargetRate: number;
  /** Missed for good, of all called. */
  abandonRate: number;
}

export interface Figures {
  total: Row;
  queues: Row[];
  callsPerWindow: { min: number; mean: number; max: number };
  /** Serving, of the time open and not paused. */
  utilisation: number;
}

const MINUTE_MS = 60_000;

/** @param stretch minutes of the day per minute of the server's clock: 1 but on a clock of normal speed. */
export function figuresOf(
  visits: readonly Visit[],
  moves: readonly WindowMove[],
  windows: readonly string[],
  endAt: number,
  stretch = 1,
): Figures {
  const queues = [...new Set(visits.map(({ queue }) => queue))];
  const calls = windows.map((id) => visits.filter(({ window }) => window === id).length);
  const serving = sum(visits.map(({ startedAt, endedAt }) => between(startedAt, endedAt ?? endAt)));
  const staffed = sum(windows.map((id) => staffedMs(moves, id, endAt)));
  return {
    total: rowOf('all', visits, stretch),
    queues: queues.map((id) =>
      rowOf(
        id,
        visits.filter(({ queue }) => queue === id),
        stretch,
      ),
    ),
    callsPerWindow: { min: Math.min(...calls), mean: mean(calls), max: Math.max(...calls) },
    utilisation: ratio(serving, staffed),
  };
}

function rowOf(queue: string, visits: readonly Visit[], stretch: number): Row {
  const minutes = (from: number | null, to: number | null) => (between(from, to) * stretch) / MINUTE_MS;
  const inState = (state: Visit['state']) => visits.filter((visit) => visit.state === state);
  const called = visits.filter(({ calledAt }) => calledAt !== null);
  const served = inState('finished');
  const missed = inState('missed').length;
  const cancelled = inState('cancelled').length;
  const onTarget = served.filter(
    ({ issuedAt, calledAt, dueAt }) => between(issuedAt, calledAt) * stretch <= dueAt - issuedAt,
  );
  return {
    queue,
    issued: visits.length,
    called: called.length,
    served: served.length,
    missed,
    cancelled,
    left: visits.length - served.length - missed - cancelled,
    wait: spread(called.map(({ issuedAt, calledAt }) => minutes(issuedAt, calledAt))),
    walkMean: mean(served.map(({ calledAt, startedAt }) => minutes(calledAt, startedAt))),
    serviceMean: mean(served.map(({ startedAt, endedAt }) => minutes(startedAt, endedAt))),
    onTargetRate: ratio(onTarget.length, served.length),
    abandonRate: ratio(missed, called.length),
  };
}

/** How long a window was open and not paused. */
function staffedMs(moves: readonly WindowMove[], id: string, endAt: number): number {
  let total = 0;
  let since: number | null = null;
  for (const { type, window, at } of moves) {
    if (window !== id) continue;
    if (type === 'WindowOpened' || type === 'WindowReopened') since ??= at;
    if (type !== 'WindowPaused' && type !== 'WindowClosed') continue;
    total += between(since, at);
    since = null;
  }
  return total + between(since, endAt);
}

/** Nearest rank: the smallest value that at least that share does not exceed. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { mean: mean(sorted), median: rank(0.5), p90: rank(0.9), max: rank(1) };
}

function between(from: number | null, to: number | null): number {
  return from === null || to === null ? 0 : to - from;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return ratio(sum(values), values.length);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
