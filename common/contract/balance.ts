import * as z from 'zod';
import { AdvicePromise, Estimate, MoveView } from './advice.ts';
import { AutomaticReason, Day, Queues } from './commands.ts';
import { Id, LocalText } from './text.ts';
import { Instant, WindowView } from './views.ts';

/**
 * What a manager asks of the balance and is answered. `desk` is the window of the one who asks, whose role
 * in the hall's file has to be manager; instants are milliseconds, waits minutes.
 */

export const AtDesk = z.strictObject({ desk: Id });

export const AdviceView = AdvicePromise.extend({
  id: Id,
  /** open: can be applied; old: another has come since. */
  state: z.enum(['open', 'old', 'applied', 'undone']),
  appliedAt: Instant.nullable(),
  automatic: z.boolean(),
});
export type AdviceView = z.infer<typeof AdviceView>;

/** R32: a threshold that is crossed now, with the figure and its limit. */
export const Crossing = z.object({
  kind: z.enum(['wait', 'waiting', 'per-window']),
  queue: Id,
  value: z.number(),
  limit: z.number(),
});
export type Crossing = z.infer<typeof Crossing>;

/** Advice is applied by itself, within these limits. */
export const AutomaticView = z.object({
  on: z.boolean(),
  /** When and at which desk (`counter:w55`) it was last switched, and why; null before it ever was. */
  switched: z.object({ at: Instant, by: z.string(), reason: AutomaticReason }).nullable(),
  /** A window keeps its queues for at least so long; minutes. */
  dwellMinutes: z.number(),
  maxMovesPerHour: z.number().int(),
  /** Nothing is changed in the last minutes before closing. */
  quietMinutes: z.number(),
});
export type AutomaticView = z.infer<typeof AutomaticView>;

export const AdviceAnswer = z.object({
  /** The latest; null until the first has been reckoned. */
  advice: AdviceView.nullable(),
  /** Applied today, newest first. */
  applied: z.array(AdviceView),
  /** The next is being reckoned. */
  reckoning: z.boolean(),
  crossings: z.array(Crossing),
  automatic: AutomaticView,
});
export type AdviceAnswer = z.infer<typeof AdviceAnswer>;

/** What an applied advice promised, and what came: from its application to now or until it was undone. */
export const OutcomeView = z.object({
  advice: Id,
  appliedAt: Instant,
  /** When it was undone or its last move ended; null while it holds. */
  endedAt: Instant.nullable(),
  automatic: z.boolean(),
  moves: z.array(MoveView),
  /** The mean wait of who was called since: promised without and with the moves, and what it was. */
  promisedNothing: Estimate,
  promised: Estimate,
  came: z.number().nullable(),
  /** Tickets that `came` is the mean of. */
  tickets: z.number().int(),
  queues: z.array(
    z.object({
      queue: Id,
      promisedNothing: z.number(),
      promised: z.number(),
      came: z.number().nullable(),
      tickets: z.number().int(),
    }),
  ),
});
export type OutcomeView = z.infer<typeof OutcomeView>;

/** How evenly the hall waits: 100 when all queues wait alike and within their targets. */
export const BalanceScore = z.object({ at: Instant, score: z.number() });
export type BalanceScore = z.infer<typeof BalanceScore>;

export const OutcomesAnswer = z.object({
  outcomes: z.array(OutcomeView),
  /** Today, every five minutes, oldest first. */
  scores: z.array(BalanceScore),
});
export type OutcomesAnswer = z.infer<typeof OutcomesAnswer>;

/** Expected waits told today to who took a number, held against what they waited. */
export const PredictionFigures = z.object({
  tickets: z.number().int(),
  /** Wait − expected mean, over the tickets; null without any. */
  meanError: z.number().nullable(),
  meanAbsoluteError: z.number().nullable(),
  /** Share of waits no longer than P50, than P90, and from P10 to P90: 0.5, 0.9, 0.8 if all were right. */
  underP50: z.number().nullable(),
  underP90: z.number().nullable(),
  withinBand: z.number().nullable(),
});
export type PredictionFigures = z.infer<typeof PredictionFigures>;

export const PredictionsAnswer = z.object({
  hall: PredictionFigures,
  queues: z.record(Id, PredictionFigures),
});
export type PredictionsAnswer = z.infer<typeof PredictionsAnswer>;

