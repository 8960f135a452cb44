import { addCall, addWait, count } from '../record.ts';
import { shorteningUsedUp } from '../rule.ts';
import type { HallState, Ticket, WindowState } from '../state.ts';
import type { EventOf } from './known.ts';

/** Writes down what decided a call, before the call changes it. @returns whether its target was shortened. */
export function recordCall(
  state: HallState,
  event: EventOf<'TicketCalled' | 'CalledOutOfTurn'>,
  ticket: Ticket,
  { setup: { number: windowNumber, queues: able } }: WindowState,
): boolean {
  const { setup, record } = state;
  if (setup === null) return false;
  const shortened = ticket.shortenedMs > 0;
  const { seq, at, number, window } = event;
  const { id, dueAt, order, kind, returns, joinedAgain, reservedFor } = ticket;
  const exception =
    event.type === 'CalledOutOfTurn' ? { what: 'called' as const, reason: event.reason } : ticket.exception;
  addCall(record, {
    seq,
    at,
    ticket: id,
    number,
    queue: ticket.queue,
    window,
    windowNumber,
    able,
    dueAt,
    order,
    kind,
    returns,
    joinedAgain,
    reserved: reservedFor === window,
    shortened,
    capped: shorteningUsedUp(state, setup, at),
    thetaMinutes: setup.rule.thetaMinutes,
    exception,
  });
  if (ticket.firstCalledAt === null) addWait(record, waitMs(state, ticket, at));
  return shortened;
}

/** R45: wait = first call − issue, or − the slot of a booking that came in time; none of who is called before it. */
export function waitMs(state: HallState, ticket: Ticket, firstCallAt: number): number {
  return Math.max(0, firstCallAt - waitsSince(state, ticket));
}

function waitsSince(state: HallState, { kind, booking, issuedAt }: Ticket): number {
  if (kind !== 'booked' || booking === null) return issuedAt;
  return state.bookings.get(booking)?.slotAt ?? issuedAt;
}

export function recordException(
  { record: { tally } }: HallState,
  { type, reason }: EventOf<'MovedOutOfTurn' | 'CategoryChanged'>,
): void {
  count(type === 'MovedOutOfTurn' ? tally.moved : tally.categoryChanges, reason);
}
