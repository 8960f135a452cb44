import type { Setup } from '../../../common/contract/config.ts';
import { SLOT_MINUTES } from '../model.ts';
import { SLOTS_PER_DAY } from './history.ts';

/** What is expected of a hall before its log says anything; the log soon outweighs it. */
export interface Assumptions {
  /** Arrivals without a booking on an ordinary day, by queue; above 0. */
  perDay: Readonly<Record<string, number>>;
  /** Share of a day's arrivals in each of the day's slots; the sum is 1. */
  profile: readonly number[];
  /** By event and queue: by how much the manager expects it to multiply arrivals; 1 where absent. */
  eventFactors?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A hall is taken to have the windows it needs: busy for this share of its hours. */
const ASSUMED_LOAD = 0.8;

/**
 * Of a hall of which nothing but its setup is known: each window spends its hours on its primary queue, at
 * the catalogue's mean service time, and people come evenly. A queue that is primary nowhere gets as much
 * as one window gives it as one of its several queues.
 * @param hours when the hall is open, in minutes from the day's first instant.
 */
export function assumptionsOf(setup: Setup, hours: { from: number; until: number }): Assumptions {
  const perDay: Record<string, number> = {};
  for (const { id, meanServiceMinutes } of setup.queues) {
    const primary = setup.windows.filter(({ queues }) => queues[0] === id).length;
    const helping = setup.windows.find(({ queues }) => queues.includes(id));
    const windows = primary > 0 ? primary : 1 / (helping?.queues.length ?? setup.queues.length);
    perDay[id] = (windows * ASSUMED_LOAD * (hours.until - hours.from)) / meanServiceMinutes;
  }
  const open = Array.from({ length: SLOTS_PER_DAY }, (_, slot) => {
    const from = Math.max(slot * SLOT_MINUTES, hours.from);
    return Math.max(0, Math.min((slot + 1) * SLOT_MINUTES, hours.until) - from);
  });
  return { perDay, profile: open.map((minutes) => minutes / (hours.until - hours.from)) };
}
