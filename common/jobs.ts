import * as z from 'zod';
import { Id } from './contract/text.ts';

/** What operators see of the jobs behind the effects (prints). */

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
