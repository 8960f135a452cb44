import type { ArrivalForecast } from '../forecast/arrivals.ts';
import type { DayFeatures } from '../forecast/day-features.ts';
import type { QueueHistory } from '../forecast/history.ts';
import { sameDayLastYear } from './last-year.ts';
import { byHalfHour, type DayPlan, planDay, type QueueNeeds } from './plan.ts';

/** Days ahead, each with the day of last year it is like. */

export interface PastDay {
  features: DayFeatures;
  queues: Readonly<Record<string, Pick<QueueHistory, 'perSlot'>>>;
}

export interface SeasonDay extends DayPlan {
  features: DayFeatures;
  /** What came on the day of last year that is most like this one; null when none is known. */
  lastYear: LastYear | null;
}

export interface LastYear {
  day: string;
  /** Arrivals of each half hour, by queue. */
  arrivals: Readonly<Record<string, readonly number[]>>;
}

/**
 * @param days from the day after the last one learned, in order; closed ones are left out.
 * @param past the days to compare with, a year and three weeks of them at the most useful.
 */
export function planSeason(
  forecast: ArrivalForecast,
  days: readonly DayFeatures[],
  needs: readonly QueueNeeds[],
  past: readonly PastDay[],
): SeasonDay[] {
  return days
    .filter(({ open }) => open)
    .map((features, index) => ({
      ...planDay(forecast.forecast(features, index + 1), needs),
      features,
      lastYear: lastYearOf(features, past),
    }));
}

function lastYearOf(features: DayFeatures, past: readonly PastDay[]): LastYear | null {
  const like = sameDayLastYear(features, past);
  if (like === null) return null;
  const arrivals = Object.entries(like.queues).map(([queue, { perSlot }]) => [queue, byHalfHour(perSlot)]);
  return { day: like.features.day, arrivals: Object.fromEntries(arrivals) };
}
