import type { CallView } from '../common/contract/views.ts';

/**
 * The one announcement queue of a wall (R24): which call stands large now, and which one is spoken.
 * Calls are taken in by id, stand one after the other, each for its time; none overwrites another.
 *
 * Two clocks, because they answer two questions. How old a call is, the hall's clock tells (`hallNow`);
 * how long it has stood on the screen, the screen's own monotonic clock tells (`screenNow`), which no
 * clock correction moves. All in milliseconds.
 */

/** A screen that connects announces what was called in the last minute; older calls are only listed. */
export const ANNOUNCE_WITHIN_MS = 60_000;
/**
 * A call that still waits to be shown after this long is only listed. The longest queue there may be
 * takes MAX_WAITING × SHORTEST_MS = 96 s, so only a screen that was itself suspended gets here.
 */
export const GIVE_UP_AFTER_MS = 300_000;
/** A call stands this long before the next takes its place… */
export const LONGEST_MS = 4000;
/** …and, however many wait, at least this long: time to look up and read five characters. */
export const SHORTEST_MS = 1500;
/** Each further call that waits takes so much off: a dozen at once are all shown within half a minute. */
const SHORTER_MS = 500;
/** More than every window of a large hall calling at the same instant. */
export const MAX_WAITING = 64;
/** So long after it appeared a call counts as fresh and keeps the accent. */
export const FRESH_MS = 12_000;

export interface Standing {
  call: CallView;
  /** When it appeared, by the screen's clock. */
  since: number;
}

export interface Announcements {
  /** The highest id taken in: a call is announced once. */
  seen: number;
  /** Taken in and not yet shown, oldest first. */
  waiting: readonly CallView[];
  /** What was announced last; it stands until the next. */
  standing: Standing | null;
}

export interface Advance {
  state: Announcements;
  /** The call that takes the stand with this step: to be spoken, once. */
  announced: CallView | null;
  /** How long until another step is due; null when nothing waits. */
  nextInMs: number | null;
}

export const NOTHING_ANNOUNCED: Announcements = { seen: 0, waiting: [], standing: null };

/**
 * Takes in the calls of a view, in any order. Those already taken in are passed over, and so are those
 * older than ANNOUNCE_WITHIN_MS: they happened while this screen was away.
 */
export function takeIn(state: Announcements, calls: readonly CallView[], hallNow: number): Announcements {
  const newest = newestOf(calls);
  if (newest === null || newest.id === state.seen) return state;
  // Ids only grow: a lower one is another log, a hall set up anew.
  const before = newest.id < state.seen ? NOTHING_ANNOUNCED : state;
  const fresh = calls
    .filter(({ id, at }) => id > before.seen && hallNow - at <= ANNOUNCE_WITHIN_MS)
    .sort((a, b) => a.id - b.id);
  return { ...before, seen: newest.id, waiting: fresh.reduce(queued, before.waiting) };
}

/** A recall of a ticket that still waits to be shown takes its place: it is the same summons. */
function queued(waiting: readonly CallView[], call: CallView): readonly CallView[] {
  const same = waiting.findIndex(({ number, window }) => number === call.number && window === call.window);
  if (same !== -1) return waiting.map((each, index) => (index === same ? call : each));
  return [...waiting, call].slice(-MAX_WAITING);
}

/** Lets the next call stand, if one waits and the one before has stood its time. */
export function advance(state: Announcements, hallNow: number, screenNow: number): Advance {
  const waiting = state.waiting.filter(({ at }) => hallNow - at <= GIVE_UP_AFTER_MS);
  const [next, ...rest] = waiting;
  if (next === undefined) return { state: { ...state, waiting }, announced: null, nextInMs: null };
  const left = state.standing === null ? 0 : state.standing.since + standsFor(waiting.length) - screenNow;
  if (left > 0) return { state: { ...state, waiting }, announced: null, nextInMs: left };
  return {
    state: { ...state, waiting: rest, standing: { call: next, since: screenNow } },
    announced: next,
    nextInMs: rest.length === 0 ? null : standsFor(rest.length),
  };
}

/** How long a call stands while `waiting` others wait behind it. */
export function standsFor(waiting: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, LONGEST_MS - SHORTER_MS * (waiting - 1)));
}

/**
 * What stands large: the call announced last or, where calls were missed and are too old to be
 * announced, the newest of them.
 */
export function standingCall(state: Announcements, calls: readonly CallView[]): CallView | null {
  const announced = state.standing?.call ?? null;
  if (state.waiting.length > 0) return announced;
  const newest = newestOf(calls);
  return newest !== null && (announced === null || newest.id !== announced.id) ? newest : announced;
}

/** Whether the standing call has just been announced. */
export function isFresh(state: Announcements, call: CallView | null, screenNow: number): boolean {
  const { standing } = state;
  return standing !== null && standing.call.id === call?.id && screenNow - standing.since < FRESH_MS;
}

/**
 * The calls to list beside the standing one, newest first: each ticket once, by its latest call, and
 * none before it has stood large.
 */
export function listedCalls(
  state: Announcements,
  calls: readonly CallView[],
  standing: CallView | null,
  most: number,
): CallView[] {
  const waiting = new Set(state.waiting.map(({ id }) => id));
  const listed = new Set<string>(standing === null ? [] : [standing.number]);
  const list: CallView[] = [];
  for (const call of [...calls].sort((a, b) => b.id - a.id)) {
    if (list.length === most) break;
    if (waiting.has(call.id) || listed.has(call.number)) continue;
    listed.add(call.number);
    list.push(call);
  }
  return list;
}

function newestOf(calls: readonly CallView[]): CallView | null {
  return calls.reduce<CallView | null>(
    (newest, call) => (newest === null || call.id > newest.id ? call : newest),
    null,
  );
}
