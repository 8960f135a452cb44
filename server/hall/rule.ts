import type { Queue, Setup } from '../../common/contract/config.ts';
import type { Place } from './line.ts';
import type { HallState, QueueState, Ticket, WindowState } from './state.ts';

/**
 * The published rule (docs/architecture.md, "The rule"). Everything that puts one citizen before
 * another is in this file.
 */

const MINUTE_MS = 60_000;
/** Under this many calls in an hour a share says nothing yet. */
const MIN_CALLS_FOR_SHARE = 20;

/**
 * Point 1: the instant a ticket is due, fixed when it starts waiting: arrival + target.
 * A category may only shorten a queue's target. Milliseconds.
 */
export function dueAt(setup: Setup, queue: Queue, category: string | null, arrivalAt: number): number {
  return arrivalAt + targetMinutes(setup, queue, category) * MINUTE_MS;
}

/** The hall's promise to this category in this queue; minutes. */
export function targetMinutes({ rule, categories }: Setup, queue: Queue, category: string | null): number {
  const promised = queue.targetMinutes ?? rule.targetMinutes;
  if (category === null) return promised;
  const own = queue.targets?.[category] ?? categories.find((each) => each.id === category)?.targetMinutes;
  return own === undefined ? promised : Math.min(promised, own);
}

/** Point 4: a booking is due this long after its slot begins, and not called before slot − N. */
export function bookedPlace(setup: Setup, slotAt: number): { dueAt: number; notBefore: number } {
  const { dueAfterMinutes, checkInMinutes } = setup.bookings;
  return { dueAt: slotAt + dueAfterMinutes * MINUTE_MS, notBefore: slotAt - checkInMinutes * MINUTE_MS };
}

/** Point 4: where a booking that checks in now stands; after slot + N it is a walk-in from now on. */
export function checkedInPlace(
  setup: Setup,
  queue: Queue,
  category: string | null,
  slotAt: number,
  at: number,
): { dueAt: number; notBefore?: number } {
  const late = at > slotAt + setup.bookings.checkInMinutes * MINUTE_MS;
  return late ? { dueAt: dueAt(setup, queue, category, at) } : bookedPlace(setup, slotAt);
}

/** Point 5: who missed a call never improves a place by it. */
export function returnedDueAt(setup: Setup, oldDueAt: number, returnAt: number): number {
  return Math.max(oldDueAt, returnAt + setup.rule.returnDelayMinutes * MINUTE_MS);
}

/** A ticket the window could call, and the due instant that counts for it there. */
interface Candidate {
  ticket: Ticket;
  due: number;
}

/**
 * Point 2: a free window calls, among the tickets it is able to serve, the smallest
 * (dueAt − θ if the queue is the window's primary, order). An early booking comes only before
 * idling. Costs the window's queues times their lines, however many wait, and who waits for it alone.
 */
export function chooseTicket(state: HallState, window: WindowState, at: number): Ticket | null {
  const { setup } = state;
  if (setup === null) return null;
  const thetaMs = setup.rule.thetaMinutes * MINUTE_MS;
  const capped = shorteningUsedUp(state, setup, at);
  let best: Candidate | null = null;
  let early: Candidate | null = null;
  const consider = (ticket: Ticket): void => {
    let due = ticket.queue === window.setup.queues[0] ? ticket.dueAt - thetaMs : ticket.dueAt;
    const queue = capped ? state.queues.get(ticket.queue) : undefined;
    if (queue !== undefined) due += shorteningMs(setup, queue.setup, ticket);
    const candidate = { ticket, due };
    if (ticket.notBefore !== null && ticket.notBefore > at) early = earlier(early, candidate);
    else best = earlier(best, candidate);
  };
  for (const id of window.setup.queues) {
    for (const line of state.queues.get(id)?.lines.values() ?? []) {
      const ticket = line.first();
      if (ticket !== undefined) consider(ticket);
    }
  }
  // The few that wait for this very window are of any queue and category: none speaks for another.
  for (const ticket of window.reserved) consider(ticket);
  const chosen = (best ?? early) as Candidate | null;
  return chosen === null ? null : chosen.ticket;
}

function earlier(a: Candidate | null, b: Candidate): Candidate {
  if (a === null) return b;
  return precedes(b.due, b.ticket.order, a.due, a.ticket.order) ? b : a;
}

/** Whether the first of two is called before the second: by the due instant that counts, then by order. */
export function precedes(due: number, order: number, otherDue: number, otherOrder: number): boolean {
  return due < otherDue || (due === otherDue && order < otherOrder);
}

/** How much earlier its category made a ticket due; milliseconds. A booking is due by its slot alone. */
export function shorteningMs(
  setup: Setup,
  queue: Queue,
  { category, notBefore }: Pick<Ticket, 'category' | 'notBefore'>,
): number {
  if (category === null || notBefore !== null) return 0;
  return (targetMinutes(setup, queue, null) - targetMinutes(setup, queue, category)) * MINUTE_MS;
}

/** Whether shortened targets have taken their share of the hour's calls: priority is never absolute. */
export function shorteningUsedUp(
  { rate }: Pick<HallState, 'rate'>,
  setup: Pick<Setup, 'categories' | 'rule'>,
  at: number,
): boolean {
  if (setup.categories.length === 0) return false;
  const { all, shortened } = rate.within(at);
  return all >= MIN_CALLS_FOR_SHARE && shortened >= setup.rule.shortenedShare * all;
}

/**
 * Point 3: of the ready windows able to serve the ticket, the one whose primary queue it is, then the
 * one with the fewest queues, then the longest idle, then the lowest number.
 */
export function chooseWindow(state: HallState, ticket: Ticket): WindowState | null {
  if (ticket.reservedFor !== null) {
    const window = state.windows.get(ticket.reservedFor);
    return window?.status === 'ready' ? window : null;
  }
  let best: WindowState | null = null;
  for (const window of state.windows.values()) {
    if (window.status !== 'ready' || !window.setup.queues.includes(ticket.queue)) continue;
    if (best === null || compareReady(window, best, ticket.queue) < 0) best = window;
  }
  return best;
}

/** What of a ready window decides whether it is given a ticket; queues by whatever names them. */
export interface ReadyWindow<Q> {
  setup: { queues: readonly Q[]; number: number };
  since: number;
}

/** Below 0 when the first of two ready windows is given a ticket of this queue, above when the second is. */
export function compareReady<Q>(a: ReadyWindow<Q>, b: ReadyWindow<Q>, queue: Q): number {
  const secondaryForA = a.setup.queues[0] === queue ? 0 : 1;
  const secondaryForB = b.setup.queues[0] === queue ? 0 : 1;
  return (
    secondaryForA - secondaryForB ||
    a.setup.queues.length - b.setup.queues.length ||
    a.since - b.since ||
    a.setup.number - b.setup.number
  );
}

/** People of the queue ordered before this place. */
export function aheadOf(queue: QueueState, place: Place): number {
  let ahead = 0;
  for (const line of queue.lines.values()) ahead += line.before(place);
  return ahead;
}

/** Whether the queue issues tickets at this instant of the day. */
export function issuesAt(queue: QueueState, startsAt: number, at: number): boolean {
  const { hours } = queue.setup;
  if (hours === undefined) return true;
  const minute = (at - startsAt) / MINUTE_MS;
  return hours.some((each) => minuteOf(each.from) <= minute && minute < minuteOf(each.until));
}

/** Minutes since midnight of HH:mm. */
export function minuteOf(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3));
}
