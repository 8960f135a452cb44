import * as z from 'zod';
import {
  CallNext,
  CloseWindow,
  type Command,
  FinishService,
  MissTicket,
  OpenWindow,
  PauseWindow,
  Recall,
  ReopenWindow,
  StartService,
} from '../../common/contract/commands.ts';
import { Id } from '../../common/contract/text.ts';
import { TicketView, WindowView } from '../../common/contract/views.ts';
import type { Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation } from './operation.ts';
import { Refusal, refuse } from './problem.ts';

const WindowAnswer = z.object({
  seq: z.number().int(),
  window: WindowView,
  ticket: TicketView.optional(),
});

/** The clerk's commands: the last word of the path, what it does, and its schema. */
const COMMANDS = [
  ['open', 'Open the window', OpenWindow],
  ['call-next', 'Call the next ticket by the rule; 409 NO_ONE_WAITING when nobody waits', CallNext],
  ['recall', 'Call the ticket at the window again', Recall],
  ['start', 'The called citizen is here: service starts', StartService],
  ['finish', 'Service is finished', FinishService],
  ['miss', 'The called citizen did not come', MissTicket],
  ['pause', 'Pause the window, with a reason', PauseWindow],
  ['reopen', 'End the pause', ReopenWindow],
  ['close', 'Close the window', CloseWindow],
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
        return { seq: answer.seq, window: answer.window, ticket: answer.ticket };
      },
    });
  });
}
