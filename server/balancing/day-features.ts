import chineseDays from 'chinese-days';
import type { HallCalendar } from '../../common/contract/calendar.ts';
import { WEEKDAYS } from '../../common/contract/hours.ts';
import type { DayFeatures } from '../balance/forecast/day-features.ts';
import { isWorkday, workdaysAfter } from '../service/calendar.ts';

/** What the forecast is told of a day: from the calendar library, and from the hall's own calendar. */

const DAY_MS = 86_400_000;
/** As many days off and more make a holiday that is felt before and after; a weekend has two. */
const HOLIDAY_DAYS = 3;
/** The longest holiday with its bridges is far shorter. */
const LONGEST_HOLIDAY_DAYS = 30;

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
    open: isOpen(day, weekday, calendar),
    marks,
    events: { ...eventsOf(day, calendar), ...deadlinesOf(day, calendar) },
  };
}

/** What the hall says of the very day, then what it says of the weekday, then the calendar of working days. */
function isOpen(day: string, weekday: number, { open, closed, openWeekdays }: HallCalendar): boolean {
  if (open.includes(day)) return true;
  if (closed.includes(day)) return false;
  const name = WEEKDAYS[weekday];
  return isWorkday(day) || (name !== undefined && openWeekdays.includes(name) && !isPublicHoliday(day));
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

function eventsOf(day: string, { events }: HallCalendar): Record<string, number> {
  const now = events.filter(({ from, until }) => {
    // Written without the year, it comes every year.
    const each = day.slice(day.length - from.length);
    return from <= until ? from <= each && each <= until : from <= each || each <= until;
  });
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

/** Written as a day of the month, of the year, or of one year. */
function isOn(day: string, on: string): boolean {
  return day === on || day.endsWith(`-${on}`);
}
