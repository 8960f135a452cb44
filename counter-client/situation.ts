import type { Command } from '../common/contract/commands.ts';
import type { Role } from '../common/contract/config.ts';
import type { WindowStatus } from '../common/contract/views.ts';
import type { Calls } from './calls.ts';
import type { Flow } from './flow.ts';
import type { Key } from './keys.ts';

/** What a clerk does at her window. */
export type Action =
  | 'open'
  | 'close'
  | 'callNext'
  | 'finishAndCall'
  | 'recall'
  | 'start'
  | 'finish'
  | 'finishWith'
  | 'miss'
  | 'pause'
  | 'reopen'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'add'
  | 'undo'
  | 'return'
  | 'exception';

/** Actions that end something and are asked about first, by a second press. */
export type Asked = 'miss' | 'close';

/** Everything a press is judged by. Times are milliseconds of one clock that never runs back. */
export interface Situation {
  window: string;
  status: WindowStatus;
  /** The ticket called or served here. */
  ticket: { id: string; number: string } | null;
  /** How the called ticket stands with the rule; null when none is called, or not known. */
  calls: Calls | null;
  /** People waiting for this window. */
  waiting: number;
  /** Tickets on hold here. */
  held: readonly string[];
  /** What may be taken back now. */
  undoable: boolean;
  role: Role;
  /** The business day, for numbers that are typed; and the hall's categories. */
  day: string | null;
  categories: readonly string[];
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
  /** What the clerk is being asked before a command can be sent. */
  flow: Flow | null;
  /** When a question was taken off the screen because the hall had moved on. */
  interruptedAt: number | null;
}

/** Why an action is not possible: the state of the window says what is. */
export type Refusal =
  | WindowStatus
  | 'alreadyOpen'
  | 'noneHeld'
  | 'nothingToUndo'
  | 'recallLimit'
  | 'recallPause'
  | 'callAgain'
  | 'leadsOnly'
  | 'noSuchNumber'
  | 'badCaseNumber';

export type Step =
  | { do: 'nothing' }
  | { do: 'send'; action: Action; commands: Command[] }
  | { do: 'ask'; about: Asked }
  | { do: 'choose'; flow: Flow | null }
  | { do: 'say'; refusal: Refusal };

export const NOTHING: Step = { do: 'nothing' };
