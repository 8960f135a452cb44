import type { LocalText } from '../../common/contract/text.ts';
import type { MatterSummary, QueueView, SlotView } from '../../common/contract/views.ts';

/** A booking in the making: what has been chosen so far, and so which step is next. Pure. */

export interface BookingSubject {
  matter: string | null;
  queue: string;
  name: LocalText;
}

export interface Draft {
  subject: BookingSubject | null;
  day: string | null;
  slot: SlotView | null;
}

export const EMPTY: Draft = { subject: null, day: null, slot: null };

export type BookingStep = 'matter' | 'time' | 'person';
export const STEPS: readonly BookingStep[] = ['matter', 'time', 'person'];

export function stepOf({ subject, slot }: Draft): BookingStep {
  if (subject === null) return 'matter';
  return slot === null ? 'time' : 'person';
}

/** The draft as it was a step before. */
export function stepBack(draft: Draft): Draft {
  return stepOf(draft) === 'person' ? { ...draft, slot: null } : EMPTY;
}

/** Of the matters found, those whose queue takes bookings. */
export function bookableMatters(
  matters: readonly MatterSummary[],
  queues: readonly QueueView[],
): MatterSummary[] {
  const bookable = new Set(queues.filter((queue) => queue.bookable).map(({ id }) => id));
  return matters.filter(({ queue }) => bookable.has(queue));
}
