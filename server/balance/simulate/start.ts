import type { PauseReason } from '../../../common/contract/commands.ts';
import type { Line, Place } from '../../hall/line.ts';
import type { CallTimes } from '../../hall/rate.ts';
import { type HallState, lineKey, type Ticket, type WindowState } from '../../hall/state.ts';

/** Where a simulated day begins: at opening, or in the middle of a real one. Plain data, for another thread. */

const MINUTE_MS = 60_000;
/** More than any hall seats: telling a thread of more would hold up the calls of this one. */
export const MAX_WAITING = 5000;
/** A paused window is expected back so long after its pause began, by its reason; assumptions, in minutes … */
const PAUSE_MINUTES: Record<PauseReason, number> = {
  break: 15,
  meal: 30,
  meeting: 60,
  equipment: 30,
  assisting: 20,
  other: 20,
};
/** … and not sooner than this, however long it has been: who has overstayed is as likely to stay on. */
const SOON_MS = 5 * MINUTE_MS;

export interface Start {
  at: number;
  /** Above the order of every ticket that waits: the first arrival's. */
  nextOrder: number;
  waiting: readonly WaitingTicket[];
  /** In the order of the setup. */
  windows: readonly WindowStart[];
  /** Calls of the hour before, for the share of shortened targets. */
  calls: CallTimes;
}

export interface WaitingTicket extends Place {
  id: string;
  queue: string;
  /** How much earlier its category made it due; milliseconds. */
  shortenedMs: number;
  issuedAt: number;
  notBefore: number | null;
  /** What it has in common with the tickets of its line (`lineKey`). */
  line: string;
  /** The window it waits for; null when any able one may call it. */
  reservedFor: string | null;
}

export interface WindowStart {
  /** Whom it serves: the queue, and when they were called; null when nobody. */
  serving: { queue: string; calledAt: number } | null;
  /** Since when it is idle, where it is. */
  since: number;
  /** The queue of the last service, the one under way included; null before the first. */
  lastQueue: string | null;
  /** It calls nobody before this, whatever its plan says: its clerk is away. */
  awayUntil: number;
}

/** An empty hall, all clerks at their windows. */
export function emptyStart(windows: number, at: number): Start {
  const window: WindowStart = { serving: null, since: at, lastQueue: null, awayUntil: at };
  return {
    at,
    nextOrder: 1,
    waiting: [],
    windows: Array.from({ length: windows }, () => window),
    calls: { all: [], shortened: [] },
  };
}

/**
 * A hall as it is. A paused window calls nobody before its pause is expected to be over, whatever its plan says.
 * Tickets on hold or missed are not expected back. Of more than MAX_WAITING, it knows the first of each line.
 */
export function startOf(state: HallState, at: number): Start {
  const lines = linesOf(state);
  const most = mostOfALine(lines.map(({ size }) => size));
  const waiting = lines.flatMap((line) => firstOf(line, most).map(waitingTicket));
  const windows = [...state.windows.values()].map((window) => windowStart(window, at));
  return { at, nextOrder: state.seq + 1, waiting, windows, calls: state.rate.times() };
}

function linesOf({ queues, windows }: HallState): Line<Ticket>[] {
  return [
    ...[...queues.values()].flatMap(({ lines }) => [...lines.values()]),
    ...[...windows.values()].map(({ reserved }) => reserved),
  ];
}

/** The first of each line that a start knows; Infinity when it knows them all. */
export function knownOfALine(state: HallState): number {
  return mostOfALine(linesOf(state).map(({ size }) => size));
}

/** The largest part of each of these lines that is MAX_WAITING together at the most; Infinity when they all are. */
export function mostOfALine(sizes: readonly number[]): number {
  let left = MAX_WAITING;
  const ascending = sizes.toSorted((a, b) => a - b);
  for (const [index, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (size > share) return share;
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}

function firstOf(line: Line<Ticket>, most: number): Ticket[] {
  const first: Ticket[] = [];
  for (const ticket of line) {
    if (first.length >= most) break;
    first.push(ticket);
  }
  return first;
}

function waitingTicket(ticket: Ticket): WaitingTicket {
  const { id, queue, shortenedMs, issuedAt, dueAt, order, notBefore, reservedFor } = ticket;
  return { id, queue, shortenedMs, issuedAt, dueAt, order, notBefore, reservedFor, line: lineKey(ticket) };
}

function windowStart(window: WindowState, at: number): WindowStart {
  const { ticket, status } = window;
  // A clerk who has not pressed call next does so now.
  const since = status === 'ready' || status === 'paused' ? window.since : at;
  const serving = ticket === null ? null : { queue: ticket.queue, calledAt: ticket.calledAt ?? at };
  const lastQueue = ticket?.queue ?? null;
  return { serving, since, lastQueue, awayUntil: status === 'paused' ? backAfterPause(window, at) : at };
}

function backAfterPause({ since, pauseReason }: WindowState, at: number): number {
  return Math.max(since + PAUSE_MINUTES[pauseReason ?? 'other'] * MINUTE_MS, at + SOON_MS);
}
