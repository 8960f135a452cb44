import type { WindowStatus } from '../common/contract/views.ts';
import type { ActionKey } from './keys.ts';
import { actionOf, type Known, refusal } from './possible.ts';
import type { Action } from './situation.ts';

/** The places of the action bar, in the order of a service. */
export const BUTTONS = ['next', 'recall', 'start', 'finish', 'miss', 'pause', 'door'] as const;
export type BarButton = (typeof BUTTONS)[number];

/** The second row: what is done now and then, each in a place of its own, empty while it does not apply. */
export const MORE_BUTTONS = ['hold', 'transfer', 'add', 'outcome', 'return', 'exception'] as const;
export type MoreButton = (typeof MORE_BUTTONS)[number];

const KEYS = {
  next: 'Space',
  recall: 'R',
  start: 'S',
  finish: 'F',
  miss: 'M',
  pause: 'P',
  hold: 'H',
  transfer: 'T',
  add: 'A',
  outcome: 'ShiftF',
  return: 'B',
  exception: 'X',
} as const;

/** What a place stands for now. A click is a press of its key and is judged the same. */
export function buttonAction(
  button: BarButton | MoreButton,
  status: WindowStatus,
  finishCallsNext: boolean,
): { key: ActionKey; action: Action } {
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

/** Whether a place of the second row applies now. On a screen that may be old it is as it was last seen. */
export function applies(button: MoreButton, known: Known): boolean {
  return refusal(buttonAction(button, known.status, false).action, { ...known, stale: false }) === null;
}
