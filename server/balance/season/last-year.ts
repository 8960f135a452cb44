import type { DayFeatures } from '../forecast/day-features.ts';

/** The day of a year ago that a day is best compared with. */

/** 52 weeks: the same weekday. */
const YEAR_DAYS = 364;
/** Holidays by the moon move by less than this against the year. */
const REACH_DAYS = 21;
/** A day without one of the marks and events is as far away as so many days; likewise the rest. */
const MISSING_DAYS = 40;
const FURTHER_DAYS = 10;
const WEEKDAY_DAYS = 8;

/**
 * Of the past days, an open one about a year before: with the same marks and events if there is any, on
 * the same weekday if there is any of these, else the nearest; null when none is within three weeks of it.
 */
export function sameDayLastYear<T extends { features: DayFeatures }>(
  { day, weekday, marks, events }: DayFeatures,
  past: readonly T[],
): T | null {
  const wanted = dayNumber(day) - YEAR_DAYS;
  const wantedNames = namesOf({ marks, events });
  let best: { distance: number; of: T } | null = null;
  for (const of of past) {
    const away = Math.abs(dayNumber(of.features.day) - wanted);
    if (away > REACH_DAYS || !of.features.open) continue;
    const names = namesOf(of.features);
    const distance =
      away +
      MISSING_DAYS * wantedNames.filter((name) => !names.includes(name)).length +
      FURTHER_DAYS * names.filter((name) => !wantedNames.includes(name)).length +
      (of.features.weekday === weekday ? 0 : WEEKDAY_DAYS);
    if (best === null || distance < best.distance) best = { distance, of };
  }
  return best?.of ?? null;
}

function namesOf({ marks, events }: Pick<DayFeatures, 'marks' | 'events'>): string[] {
  return [...Object.keys(marks), ...Object.keys(events)];
}

/** Days since 1970-01-01, of a date of the Gregorian calendar (H. Hinnant's days_from_civil). */
export function dayNumber(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
