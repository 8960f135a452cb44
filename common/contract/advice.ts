import * as z from 'zod';
import { MAX_QUEUES } from './limits.ts';
import { Id } from './text.ts';

/** What an advice says: its moves and what they are expected to do. It goes into the log when it is applied. */

/** Moves one advice may have; far above what is advised. */
export const MAX_MOVES = 64;

/** Milliseconds since 1970-01-01T00:00Z. */
const At = z.number();

/** A figure simulated on many days, and the standard error of its mean; minutes. */
export const Estimate = z.strictObject({ mean: z.number(), standardError: z.number() });
export type Estimate = z.infer<typeof Estimate>;

/** What is expected of the rest of the day. */
export const Expectation = z.strictObject({
  /** Of everybody who waits or still comes. */
  meanWait: Estimate,
  /** By queue: the mean over its tickets. */
  queues: z.record(Id, z.number()).refine((queues) => Object.keys(queues).length <= MAX_QUEUES),
});
export type Expectation = z.infer<typeof Expectation>;

/** One window serves one more queue for a while, or opens though it was not to. */
export const MoveView = z.strictObject({
  window: Id,
  number: z.number().int(),
  /** Null: it opens, for its own queues. */
  queue: Id.nullable(),
  from: At,
  /** Null: until the day's end. */
  until: At.nullable(),
  /** What the move adds to those before it: the change of the mean wait, below 0 when shorter. */
  effect: Estimate,
  /** Expected after this move and those before it. */
  after: Expectation,
});
export type MoveView = z.infer<typeof MoveView>;

/** What an advice promised when it was given. */
export const AdvicePromise = z.strictObject({
  at: At,
  /** What is expected when nothing is done. */
  nothing: Expectation,
  /** None: nothing is better than doing nothing. */
  moves: z.array(MoveView).max(MAX_MOVES),
  /** The change by all moves together. */
  together: Estimate,
});
export type AdvicePromise = z.infer<typeof AdvicePromise>;
