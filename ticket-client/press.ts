import type { Failure } from './request.ts';

/**
 * One press of a button that changes something at the hall: however often it is pressed or sent, what was
 * wished for happens once.
 */

/** A wish and the id under which it is sent: the same id for every retry of it. */
export interface Intent<W> {
  commandId: string;
  wish: W;
}

export type Press<W, T> =
  | { phase: 'idle' }
  | { phase: 'busy'; intent: Intent<W>; tries: number }
  /** `detail` names what the refusal is about. */
  | { phase: 'failed'; intent: Intent<W>; code: Failure; detail: string | null }
  | { phase: 'done'; wish: W; value: T };

export const IDLE: { phase: 'idle' } = { phase: 'idle' };

/** How often one press is sent before a person is told. */
export const MAX_TRIES = 4;

/** Between tries; long enough for a switch or a restarting server to come back. */
export const RETRY_DELAY_MS = 1200;

/** After these nothing is known of what happened, or it may work in a moment: the same id is sent again. */
const UNDECIDED: ReadonlySet<Failure> = new Set<Failure>([
  'UNREACHABLE',
  'BUSY',
  'JOURNAL_UNAVAILABLE',
  'VAULT_UNAVAILABLE',
  'INTERNAL',
]);

/**
 * The button was pressed. While a wish is under way the press means nothing; after a failure that left
 * the outcome open, the same wish keeps its id, so that what was done after all is answered and not
 * done twice.
 */
export function pressed<W, T>(press: Press<W, T>, wish: W, newId: () => string): Press<W, T> {
  if (press.phase === 'busy' || press.phase === 'done') return press;
  if (press.phase === 'failed' && isUndecided(press.code) && isSame(press.intent.wish, wish)) {
    return { phase: 'busy', intent: press.intent, tries: 1 };
  }
  return { phase: 'busy', intent: { commandId: newId(), wish }, tries: 1 };
}

/** A try failed: another one under the same id, or a sentence for the person. */
export function tryFailed<W, T>(
  press: Press<W, T>,
  code: Failure,
  detail: string | null = null,
): Press<W, T> {
  if (press.phase !== 'busy') return press;
  if (isUndecided(code) && press.tries < MAX_TRIES) return { ...press, tries: press.tries + 1 };
  return { phase: 'failed', intent: press.intent, code, detail };
}

/** Whether a failure left open what happened. */
export function isUndecided(code: Failure): boolean {
  return UNDECIDED.has(code);
}

/** Why the last press came to nothing; null when it did not. */
export function failureOf<W, T>(press: Press<W, T>): Failure | null {
  return press.phase === 'failed' ? press.code : null;
}

/** Wishes are plain data, made in one place each, so their keys always come in the same order. */
function isSame<W>(one: W, other: W): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
