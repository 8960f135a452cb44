import * as z from 'zod';
import { OutOfTurnReason, TicketId } from './commands.ts';
import { Id, LocalText } from './text.ts';
import { Instant } from './views.ts';

/** What anybody may know of how a hall calls: counted, and explained to whoever waits. */

/** By reason, those that occurred. */
const ByReason = z.partialRecord(OutOfTurnReason, z.number().int());

const PublishedQueue = z.object({
  id: Id,
  prefix: z.string(),
  name: LocalText,
  targetMinutes: z.number(),
  /** Shorter promises of this queue, by category. */
  targets: z.record(Id, z.number()),
});

/** The rule's parameters in force. */
export const PublishedRule = z.object({
  thetaMinutes: z.number(),
  /** Where a queue promises nothing of its own. */
  targetMinutes: z.number(),
  queues: z.array(PublishedQueue),
  categories: z.array(z.object({ id: Id, name: LocalText, ground: LocalText })),
  shortenedShare: z.number(),
  callsBeforeMiss: z.number().int(),
  maxRecalls: z.number().int(),
  autoMissMinutes: z.number().nullable(),
  maxReturns: z.number().int(),
  returnDelayMinutes: z.number(),
  automatic: z.boolean(),
  /** A booking checked in within its slot ± checkInMinutes is due dueAfterMinutes after the slot begins. */
  checkInMinutes: z.number(),
  dueAfterMinutes: z.number(),
});
export type PublishedRule = z.infer<typeof PublishedRule>;

/** The day's calls, counted; no person is in it. */
export const FairnessCounts = z.object({
  day: z.string().nullable(),
  at: Instant,
  /** First calls today; recalls are not counted. In turn are all but those of outOfTurn. */
  calls: z.number().int(),
  inTurn: z.number().int(),
  outOfTurn: ByReason,
  /** Tickets moved out of turn to a named window, and categories changed while waiting. */
  moved: ByReason,
  categoryChanges: ByReason,
  /** Calls whose category had made them due earlier, and their share of all, 0 to 1; null before the first. */
  shortened: z.number().int(),
  priorityShare: z.number().nullable(),
  /** Waits that have ended in a first call today; 0 ms when there are none. */
  waits: z.number().int(),
  meanWaitMs: z.number(),
  longestWaitMs: z.number(),
  /** Who waits now, and the longest of them; null when nobody does. */
  waitingNow: z.number().int(),
  longestNowMs: z.number().nullable(),
  rule: PublishedRule,
});
export type FairnessCounts = z.infer<typeof FairnessCounts>;

/** With where the log stands, and where the days before ended: a rewritten log shows by these. */
export const FairnessView = FairnessCounts.extend({
  seq: z.number().int(),
  hash: z.string(),
  /** Newest first. */
  days: z.array(z.object({ day: z.string(), lastSeq: z.number().int(), hash: z.string() })),
});
export type FairnessView = z.infer<typeof FairnessView>;

/**
 * What put a call before mine. due: it was due earlier (1). primary: its business comes first at that
 * window (2). booking: by its slot (4). notYet: my booking could not be called yet (4). returned: it came
 * back after a missed call (5). kept: it was sent on, or had another matter, and kept its due instant (6).
 * sentThere: it waited for that very window. sentElsewhere: I wait for another window. share: shortened
 * targets had taken their share of the hour, so my full target counted (1). category, moved, called: out
 * of turn, with a reason (7). setup: by parameters of the rule that were in force then.
 */
export const WhyCause = z.enum([
  'due',
  'primary',
  'booking',
  'notYet',
  'returned',
  'kept',
  'sentThere',
  'sentElsewhere',
  'share',
  'category',
  'moved',
  'called',
  'setup',
]);
export type WhyCause = z.infer<typeof WhyCause>;

export const WhyCall = z.object({
  /** Of the call's event in the log. */
  seq: z.number().int(),
  at: Instant,
  number: z.string(),
  queue: Id,
  /** The number on the window. */
  window: z.number().int(),
  dueAt: Instant,
  cause: WhyCause,
  /** The point of the published rule (1 to 7). */
  point: z.number().int(),
  /** Of what was done out of turn. */
  reason: OutOfTurnReason.nullable(),
  /** Its category shortens its target by law. */
  shortened: z.boolean(),
  /** θ of that window, in minutes; with cause primary. */
  thetaMinutes: z.number(),
  /** The same in words, in the language asked for. */
  sentence: z.string(),
});
export type WhyCall = z.infer<typeof WhyCall>;

export const WhyView = z.object({
  ticket: z.object({ id: TicketId, number: z.string(), queue: Id, dueAt: Instant, issuedAt: Instant }),
  /** Whether it waits; when not, the calls are those up to its own call or end. */
  waiting: z.boolean(),
  /** Calls that it could be compared with since it has its place; how many by cause. */
  count: z.number().int(),
  causes: z.partialRecord(WhyCause, z.number().int()),
  /** The latest, newest first. */
  calls: z.array(WhyCall),
});
export type WhyView = z.infer<typeof WhyView>;
