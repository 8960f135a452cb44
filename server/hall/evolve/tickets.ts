import type { TicketState } from '../../../common/contract/views.ts';
import { dueAt, shorteningMs } from '../rule.ts';
import { type HallState, lineKey, lineOf, type QueueState, type Ticket, type WindowState } from '../state.ts';
import { type EventOf, known } from './known.ts';
import { recordException } from './record.ts';

const MINUTE_MS = 60_000;

/** Tickets come, go, and change their place. */

export function issue(state: HallState, event: EventOf<'TicketIssued'>): void {
  const queue = known(state.queues, event.queue, event);
  const ticket = newTicket(event);
  ticket.shortenedMs = shortenedAtDoor(state, queue, event);
  state.tickets.set(ticket.id, ticket);
  lineOf(state, ticket).add(ticket);
  if (event.supplement !== undefined) {
    state.supplements.delete(event.supplement);
    state.spent.set(event.supplement, 'used');
  } else {
    queue.issued++;
    queue.lastNumber = Math.max(queue.lastNumber, Number(event.number.replace(/^\D+/, '')));
    const { perSlot } = queue.setup.quota ?? {};
    if (perSlot !== undefined) {
      const slot = Math.floor((event.at - state.startsAt) / (perSlot.minutes * MINUTE_MS));
      queue.issuedBySlot.set(slot, (queue.issuedBySlot.get(slot) ?? 0) + 1);
    }
  }
  belong(state, ticket);
  if (ticket.booking !== null) arrive(state, ticket, ticket.booking);
}

/** A booking that came in time is due by its slot, a supplement as it comes: no category shortens that. */
function shortenedAtDoor({ setup }: HallState, queue: QueueState, event: EventOf<'TicketIssued'>): number {
  const fromDoor = event.notBefore === undefined && event.supplement === undefined;
  return setup === null || !fromDoor ? 0 : shorteningMs(setup, queue.setup, event.category);
}

/** A ticket is its person's for the day. */
export function belong(state: HallState, { id, person }: Ticket): void {
  if (person !== null) state.ticketsOf.set(person, [...(state.ticketsOf.get(person) ?? []), id]);
}

function arrive(state: HallState, ticket: Ticket, id: string): void {
  const booking = state.bookings.get(id);
  if (booking === undefined) return;
  ticket.cameBy = booking.commandId ?? ticket.cameBy;
  booking.state = 'arrived';
  state.noShows.delete(booking.person);
}

export function newTicket(event: EventOf<'TicketIssued'>): Ticket {
  return {
    id: event.ticket,
    number: event.number,
    queue: event.queue,
    matter: event.matter,
    category: event.category,
    state: 'waiting',
    issuedAt: event.at,
    dueAt: event.dueAt,
    order: event.seq,
    window: null,
    calledAt: null,
    firstCalledAt: null,
    calls: 0,
    lastCallAt: null,
    startedAt: null,
    endedAt: null,
    locale: event.locale,
    source: event.source,
    kind: event.kind ?? 'walkin',
    ground: event.ground ?? null,
    person: event.person ?? null,
    booking: event.booking ?? null,
    cameBy: event.commandId,
    sentBy: null,
    notBefore: event.notBefore ?? null,
    reservedFor: null,
    further: event.further ?? [],
    joinedAgain: false,
    placedBy: event.seq,
    exception: null,
    returns: 0,
    shortenedMs: 0,
    heldAt: null,
    heldMs: 0,
    outcome: null,
    caseNumber: null,
  };
}

export function giveBack(state: HallState, event: EventOf<'TicketCancelled'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  leaveLine(state, ticket);
  end(state, ticket, 'cancelled', event.at);
}

export function comeBack(state: HallState, event: EventOf<'TicketReturned'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  // What the return has put back further than the full target would be is shortened no more.
  ticket.shortenedMs = Math.max(0, ticket.dueAt + ticket.shortenedMs - event.dueAt);
  ticket.dueAt = event.dueAt;
  ticket.returns = event.returns;
  ticket.notBefore = null;
  ticket.window = null;
  ticket.endedAt = null;
  joinAgain(state, ticket, event.seq);
}

