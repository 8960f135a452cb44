import type { OutOfTurnReason, TicketKind } from '../../common/contract/commands.ts';

/** What the day's calls were, kept so that they can be counted in public and explained to whoever waits. */

/** Calls that can still be explained: more than the busiest hall makes in a day. Older ones are in the log. */
export const MAX_EXPLAINED_CALLS = 20_000;
/** Taken off at once when there are too many, so that a call does not move them all. */
const CUT = 2000;

/** What was done for a ticket out of turn, and why. */
export interface Exception {
  what: 'called' | 'moved' | 'category';
  reason: OutOfTurnReason;
}

/** The first call of a ticket (of each of its matters, and again after a return), with what decided it. */
export interface ExplainedCall {
  seq: number;
  at: number;
  ticket: string;
  number: string;
  queue: string;
  window: string;
  /** The number on the window, and what it was able to serve then; the first was its primary queue. */
  windowNumber: number;
  able: readonly string[];
  dueAt: number;
  order: number;
  kind: TicketKind;
  returns: number;
  /** It had come into its line by a transfer, a return or a further matter. */
  joinedAgain: boolean;
  /** It waited for this very window. */
  reserved: boolean;
  /** Its category made it due earlier. */
  shortened: boolean;
  /** Shortened targets had taken their share of the hour, so that full ones counted. */
  capped: boolean;
  thetaMinutes: number;
  exception: Exception | null;
}

export type ByReason = Partial<Record<OutOfTurnReason, number>>;

/** The day's calls, counted. */
export interface Tally {
  /** First calls, in turn and out of turn; a recall is none. */
  calls: number;
  /** How many of them had a shortened target. */
  shortened: number;
  outOfTurn: ByReason;
  moved: ByReason;
  categoryChanges: ByReason;
  /** Waits that have ended in a first call (R45), how long they were together, and the longest. */
  waits: number;
  waitedMs: number;
  longestWaitMs: number;
}

export interface DayRecord {
  /** Oldest first, MAX_EXPLAINED_CALLS at the most. */
  calls: ExplainedCall[];
  tally: Tally;
}

export function emptyRecord(): DayRecord {
  const tally: Tally = {
    calls: 0,
    shortened: 0,
    outOfTurn: {},
    moved: {},
    categoryChanges: {},
    waits: 0,
    waitedMs: 0,
    longestWaitMs: 0,
  };
  return { calls: [], tally };
}

export function cloneRecord({ calls, tally }: DayRecord): DayRecord {
  const { outOfTurn, moved, categoryChanges } = tally;
  const copy = { outOfTurn: { ...outOfTurn }, moved: { ...moved }, categoryChanges: { ...categoryChanges } };
  return { calls: [...calls], tally: { ...tally, ...copy } };
}

export function addCall({ calls, tally }: DayRecord, call: ExplainedCall): void {
  calls.push(call);
  if (calls.length > MAX_EXPLAINED_CALLS) calls.splice(0, CUT);
  tally.calls++;
  if (call.shortened) tally.shortened++;
  if (call.exception?.what === 'called') count(tally.outOfTurn, call.exception.reason);
}

export function addWait({ tally }: DayRecord, waitMs: number): void {
  tally.waits++;
  tally.waitedMs += waitMs;
  tally.longestWaitMs = Math.max(tally.longestWaitMs, waitMs);
}

export function count(counts: ByReason, reason: OutOfTurnReason): void {
  counts[reason] = (counts[reason] ?? 0) + 1;
}
