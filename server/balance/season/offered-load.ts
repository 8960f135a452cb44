import { normalTail } from '../lognormal.ts';
import type { ServiceTime } from '../model.ts';

/** E[min(S, x)] of a service time S: how much of the first x minutes after a call is service, in minutes. */
export type LimitedMean = (minutes: number) => number;

/** Of a lognormal service time; of one without variation, the time itself. */
export function limitedMean({ meanMinutes, squaredVariation }: ServiceTime): LimitedMean {
  if (squaredVariation === 0) return (minutes) => Math.min(Math.max(minutes, 0), meanMinutes);
  const sigma = Math.sqrt(Math.log1p(squaredVariation));
  const mu = Math.log(meanMinutes) - sigma ** 2 / 2;
  return (minutes) => {
    if (minutes <= 0) return 0;
    const z = (Math.log(minutes) - mu) / sigma;
    return meanMinutes * (1 - normalTail(z - sigma)) + minutes * normalTail(z);
  };
}

/**
 * How many windows would be busy at an instant if nobody ever had to wait: m(t) = ∫ λ(u) P(S > t − u) du,
 * the modified offered load (O. B. Jennings, A. Mandelbaum, W. A. Massey and W. Whitt, "Server staffing to
 * meet time-varying demand", Management Science 42, 1996). It peaks later and lower than λ(t) E[S].
 * @param perSlot arrivals of each slot; the rate is constant within one, and 0 before the first.
 * @param atMinutes counted from the first slot's beginning.
 */
export function offeredLoad(
  perSlot: readonly number[],
  slotMinutes: number,
  limited: LimitedMean,
  atMinutes: number,
): number {
  let load = 0;
  for (const [slot, arrivals] of perSlot.entries()) {
    const since = atMinutes - slot * slotMinutes;
    if (since <= 0) break;
    load += (arrivals / slotMinutes) * (limited(since) - limited(since - slotMinutes));
  }
  return load;
}
