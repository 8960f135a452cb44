import * as z from 'zod';
import { Phone } from '../../common/contract/phone.ts';
import type { Ticket } from '../hall/state.ts';
import type { Hall, Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation, shown } from './operation.ts';
import { refuse } from './problem.ts';

/** Phones that are told of a ticket while its page is closed, for whoever holds its secret. */
export function phoneOperations(reception: Reception): Operation[] {
  const path = '/api/v1/halls/:hall/tickets/:ticket/phones';
  return [
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/notifications',
      summary: 'The key that a browser asks for before it can be notified; null where nobody is',
      tag: 'phones',
      answer: z.object({ publicKey: z.string().nullable() }),
      run: ({ params }) => ({ publicKey: hallNamed(reception, params.hall).webPush?.publicKey ?? null }),
    }),
    operation({
      method: 'post',
      path,
      summary: 'Tell this phone when the ticket is near, called or missed; three phones at most',
      tag: 'phones',
      secret: true,
      body: Phone,
      answer: z.object({ bound: z.literal(true) }),
      status: 201,
      run: async ({ params, secret, body }) => {
        const { hall, ticket } = held(reception, params, shown(secret));
        await bind(hall, ticket, body);
        return { bound: true };
      },
    }),
    operation({
      method: 'delete',
      path,
      summary: 'Tell this phone nothing more of the ticket',
      tag: 'phones',
      secret: true,
      body: Phone.pick({ endpoint: true }),
      answer: z.object({ deleted: z.number().int() }),
      run: async ({ params, secret, body: { endpoint } }) => {
        const { hall, ticket } = held(reception, params, shown(secret));
        const wasBound = await kept(hall, () => hall.phones.unbind(ticket.id, endpoint));
        return { deleted: wasBound ? 1 : 0 };
      },
    }),
  ];
}

async function bind(hall: Hall, ticket: Ticket, phone: Phone): Promise<void> {
  const { webPush } = hall;
  if (webPush === null) throw refuse('NOTIFICATIONS_OFF');
  if (!webPush.canReach(phone))
    throw refuse('INVALID_REQUEST', 'body: expected the address and key of a known push service');
  if (ticket.endedAt !== null && ticket.state !== 'missed') throw refuse('TICKET_NOT_WAITING', ticket.id);
  if (!(await kept(hall, () => hall.phones.bind(ticket.id, phone, ticket.cameBy))))
    throw refuse('TOO_MANY_PHONES', ticket.id);
}

/** The ticket, for whoever shows its secret. */
function held(
  reception: Reception,
  params: Record<string, string>,
  secret: string,
): { hall: Hall; ticket: Ticket } {
  const hall = hallNamed(reception, params.hall);
  const { ticket: id = '' } = params;
  const ticket = hall.service.state.tickets.get(id);
  if (ticket === undefined) throw refuse('UNKNOWN_TICKET', id.slice(0, 40));
  if (!reception.holds(hall.config.id, id, secret)) throw refuse('WRONG_SECRET');
  return { hall, ticket };
}

async function kept<T>(hall: Hall, work: () => Promise<T>): Promise<T> {
  const done = await hall.persons.attempt(work);
  if (done === null) throw refuse('VAULT_UNAVAILABLE');
  return done;
}
