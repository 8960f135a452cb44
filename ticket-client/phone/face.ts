import type { TicketView } from '../../common/contract/views.ts';

/** What the page is about at this moment. soon: waiting, and few are ahead: come near. */
export type Face =
  | 'waiting'
  | 'soon'
  | 'called'
  | 'serving'
  | 'held'
  | 'finished'
  | 'missed'
  | 'cancelled'
  | 'unserved'
  | 'unfinished';

/** People ahead at which a citizen is asked to come near (R29). */
export const SOON_AHEAD = 3;

export function faceOf(ticket: Pick<TicketView, 'state' | 'ahead'>): Face {
  if (ticket.state !== 'waiting') return ticket.state;
  return ticket.ahead <= SOON_AHEAD ? 'soon' : 'waiting';
}

/** Whether a new call or a recall has come between two views of a ticket: the phone shakes and flashes. */
export function isNewCall(before: TicketView | null, after: TicketView): boolean {
  if (after.state !== 'called') return false;
  return before === null || before.state !== 'called' || after.calls > before.calls;
}

/** Whether the ticket is still on its way: the rest of the page (windows, papers, cancel) makes sense. */
export function isOpen(face: Face): boolean {
  return face === 'waiting' || face === 'soon' || face === 'called' || face === 'serving' || face === 'held';
}
