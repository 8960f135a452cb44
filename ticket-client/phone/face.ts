import { SOON_AHEAD } from '../../common/contract/limits.ts';
import type { TicketView } from '../../common/contract/views.ts';

/**
 * What the page is about at this moment. soon: waiting, and few are ahead: come near. early: booked, and not
 * called yet unless a window would idle.
 */
export type Face =
  | 'waiting'
  | 'soon'
  | 'early'
  | 'called'
  | 'serving'
  | 'held'
  | 'finished'
  | 'missed'
  | 'cancelled'
  | 'unserved'
  | 'unfinished';

const OPEN: ReadonlySet<Face> = new Set<Face>(['waiting', 'soon', 'early', 'called', 'serving', 'held']);

/**
 * @param now the server's time, milliseconds.
 * @param soonAhead people ahead at which the queue asks to come near.
 */
export function faceOf(
  ticket: Pick<TicketView, 'state' | 'ahead' | 'notBefore'>,
  now: number,
  soonAhead: number = SOON_AHEAD,
): Face {
  if (ticket.state !== 'waiting') return ticket.state;
  if (ticket.notBefore !== null && now < ticket.notBefore) return 'early';
  return ticket.ahead <= soonAhead ? 'soon' : 'waiting';
}

/** Whether a new call or a recall has come between two views of a ticket: the phone shakes and flashes. */
export function isNewCall(before: TicketView | null, after: TicketView): boolean {
  if (after.state !== 'called') return false;
  return before === null || before.state !== 'called' || after.calls > before.calls;
}

/** Whether the ticket is still on its way: the rest of the page (windows, papers, cancel) makes sense. */
export function isOpen(face: Face): boolean {
  return OPEN.has(face);
}
