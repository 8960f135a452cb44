import type { Locale } from '../../common/contract/text.ts';
import type { Failure, Issued } from '../api.ts';
import type { Choice } from './trail.ts';

/** What a citizen wants a number for. */
export type Order = ({ matter: string } | { queue: string }) & { category?: string; locale: Locale };

/** The order of a choice made at the kiosk. */
export function orderOf({ subject, category }: Choice, locale: Locale): Order {
  return {
    ...(subject.matter === null ? { queue: subject.queue } : { matter: subject.matter }),
    ...(category === null ? {} : { category }),
    locale,
  };
}

/** One wish for one number: however often it is pressed or sent, its command id stays. */
export interface Intent {
  commandId: string;
  order: Order;
}

export type Issue =
  | { phase: 'idle' }
  | { phase: 'busy'; intent: Intent; tries: number }
  | { phase: 'failed'; intent: Intent; code: Failure }
  | { phase: 'done'; issued: Issued };

export const IDLE: Issue = { phase: 'idle' };

/** How often one press is sent before a person is told. */
export const MAX_TRIES = 4;

/** Between tries; long enough for a switch or a restarting server to come back. */
export const RETRY_DELAY_MS = 1200;

/** After these nothing is known of what happened, or it may work in a moment: the same id is sent again. */
const UNDECIDED: ReadonlySet<Failure> = new Set<Failure>([
  'UNREACHABLE',
  'BUSY',
  'JOURNAL_UNAVAILABLE',
  'INTERNAL',
]);

/**
 * The button was pressed. While a number is under way the press means nothing; after a failure that
 * left the outcome open, the same order keeps its id, so that a number that was issued after all
 * is answered and not followed by a second.
 */
export function pressed(issue: Issue, order: Order, newId: () => string): Issue {
  if (issue.phase === 'busy' || issue.phase === 'done') return issue;
  if (issue.phase === 'failed' && UNDECIDED.has(issue.code) && sameOrder(issue.intent.order, order)) {
    return { phase: 'busy', intent: issue.intent, tries: 1 };
  }
  return { phase: 'busy', intent: { commandId: newId(), order }, tries: 1 };
}

/** A try failed: another one under the same id, or a sentence for the person. */
export function tryFailed(issue: Issue, code: Failure): Issue {
  if (issue.phase !== 'busy') return issue;
  if (UNDECIDED.has(code) && issue.tries < MAX_TRIES) return { ...issue, tries: issue.tries + 1 };
  return { phase: 'failed', intent: issue.intent, code };
}

/** Whether a failure left open what happened. */
export function isUndecided(code: Failure): boolean {
  return UNDECIDED.has(code);
}

function sameOrder(one: Order, other: Order): boolean {
  return subject(one) === subject(other) && one.category === other.category && one.locale === other.locale;
}

function subject(order: Order): string {
  return 'matter' in order ? `matter ${order.matter}` : `queue ${order.queue}`;
}
