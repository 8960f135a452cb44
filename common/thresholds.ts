import type { QueueView } from './contract/views.ts';

/** R32: what a hall is told of before it becomes a crowd. The one definition, for the server and its screens. */

const MINUTE_MS = 60_000;

/** More than these, of one queue: whole minutes of the longest wait, people, people a window. */
export const THRESHOLDS = { wait: 30, waiting: 20, 'per-window': 10 } as const;
export type Threshold = keyof typeof THRESHOLDS;

export interface Crossed {
  kind: Threshold;
  value: number;
  limit: number;
}

/** The thresholds that a queue has crossed, the one that most concerns who waits first. */
export function crossedBy(
  { waiting, waitingSince, openWindows }: Pick<QueueView, 'waiting' | 'waitingSince' | 'openWindows'>,
  now: number,
): Crossed[] {
  const values: Record<Threshold, number> = {
    wait: waitingSince === null ? 0 : Math.floor((now - waitingSince) / MINUTE_MS),
    waiting,
    'per-window': waiting / Math.max(1, openWindows),
  };
  return (Object.keys(THRESHOLDS) as Threshold[])
    .map((kind) => ({ kind, value: values[kind], limit: THRESHOLDS[kind] }))
    .filter(({ value, limit }) => value > limit);
}