/** What the hall's sheet starts from. */
export const BalanceSetup = z.object({
  windows: z.array(
    z.object({
      id: Id,
      number: z.number().int(),
      zone: Id,
      /** By the hall's file, its primary queue first; what it serves now is in its WindowView. */
      queues: z.array(Id),
      /** What its clerk may be given. */
      qualified: z.array(Id),
      /** When its clerk is there today by the roster, lunch and absences left out; null without one. */
      shifts: z.array(z.object({ from: Instant, until: Instant })).nullable(),
    }),
  ),
  queues: z.array(z.object({ id: Id, name: LocalText, targetMinutes: z.number() })),
});
export type BalanceSetup = z.infer<typeof BalanceSetup>;

/** A day with other windows, hours or targets; what is not named stays. */
export const Simulate = z.strictObject({
  desk: Id,
  windows: z
    .array(
      z.strictObject({
        window: Id,
        /** Its queues, the primary one first; any the hall has: what if the clerk were qualified. */
        queues: Queues.optional(),
        /** When it is open, from now on; instants. Both left out: as it is. An empty list: shut. */
        open: z
          .array(z.strictObject({ from: Instant, until: Instant }))
          .max(8)
          .optional(),
      }),
    )
    .max(500)
    .default([]),
  /** Minutes by queue. */
  targets: z.record(Id, z.number().min(0).max(1440)).default({}),
});
export type Simulate = z.infer<typeof Simulate>;

export const SimulatedDay = z.object({
  meanWait: Estimate,
  queues: z.record(
    Id,
    z.object({
      /** Of who waits now or still comes: who is called, and who never is. */
      tickets: z.number(),
      unserved: z.number(),
      /** Of who is called. */
      meanWait: z.number(),
      /** Share of all that are called within the queue's target. */
      withinTarget: z.number(),
    }),
  ),
});
export type SimulatedDay = z.infer<typeof SimulatedDay>;

export const SimulateAnswer = z.object({
  today: SimulatedDay,
  changed: SimulatedDay,
  /** The change of the mean wait on the same days. */
  effect: Estimate,
});
export type SimulateAnswer = z.infer<typeof SimulateAnswer>;

/** A list with an entry for each half hour of the day, 00:00 first. */
const HalfHours = z.array(z.number());

export const SeasonDayView = z.object({
  day: Day,
  queues: z.array(
    z.object({
      queue: Id,
      arrivals: HalfHours,
      /** What these fall below with probability 0.1 and 0.9. */
      low: HalfHours,
      high: HalfHours,
      /** Windows for this queue alone that keep its target. */
      windows: HalfHours,
      /** On the most similar day of last year; null when none is known. */
      lastYear: HalfHours.nullable(),
    }),
  ),
  /** Windows if each served every queue. */
  pooled: HalfHours,
  /** Windows whose clerks are there by the roster; null without one. */
  rostered: HalfHours.nullable(),
  /** What the hall's calendar says of the day: events and deadlines drawing near. */
  events: z.array(LocalText),
  lastYear: Day.nullable(),
});
export type SeasonDayView = z.infer<typeof SeasonDayView>;

export const SeasonAnswer = z.object({
  /** Days of the log the forecast has learned from; 0: the catalogue's assumptions alone. */
  learnedDays: z.number().int(),
  /** The next 14 days on which the hall is open. */
  days: z.array(SeasonDayView),
  /** What it were worth to qualify two more clerks, on the busiest of these days; most valuable first. */
  missing: z.array(
    z.object({
      queue: Id,
      windows: z.array(Id),
      effect: Estimate,
      queueWaits: z.object({ without: z.number(), with: z.number() }),
    }),
  ),
});
export type SeasonAnswer = z.infer<typeof SeasonAnswer>;

/** What windows should serve on the next open day, all of it. */
export const TomorrowAnswer = z.object({
  /** Null when the hall opens on no day that is near. */
  day: Day.nullable(),
  /** What the hall's calendar says of it. */
  events: z.array(LocalText),
  /** applied: planned, and begun when the day opens. Null when by the roster nobody is there. */
  advice: AdviceView.nullable(),
});
export type TomorrowAnswer = z.infer<typeof TomorrowAnswer>;

export const PlannedAnswer = z.object({ seq: z.number().int(), tomorrow: TomorrowAnswer });
export type PlannedAnswer = z.infer<typeof PlannedAnswer>;

export const AssignAnswer = z.object({
  seq: z.number().int(),
  /** The windows concerned, as they are now. */
  windows: z.array(WindowView),
});
export type AssignAnswer = z.infer<typeof AssignAnswer>;

export const AppliedAnswer = z.object({ seq: z.number().int(), advice: AdviceView });
export type AppliedAnswer = z.infer<typeof AppliedAnswer>;
