import * as z from 'zod';
import {
  AddMatter,
  CallNext,
  CallTicket,
  ChangeCategory,
  CloseWindow,
  type Command,
  FinishService,
  HoldTicket,
  MissTicket,
  MoveTicket,
  OpenWindow,
  PauseWindow,
  PrintSupplement,
  Recall,
  ReopenWindow,
  ResumeTicket,
  StartService,
  TransferTicket,
  UndoAction,
} from '../../common/contract/commands.ts';
import { Id } from '../../common/contract/text.ts';
import { SupplementView, TicketView, WindowView } from '../../common/contract/views.ts';
import type { Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation } from './operation.ts';
import { Refusal, refuse } from './problem.ts';

const WindowAnswer = z.object({
  seq: z.number().int(),
  window: WindowView,
  ticket: TicketView.optional(),
  supplement: SupplementView.optional(),
  /** Of the supplement: handed out with its number. */
  secret: z.string().optional(),
});

/** The clerk's commands: the last word of the path, what it does, and its schema. */
const COMMANDS = [
  ['open', 'Open the window', OpenWindow],
  ['call-next', 'Call the next ticket by the rule; 409 NO_ONE_WAITING when nobody waits', CallNext],
  ['recall', 'Call the ticket at the window again', Recall],
  ['start', 'The called citizen is here: service starts', StartService],
  ['finish', 'Service is finished, with its outcome and case number', FinishService.omit({ until: true })],
  ['print-supplement', 'Print what a citizen was told to bring (一次性告知单)', PrintSupplement],
  ['miss', 'The called citizen did not come', MissTicket],
  ['pause', 'Pause the window, with a reason', PauseWindow],
  ['reopen', 'End the pause', ReopenWindow],
  ['close', 'Close the window', CloseWindow],
  ['hold', 'Put the ticket on hold: the citizen fetches a paper', HoldTicket],
  ['resume', 'Go on with a ticket on hold', ResumeTicket],
  [
    'transfer',
    'Send the ticket to another queue or a named window; it keeps its due instant',
    TransferTicket.omit({ aliases: true }),
  ],
  ['add-matter', 'A further matter of the same visit', AddMatter.omit({ aliases: true })],
  ['undo', 'Take back a start, finish or miss just pressed', UndoAction.omit({ aliases: true })],
  ['call-ticket', 'Out of turn: call this very ticket (role and reason)', CallTicket],
  ['move-ticket', 'Out of turn: let a ticket wait for one window (role and reason)', MoveTicket],
  [
    'change-category',
    'Out of turn: change the category of a waiting ticket (role and reason)',
    ChangeCategory,
  ],
] as const;

type CommandSchema = z.ZodObject<{ type: z.ZodLiteral<string>; window: typeof Id }>;

export function windowOperations(reception: Reception): Operation[] {
  return COMMANDS.map(([path, summary, schema]) => {
    const { shape } = schema;
    const body = (schema as unknown as CommandSchema).omit({ type: true, window: true });
    return operation({
      method: 'post',
      path: `/api/v1/halls/:hall/windows/:window/${path}`,
      summary,
      tag: 'windows',
      body,
      answer: WindowAnswer,
      run: async ({ params, body, commandId }) => {
        const { hall = '', window = '' } = params;
        hallNamed(reception, hall);
        if (!Id.safeParse(window).success) throw refuse('UNKNOWN_WINDOW', window.slice(0, 40));
        const command = { ...body, type: shape.type.value, window } as Command;
        const answer = await reception.submit(hall, { command, commandId, credentials: {} });
        if (!answer.ok) throw new Refusal(answer.rejection);
        const { seq, window: at, ticket, supplement, secret } = answer;
        return { seq, window: at, ticket, supplement, secret };
      },
    });
  });
}
