import type { Phone } from '../common/contract/phone.ts';
import type { TicketLink } from './phone/link.ts';
import { type Answer, pathOf, request, requestAsHolder } from './request.ts';

/** What a phone asks of the hall to be told of a ticket. */

/** Null in a hall that tells no phones. */
export function getPublicKey(hall: string): Promise<Answer<{ publicKey: string | null }>> {
  return request(`${pathOf(hall)}/notifications`);
}

export function bindPhone(link: TicketLink, phone: Phone): Promise<Answer<unknown>> {
  return requestAsHolder(pathTo(link), link.secret, { method: 'POST', body: phone });
}

export function unbindPhone(link: TicketLink, endpoint: string): Promise<Answer<unknown>> {
  return requestAsHolder(pathTo(link), link.secret, { method: 'DELETE', body: { endpoint } });
}

function pathTo({ hall, ticket }: TicketLink): string {
  return `${pathOf(hall)}/tickets/${encodeURIComponent(ticket)}/phones`;
}
