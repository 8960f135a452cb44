import chineseDays from 'chinese-days';
import type { DayFeatures } from './balance/forecast/day-features.ts';
import { isWorkday, workdaysAfter } from './calendar.ts';

/** What the forecast is told of a day: from the calendar library, and from the hall's own calendar. */

const DAY_MS = 86_400_000;
/** As many days off and more make a holiday that is felt before and after; a weekend has two. */
const HOLIDAY_DAYS = 3;
/** The longest holiday with its bridges is far shorter. */
const LONGEST_HOLIDAY_DAYS = 30;

/** The hall's own calendar. */
export interface HallCalendar {
  /** Weekdays on which it opens though they are no working days; 0 is Monday. Public holidays it is shut. */
  openWeekdays: readonly number[];
  periods: readonly NamedPeriod[];
  deadlines: readonly Deadline[];
}

/** A stretch of days known by a name, the same every year: school enrolment, say. */
export interface NamedPeriod {
  id: string;
  /** MM-DD, both included; `from` may be later in the year than `until`. */
  from: string;
  until: string;
}

/** A day by which something must be done, and that more and more people remember as it draws near. */
export interface Deadline {
  id: string;
  /** DD of every month, or MM-DD of every year; on a day off, the next working day. */
  on: string;
  /** On how many working days it is felt, its own the last. */
  workdays: number;
}

export function dayFeatures(day: string, calendar: HallCalendar): DayFeatures {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const works = isWorkday(day);
  const marks: Record<string, number> = {};
  if (works && weekday >= 5) marks.makeup = 1;
  if (works && daysOff(day, 1) >= HOLIDAY_DAYS) marks['before-holiday'] = 1;
  if (works && daysOff(day, -1) >= HOLIDAY_DAYS) marks['after-holiday'] = 1;
  return {
    day,
    weekday,
    open: works || (calendar.openWeekdays.includes(weekday) && !isPublicHoliday(day)),
    marks,
    events: { ...periodsOf(day, calendar), ...deadlinesOf(day, calendar) },
  };
}

/** The day so many days after this one, YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days off right after (1) or right before (-1) a day. */
function daysOff(day: string, direction: 1 | -1): number {
  let off = 0;
  while (off < LONGEST_HOLIDAY_DAYS && !isWorkday(daysAfter(day, direction * (off + 1)))) off++;
  return off;
}

/** The library names a public holiday in two languages, "National Day,国庆节,3", and a weekend by its weekday. */
function isPublicHoliday(day: string): boolean {
  const { work, name } = chineseDays.getDayDetail(day);
  return !work && name.includes(',');
}

function periodsOf(day: string, { periods }: HallCalendar): Record<string, number> {
  const monthDay = day.slice(5);
  const now = periods.filter(({ from, until }) =>
    from <= until ? from <= monthDay && monthDay <= until : from <= monthDay || monthDay <= until,
  );
  return Object.fromEntries(now.map(({ id }) => [id, 1]));
}

function deadlinesOf(day: string, { deadlines }: HallCalendar): Record<string, number> {
  return Object.fromEntries(
    deadlines.flatMap(({ id, on, workdays }) => {
      const left = workdaysLeft(day, on, workdays);
      return left === null ? [] : [[id, 1 - left / workdays]];
    }),
  );
}

/** Working days from a day to the deadline, 0 on its own; null when it is not near. */
function workdaysLeft(day: string, on: string, workdays: number): number | null {
  if (!isWorkday(day)) return null;
  const farthest = LONGEST_HOLIDAY_DAYS + 2 * workdays;
  for (let ahead = -LONGEST_HOLIDAY_DAYS; ahead <= farthest; ahead++) {
    const named = daysAfter(day, ahead);
    if (!isOn(named, on)) continue;
    // Named on a day off, it is the working day that follows.
    const due = isWorkday(named) ? named : workdaysAfter(named, 1);
    if (due < day) continue;
    const left = workdaysBetween(day, due);
    return left < workdays ? left : null;
  }
  return null;
}

/** Working days after a day up to a later one, that included. */
function workdaysBetween(day: string, until: string): number {
  let count = 0;
  for (let each = daysAfter(day, 1); each <= until; each = daysAfter(each, 1)) if (isWorkday(each)) count++;
  return count;
}

function isOn(day: string, on: string): boolean {
  return day.endsWith(`-${on}`);
}
