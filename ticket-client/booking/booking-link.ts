import { parseCode } from '../codes.ts';

/** What the link of a booking holds: /booking#<hall>.<booking>.<secret>. */
export interface BookingLink {
  hall: string;
  booking: string;
  secret: string;
}

export function parseBookingLink(hash: string): BookingLink | null {
  const code = parseCode(hash);
  if (code?.kind !== 'booking') return null;
  const { hall, booking, secret } = code;
  return { hall, booking, secret };
}

export function hashOf({ hall, booking, secret }: BookingLink): string {
  return `#${hall}.${booking}.${secret}`;
}

/** B20261124-004 is for 2026-11-24. */
export function dayOfBooking(booking: string): string {
  return `${booking.slice(1, 5)}-${booking.slice(5, 7)}-${booking.slice(7, 9)}`;
}
