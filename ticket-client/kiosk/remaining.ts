import type { QueueView } from '../../common/contract/views.ts';
import { VISIT_WORDS } from './visit-words.ts';
import type { KioskWords } from './words.ts';

/** How many numbers are left today: of a queue, or of several together. Pure. */

type Quota = Pick<QueueView, 'remaining' | 'scarce'>;

/** “余号 12”, or that there are none; the empty string where there is no quota. */
export function remainingText({ remaining }: Pick<Quota, 'remaining'>, { locale }: KioskWords): string {
  const words = VISIT_WORDS[locale];
  if (remaining === null) return '';
  return remaining === 0 ? words.soldOut : words.remaining(remaining);
}

/** Of several queues: known only where each has a quota, scarce only where each is. */
export function remainingOf(queues: readonly Quota[]): Quota {
  let remaining: number | null = 0;
  for (const queue of queues)
    remaining = remaining === null || queue.remaining === null ? null : remaining + queue.remaining;
  return { remaining, scarce: remaining !== null && queues.every((queue) => queue.scarce) };
}
