import type { Command } from '../../common/contract/commands.ts';
import type { Outcome } from '../../server/service/answers.ts';
import type { HallService } from '../../server/service/service.ts';
import { issueTicket as completeIssue } from './given.ts';

export function issueTicket(queue: string): Command {
  return completeIssue(queue, { print: false });
}

export function callNext(window: string, ready = false): Command {
  return { type: 'CallNext', window, ready };
}

export type Asked = (command: Command, commandId?: string) => Promise<Outcome>;

/** Asks a hall under ids of its own, or under the one given. */
export function asking(service: HallService, by = 'test'): Asked {
  let count = 0;
  return (command, commandId = `${by}-command-${++count}`) => service.execute(command, { commandId, by });
}

/** The answer's number, or the code of the refusal. */
export function wordOf(outcome: Outcome): string {
  return outcome.ok ? (outcome.ticket?.number ?? outcome.window?.status ?? 'ok') : outcome.rejection.code;
}
