/**
 * Counts whose rate is itself uncertain: Poisson with a gamma rate, the negative binomial. Its variance
 * is mean + variation × mean², `variation` the squared coefficient of variation of the rate (its
 * overdispersion against Poisson).
 */

/** Terms smaller than this part of the largest are left out. */
const NEGLIGIBLE = 1e-13;

/** The count that a share does not exceed, for each share; shares ascending, each 0 < share < 1. */
export function countQuantiles(mean: number, variation: number, shares: readonly number[]): number[] {
  const { first, weights } = distribution(mean, variation);
  const total = weights.reduce((sum, each) => sum + each, 0);
  let below = 0;
  let index = -1;
  return shares.map((share) => {
    while (below < share * total && index < weights.length - 1) below += weights[++index] ?? 0;
    return first + Math.max(index, 0);
  });
}

/** P(count < k) and P(count ≤ k): between them lies the place of k in the distribution. */
export function countShares(mean: number, variation: number, k: number): [below: number, upTo: number] {
  const { first, weights } = distribution(mean, variation);
  let below = 0;
  let at = 0;
  let total = 0;
  for (const [index, weight] of weights.entries()) {
    total += weight;
    if (first + index < k) below += weight;
    else if (first + index === k) at = weight;
  }
  return [below / total, (below + at) / total];
}

/** Relative probabilities of `first`, `first` + 1, …, from the mode outwards, so that nothing underflows. */
function distribution(mean: number, variation: number): { first: number; weights: number[] } {
  if (mean <= 0) return { first: 0, weights: [1] };
  // p(k + 1) / p(k) = (mean + k × mean × variation) / ((k + 1) × (1 + mean × variation)).
  const spread = mean * variation;
  const ratio = (k: number): number => (mean + k * spread) / ((k + 1) * (1 + spread));
  const mode = Math.max(0, Math.floor(mean - spread));
  const up = [1];
  for (let k = mode, weight = 1; weight > NEGLIGIBLE; k++) {
    weight *= ratio(k);
    up.push(weight);
  }
  const down: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > NEGLIGIBLE; k--) {
    weight /= ratio(k - 1);
    down.push(weight);
  }
  return { first: mode - down.length, weights: [...down.reverse(), ...up] };
}
