import * as z from 'zod';
import { DayOfHall, isDay, Weekday } from './hours.ts';
import { Id, LocalText } from './text.ts';

/**
 * The hall's own calendar, beside the public holidays and 调休 that the calendar library knows: what the forecast
 * is told of its days.
 */

/** Named maxima of a calendar: a busy year, and years of it. */
export const CALENDAR_LIMITS = { events: 60, deadlines: 60, days: 400 } as const;

/** A leap year, so that 02-29 is a day of the year. */
const LEAP = '2024';
const OfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/, 'expected a day of the year like 09-01')
  .refine((day) => isDay(`${LEAP}-${day}`), 'there is no such day');
const OfMonth = z.string().regex(/^(0[1-9]|[12]\d|3[01])$/, 'expected a day of the month like 15');

/**
 * By queue: how many times as many people the manager expects; what has come teaches the rest. 1 when absent.
 */
const Factors = z.record(Id, z.number().min(0.05).max(50)).default({});

/** A stretch of days on which more, or fewer, people come: every year, or once. */
const HallEvent = z
  .strictObject({
    id: Id,
    name: LocalText,
    /** Both included. Days of the year: `from` may be later in it than `until`. */
    from: z.union([OfYear, DayOfHall]),
    until: z.union([OfYear, DayOfHall]),
    factors: Factors,
  })
  .refine(({ from, until }) => from.length === until.length, {
    path: ['until'],
    message: 'must be written like from: both with the year or both without',
  })
  .refine(({ from, until }) => from.length === 5 || from <= until, {
    path: ['until'],
    message: 'must not be earlier than from',
  });

/** A day by which something must be done, and that more and more people remember as it draws near. */
const Deadline = z.strictObject({
  id: Id,
  name: LocalText,
  /** Of every month, of every year, or once; on a day off, the next working day. */
  on: z.union([OfMonth, OfYear, DayOfHall]),
  /** On how many working days it is felt, its own the last. */
  workdays: z.number().int().min(1).max(30).default(5),
  /** On its own day. */
  factors: Factors,
});

export const HallCalendar = z.strictObject({
  /** Weekdays on which it opens though they are no working days; on public holidays it is shut. */
  openWeekdays: z.array(Weekday).max(7).default([]),
  /** Days on which it is shut, or open, whatever else is said. */
  closed: z.array(DayOfHall).max(CALENDAR_LIMITS.days).default([]),
  open: z.array(DayOfHall).max(CALENDAR_LIMITS.days).default([]),
  events: z.array(HallEvent).max(CALENDAR_LIMITS.events).default([]),
  deadlines: z.array(Deadline).max(CALENDAR_LIMITS.deadlines).default([]),
});
export type HallCalendar = z.infer<typeof HallCalendar>;

type Complain = (path: (string | number)[], message: string) => void;

/** What a calendar's own shape can not say. @param queues the ids of the hall's queues. */
export function checkCalendar(
  { open, closed, events, deadlines }: HallCalendar,
  queues: ReadonlySet<string>,
  complain: Complain,
): void {
  open.forEach((day, index) => {
    if (closed.includes(day)) complain(['calendar', 'open', index], `${day} is named under closed as well`);
  });
  const named = new Set<string>();
  for (const [list, entries] of Object.entries({ events, deadlines }))
    entries.forEach(({ id, factors }, index) => {
      const path = ['calendar', list, index];
      if (named.has(id)) complain([...path, 'id'], `${JSON.stringify(id)} is used twice`);
      named.add(id);
      for (const queue of Object.keys(factors))
        if (!queues.has(queue))
          complain([...path, 'factors', queue], `there is no queue ${JSON.stringify(queue)}`);
    });
}
