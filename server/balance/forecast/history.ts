import type { Setup } from '../../../common/contract/config.ts';
import type { Draft } from '../../hall/events.ts';
import { SLOT_MINUTES } from '../model.ts';
import { type Visit, visitsOf } from './visits.ts';

/** What the forecast keeps of a day of the log, without any ticket. */

const MINUTE_MS = 60_000;
export const SLOTS_PER_DAY = (24 * 60) / SLOT_MINUTES;
/** A service that seems to last longer than this many of the catalogue's means … */
const LONGEST_MEANS = 8;
/** … and longer than this many minutes, was forgotten open as likely as not. */
const LONGEST_MINUTES = 60;

export interface DayHistory {
  /** YYYY-MM-DD. */
  day: string;
  /** Small enough to be kept for years. */
  queues: Readonly<Record<string, QueueHistory>>;
  /** One for each service: those of some weeks are enough to learn from. */
  services: readonly ServiceSample[];
  /** Visits that were called, how many of them nobody came for in the end, and how long windows waited for these. */
  called: number;
  missed: number;
  missedMinutes: number;
}

export interface QueueHistory {
  /**
   * Arrivals without a booking by slot of SLOT_MINUTES from the day's first instant: tickets issued, and
   * tickets that came from another queue (sent on, or with a further matter).
   */
  perSlot: readonly number[];
  /** Bookings that were checked in, and that nobody checked in. */
  booked: number;
  noShows: number;
  /** Issued without a booking, by category. */
  categories: Readonly<Record<string, number>>;
}

/** One service: how long a window was busy with a ticket, from its call on, holds not included. */
export interface ServiceSample {
  queue: string;
  window: string;
  /** It was the window's primary queue. */
  primary: boolean;
  minutes: number;
  /**
   * False of a service that lasted at least so long, and nobody knows how much longer: still open at the
   * last event, found open by the day's end (then counted up to the last the clerk did with it), or so
   * long that it was probably forgotten open (then counted up to the bound).
   */
  complete: boolean;
}

interface Counting {
  perSlot: number[];
  booked: number;
  noShows: number;
  categories: Record<string, number>;
}

/**
 * @param events of one day, from its `DayOpened` on; of a day that is not over, those so far.
 * @throws RangeError when they do not begin with `DayOpened`.
 */
export function historyOf(events: readonly Draft[]): DayHistory {
  const [opened] = events;
  if (opened?.type !== 'DayOpened') throw new RangeError('a day begins with DayOpened');
  const now = events.at(-1)?.at ?? opened.startsAt;
  const setup = setupOf(events, opened.setup);
  const queues = new Map(
    setup.queues.map(({ id }): [string, Counting] => [
      id,
      { perSlot: new Array<number>(SLOTS_PER_DAY).fill(0), booked: 0, noShows: 0, categories: {} },
    ]),
  );
  const visits = visitsOf(events);
  for (const visit of visits) countArrival(queues.get(visit.queue), visit, opened.startsAt);
  const missed = visits.filter(({ end }) => end === 'missed');
  for (const queue of noShowQueues(events)) {
    const counting = queues.get(queue);
    if (counting !== undefined) counting.noShows++;
  }
  return {
    day: opened.day,
    queues: Object.fromEntries(queues),
    services: visits.flatMap((visit) => service(visit, setup, now)),
    called: visits.filter(({ window }) => window !== null).length,
    missed: missed.length,
    missedMinutes: missed.reduce((sum, { servedMs }) => sum + servedMs, 0) / MINUTE_MS,
  };
}

/** The setup that held last: windows change their queues during the day, their primary queue rarely. */
function setupOf(events: readonly Draft[], opened: Setup): Setup {
  let setup = opened;
  for (const event of events) if (event.type === 'HallConfigured') setup = event.setup;
  return setup;
}

function countArrival(counting: Counting | undefined, visit: Visit, startsAt: number): void {
  if (counting === undefined || visit.came === 'from-yesterday') return;
  if (visit.came === 'booked') {
    counting.booked++;
    return;
  }
  const slot = Math.floor((visit.at - startsAt) / (SLOT_MINUTES * MINUTE_MS));
  // A day of 25 hours has no 97th slot: its last hour counts as its 24th.
  const place = Math.min(Math.max(slot, 0), SLOTS_PER_DAY - 1);
  counting.perSlot[place] = (counting.perSlot[place] ?? 0) + 1;
  if (visit.came === 'walkin' && visit.category !== null)
    counting.categories[visit.category] = (counting.categories[visit.category] ?? 0) + 1;
}

function noShowQueues(events: readonly Draft[]): string[] {
  const queueOf = new Map<string, string>();
  const missed: string[] = [];
  for (const event of events) {
    if (event.type === 'DayOpened')
      for (const { id, queue } of event.carried?.bookings ?? []) queueOf.set(id, queue);
    else if (event.type === 'BookingMade') queueOf.set(event.id, event.queue);
    else if (event.type === 'DayClosed')
      for (const id of event.noShows ?? []) missed.push(queueOf.get(id) ?? '');
  }
  return missed;
}

function service(visit: Visit, setup: Setup, now: number): ServiceSample[] {
  const { queue, window, servedMs, busySince, end } = visit;
  if (window === null || end === 'missed' || end === 'gone') return [];
  const lasted = (servedMs + (busySince === null ? 0 : now - busySince)) / MINUTE_MS;
  const bound = longestMinutes(setup, queue);
  const minutes = Math.min(lasted, bound);
  // Nothing is learned of a service that has lasted no time yet; one finished at once was a slip of the hand.
  if (minutes <= 0) return [];
  const complete = (end === 'finished' || end === 'sent-on') && lasted <= bound;
  const primary = setup.windows.find(({ id }) => id === window)?.queues[0] === queue;
  return [{ queue, window, primary, minutes, complete }];
}

function longestMinutes({ queues }: Setup, queue: string): number {
  const mean = queues.find(({ id }) => id === queue)?.meanServiceMinutes ?? 0;
  return Math.max(LONGEST_MINUTES, LONGEST_MEANS * mean);
}
