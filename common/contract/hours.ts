import * as z from 'zod';

/** Times of day and days of a hall, as its file writes them. */

export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time of day like 09:00');

/** From one time of day until another of the same day, in the hall's time zone. */
export const Hours = z
  .strictObject({ from: ClockTime, until: ClockTime })
  .refine((hours) => hours.from < hours.until, { path: ['until'], message: 'must be later than from' });
export type Hours = z.infer<typeof Hours>;

/** Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

/** A day there is: 2026-02-30 is none. */
export const DayOfHall = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2026-11-23')
  .refine(isDay, 'there is no such day');

/** Whether YYYY-MM-DD is a day of the calendar. */
export function isDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
