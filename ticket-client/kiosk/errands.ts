import type { TicketView } from '../../common/contract/views.ts';
import { type Answer, pathOf, request } from '../request.ts';
import { actOnTicket, type Issued } from '../tickets-api.ts';
import type { Errand } from './order.ts';

/** What came of an errand: the ticket, and the address of its page where the one at the kiosk may know it. */
export interface Outcome {
  ticket: TicketView;
  url: string | null;
}

/** Sends an errand. The same command id for every retry of it, so that it is done once. */
export async function sendErrand(hall: string, errand: Errand, commandId: string): Promise<Answer<Outcome>> {
  switch (errand.do) {
    case 'issue':
      return request<Issued>(
        `${pathOf(hall)}/tickets`,
        { ...errand.order, source: 'kiosk', print: true },
        commandId,
      );
    case 'check-in': {
      const { booking, owner, locale } = errand;
      const path = `${pathOf(hall)}/bookings/${encodeURIComponent(booking)}/check-in`;
      return request<Issued>(path, { ...owner, locale, source: 'kiosk', print: true }, commandId);
    }
    case 'redeem': {
      const { supplement, secret, locale } = errand;
      const path = `${pathOf(hall)}/supplements/${encodeURIComponent(supplement)}/redeem`;
      return request<Issued>(path, { secret, locale, print: true }, commandId);
    }
    case 'return':
    case 'reprint':
      return actOnOwn(hall, errand, commandId);
  }
}

async function actOnOwn(
  hall: string,
  { do: act, ticket, owner }: Extract<Errand, { do: 'return' | 'reprint' }>,
  commandId: string,
): Promise<Answer<Outcome>> {
  const answer = await actOnTicket(hall, ticket, act, owner, commandId);
  if (!answer.ok) return answer;
  // Who showed an ID number and not the slip is not told the slip's secret.
  const url = 'secret' in owner ? `/phone#${hall}.${ticket}.${owner.secret}` : null;
  return { ok: true, value: { ticket: answer.value.ticket, url } };
}
