/**
 * The number below which a share of a distribution lies, of a sorted sample of it: between the values at
 * share × (n + 1), as one more value falls between two neighbours with probability 1 / (n + 1) (Weibull).
 * @param share 0 … 1. NaN of an empty sample.
 */
export function quantile(sorted: Float64Array, share: number): number {
  const place = Math.min(Math.max(share * (sorted.length + 1) - 1, 0), sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (place - Math.floor(place)) * (above - below);
}
