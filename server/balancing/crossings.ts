import type { Crossing } from '../../common/contract/balance.ts';
import { crossedBy } from '../../common/thresholds.ts';
import type { HallState } from '../hall/state.ts';
import { queueView } from '../hall/views/views.ts';

/** The thresholds that are crossed now, by queue. */
export function crossingsOf(state: HallState, at: number): Crossing[] {
  return [...state.queues.values()].flatMap((queue) => {
    const view = queueView(state, queue, at);
    return crossedBy(view, at).map((crossed) => ({ ...crossed, queue: view.id }));
  });
}
