import type { OpenSpan, Span } from '../balance/model.ts';
import type { WindowState } from '../hall/state.ts';
import { without } from './timetable.ts';

/** When a window's clerk is expected to be there: what the roster says, corrected by what is seen. */

const MINUTE_MS = 60_000;
/** Who has not opened the window so long after a shift's beginning is absent until the shift ends … */
const LATE_MS = 15 * MINUTE_MS;
/** … and until then expected any moment. */
const SOON_MS = 2 * MINUTE_MS;

/**
 * Spans from now on, in order. A window that is open outside its shifts stays so until its next shift ends, the
 * lunch in between included; after the last one, and without a roster, until the hall closes. But whoever only
 * finishes whom they called within the shift goes then, and a pause between two shifts lasts until the next.
 * One that was closed within its shift comes back with the next.
 * @param shifts of the day; null when no roster speaks of the window.
 * @param closing the instant the hall closes, Infinity when it does not.
 */
export function presenceOf(
  window: Pick<WindowState, 'status' | 'since' | 'ticket'>,
  shifts: readonly Span[] | null,
  closing: number,
  at: number,
): Span[] {
  const coming = (shifts ?? []).filter(({ until }) => until > at);
  const [first] = coming;
  const isOnShift = first !== undefined && first.from <= at;
  if (window.status === 'closed') {
    if (!isOnShift) return coming;
    const isLate = window.since <= first.from && at < first.from + LATE_MS;
    const soon = { from: at + SOON_MS, until: first.until };
    return [...(isLate && soon.from < soon.until ? [soon] : []), ...coming.slice(1)];
  }
  if (isOnShift) return [{ from: at, until: first.until }, ...coming.slice(1)];
  const over = shifts?.findLast(({ until }) => until <= at);
  const isLast = over !== undefined && window.ticket !== null && (window.ticket.calledAt ?? at) < over.until;
  if (isLast || (window.status === 'paused' && first !== undefined)) return coming;
  // Windows still open after hours serve on until nobody waits.
  const until = first?.until ?? (closing > at ? closing : Number.POSITIVE_INFINITY);
  return [{ from: at, until }, ...coming.slice(1)];
}

/**
 * The day's shifts and, like another, the time for which the window is asked to open besides; null when no roster
 * speaks of it and it is not asked, or is open anyway.
 */
export function shiftsAsked(
  { status, assignment }: Pick<WindowState, 'status' | 'assignment'>,
  shifts: readonly Span[] | null,
  closing: number,
): readonly Span[] | null {
  if (assignment?.opens !== true || (shifts === null && status !== 'closed')) return shifts;
  const asked = { from: assignment.from, until: assignment.until ?? closing };
  const own = shifts ?? [];
  return [...own, ...without(asked, own)].sort((a, b) => a.from - b.from);
}

/**
 * When a clerk could still be had to open the window: not while it is staffed, and not now while it is open or
 * before what it is asked to do has ended.
 */
export function standbyLeft(
  { status, assignment }: Pick<WindowState, 'status' | 'assignment'>,
  standby: readonly Span[],
  presence: readonly Span[],
  at: number,
): Span[] {
  if (assignment !== null) return [];
  const past = { from: Number.NEGATIVE_INFINITY, until: at };
  return standby
    .filter(({ from }) => status === 'closed' || from > at)
    .flatMap((span) => without(span, [past, ...presence]));
}

/** The spans with what the window serves in them: its own queues, and what is assigned for its time. */
export function served(
  { ownQueues, assignment }: Pick<WindowState, 'ownQueues' | 'assignment'>,
  presence: readonly Span[],
): OpenSpan[] {
  if (assignment === null) return presence.map((span) => ({ ...span, queues: ownQueues }));
  const begins = assignment.begun ? Number.NEGATIVE_INFINITY : assignment.from;
  const ends = assignment.until ?? Number.POSITIVE_INFINITY;
  return presence
    .flatMap(({ from, until }) => [
      { from, until: Math.min(until, begins), queues: ownQueues },
      { from: Math.max(from, begins), until: Math.min(until, ends), queues: assignment.queues },
      { from: Math.max(from, ends, begins), until, queues: ownQueues },
    ])
    .filter((span) => span.from < span.until);
}
