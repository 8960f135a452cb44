import type { Command } from '../common/contract/commands.ts';
import type { Rejection, RejectionCode } from '../common/contract/rejections.ts';
import type { Answer } from '../common/contract/socket.ts';
import type { Flow } from './flow.ts';
import type { Asked, Refusal } from './situation.ts';

/** What the message line says; its sentences are in note-words.ts. */
export type Note =
  | { kind: 'refused'; refusal: Refusal; number: string }
  | { kind: 'rejected'; code: RejectionCode; calls?: Calls }
  /** No answer in time: it may have happened or not. */
  | { kind: 'unanswered' }
  | { kind: 'asked'; about: Asked; number: string }
  | { kind: 'choosing'; flow: Flow['of'] }
  | { kind: 'slow' }
  | { kind: 'done'; what: Command['type'] | 'WindowReady'; number: string; times: number }
  /** The window was ready and a ticket came to it with no press of hers. */
  | { kind: 'came'; number: string };

/** How often a ticket has been called, and how often before it may be missed. */
export interface Calls {
  made: number;
  needed: number;
}

/** How long a note stays, milliseconds: a confirmation is glanced at, a refusal is read. */
export function noteMs(note: Note): number {
  switch (note.kind) {
    case 'asked':
      return 3000;
    case 'done':
      return 4000;
    case 'choosing':
    case 'slow':
      return Number.POSITIVE_INFINITY;
    default:
      return 8000;
  }
}

/** What is said of a command that the hall has carried out. */
export function doneNote(command: Command, { ticket, window }: Answer): Note {
  const nobody = command.type === 'CallNext' && window?.status === 'ready';
  return {
    kind: 'done',
    what: nobody ? 'WindowReady' : command.type,
    number: ticket?.number ?? '',
    times: ticket?.calls ?? 0,
  };
}

/** What is said of a handout that is on its way to the printer. */
export function printedNote(number: string): Note {
  return { kind: 'done', what: 'PrintSupplement', number, times: 0 };
}

/** What is said of a command that the hall has refused. */
export function rejectedNote(rejection: Rejection): Note {
  const calls = callsOf(rejection);
  return { kind: 'rejected', code: rejection.code, ...(calls === null ? {} : { calls }) };
}

/** The hall tells how many calls a miss takes when it refuses one: “1/3”. */
export function callsOf({ code, detail = '' }: Rejection): Calls | null {
  const [, made, needed] = /^(\d+)\/(\d+)$/.exec(detail) ?? [];
  if (code !== 'CALL_AGAIN_FIRST' || made === undefined || needed === undefined) return null;
  return { made: Number(made), needed: Number(needed) };
}
