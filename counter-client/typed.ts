/** What is typed or scanned for a ticket, or for a case. Pure. */

const TICKET_ID = /\b(\d{8}-[A-Z]{1,2}\d{3,6})\b/;
const NUMBER = /^([A-Z]{1,2})0*(\d{1,6})$/;
const CASE_NUMBER = /^[0-9A-Z-]{1,43}$/;

/**
 * The id of the ticket meant: by the address in a slip's code, by an id, or by a number of this business
 * day, however it is typed (a12 is A012). Null when it is none of these.
 */
export function ticketIdOf(text: string, day: string | null): string | null {
  const typed = text.normalize('NFKC').trim();
  const id = TICKET_ID.exec(typed)?.[1];
  if (id !== undefined) return id;
  const [, prefix, digits] = NUMBER.exec(typed.toUpperCase().replace(/[\s-]/g, '')) ?? [];
  if (prefix === undefined || digits === undefined || day === null) return null;
  return `${day.replaceAll('-', '')}-${prefix}${digits.padStart(3, '0')}`;
}

/** The number of a ticket, from its id. */
export function numberOf(ticket: string): string {
  return ticket.slice(ticket.indexOf('-') + 1);
}

/** As it is recorded; null when no case has such a number, undefined when none was given. */
export function caseNumberOf(text: string): string | null | undefined {
  const typed = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (typed === '') return undefined;
  return CASE_NUMBER.test(typed) ? typed : null;
}

/** Nobody types this soon after a question appears: a scan had begun before it. */
const FIRST_CHARACTER_MS = 120;

/** Whether the first character came too soon to be the first. */
export function isTooEarly(sinceShownMs: number): boolean {
  return sinceShownMs < FIRST_CHARACTER_MS;
}
