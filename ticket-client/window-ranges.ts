import type { WindowView } from '../common/contract/views.ts';

/** The numbers of the windows able to call a ticket of the queue, in order: the same as on its slip. */
export function windowsServing(windows: readonly WindowView[], queue: string): number[] {
  return windows
    .filter((window) => window.queues.includes(queue))
    .map((window) => window.number)
    .sort((one, other) => one - other);
}

/** 1, 2, 3, 7 → 1–3, 7: what a person reads at a glance. Numbers must be ascending. */
export function rangesOf(numbers: readonly number[], separator: string): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map((range) => textOf(range, separator)).join(separator);
}

function textOf({ from, to }: { from: number; to: number }, separator: string): string {
  if (from === to) return `${from}`;
  return to === from + 1 ? `${from}${separator}${to}` : `${from}–${to}`;
}
