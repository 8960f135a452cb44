import type { TicketView } from '../common/contract/views.ts';

/** A ticket that ended at this window since the page was opened. */
export interface Ended {
  id: string;
  number: string;
  queue: string;
  state: 'finished' | 'missed';
  endedAt: number;
  /** From start to end, milliseconds; null when it was never started. */
  serviceMs: number | null;
}

/** Longer than a clerk looks back, short enough for one screen to scroll. */
const MAX_ENDED = 50;

/** The list, newest first, with this ticket if it has ended here; the same list when it has not. */
export function withEnded(list: readonly Ended[], ticket: TicketView | undefined): readonly Ended[] {
  if (ticket === undefined || ticket.endedAt === null) return list;
  const { id, number, queue, state, startedAt, endedAt } = ticket;
  if (state !== 'finished' && state !== 'missed') return list;
  const serviceMs = state === 'finished' && startedAt !== null ? endedAt - startedAt : null;
  const ended: Ended = { id, number, queue, state, endedAt, serviceMs };
  return [ended, ...list.filter((each) => each.id !== id)].slice(0, MAX_ENDED);
}
