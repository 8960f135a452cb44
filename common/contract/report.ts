import * as z from 'zod';
import { Day } from './commands.ts';
import { Id, LocalText } from './text.ts';

/** A day of a hall in figures (R45, R46). Times are milliseconds, rates are shares of 1; null: nothing to reckon with. */

/** How long something took, each time it happened. */
export const Spread = z.object({
  count: z.number().int(),
  totalMs: z.number(),
  meanMs: z.number().nullable(),
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
  maxMs: z.number().nullable(),
});
export type Spread = z.infer<typeof Spread>;

export const Figures = z.object({
  /** Tickets issued; null of windows and clerks, who issue none. */
  issued: z.number().int().nullable(),
  /** From the issue, or the booked slot, to the first call. */
  wait: Spread,
  /** Visits of a queue that were called; and those that were missed and did not come back. */
  called: z.number().int(),
  missed: z.number().int(),
  abandonRate: z.number().nullable(),
  /** Services finished; and those of them whose wait was within the target. */
  served: z.number().int(),
  onTarget: z.number().int(),
  onTargetRate: z.number().nullable(),
  /** From the call to the start. */
  walk: Spread,
  /** From the start to the end, holds not included. */
  service: Spread,
  servingMs: z.number(),
  /** Of windows, and so null of queues and departments. */
  openMs: z.number().nullable(),
  pausedMs: z.number().nullable(),
  utilisation: z.number().nullable(),
});
export type Figures = z.infer<typeof Figures>;

/** The figures of one department, queue, window, clerk or hour. */
export const FiguresRow = z.object({
  /** Null of what belongs to none. */
  id: z.string().nullable(),
  name: LocalText.nullable(),
  figures: Figures,
});
export type FiguresRow = z.infer<typeof FiguresRow>;

export const DayReport = z.object({
  /** Of the definitions: a report by others is made again. */
  version: z.number().int(),
  hall: Id,
  hallName: LocalText,
  day: Day,
  timeZone: z.string(),
  /** The hash the day closed with: whose log these figures are of. */
  lastHash: z.string(),
  total: Figures,
  departments: z.array(FiguresRow),
  queues: z.array(FiguresRow),
  windows: z.array(FiguresRow),
  /** As the log names who acted at a window: `counter:w3`. */
  clerks: z.array(FiguresRow),
  /** Of the hall's clock, as `09:00`. */
  hours: z.array(FiguresRow),
});
export type DayReport = z.infer<typeof DayReport>;

/** The days a report can be had of, the latest first. */
export const ReportsAnswer = z.object({ days: z.array(Day) });
