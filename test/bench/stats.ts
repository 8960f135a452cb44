/** @param share 0…1. NaN of nothing. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Significant enough to compare, short enough to read: 12,300 · 123 · 12.3 · 1.23 · 0.12. */
export function figure(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(2);
}

/** The median of the rounds, and between which the others lie. */
export function withSpread(samples: readonly number[]): string {
  return `${figure(median(samples))} (${figure(Math.min(...samples))} – ${figure(Math.max(...samples))})`;
}

export function times(ratio: number): string {
  return `${figure(ratio)} ×`;
}

/** The same sequence in every run: uniform in [0, 1). Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
