import * as z from 'zod';
import { Id, LocalText } from './contract/text.ts';

/** What operators see of what stands behind a hall: its printer, and the jobs behind the effects. */

/** The reason of a job that nobody could use any more: the one that is no fault. */
export const TOO_LATE = 'came too late to be of use';

/** A line of jobs, done one after the other. */
export const LineView = z.object({
  /** What is done: print. */
  kind: z.string(),
  /** Null when the jobs of all halls stand in it. */
  hall: Id.nullable(),
  waiting: z.number().int(),
  active: z.number().int(),
  /** Of the active ones: those that have failed before. */
  retrying: z.number().int(),
  /** Given up; no more than a hundred are kept. */
  dead: z.number().int(),
});
export type LineView = z.infer<typeof LineView>;

/** A job that was given up. */
export const DeadLetterView = z.object({
  id: z.string(),
  kind: z.string(),
  hall: Id,
  /** When, in milliseconds since 1970. */
  at: z.number().int(),
  reason: z.string(),
});
export type DeadLetterView = z.infer<typeof DeadLetterView>;

/** How the slip printer says it is. */
export const PrinterView = z.object({
  state: z.enum(['unknown', 'ready', 'warning', 'failing']),
  reasons: z.array(z.object({ code: z.string(), text: LocalText })),
});
export type PrinterView = z.infer<typeof PrinterView>;

export const LinesAnswer = z.object({ lines: z.array(LineView) });
export const DeadLettersAnswer = z.object({ deadLetters: z.array(DeadLetterView) });
/** How many jobs are being done again. */
export const AgainAnswer = z.object({ again: z.number().int() });
