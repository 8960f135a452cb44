import * as z from 'zod';
import { IssueTicket, TicketId } from '../../common/contract/commands.ts';
import { PersonalRecord } from '../../common/contract/personal-record.ts';
import { TicketView } from '../../common/contract/views.ts';
import { ticketView } from '../hall/views/views.ts';
import type { Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation, shown } from './operation.ts';
import { Refusal, refuse } from './problem.ts';

const Secret = z.string().min(1).max(64);

/** Older clients send the secret in the address instead of the header. */
const SecretInQuery = z.strictObject({ secret: Secret.optional() });

/** Taking a number, looking at it, giving it back. */
export function ticketOperations(reception: Reception): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/api/v1/halls/:hall/tickets',
      summary: 'Take a number for a queue or a matter',
      tag: 'tickets',
      body: IssueTicket.omit({ type: true, person: true, aliases: true }).extend({
        person: PersonalRecord.optional(),
      }),
      answer: z.object({ ticket: TicketView, secret: Secret, url: z.string() }),
      status: 201,
      run: async ({ params, body: { person, ...body }, commandId }) => {
        const command = { type: 'IssueTicket' as const, ...body };
        const submission = { command, commandId, credentials: {}, person };
        const answer = await reception.submit(params.hall ?? '', submission);
        if (!answer.ok) throw new Refusal(answer.rejection);
        const { ticket, secret, url } = answer;
        return { ticket, secret, url };
      },
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/tickets/:ticket',
      summary: 'A ticket, for whoever holds its secret',
      tag: 'tickets',
      query: SecretInQuery,
      secret: true,
      answer: z.object({ ticket: TicketView, windowNumber: z.number().int().nullable() }),
      run: ({ params, query, secret }) => readTicket(reception, params, shown(secret, query.secret)),
    }),
    holderOperation(reception, 'cancel', 'Give a number back', 'CancelTicket'),
    holderOperation(
      reception,
      'return',
      'Back after being missed: waits again, twice at most',
      'ReturnTicket',
    ),
    holderOperation(reception, 'reprint', 'The slip again, marked 补打', 'ReprintTicket'),
  ];
}

/** What the holder of a ticket may do with it, and nobody else: by its secret, or by being who took it. */
function holderOperation(
  reception: Reception,
  path: string,
  summary: string,
  type: 'ReturnTicket' | 'ReprintTicket' | 'CancelTicket',
): Operation {
  return operation({
    method: 'post',
    path: `/api/v1/halls/:hall/tickets/:ticket/${path}`,
    summary,
    tag: 'tickets',
    body: z.strictObject({ secret: Secret.optional(), person: PersonalRecord.optional() }),
    answer: z.object({ ticket: TicketView }),
    run: async ({ params, body: { secret, person }, commandId }) => {
      const { hall = '', ticket = '' } = params;
      checkTicketId(reception, hall, ticket);
      const answer = await reception.submit(hall, {
        command: { type, ticket },
        commandId,
        credentials: { secret },
        person,
      });
      if (!answer.ok) throw new Refusal(answer.rejection);
      return { ticket: answer.ticket };
    },
  });
}

function readTicket(reception: Reception, params: Record<string, string>, secret: string): unknown {
  const { hall = '', ticket: id = '' } = params;
  checkTicketId(reception, hall, id);
  if (!reception.holds(hall, id, secret)) throw refuse('WRONG_SECRET');
  const { state } = hallNamed(reception, hall).service;
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw refuse('UNKNOWN_TICKET', id);
  const window = ticket.window === null ? undefined : state.windows.get(ticket.window);
  return { ticket: ticketView(state, ticket), windowNumber: window?.setup.number ?? null };
}

function checkTicketId(reception: Reception, hall: string, id: string): void {
  const { state } = hallNamed(reception, hall).service;
  if (!TicketId.safeParse(id).success || !state.tickets.has(id))
    throw refuse('UNKNOWN_TICKET', id.slice(0, 40));
}
