import { type HallState, KEPT_CALLS, type LastAction, type Ticket, type WindowState } from '../state.ts';
import { type EventOf, known } from './known.ts';
import { recordCall } from './record.ts';
import { end, leaveLine } from './tickets.ts';
import { become } from './windows.ts';

/** What happens to a ticket at a window. */

type AtWindow = EventOf<
  | 'TicketCalled'
  | 'CalledOutOfTurn'
  | 'TicketRecalled'
  | 'TicketMissed'
  | 'ServiceStarted'
  | 'ServiceFinished'
  | 'TicketHeld'
  | 'TicketResumed'
  | 'TicketTransferred'
  | 'ActionUndone'
>;

export function call(state: HallState, event: EventOf<'TicketCalled' | 'CalledOutOfTurn'>): void {
  const { ticket, window } = both(state, event);
  const shortened = recordCall(state, event, ticket, window);
  leaveLine(state, ticket);
  ticket.state = 'called';
  ticket.window = event.window;
  ticket.calledAt = event.at;
  ticket.firstCalledAt ??= event.at;
  ticket.lastCallAt = event.at;
  ticket.calls = 1;
  window.ticket = ticket;
  window.last = null;
  become(window, 'calling', event.at);
  state.rate.add(event.at, shortened);
  remember(state, event, 1);
}

export function recall(state: HallState, event: EventOf<'TicketRecalled'>): void {
  const { ticket } = both(state, event);
  ticket.calls = event.times;
  ticket.lastCallAt = event.at;
  remember(state, event, event.times);
}

export function start(state: HallState, event: EventOf<'ServiceStarted'>): void {
  const { ticket, window } = both(state, event);
  window.last = lastAction(event, window, ticket);
  ticket.state = 'serving';
  ticket.startedAt = event.at;
  become(window, 'serving', event.at);
}

export function finish(state: HallState, event: EventOf<'ServiceFinished'>): void {
  const { ticket, window } = both(state, event);
  window.last = lastAction(event, window, ticket);
  ticket.outcome = event.outcome ?? null;
  ticket.caseNumber = event.caseNumber ?? null;
  end(state, ticket, 'finished', event.at);
  window.served++;
  letGo(window, event.at);
  const { supplement } = event;
  if (supplement === undefined) return;
  state.supplements.set(supplement.number, supplement);
  state.spent.delete(supplement.number);
  state.lastSupplement = Number(supplement.number.slice(1));
}

export function miss(state: HallState, event: EventOf<'TicketMissed'>): void {
  const { ticket, window } = both(state, event);
  window.last = lastAction(event, window, ticket);
  end(state, ticket, 'missed', event.at);
  letGo(window, event.at);
}

export function hold(state: HallState, event: EventOf<'TicketHeld'>): void {
  const { ticket, window } = both(state, event);
  ticket.state = 'held';
  ticket.heldAt = event.at;
  window.held.add(ticket.id);
  window.last = null;
  letGo(window, event.at);
}

export function resume(state: HallState, event: EventOf<'TicketResumed'>): void {
  const { ticket, window } = both(state, event);
  ticket.heldMs += event.at - (ticket.heldAt ?? event.at);
  ticket.heldAt = null;
  ticket.state = 'serving';
  state.windows.get(ticket.window ?? '')?.held.delete(ticket.id);
  ticket.window = event.window;
  window.ticket = ticket;
  window.last = null;
  become(window, 'serving', event.at);
}

/** The window is free again; the ticket goes its own way. */
export function sendAway(state: HallState, event: EventOf<'TicketTransferred'>): void {
  const { window } = both(state, event);
  window.last = null;
  letGo(window, event.at);
}

/** Everything as it was before the action, its times included. */
export function undo(state: HallState, event: EventOf<'ActionUndone'>): void {
  const { ticket, window } = both(state, event);
  const { last } = window;
  if (last === null || last.seq !== event.undoes)
    throw new Error(`nothing at ${event.window} is event ${event.undoes}`);
  if (ticket.state === 'waiting') leaveLine(state, ticket);
  if (last.action === 'ServiceFinished') window.served--;
  dropSupplement(state, last, event);
  Object.assign(ticket, last.ticketBefore);
  state.missed.delete(ticket.id);
  window.ticket = ticket;
  window.last = null;
  become(window, last.action === 'ServiceFinished' ? 'serving' : 'calling', last.since);
}

/** A supplement opened by the finish that is undone has not been handed out. */
function dropSupplement(state: HallState, last: LastAction, event: EventOf<'ActionUndone'>): void {
  if (last.supplement !== null && event.action === 'ServiceFinished')
    state.supplements.delete(last.supplement);
}

function letGo(window: WindowState, at: number): void {
  window.ticket = null;
  become(window, 'free', at);
}

function lastAction(
  event: EventOf<'ServiceStarted' | 'ServiceFinished' | 'TicketMissed'>,
  window: WindowState,
  ticket: Ticket,
): LastAction {
  const { type: action, seq, at, by } = event;
  const supplement = event.type === 'ServiceFinished' ? (event.supplement?.number ?? null) : null;
  return {
    action,
    seq,
    at,
    by,
    ticket: ticket.id,
    since: window.since,
    ticketBefore: { ...ticket },
    supplement,
  };
}

function remember(
  state: HallState,
  event: EventOf<'TicketCalled' | 'CalledOutOfTurn' | 'TicketRecalled'>,
  times: number,
): void {
  const { seq, ticket, number, window, at } = event;
  state.calls.unshift({ id: seq, ticket, number, window, at, times });
  if (state.calls.length > KEPT_CALLS) state.calls.pop();
}

function both(state: HallState, event: AtWindow): { ticket: Ticket; window: WindowState } {
  return {
    ticket: known(state.tickets, event.ticket, event),
    window: known(state.windows, event.window, event),
  };
}
