import type { WindowStatus } from '../common/contract/views.ts';
import { type Action, actionOf } from './actions.ts';
import type { Digit, Key } from './keys.ts';

/** The places of the action bar, in the order of a service. */
export const BUTTONS = ['next', 'recall', 'start', 'finish', 'miss', 'pause', 'door'] as const;
export type BarButton = (typeof BUTTONS)[number];

const KEYS = { next: 'Space', recall: 'R', start: 'S', finish: 'F', miss: 'M', pause: 'P' } as const;

/** What a place stands for now. A click is a press of its key and is judged the same. */
export function buttonAction(
  button: BarButton,
  status: WindowStatus,
  finishCallsNext: boolean,
): { key: Exclude<Key, 'Escape' | Digit>; action: Action } {
  const key = button !== 'door' ? KEYS[button] : status === 'closed' ? 'O' : 'C';
  return { key, action: actionOf(key, status, finishCallsNext) };
}

/** The one thing to do next, drawn as such; null while the clerk waits for a citizen. */
export function nextAction(status: WindowStatus, finishCallsNext: boolean): Action | null {
  switch (status) {
    case 'closed':
      return 'open';
    case 'free':
      return 'callNext';
    case 'ready':
      return null;
    case 'calling':
      return 'start';
    case 'serving':
      return finishCallsNext ? 'finishAndCall' : 'finish';
    case 'paused':
      return 'reopen';
  }
}
