import type { Model, Span, WindowPlan } from '../model.ts';
import type { Start } from '../simulate/start.ts';
import { difference, type Estimate, estimate, meanWait, meanWaitOf } from './effect.ts';
import { type Move, type MoveLimits, moved, possibleMoves } from './moves.ts';
import { pressureOf } from './pressure.ts';
import { Search } from './search.ts';
import { type DayWaits, Trial } from './trial.ts';

/** Which windows should serve what, from now until closing, and what that is expected to do. */

export interface AdviceLimits extends MoveLimits {
  maxMoves: number;
  /** A move must shorten the mean wait at least by this share of it, 0 … 1, and surely so. */
  worthwhileShare: number;
}

export const ADVICE_LIMITS: AdviceLimits = {
  dwellMinutes: 60,
  leadMinutes: 5,
  maxMoves: 6,
  worthwhileShare: 0.01,
};

/** Days on which the effect is told: not those the moves were found on, which would flatter them. */
const TOLD_DAYS = 20;
const TOLD_SEED = 1_000_000;
/** A move is made only when its effect is this many standard errors from none. */
const SURE = 2;

export interface Expectation {
  /** Of everybody who waits or still comes; minutes. */
  meanWait: Estimate;
  /** By queue, mean over its tickets; minutes. */
  queues: ReadonlyMap<string, number>;
}

export interface AdvisedMove {
  move: Move;
  /** After this move and those before it. */
  after: Expectation;
  /** What this move adds to those before it: the change of the mean wait, below 0 when shorter. */
  effect: Estimate;
}

export interface Advice {
  /** What is expected when nothing is done. */
  nothing: Expectation;
  moves: readonly AdvisedMove[];
  /** The change by all moves together; 0 ± 0 without any. */
  together: Estimate;
}

/**
 * Greedy search over moves with common random numbers: the same start and model, the same advice. Its work
 * is bounded by named maxima (`MAX_FIRST_TICKETS`, the rounds of the search): two to three seconds on a
 * slow core for a hall of 55 windows at opening.
 */
export function advise(model: Model, start: Start, limits: AdviceLimits = ADVICE_LIMITS): Advice {
  const trial = new Trial(model, start, 1);
  const pressure: ReadonlyMap<string, Span> = pressureOf(model, trial);
  const candidates = possibleMoves(model, start.at, pressure, limits);
  const found = new Search(model, trial, limits.maxMoves).find(candidates);
  return told(model, start, found, limits);
}

/** The moves found, on days of their own, without those that do nothing there. */
function told(model: Model, start: Start, found: readonly Move[], limits: AdviceLimits): Advice {
  const trial = new Trial(model, start, TOLD_SEED);
  const nothing = trial.live(model.plans, 0, TOLD_DAYS);
  const moves: AdvisedMove[] = [];
  let plans: readonly WindowPlan[] = model.plans;
  let before = nothing;
  for (const move of found) {
    const changed = moved(model, plans, move);
    const after = trial.live(changed, 0, TOLD_DAYS);
    const effect = difference(before, after);
    const isSure = -effect.mean > SURE * effect.standardError;
    if (!isSure || -effect.mean < limits.worthwhileShare * meanWait(before)) continue;
    moves.push({ move, after: expectation(model, after), effect });
    plans = changed;
    before = after;
  }
  return { nothing: expectation(model, nothing), moves, together: difference(nothing, before) };
}

function expectation({ setup }: Model, days: readonly DayWaits[]): Expectation {
  return {
    meanWait: estimate(days.map((day) => meanWait([day]))),
    queues: new Map(setup.queues.map(({ id }, index) => [id, meanWaitOf(days, index)])),
  };
}
