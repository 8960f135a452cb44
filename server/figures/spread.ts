import type { Spread } from '../../common/contract/report.ts';

/** Mean, median, P90 and longest of some times, in any order. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const totalMs = sorted.reduce((sum, each) => sum + each, 0);
  return {
    count: sorted.length,
    totalMs,
    meanMs: sorted.length === 0 ? null : totalMs / sorted.length,
    medianMs: quantile(sorted, 0.5),
    p90Ms: quantile(sorted, 0.9),
    maxMs: sorted.at(-1) ?? null,
  };
}

/** Between the two nearest ranks, as spreadsheets' PERCENTILE has it, so that an export can be checked in one. */
function quantile(sorted: readonly number[], share: number): number | null {
  const rank = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (rank - Math.floor(rank));
}
