import type { TicketView } from '../common/contract/views.ts';
import type { Owner } from './owner.ts';
import { type Answer, pathOf, request, requestAsHolder } from './request.ts';

/** What a ticket's holder reads of it, and does with it. */

/** A ticket just issued, with what its holder alone may know. */
export interface Issued {
  ticket: TicketView;
  secret: string;
  /** The phone page of the ticket. */
  url: string;
}
/** A ticket as it is now, and the number on the window that called it. */
export interface Seen {
  ticket: TicketView;
  windowNumber: number | null;
}

/** What a ticket's holder may do with it. */
export type TicketAct = 'cancel' | 'return' | 'reprint';

export function actOnTicket(
  hall: string,
  ticket: string,
  act: TicketAct,
  owner: Owner,
  commandId: string,
): Promise<Answer<{ ticket: TicketView }>> {
  return request(`${pathOf(hall)}/tickets/${encodeURIComponent(ticket)}/${act}`, owner, commandId);
}

export function getTicket(hall: string, ticket: string, secret: string): Promise<Answer<Seen>> {
  return requestAsHolder(`${pathOf(hall)}/tickets/${encodeURIComponent(ticket)}`, secret);
}
