import type { Place } from '../../hall/line.ts';
import type { CallTimes } from '../../hall/rate.ts';
import { type HallState, lineKey, type Ticket, type WindowState } from '../../hall/state.ts';
import type { WindowPlan } from '../model.ts';

/** Where a simulated day begins: at opening, or in the middle of a real one. Plain data, for another thread. */

const MINUTE_MS = 60_000;
/** A paused window is expected back this long after its pause began, and this soon at the least. */
const PAUSE_MS = 15 * MINUTE_MS;
const SOON_MS = 2 * MINUTE_MS;

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
  category: string | null;
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
 * A hall as it is. A paused window is expected back 15 minutes after its pause began; a closed one, when
 * the next span of its plan begins. Tickets on hold or missed are not expected back.
 */
export function startOf(state: HallState, plans: readonly WindowPlan[], at: number): Start {
  const waiting: WaitingTicket[] = [];
  for (const { lines } of state.queues.values())
    for (const line of lines.values()) for (const ticket of line) waiting.push(waitingTicket(ticket));
  for (const { reserved } of state.windows.values())
    for (const ticket of reserved) waiting.push(waitingTicket(ticket));
  const windows = [...state.windows.values()].map((window) => {
    const plan = plans.find((each) => each.window === window.setup.id);
    return windowStart(window, plan, at);
  });
  return { at, nextOrder: state.seq + 1, waiting, windows, calls: state.rate.times() };
}

function waitingTicket(ticket: Ticket): WaitingTicket {
  const { id, queue, category, issuedAt, dueAt, order, notBefore, reservedFor } = ticket;
  return { id, queue, category, issuedAt, dueAt, order, notBefore, reservedFor, line: lineKey(ticket) };
}

function windowStart(window: WindowState, plan: WindowPlan | undefined, at: number): WindowStart {
  const { ticket, status } = window;
  // A clerk who has not pressed call next does so now.
  const since = status === 'ready' || status === 'paused' ? window.since : at;
  const serving = ticket === null ? null : { queue: ticket.queue, calledAt: ticket.calledAt ?? at };
  const lastQueue = ticket?.queue ?? null;
  if (status === 'paused') return { serving, since, lastQueue, awayUntil: backAfterPause(since, at) };
  const span = plan?.open.find(({ from, until }) => from <= at && at < until);
  return { serving, since, lastQueue, awayUntil: status === 'closed' ? (span?.until ?? at) : at };
}

function backAfterPause(since: number, at: number): number {
  return Math.max(since + PAUSE_MS, at + SOON_MS);
}
