import type { Setup } from '../../common/contract/config.ts';

/**
 * What the balance reckons with: plain data that the forecast, the roster and the hall's log are turned
 * into. Instants are milliseconds on one clock, the log's (since 1970-01-01T00:00Z) unless a test has its
 * own. Amounts of time are minutes where the name says so.
 */

/** Arrival rates are given by this slot. */
export const SLOT_MINUTES = 15;

/** From one instant until another, the second not included. */
export interface Span {
  from: number;
  until: number;
}

export interface Model {
  /** Queues, windows, categories and the rule, as the hall's log has them. Windows' queues are the plans'. */
  setup: Setup;
  demand: Demand;
  /** One for each window that is open at any time, or could be; a window without one stays shut. */
  plans: readonly WindowPlan[];
  habits: Habits;
}

/** Who is expected to come. */
export interface Demand {
  /** When the first slot of every queue begins. */
  from: number;
  queues: readonly QueueDemand[];
}

export interface QueueDemand {
  queue: string;
  /** Arrival rate: expected walk-ins in each slot of SLOT_MINUTES from `Demand.from` on. */
  perSlot: readonly number[];
  /**
   * Squared coefficient of variation of the factor by which the day turns out busier or quieter for this
   * queue than expected (lognormal, mean 1); 0 when it is known.
   */
  levelVariation: number;
  service: ServiceTime;
  /** Share of the walk-ins that come with each category, 0 … 1; the rest come without one. */
  categoryShares: Readonly<Record<string, number>>;
  /** The slots' first instants of the bookings that have not come yet, one entry for each booking. */
  bookings: readonly number[];
}

/** Time at the window from call to finish at a window whose primary queue it is; lognormal. */
export interface ServiceTime {
  /** Above 0. */
  meanMinutes: number;
  /** Squared coefficient of variation; 0 when every service takes the mean. */
  squaredVariation: number;
}

/** A window's day, and what may be made of it. */
export interface WindowPlan {
  window: string;
  /**
   * When it is open and for which queues, in order of time, not overlapping: lunch and absences are what
   * lies between. A window finishes whom it serves when a span ends, and calls nobody else. The last
   * span's `until` may be Infinity: the window then serves until nobody waits.
   */
  open: readonly OpenSpan[];
  /** The queues its clerk is qualified for, whatever it serves by this plan. */
  qualified: readonly string[];
  /** When its clerk could open it though the plan has it shut; lunch and absences are not in here. */
  standby: readonly Span[];
}

export interface OpenSpan extends Span {
  /** Its queues in that time; the first is its primary queue. */
  queues: readonly string[];
}

/** How clerks and citizens of this hall do things; `NO_HABITS` where nothing is known. */
export interface Habits {
  /** Service of a queue that is not the window's primary takes this many times as long; 1 when no longer. */
  secondaryFactor: number;
  /** Added to a service when the window served another queue before; minutes. */
  switchMinutes: number;
  /** Share of called tickets that do not come, 0 … 1, and how long the window waits for each; minutes. */
  missedShare: number;
  missedMinutes: number;
  /** Mean of the exponential patience after which a waiting citizen leaves; null when nobody does. Minutes. */
  patienceMinutes: number | null;
  /** Share of bookings that nobody checks in, 0 … 1. */
  noShowShare: number;
}

export const NO_HABITS: Habits = {
  secondaryFactor: 1,
  switchMinutes: 0,
  missedShare: 0,
  missedMinutes: 0,
  patienceMinutes: null,
  noShowShare: 0,
};
