import type { TicketLink } from './link.ts';
import { remember, remembered } from './storage.ts';

/** Of which tickets this phone is told: a phone may hold its family's, and has one address for all of them. */

const NAME = 'reminders';

/** Where this phone is reached for this ticket; null when it is not told of it. */
export function boundTo({ hall, ticket }: TicketLink): string | null {
  return read()[`${hall}.${ticket}`] ?? null;
}

/** Tickets of other days are forgotten: they are over. */
export function rememberBound({ hall, ticket }: TicketLink, endpoint: string): void {
  const day = ticket.slice(0, 8);
  const ofToday = Object.entries(read()).filter(([name]) => name.split('.')[1]?.startsWith(day));
  write({ ...Object.fromEntries(ofToday), [`${hall}.${ticket}`]: endpoint });
}

/** @returns whether this phone is told of no ticket any more. */
export function forgetBound({ hall, ticket }: TicketLink): boolean {
  const { [`${hall}.${ticket}`]: _, ...others } = read();
  write(others);
  return Object.keys(others).length === 0;
}

function read(): Record<string, string> {
  try {
    const read: unknown = JSON.parse(remembered(NAME) ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Record<string, string>) : {};
  } catch {
    // Somebody has put something else there.
    return {};
  }
}

function write(bound: Record<string, string>): void {
  remember(NAME, JSON.stringify(bound));
}