export function transfer(state: HallState, event: EventOf<'TicketTransferred'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  ticket.queue = event.queue;
  ticket.reservedFor = event.toWindow;
  ticket.sentBy = event.commandId;
  forgetMove(ticket);
  forgetCall(ticket);
  joinAgain(state, ticket, event.seq);
}

/** A list of its own: the one before may be the event's, which is the log's. */
export function addMatter(state: HallState, event: EventOf<'MatterAdded'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  ticket.further = [...ticket.further, { queue: event.queue, matter: event.matter }];
}

export function beginMatter(state: HallState, event: EventOf<'MatterBegun'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  ticket.queue = event.queue;
  ticket.matter = event.matter;
  ticket.further = ticket.further.slice(1);
  ticket.reservedFor = null;
  ticket.endedAt = null;
  forgetMove(ticket);
  forgetCall(ticket);
  joinAgain(state, ticket, event.seq);
}

export function moveOutOfTurn(state: HallState, event: EventOf<'MovedOutOfTurn'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  leaveLine(state, ticket);
  ticket.reservedFor = event.toWindow;
  ticket.placedBy = event.seq;
  ticket.exception = { what: 'moved', reason: event.reason };
  lineOf(state, ticket).add(ticket);
  recordException(state, event);
}

/** Who waits for a window that closes waits for any able window instead, at the same place. */
export function releaseReserved(state: HallState, window: WindowState, seq: number): void {
  for (const ticket of [...window.reserved]) {
    leaveLine(state, ticket);
    ticket.reservedFor = null;
    forgetMove(ticket);
    joinAgain(state, ticket, seq);
  }
}

export function changeCategory(state: HallState, event: EventOf<'CategoryChanged'>): void {
  const ticket = known(state.tickets, event.ticket, event);
  leaveLine(state, ticket);
  ticket.category = event.category;
  ticket.ground = event.ground;
  ticket.dueAt = event.dueAt;
  ticket.shortenedMs = shortenedAnew(state, ticket);
  ticket.exception = { what: 'category', reason: event.reason };
  joinAgain(state, ticket, event.seq);
  recordException(state, event);
}

/** As if it had come with the category it has now. */
function shortenedAnew({ setup, queues }: HallState, ticket: Ticket): number {
  const queue = queues.get(ticket.queue);
  if (setup === null || queue === undefined || ticket.notBefore !== null) return 0;
  return Math.max(0, dueAt(setup, queue.setup, null, ticket.issuedAt) - ticket.dueAt);
}

/** Waiting once more, with whatever due instant the ticket now has. */
function joinAgain(state: HallState, ticket: Ticket, seq: number): void {
  ticket.state = 'waiting';
  ticket.placedBy = seq;
  ticket.joinedAgain = true;
  state.missed.delete(ticket.id);
  lineOf(state, ticket).add(ticket);
}

/** Sent elsewhere, it no longer waits where it was moved out of turn. */
export function forgetMove(ticket: Ticket): void {
  if (ticket.exception?.what === 'moved') ticket.exception = null;
}

function forgetCall(ticket: Ticket): void {
  ticket.window = null;
  ticket.startedAt = null;
  ticket.heldMs = 0;
  ticket.calls = 0;
  ticket.notBefore = null;
}

/** @throws when it does not stand there: a bug, or a log this program did not write. */
export function leaveLine(state: HallState, ticket: Ticket): void {
  const line = lineOf(state, ticket);
  if (!line.remove(ticket)) throw new Error(`ticket ${ticket.id} is not in its line`);
  // There are as many lines as there are shortenings, and those of tickets that came back are all their own.
  if (line.size === 0 && ticket.reservedFor === null)
    state.queues.get(ticket.queue)?.lines.delete(lineKey(ticket));
}

/** A ticket that is over, or missed: its person may take another. */
export function end(state: HallState, ticket: Ticket, as: TicketState, at: number): void {
  ticket.state = as;
  ticket.endedAt = at;
  if (as === 'missed') state.missed.add(ticket.id);
  else state.missed.delete(ticket.id);
}
