import type { PauseReason, TicketSource } from '../../common/contract/commands.ts';
import type { Queue, Setup, Window } from '../../common/contract/config.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { TicketState, WindowStatus } from '../../common/contract/views.ts';
import { Line, type Place } from './line.ts';

export interface Ticket extends Place {
  id: string;
  number: string;
  queue: string;
  matter: string | null;
  category: string | null;
  state: TicketState;
  issuedAt: number;
  window: string | null;
  calledAt: number | null;
  calls: number;
  startedAt: number | null;
  endedAt: number | null;
  locale: Locale;
  source: TicketSource;
}

export interface QueueState {
  setup: Queue;
  /** One line per category, ordinary tickets under '': in each, who came first is due first. */
  lines: Map<string, Line<Ticket>>;
  /** Tickets issued today; the next number is one more. */
  issued: number;
}

export interface WindowState {
  setup: Window;
  status: WindowStatus;
  /** When the status began. */
  since: number;
  pauseReason: PauseReason | null;
  ticket: Ticket | null;
  served: number;
}

/** One call or recall; `id` is the seq of its event. */
export interface Call {
  id: number;
  ticket: string;
  number: string;
  window: string;
  at: number;
  times: number;
}

/**
 * A hall as its log has made it. Only `evolve` changes it, in place: a hall with a hundred
 * thousand waiting is not copied for a call.
 */
export interface HallState {
  setup: Setup | null;
  /** The open business day, YYYY-MM-DD; null between days. */
  day: string | null;
  /** The last day ever opened; days only go forward. */
  lastDay: string | null;
  startsAt: number;
  /** The last event: its seq and instant. */
  seq: number;
  at: number;
  tickets: Map<string, Ticket>;
  queues: Map<string, QueueState>;
  windows: Map<string, WindowState>;
  /** The latest calls, newest first, KEPT_CALLS at the most. */
  calls: Call[];
}

/** Calls a wall may show; older ones are in the log. */
export const KEPT_CALLS = 200;

export function emptyHall(): HallState {
  return {
    setup: null,
    day: null,
    lastDay: null,
    startsAt: 0,
    seq: 0,
    at: 0,
    tickets: new Map(),
    queues: new Map(),
    windows: new Map(),
    calls: [],
  };
}

export function lineOf(queue: QueueState, category: string | null): Line<Ticket> {
  const key = category ?? '';
  let line = queue.lines.get(key);
  if (line === undefined) {
    line = new Line<Ticket>();
    queue.lines.set(key, line);
  }
  return line;
}

/** An independent copy: what is done to one is not seen in the other. */
export function cloneHall(state: HallState): HallState {
  const tickets = new Map<string, Ticket>();
  for (const [id, ticket] of state.tickets) tickets.set(id, { ...ticket });
  const twin = (ticket: Ticket): Ticket => tickets.get(ticket.id) ?? ticket;
  const queues = new Map<string, QueueState>();
  for (const [id, queue] of state.queues) queues.set(id, cloneQueue(queue, twin));
  const windows = new Map<string, WindowState>();
  for (const [id, window] of state.windows) {
    windows.set(id, { ...window, ticket: window.ticket === null ? null : twin(window.ticket) });
  }
  return { ...state, tickets, queues, windows, calls: [...state.calls] };
}

function cloneQueue(queue: QueueState, twin: (ticket: Ticket) => Ticket): QueueState {
  const lines = new Map<string, Line<Ticket>>();
  for (const [key, line] of queue.lines) {
    const copy = new Line<Ticket>();
    for (const ticket of line) copy.add(twin(ticket));
    lines.set(key, copy);
  }
  return { ...queue, lines };
}
