/** A time that something lasted, or lasted at the least. */
export interface Lasting {
  value: number;
  /** False: it lasted longer than `value`, nobody knows how much. */
  complete: boolean;
}

/**
 * Quantiles of what is partly known only from below, by the product-limit estimate: E. L. Kaplan and
 * P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958). Between two complete
 * values linearly; null beyond the share that the estimate reaches.
 * @param shares ascending, each 0 < share < 1.
 */
export function survivalQuantiles(
  lastings: readonly Lasting[],
  shares: readonly number[],
): (number | null)[] {
  // Of equals, the complete ones first: who was lost at that instant had lasted so long.
  const sorted = [...lastings].sort((a, b) => a.value - b.value || Number(b.complete) - Number(a.complete));
  const found: (number | null)[] = shares.map(() => null);
  let surviving = 1;
  let before = { value: sorted[0]?.value ?? 0, share: 0 };
  let next = 0;
  for (const [index, { value, complete }] of sorted.entries()) {
    if (!complete) continue;
    const left = surviving * (1 - 1 / (sorted.length - index));
    // The step's middle stands for the value: no bias to either side in small samples.
    const share = 1 - (surviving + left) / 2;
    for (; next < shares.length && (shares[next] ?? 1) <= share; next++) {
      const part = share === before.share ? 1 : ((shares[next] ?? 1) - before.share) / (share - before.share);
      found[next] = before.value + Math.max(part, 0) * (value - before.value);
    }
    surviving = left;
    before = { value, share };
  }
  return found;
}
