import type { DayForecast, QueueForecast } from './arrivals.ts';

/**
 * The day's forecast, corrected by who has come so far. A queue's factor has a gamma prior that its counts
 * make a posterior (Poisson's conjugate). The prior's own mean is what the other queues say about the
 * factor that all share: a rainy morning is seen in all of them before it is seen in a small one.
 */

/** One queue's surprise tells no more of the shared factor than so many standard deviations. */
const CLIP = 3;
/** Factors are never taken for quite certain. */
const LEAST_VARIATION = 1e-6;

interface Seen {
  forecast: QueueForecast;
  came: number;
  expected: number;
  /** What a slot's own chance adds to the variation of the ratio of `came` to `expected`. */
  slotPart: number;
  /** What it says about the shared factor, and how firmly. */
  ratio: number;
  precision: number;
}

/**
 * @param came arrivals of each slot so far, by queue.
 * @param elapsedSlots slots of the day that are over, the running one in part. That one surprises only by more
 *   than is expected of all of it, or less than of the part that is over: a crowd at the door when the hall
 *   opens is no sign of fifteen such minutes.
 */
export function correctedToday(
  forecast: DayForecast,
  came: Readonly<Record<string, readonly number[]>>,
  elapsedSlots: number,
): DayForecast {
  const { sharedVariation } = forecast;
  const seen = forecast.queues.map((each) => seenOf(each, came[each.queue] ?? [], elapsedSlots, forecast));
  const prior = 1 / Math.max(sharedVariation, LEAST_VARIATION);
  const precision = seen.reduce((sum, each) => sum + each.precision, prior);
  const weighted = seen.reduce((sum, each) => sum + each.precision * each.ratio, prior);
  const queues = seen.map((each) => {
    // Without its own counts: these speak once, in its own posterior.
    const others = precision - each.precision;
    const shared = (weighted - each.precision * each.ratio) / others;
    return correctedQueue(
      each,
      shared,
      ownVariation(each.forecast, sharedVariation) + 1 / others,
      elapsedSlots,
    );
  });
  return { ...forecast, sharedVariation: 1 / precision, queues };
}

function seenOf(
  forecast: QueueForecast,
  perSlot: readonly number[],
  elapsedSlots: number,
  { sharedVariation }: DayForecast,
): Seen {
  let came = 0;
  let expected = 0;
  let squares = 0;
  for (const [slot, each] of forecast.perSlot.entries()) {
    const over = Math.min(Math.max(elapsedSlots - slot, 0), 1);
    if (over === 0 || each === 0) continue;
    const counted = perSlot[slot] ?? 0;
    const awaited = Math.min(Math.max(counted, each * over), each);
    came += counted;
    expected += awaited;
    squares += awaited ** 2;
  }
  if (expected === 0) return { forecast, came, expected, slotPart: 0, ratio: 1, precision: 0 };
  const slotPart = (forecast.slotVariation * squares) / expected ** 2;
  const variance = 1 / expected + slotPart + ownVariation(forecast, sharedVariation);
  const bound = CLIP * Math.sqrt(variance + sharedVariation);
  const ratio = 1 + Math.min(Math.max(came / expected - 1, -bound), bound);
  return { forecast, came, expected, slotPart, ratio, precision: 1 / variance };
}

function ownVariation({ levelVariation }: QueueForecast, sharedVariation: number): number {
  return Math.max(levelVariation - sharedVariation, LEAST_VARIATION);
}

function correctedQueue(
  { forecast, came, expected, slotPart }: Seen,
  shared: number,
  variation: number,
  elapsedSlots: number,
): QueueForecast {
  const shape = 1 / variation;
  // Slots vary on their own, so their counts weigh as fewer than they are.
  const weight = 1 / (1 + slotPart * expected * shared);
  const posterior = shape + weight * expected * shared;
  const factor = (shared * (shape + weight * came)) / posterior;
  return {
    ...forecast,
    perSlot: forecast.perSlot.map((each, slot) => (slot + 1 <= elapsedSlots ? each : each * factor)),
    levelVariation: 1 / (shape + weight * came),
  };
}
