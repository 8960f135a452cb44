import type { WindowStatus } from '../common/contract/views.ts';
import type { ActionKey } from './keys.ts';
import type { Action, Refusal, Situation } from './situation.ts';

const OPEN: readonly WindowStatus[] = ['free', 'ready', 'calling', 'serving', 'paused'];

const POSSIBLE: Record<Action, readonly WindowStatus[]> = {
  open: ['closed'],
  close: ['free', 'ready', 'paused'],
  callNext: ['free', 'ready'],
  finishAndCall: ['serving'],
  recall: ['calling'],
  start: ['calling'],
  finish: ['serving'],
  finishWith: ['serving'],
  miss: ['calling'],
  pause: ['free', 'ready'],
  reopen: ['paused'],
  hold: ['serving'],
  resume: ['free', 'ready'],
  transfer: ['calling', 'serving'],
  add: ['calling', 'serving'],
  // A finish or miss may be taken back while the window is free, a start while it serves: the hall knows.
  undo: ['closed', ...OPEN],
  return: OPEN,
  exception: OPEN,
};

/** Actions about the ticket on the screen: never tried on a ticket the clerk does not see. */
const ABOUT_THE_TICKET: ReadonlySet<Action> = new Set([
  'finishAndCall',
  'recall',
  'start',
  'finish',
  'finishWith',
  'miss',
  'hold',
  'transfer',
  'add',
]);

/** What a button or press needs to know to be refused. */
export type Known = Pick<
  Situation,
  'status' | 'ticket' | 'calls' | 'waiting' | 'held' | 'undoable' | 'role' | 'stale'
>;

/** What a key means at a window in this state. */
export function actionOf(key: ActionKey, status: WindowStatus, finishCallsNext: boolean): Action {
  switch (key) {
    case 'Space':
      return finishCallsNext && status === 'serving' ? 'finishAndCall' : 'callNext';
    case 'O':
      return 'open';
    case 'C':
      return 'close';
    case 'R':
      return 'recall';
    case 'S':
      return 'start';
    case 'F':
      return 'finish';
    case 'ShiftF':
      return 'finishWith';
    case 'M':
      return 'miss';
    case 'P':
      return status === 'paused' ? 'reopen' : 'pause';
    case 'H':
      return status === 'free' || status === 'ready' ? 'resume' : 'hold';
    case 'T':
      return 'transfer';
    case 'A':
      return 'add';
    case 'U':
      return 'undo';
    case 'B':
      return 'return';
    case 'X':
      return 'exception';
  }
}

/** Why not, or null when it is possible as far as this screen knows. */
export function refusal(action: Action, known: Known): Refusal | null {
  const { status, ticket, waiting, stale } = known;
  if (ABOUT_THE_TICKET.has(action) && ticket === null) return status;
  const lacking = lacks(action, known);
  if (lacking !== null) return lacking;
  if (stale) return null;
  if (!POSSIBLE[action].includes(status)) return action === 'open' ? 'alreadyOpen' : status;
  const tooFewOrMany = againstTheRule(action, known);
  if (tooFewOrMany !== null) return tooFewOrMany;
  // Ready already: the next suitable ticket comes by itself.
  return action === 'callNext' && status === 'ready' && waiting === 0 ? 'ready' : null;
}

/** What the rule has against another call, or against a miss so soon. */
function againstTheRule(action: Action, { calls }: Known): Refusal | null {
  if (calls === null) return null;
  if (action === 'miss') return calls.beforeMiss > 0 ? 'callAgain' : null;
  if (action !== 'recall') return null;
  if (calls.recalls >= calls.maxRecalls) return 'recallLimit';
  return calls.pauseMs > 0 ? 'recallPause' : null;
}

/** What is not there, or not hers, even on a screen that may be old. */
function lacks(action: Action, { held, undoable, role }: Known): Refusal | null {
  if (action === 'resume' && held.length === 0) return 'noneHeld';
  if (action === 'undo' && !undoable) return 'nothingToUndo';
  return action === 'exception' && role === 'clerk' ? 'leadsOnly' : null;
}
