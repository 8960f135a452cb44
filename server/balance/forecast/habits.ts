import type { Habits } from '../model.ts';
import { NO_HABITS } from '../model.ts';
import type { DayHistory } from './history.ts';
import type { LearnedServices } from './service-times.ts';

/** How the citizens of this hall do things, from its log. */

/** Nobody is taken to stay away until so many have come: what is assumed weighs as much as these. */
const ASSUMED_WEIGHT = 50;

/** Patience and the time it takes to switch queues are not to be seen in the log: they stay as assumed. */
export function learnHabits(
  days: readonly DayHistory[],
  { secondaryFactor }: Pick<LearnedServices, 'secondaryFactor'>,
): Habits {
  const missed = sum(days, (day) => day.missed);
  const queues = days.flatMap((day) => Object.values(day.queues));
  const noShows = sum(queues, (queue) => queue.noShows);
  const booked = sum(queues, (queue) => queue.booked);
  return {
    ...NO_HABITS,
    secondaryFactor,
    missedShare: missed / (sum(days, (day) => day.called) + ASSUMED_WEIGHT),
    missedMinutes: missed === 0 ? 0 : sum(days, (day) => day.missedMinutes) / missed,
    noShowShare: noShows / (noShows + booked + ASSUMED_WEIGHT),
  };
}

/** Share of a queue's arrivals without a booking that come with each category. */
export function categoryShares(days: readonly DayHistory[], queue: string): Record<string, number> {
  const counts: Record<string, number> = {};
  let arrivals = ASSUMED_WEIGHT;
  for (const { queues } of days) {
    const of = queues[queue];
    if (of === undefined) continue;
    arrivals += sum(of.perSlot, (count) => count);
    for (const [category, count] of Object.entries(of.categories))
      counts[category] = (counts[category] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(counts).map(([category, count]) => [category, count / arrivals]));
}

function sum<T>(of: readonly T[], value: (each: T) => number): number {
  return of.reduce((total, each) => total + value(each), 0);
}
