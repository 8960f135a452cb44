import type { Setup } from '../../common/contract/config.ts';
import type { DayClosed, DayOpened, Draft, HallEvent, TicketIssued } from './events.ts';
import type { Line } from './line.ts';
import {
  type HallState,
  KEPT_CALLS,
  lineOf,
  type QueueState,
  type Ticket,
  type WindowState,
} from './state.ts';

/**
 * Brings the state to what the event says. History is never rejected: what the log holds has
 * happened. An event about something unknown is a bug or a broken log, and throws.
 */
export function evolve(state: HallState, event: Draft): void {
  apply(state, event);
  state.seq = event.seq;
  state.at = event.at;
}

/** @throws when the event cannot follow this state: the log is not one this program wrote. */
function apply(state: HallState, event: Draft): void {
  switch (event.type) {
    case 'DayOpened':
      return openDay(state, event);
    case 'DayClosed':
      return closeDay(state, event, event.at);
    case 'HallConfigured':
      return configure(state, event.setup);
    case 'TicketIssued':
      return issue(state, event, event);
    case 'TicketCancelled':
      return end(state, known(state.tickets, event.ticket, event), 'cancelled', event.at);
    case 'TicketCalled':
      return call(state, event);
    case 'TicketRecalled':
      return recall(state, event);
    case 'TicketMissed':
      return leaveWindow(state, event, 'missed');
    case 'ServiceStarted':
      return start(state, event);
    case 'ServiceFinished':
      return leaveWindow(state, event, 'finished');
    default:
      return moveWindow(known(state.windows, event.window, event), event);
  }
}

function openDay(state: HallState, event: DayOpened): void {
  state.day = event.day;
  state.lastDay = event.day;
  state.startsAt = event.startsAt;
  state.tickets = new Map();
  state.calls = [];
  state.queues = new Map();
  state.windows = new Map();
  configure(state, event.setup);
}

/** Queues and windows that were there keep what they have; the others begin empty and closed. */
function configure(state: HallState, setup: Setup): void {
  const { queues, windows } = state;
  state.setup = setup;
  state.queues = new Map(
    setup.queues.map((queue): [string, QueueState] => {
      const before = queues.get(queue.id) ?? { lines: new Map(), issued: 0 };
      return [queue.id, { ...before, setup: queue }];
    }),
  );
  state.windows = new Map(
    setup.windows.map((window): [string, WindowState] => {
      const before = windows.get(window.id) ?? closedSince(state.startsAt);
      return [window.id, { ...before, setup: window }];
    }),
  );
}

function closedSince(since: number): Omit<WindowState, 'setup'> {
  return { status: 'closed', since, pauseReason: null, ticket: null, served: 0 };
}

function closeDay(state: HallState, event: DayClosed, at: number): void {
  for (const [id, ended] of Object.entries(event.ended)) {
    const ticket = state.tickets.get(id);
    if (ticket === undefined) throw new Error(`DayClosed names an unknown ticket ${id}`);
    ticket.state = ended;
    ticket.endedAt = at;
  }
  for (const queue of state.queues.values()) queue.lines = new Map<string, Line<Ticket>>();
  for (const window of state.windows.values()) {
    window.ticket = null;
    become(window, 'closed', at);
  }
  state.day = null;
}

function issue(state: HallState, event: TicketIssued, { seq, at }: Draft): void {
  const queue = known(state.queues, event.queue, event);
  const ticket: Ticket = {
    id: event.ticket,
    number: event.number,
    queue: event.queue,
    matter: event.matter,
    category: event.category,
    state: 'waiting',
    issuedAt: at,
    dueAt: event.dueAt,
    order: seq,
    window: null,
    calledAt: null,
    calls: 0,
    startedAt: null,
    endedAt: null,
    locale: event.locale,
    source: event.source,
  };
  queue.issued++;
  state.tickets.set(ticket.id, ticket);
  lineOf(queue, ticket.category).add(ticket);
}

type EventOf<T extends HallEvent['type']> = Extract<Draft, { type: T }>;

function call(state: HallState, event: EventOf<'TicketCalled'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  const window = known(state.windows, event.window, event);
  leaveLine(state, ticket);
  ticket.state = 'called';
  ticket.window = event.window;
  ticket.calledAt = event.at;
  ticket.calls = 1;
  window.ticket = ticket;
  become(window, 'calling', event.at);
  remember(state, event, 1);
}

function recall(state: HallState, event: EventOf<'TicketRecalled'>): void {
  known(state.tickets, event.ticket, event).calls = event.times;
  remember(state, event, event.times);
}

function start(state: HallState, event: EventOf<'ServiceStarted'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  ticket.state = 'serving';
  ticket.startedAt = event.at;
  become(known(state.windows, event.window, event), 'serving', event.at);
}

function leaveWindow(
  state: HallState,
  event: EventOf<'ServiceFinished' | 'TicketMissed'>,
  as: 'finished' | 'missed',
): void {
  const window = known(state.windows, event.window, event);
  end(state, known(state.tickets, event.ticket, event), as, event.at);
  window.ticket = null;
  if (as === 'finished') window.served++;
  become(window, 'free', event.at);
}

function end(state: HallState, ticket: Ticket, as: Ticket['state'], at: number): void {
  if (ticket.state === 'waiting') leaveLine(state, ticket);
  ticket.state = as;
  ticket.endedAt = at;
}

function leaveLine(state: HallState, ticket: Ticket): void {
  const queue = state.queues.get(ticket.queue);
  if (queue === undefined || !lineOf(queue, ticket.category).remove(ticket)) {
    throw new Error(`ticket ${ticket.id} is not in its line`);
  }
}

function moveWindow(
  window: WindowState,
  event: EventOf<'WindowOpened' | 'WindowReady' | 'WindowPaused' | 'WindowReopened' | 'WindowClosed'>,
): void {
  switch (event.type) {
    case 'WindowOpened':
    case 'WindowReopened':
      return become(window, 'free', event.at);
    case 'WindowReady':
      return become(window, 'ready', event.at);
    case 'WindowPaused':
      become(window, 'paused', event.at);
      window.pauseReason = event.reason;
      return;
    case 'WindowClosed':
      return become(window, 'closed', event.at);
  }
}

function become(window: WindowState, status: WindowState['status'], at: number): void {
  window.status = status;
  window.since = at;
  window.pauseReason = null;
}

function remember(state: HallState, event: EventOf<'TicketCalled' | 'TicketRecalled'>, times: number): void {
  const { seq, ticket, number, window, at } = event;
  state.calls.unshift({ id: seq, ticket, number, window, at, times });
  if (state.calls.length > KEPT_CALLS) state.calls.pop();
}

function known<T>(things: ReadonlyMap<string, T>, id: string, event: HallEvent): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`${event.type} names an unknown ${id}`);
  return thing;
}
