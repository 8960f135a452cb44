import type { Setup } from '../../common/contract/config.ts';
import type { Place } from './line.ts';
import type { HallState, QueueState, Ticket, WindowState } from './state.ts';

/**
 * The published rule (docs/architecture.md, "The rule"). Everything that puts one citizen before
 * another is in this file.
 */

const MINUTE_MS = 60_000;

/**
 * Point 1: the instant a ticket is due, fixed when it starts waiting: arrival + target.
 * A category may only shorten a queue's target. Milliseconds.
 */
export function dueAt(setup: Setup, queue: string, category: string | null, arrivalAt: number): number {
  return arrivalAt + targetMinutes(setup, queue, category) * MINUTE_MS;
}

/** The hall's promise to this category in this queue; minutes. */
export function targetMinutes(setup: Setup, queue: string, category: string | null): number {
  const promised = setup.queues.find((each) => each.id === queue)?.targetMinutes ?? setup.rule.targetMinutes;
  const shortened = setup.categories.find((each) => each.id === category)?.targetMinutes;
  return shortened === undefined ? promised : Math.min(promised, shortened);
}

/**
 * Point 2: a free window calls, among the tickets it is able to serve, the smallest
 * (dueAt − θ if the queue is the window's primary, order). Costs the window's queues times their
 * lines, however many wait.
 */
export function chooseTicket(state: HallState, window: WindowState): Ticket | null {
  const thetaMs = (state.setup?.rule.thetaMinutes ?? 0) * MINUTE_MS;
  let best: Ticket | null = null;
  let bestDue = 0;
  for (const [index, id] of window.setup.queues.entries()) {
    const queue = state.queues.get(id);
    if (queue === undefined) continue;
    for (const line of queue.lines.values()) {
      const first = line.first();
      if (first === undefined) continue;
      const due = index === 0 ? first.dueAt - thetaMs : first.dueAt;
      if (best === null || due < bestDue || (due === bestDue && first.order < best.order)) {
        best = first;
        bestDue = due;
      }
    }
  }
  return best;
}

/**
 * Point 3: of the ready windows able to serve the queue, the one whose primary it is, then the one
 * with the fewest queues, then the longest idle, then the lowest number.
 */
export function chooseWindow(state: HallState, queue: string): WindowState | null {
  let best: WindowState | null = null;
  for (const window of state.windows.values()) {
    if (window.status !== 'ready' || !window.setup.queues.includes(queue)) continue;
    if (best === null || compareReady(window, best, queue) < 0) best = window;
  }
  return best;
}

function compareReady(a: WindowState, b: WindowState, queue: string): number {
  const secondary = (window: WindowState): number => (window.setup.queues[0] === queue ? 0 : 1);
  return (
    secondary(a) - secondary(b) ||
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

function minuteOf(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3));
}
