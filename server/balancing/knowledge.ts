import type { HallCalendar } from '../../common/contract/calendar.ts';
import type { Setup } from '../../common/contract/config.ts';
import { ArrivalForecast } from '../balance/forecast/arrivals.ts';
import { type Assumptions, assumptionsOf } from '../balance/forecast/assumptions.ts';
import { categoryShares, learnHabits } from '../balance/forecast/habits.ts';
import { type DayHistory, historyOf } from '../balance/forecast/history.ts';
import { type LearnedServices, learnServices } from '../balance/forecast/service-times.ts';
import type { Habits } from '../balance/model.ts';
import type { PastDay } from '../balance/season/season.ts';
import type { Draft } from '../hall/events.ts';
import { minuteOf } from '../hall/rule.ts';
import type { LogReader } from '../ports.ts';
import { dayFeatures, daysAfter } from './day-features.ts';
import { PLAIN_TIMETABLE, type Timetable } from './timetable.ts';

/** Days the forecast learns from: older ones say little of today. */
const LEARNED_DAYS = 56;
/** "As last year at this time": days around a year before the season's. */
const LAST_YEAR_FROM = 386;
const LAST_YEAR_UNTIL = 329;
/** Days whose single services are learned from. */
const SERVICE_DAYS = 20;
/** Of a hall whose queues name no hours: when people come. */
const ASSUMED_HOURS = { from: 9 * 60, until: 17 * 60 };

/** What is known of a hall besides its state: from its log, and from its file where the log says little. */
export interface Knowledge {
  assumptions: Assumptions;
  forecast: ArrivalForecast;
  services: LearnedServices;
  habits: Habits;
  /** By queue. */
  categoryShares: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In order of time; the last ones are what the forecast has learned. */
  past: readonly PastDay[];
  learnedDays: number;
  timetable: Timetable;
}

/** @param days the days to learn from, in order of time. */
export function knowledgeOf(
  setup: Setup,
  days: readonly DayHistory[],
  today: string,
  timetable: Timetable = PLAIN_TIMETABLE,
): Knowledge {
  const { calendar } = timetable;
  const assumptions = { ...assumptionsOf(setup, hoursOf(setup)), eventFactors: eventFactorsOf(calendar) };
  const past = days.map((day) => ({
    features: dayFeatures(day.day, calendar),
    queues: day.queues,
  }));
  const learned = past.filter(({ features }) => features.day >= daysAfter(today, -LEARNED_DAYS));
  const forecast = new ArrivalForecast(assumptions);
  for (const { features, queues } of learned) forecast.learn(features, queues);
  const recent = days.slice(-SERVICE_DAYS);
  const assumed = Object.fromEntries(
    setup.queues.map(({ id, meanServiceMinutes }) => [id, meanServiceMinutes]),
  );
  const services = learnServices(
    recent.flatMap((day) => day.services),
    assumed,
  );
  return {
    ...{ assumptions, forecast, services, past, learnedDays: learned.length, timetable },
    habits: learnHabits(recent, services),
    categoryShares: Object.fromEntries(setup.queues.map(({ id }) => [id, categoryShares(recent, id)])),
  };
}

/** What the manager expects of the calendar's events and deadlines, by their ids and the queues'. */
function eventFactorsOf({ events, deadlines }: HallCalendar): Record<string, Record<string, number>> {
  return Object.fromEntries([...events, ...deadlines].map(({ id, factors }) => [id, factors]));
}

/** The hall's hours in minutes from midnight: from the first queue's to the last's. */
export function hoursOf({ queues }: Setup): { from: number; until: number } {
  const hours = queues.flatMap((queue) => queue.hours ?? []);
  if (hours.length === 0) return ASSUMED_HOURS;
  return {
    from: Math.min(...hours.map(({ from }) => minuteOf(from))),
    until: Math.max(...hours.map(({ until }) => minuteOf(until))),
  };
}

/** The closed days of a log that a hall learns from, read one after the other. */
export async function historyBefore(log: LogReader, today: string): Promise<DayHistory[]> {
  const days = await log.days();
  const histories: DayHistory[] = [];
  for (const [index, { day, seq }] of days.entries()) {
    const next = days[index + 1];
    if (next === undefined || !isOfUse(day, today)) continue;
    histories.push(historyOf(await eventsOf(log, seq, next.seq)));
  }
  return histories;
}

function isOfUse(day: string, today: string): boolean {
  if (day >= today) return false;
  const isRecent = day >= daysAfter(today, -LEARNED_DAYS);
  return isRecent || (day >= daysAfter(today, -LAST_YEAR_FROM) && day <= daysAfter(today, -LAST_YEAR_UNTIL));
}

async function eventsOf(log: LogReader, from: number, until: number): Promise<Draft[]> {
  const events: Draft[] = [];
  for await (const page of log.read(from)) {
    for (const event of page) if (event.seq < until) events.push(event);
    if ((page.at(-1)?.seq ?? until) >= until - 1) break;
  }
  return events;
}
