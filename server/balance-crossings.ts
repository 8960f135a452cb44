import type { Crossing } from '../common/contract/balance.ts';
import type { HallState } from './hall/state.ts';
import { queueView } from './hall/views/views.ts';

const MINUTE_MS = 60_000;
/** R32: what a manager is told of. */
const WAIT_MINUTES = 30;
const WAITING = 20;
const PER_WINDOW = 10;

/** The thresholds that are crossed now, by queue. */
export function crossingsOf(state: HallState, at: number): Crossing[] {
  const crossings: Crossing[] = [];
  for (const queue of state.queues.values()) {
    const { id, waiting, waitingSince, openWindows } = queueView(state, queue, at);
    const minutes = waitingSince === null ? 0 : (at - waitingSince) / MINUTE_MS;
    const perWindow = waiting / Math.max(1, openWindows);
    const add = (kind: Crossing['kind'], value: number, limit: number): void => {
      if (value > limit) crossings.push({ kind, queue: id, value, limit });
    };
    add('wait', minutes, WAIT_MINUTES);
    add('waiting', waiting, WAITING);
    add('per-window', perWindow, PER_WINDOW);
  }
  return crossings;
}
