import { HallCalendar } from '../../common/contract/calendar.ts';
import type { HallConfig, Window } from '../../common/contract/config.ts';
import { WEEKDAYS, type Weekday } from '../../common/contract/hours.ts';
import type { Roster } from '../../common/contract/roster.ts';
import type { LocalText } from '../../common/contract/text.ts';
import type { DayFeatures } from '../balance/forecast/day-features.ts';
import type { Span } from '../balance/model.ts';
import { HALF_HOUR_MINUTES, HALF_HOURS_PER_DAY } from '../balance/season/plan.ts';
import { minuteOf } from '../hall/rule.ts';
import { dayFeatures } from './day-features.ts';

/** When a hall is open and its windows are staffed, as its file says. */
export interface Timetable {
  calendar: HallCalendar;
  /** Null where the file has none. */
  roster: Roster | null;
}

/** Of a hall whose file says nothing: working days and public holidays alone. */
export const PLAIN_TIMETABLE: Timetable = { calendar: HallCalendar.parse({}), roster: null };

export function timetableOf({ calendar, roster }: Pick<HallConfig, 'calendar' | 'roster'>): Timetable {
  return { calendar: calendar ?? PLAIN_TIMETABLE.calendar, roster: roster ?? null };
}

const MINUTE_MS = 60_000;

/**
 * When a window's clerk is there on a day, lunch and absences left out; null of a window of which no roster
 * speaks. Empty: not at all, as on a day on which the hall is shut.
 * @param startsAt the instant the day begins in the hall's time zone.
 */
export function shiftsOn(timetable: Timetable, window: string, day: string, startsAt: number): Span[] | null {
  return timesOn('shifts', timetable, window, day, startsAt);
}

/** When a clerk could be had to open the window besides, likewise. */
export function standbyOn(timetable: Timetable, window: string, day: string, startsAt: number): Span[] {
  return timesOn('standby', timetable, window, day, startsAt) ?? [];
}

function timesOn(
  kind: 'shifts' | 'standby',
  { roster, calendar }: Timetable,
  window: string,
  day: string,
  startsAt: number,
): Span[] | null {
  const own = roster?.windows.find((each) => each.window === window);
  if (roster === null || own === undefined) return null;
  const weekday = weekdayServed(day, calendar);
  const lunch = own.lunch === undefined ? undefined : roster.lunch[own.lunch];
  const away = roster.absences.filter((absence) => absence.window === window && absence.day === day);
  const gaps = [...(lunch === undefined ? [] : [lunch]), ...away].map(minutesOf);
  return own[kind]
    .filter(({ days }) => weekday !== null && days.includes(weekday))
    .map(minutesOf)
    .flatMap((shift) => without(shift, gaps))
    .sort((a, b) => a.from - b.from)
    .map(({ from, until }) => ({ from: startsAt + from * MINUTE_MS, until: startsAt + until * MINUTE_MS }));
}

/**
 * The weekday whose shifts hold; null when the hall is shut. A weekend's day that is worked for a holiday (调休),
 * or opened by the hall's own calendar, is served like the working day beside it.
 */
function weekdayServed(day: string, calendar: HallCalendar): Weekday | null {
  const { open, weekday } = dayFeatures(day, calendar);
  const name = WEEKDAYS[weekday];
  if (!open || name === undefined) return null;
  if (weekday < SATURDAY || calendar.openWeekdays.includes(name)) return name;
  return weekday === SATURDAY ? 'fri' : 'mon';
}

const SATURDAY = 5;

function minutesOf({ from, until }: { from: string; until: string }): Span {
  return { from: minuteOf(from), until: minuteOf(until) };
}

/** What is left of a span without the gaps. */
export function without(span: Span, gaps: readonly Span[]): Span[] {
  let left = [span];
  for (const gap of gaps)
    left = left
      .flatMap(({ from, until }) => [
        { from, until: Math.min(until, gap.from) },
        { from: Math.max(from, gap.until), until },
      ])
      .filter(({ from, until }) => from < until);
  return left;
}

/** The names of what the hall's calendar knows of a day. */
export function eventNames({ events }: DayFeatures, calendar: HallCalendar): LocalText[] {
  return [...calendar.events, ...calendar.deadlines].filter(({ id }) => id in events).map(({ name }) => name);
}

/** Windows whose clerks are there in each half hour, on average over it; null where the hall has no roster. */
export function rosteredOn(timetable: Timetable, windows: readonly Window[], day: string): number[] | null {
  if (timetable.roster === null) return null;
  const shifts = windows.flatMap(({ id }) => shiftsOn(timetable, id, day, 0) ?? []);
  return Array.from({ length: HALF_HOURS_PER_DAY }, (_, index) => {
    const from = index * HALF_HOUR_MINUTES * MINUTE_MS;
    const until = from + HALF_HOUR_MINUTES * MINUTE_MS;
    const there = shifts.map((shift) =>
      Math.max(0, Math.min(shift.until, until) - Math.max(shift.from, from)),
    );
    return there.reduce((sum, each) => sum + each, 0) / (until - from);
  });
}
