import { type Command, PauseReason } from '../common/contract/commands.ts';
import type { WindowStatus } from '../common/contract/views.ts';
import { type Digit, type Key, samePlace } from './keys.ts';

/** What a clerk does at her window. */
export type Action =
  | 'open'
  | 'close'
  | 'callNext'
  | 'finishAndCall'
  | 'recall'
  | 'start'
  | 'finish'
  | 'miss'
  | 'pause'
  | 'reopen';

/** Actions that end something and are asked about first, by a second press. */
export type Asked = 'miss' | 'close';

/** A press this soon after the screen changed was aimed at what stood there before. */
export const MISCLICK_GUARD_MS = 400;
/** How long a question waits for its second press. */
export const ASK_MS = 3000;

/** Everything a press is judged by. Times are milliseconds of one clock that never runs back. */
export interface Situation {
  window: string;
  status: WindowStatus;
  /** The ticket called or served here. */
  ticket: { id: string; number: string } | null;
  /** People waiting for this window. */
  waiting: number;
  /** Whether the view may be old: then the hall, not the screen, says what is possible. */
  stale: boolean;
  /** The clerk's option: while serving, Space finishes and calls next. */
  finishCallsNext: boolean;
  underWay: boolean;
  /** The last press that was sent, and when its answer came. */
  answered: { key: Key; at: number } | null;
  /** The last change of the window's status on this screen. */
  changed: { from: WindowStatus; at: number } | null;
  asked: { about: Asked; ticket: string | null; at: number } | null;
  /** Whether the reasons for a pause are on screen. */
  choosing: boolean;
}

/** Why an action is not possible: the state of the window says what is. */
export type Refusal = WindowStatus | 'alreadyOpen';

export type Step =
  | { do: 'nothing' }
  | { do: 'send'; action: Action; commands: Command[] }
  | { do: 'ask'; about: Asked }
  | { do: 'choose'; open: boolean }
  | { do: 'say'; refusal: Refusal };

const NOTHING: Step = { do: 'nothing' };

const POSSIBLE: Record<Action, readonly WindowStatus[]> = {
  open: ['closed'],
  close: ['free', 'ready', 'paused'],
  callNext: ['free', 'ready'],
  finishAndCall: ['serving'],
  recall: ['calling'],
  start: ['calling'],
  finish: ['serving'],
  miss: ['calling'],
  pause: ['free', 'ready'],
  reopen: ['paused'],
};

/** Actions about the ticket on the screen: never tried on a ticket the clerk does not see. */
const ABOUT_THE_TICKET: ReadonlySet<Action> = new Set(['finishAndCall', 'recall', 'start', 'finish', 'miss']);

/** What a press leads to. Changes nothing; every case is a row of the table in its test. */
export function press(situation: Situation, key: Key, at: number): Step {
  if (situation.underWay || isMisclick(situation, key, at)) return NOTHING;
  if (key === 'Escape') return situation.choosing ? { do: 'choose', open: false } : NOTHING;
  if (isDigit(key)) return situation.choosing ? pauseFor(situation, key) : NOTHING;
  const action = actionOf(key, situation.status, situation.finishCallsNext);
  const refused = refusal(action, situation);
  if (refused !== null) return { do: 'say', refusal: refused };
  if (action === 'pause') return { do: 'choose', open: !situation.choosing };
  if (action === 'miss' || action === 'close') return confirm(situation, action, at);
  return { do: 'send', action, commands: commandsOf(action, situation) };
}

/** What a key means at a window in this state. */
export function actionOf(
  key: Exclude<Key, 'Escape' | Digit>,
  status: WindowStatus,
  finishCallsNext: boolean,
): Action {
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
    case 'M':
      return 'miss';
    case 'P':
      return status === 'paused' ? 'reopen' : 'pause';
  }
}

/** Why not, or null when it is possible as far as this screen knows. */
export function refusal(
  action: Action,
  { status, ticket, waiting, stale }: Pick<Situation, 'status' | 'ticket' | 'waiting' | 'stale'>,
): Refusal | null {
  if (ABOUT_THE_TICKET.has(action) && ticket === null) return status;
  if (stale) return null;
  if (!POSSIBLE[action].includes(status)) return action === 'open' ? 'alreadyOpen' : status;
  // Ready already: the next suitable ticket comes by itself.
  return action === 'callNext' && status === 'ready' && waiting === 0 ? 'ready' : null;
}

/** The second half of a double click, or a press meant for what the screen showed a moment ago. */
function isMisclick(
  { answered, changed, status, finishCallsNext }: Situation,
  key: Key,
  at: number,
): boolean {
  if (answered !== null && at - answered.at < MISCLICK_GUARD_MS && samePlace(key, answered.key)) return true;
  if (changed === null || at - changed.at >= MISCLICK_GUARD_MS || key === 'Escape' || isDigit(key))
    return false;
  return actionOf(key, changed.from, finishCallsNext) !== actionOf(key, status, finishCallsNext);
}

/** A question holds for the ticket it was asked about, and a double click does not answer it. */
function confirm(situation: Situation, about: Asked, at: number): Step {
  const { asked, ticket } = situation;
  const age = asked?.about === about && asked.ticket === (ticket?.id ?? null) ? at - asked.at : ASK_MS + 1;
  if (age < MISCLICK_GUARD_MS) return NOTHING;
  if (age > ASK_MS) return { do: 'ask', about };
  return { do: 'send', action: about, commands: commandsOf(about, situation) };
}

function pauseFor({ window }: Situation, digit: Digit): Step {
  const reason = PauseReason.options[Number(digit) - 1];
  if (reason === undefined) return NOTHING;
  return { do: 'send', action: 'pause', commands: [{ type: 'PauseWindow', window, reason }] };
}

/** The ticket is named, so that a late command can not hit the ticket after it. */
function commandsOf(action: Exclude<Action, 'pause'>, { window, ticket }: Situation): Command[] {
  const here = ticket === null ? { window } : { window, ticket: ticket.id };
  switch (action) {
    case 'open':
      return [{ type: 'OpenWindow', window }];
    case 'close':
      return [{ type: 'CloseWindow', window }];
    case 'reopen':
      return [{ type: 'ReopenWindow', window }];
    case 'callNext':
      return [{ type: 'CallNext', window, ready: true }];
    case 'finishAndCall':
      return [
        { type: 'FinishService', ...here },
        { type: 'CallNext', window, ready: true },
      ];
    case 'recall':
      return [{ type: 'Recall', ...here }];
    case 'start':
      return [{ type: 'StartService', ...here }];
    case 'finish':
      return [{ type: 'FinishService', ...here }];
    case 'miss':
      return [{ type: 'MissTicket', ...here }];
  }
}

function isDigit(key: Key): key is Digit {
  return key >= '1' && key <= '6';
}
