import type { ServiceTime } from '../model.ts';

/** What a queue is promised, and how many may wait longer. */
export interface WaitPromise {
  targetMinutes: number;
  /** Share of tickets that may wait longer than that, above 0 and below 1. */
  overShare: number;
}

/**
 * The fewest windows with which no more than the promised share waits longer than the target, of M/G/c with
 * this offered load: Erlang C's probability of waiting, and an exponential wait that is (1 + c²) / 2 times
 * as long as with exponential services (A. O. Allen's and J. Cunneen's approximation, c² the squared
 * coefficient of variation). 0 when there is no load.
 * @param load busy windows, in erlangs.
 */
export function windowsNeeded(
  load: number,
  { meanMinutes, squaredVariation }: ServiceTime,
  { targetMinutes, overShare }: WaitPromise,
): number {
  if (load <= NO_LOAD) return 0;
  const stretch = (1 + squaredVariation) / 2;
  let blocked = 1;
  for (let windows = 1; ; windows++) {
    // Erlang B by recursion, B(c) = a B(c − 1) / (c + a B(c − 1)).
    blocked = (load * blocked) / (windows + load * blocked);
    if (windows <= load) continue;
    const waits = (windows * blocked) / (windows - load * (1 - blocked));
    const over = waits * Math.exp((-(windows - load) * targetMinutes) / (meanMinutes * stretch));
    if (over <= overShare) return windows;
  }
}

/** Less than this is the rounding of tails, not somebody who comes. */
const NO_LOAD = 1e-3;
