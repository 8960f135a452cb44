import type { Locale } from '../../common/contract/text.ts';
import type { BookingView } from '../../common/contract/views.ts';
import type { Answer } from '../request.ts';
import { type BookingWish, cancelBooking, checkInBooking, makeBooking } from './api.ts';
import type { BookingLink } from './booking-link.ts';

/** What is pressed on the booking page. */
export type BookingAct =
  | { do: 'book'; wish: BookingWish }
  | { do: 'cancel'; link: BookingLink }
  | { do: 'check-in'; link: BookingLink; locale: Locale };

/** What came of it: a booking with its secret, one cancelled, or the page of the ticket it became. */
export type ActOutcome =
  | { did: 'book'; booking: BookingView; secret: string }
  | { did: 'cancel' }
  | { did: 'check-in'; url: string };

export async function sendAct(act: BookingAct, commandId: string): Promise<Answer<ActOutcome>> {
  switch (act.do) {
    case 'book': {
      const answer = await makeBooking(act.wish, commandId);
      return answer.ok ? { ok: true, value: { did: 'book', ...answer.value } } : answer;
    }
    case 'cancel': {
      const answer = await cancelBooking(act.link, commandId);
      return answer.ok ? { ok: true, value: { did: 'cancel' } } : answer;
    }
    case 'check-in': {
      const answer = await checkInBooking(act.link, act.locale, commandId);
      return answer.ok ? { ok: true, value: { did: 'check-in', url: answer.value.url } } : answer;
    }
  }
}
