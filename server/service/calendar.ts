import chineseDays from 'chinese-days';
import type { BookableDay } from '../hall/events.ts';
import { DayReader } from './day.ts';

/** Working days, holidays and 调休 included, as the calendar library knows them. */

const DAY_MS = 86_400_000;
/** The longest holiday with its bridges is far shorter. */
const MAX_DAYS_AHEAD = 120;

export function isWorkday(day: string): boolean {
  return chineseDays.isWorkday(day);
}

/** The day so many working days after this one, YYYY-MM-DD. */
export function workdaysAfter(day: string, workdays: number): string {
  return chineseDays.findWorkday(workdays, day);
}

/** The next working days from this one on, itself included if it is one, but for those on which the hall is shut. */
export function bookableDays(
  day: string,
  startsAt: number,
  timeZone: string,
  workdays: number,
  closed: readonly string[] = [],
): BookableDay[] {
  const days = new DayReader(timeZone);
  const found: BookableDay[] = [];
  for (let ahead = 0; found.length <= workdays && ahead <= MAX_DAYS_AHEAD; ahead++) {
    // Noon stays on its day whatever summer time does to midnight.
    const each = ahead === 0 ? { day, startsAt } : days.at(startsAt + (ahead + 0.5) * DAY_MS);
    if (isWorkday(each.day) && !closed.includes(each.day)) found.push({ ...each });
  }
  return found.slice(0, workdays + 1);
}
