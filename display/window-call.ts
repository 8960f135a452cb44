import type { WindowView } from '../common/contract/views.ts';

/** R27: so long a call flashes on its window's display. */
export const FLASH_MS = 3000;
/** A display that starts, or comes back, flashes a call of the last half minute; an older one just stands. */
const RECENT_MS = 30_000;

/** What tells one call from the next: the ticket and how often it was called. Null while nobody is. */
export function callKey({ status, ticket }: WindowView): string | null {
  return status === 'calling' && ticket !== null ? `${ticket.id} ${ticket.calls}` : null;
}

/**
 * Whether a view brings a call to flash.
 * @param before the key of the view before; undefined for the first.
 * @param now the hall's time, milliseconds.
 */
export function startsFlash(before: string | null | undefined, window: WindowView, now: number): boolean {
  const key = callKey(window);
  if (key === null || key === before) return false;
  return before !== undefined || now - window.since <= RECENT_MS;
}
