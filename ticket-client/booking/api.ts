import type { Locale } from '../../common/contract/text.ts';
import type { BookingRules, BookingView, SlotView } from '../../common/contract/views.ts';
import type { Identity } from '../owner.ts';
import { type Answer, pathOf, request, requestAsHolder } from '../request.ts';
import type { Issued } from '../tickets-api.ts';
import type { BookingLink } from './booking-link.ts';

/** Slots, and what is done with a booking. */

/** The days that may be booked, and the slots of one of them. */
export interface DaySlots {
  days: string[];
  day: string | null;
  slots: SlotView[];
  rules: BookingRules;
}

/** What is booked, and for whom. */
export interface BookingWish {
  hall: string;
  subject: { matter: string } | { queue: string };
  day: string;
  slot: string;
  person: Identity & { name?: string };
}

export interface Booked {
  booking: BookingView;
  secret: string;
}

export function getSlots(hall: string, queue: string, day: string | null): Promise<Answer<DaySlots>> {
  const query = new URLSearchParams({ queue, ...(day === null ? {} : { day }) });
  return request(`${pathOf(hall)}/slots?${query.toString()}`);
}

export function makeBooking(wish: BookingWish, commandId: string): Promise<Answer<Booked>> {
  const { hall, subject, day, slot, person } = wish;
  return request(`${pathOf(hall)}/bookings`, { ...subject, day, slot, person }, commandId);
}

/** As it is now, on whatever phone its link is opened. */
export function getBooking(link: BookingLink): Promise<Answer<{ booking: BookingView }>> {
  return requestAsHolder(pathTo(link), link.secret);
}

export function cancelBooking(
  link: BookingLink,
  commandId: string,
): Promise<Answer<{ booking: BookingView }>> {
  return request(`${pathTo(link)}/cancel`, { secret: link.secret }, commandId);
}

/** On a phone nothing is printed: the ticket's own page opens instead. */
export function checkInBooking(
  link: BookingLink,
  locale: Locale,
  commandId: string,
): Promise<Answer<Issued>> {
  const body = { secret: link.secret, locale, source: 'phone', print: false };
  return request(`${pathTo(link)}/check-in`, body, commandId);
}

function pathTo({ hall, booking }: BookingLink): string {
  return `${pathOf(hall)}/bookings/${encodeURIComponent(booking)}`;
}
