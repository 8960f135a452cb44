import type { Command } from '../common/contract/commands.ts';
import type { Action, Situation } from './situation.ts';

/** What of the actions asks nothing more before it is sent. */
export type PlainAction = Exclude<
  Action,
  'finishWith' | 'pause' | 'resume' | 'transfer' | 'add' | 'return' | 'exception'
>;

/** The ticket is named, so that a late command can not hit the ticket after it. */
export function commandsOf(
  action: PlainAction,
  { window, ticket }: Pick<Situation, 'window' | 'ticket'>,
): Command[] {
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
    case 'hold':
      return [{ type: 'HoldTicket', ...here }];
    case 'undo':
      return [{ type: 'UndoAction', window }];
  }
}
