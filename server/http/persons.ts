import * as z from 'zod';
import { BookingId, TicketId } from '../../common/contract/commands.ts';
import { PersonalRecord } from '../../common/contract/personal-record.ts';
import { Id } from '../../common/contract/text.ts';
import type { Hall, Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation } from './operation.ts';
import { Refusal, refuse } from './problem.ts';

const Masked = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  idNumber: z.string().nullable(),
  note: z.string().nullable(),
});

const Secret = z.string().min(1).max(64);
const { idNumber, phone } = PersonalRecord.shape;

/** What is to be forgotten: all of a person, or what one ticket or booking came with. */
const Forgotten = z.union([
  z.strictObject({ window: Id, idNumber: idNumber.unwrap() }),
  z.strictObject({ window: Id, phone: phone.unwrap() }),
  z.strictObject({ ticket: TicketId, secret: Secret }),
  z.strictObject({ booking: BookingId, secret: Secret }),
]);
type Forgotten = z.infer<typeof Forgotten>;

/** Personal data: seen masked at the window that serves, and deleted when asked for. */
export function personOperations(reception: Reception): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/windows/:window/person',
      summary:
        'Who is at the window, masked, and the note with which the ticket was sent on; null when unknown',
      tag: 'persons',
      answer: z.object({ person: Masked.nullable() }),
      run: async ({ params }) => ({ person: await personAt(reception, params) }),
    }),
    operation({
      method: 'delete',
      path: '/api/v1/halls/:hall/persons',
      summary:
        'Delete what is known of a person (a manager’s window), or of a ticket or booking (its holder)',
      tag: 'persons',
      body: Forgotten,
      answer: z.object({ deleted: z.number().int() }),
      run: async ({ params, body }) => ({ deleted: await forget(reception, params.hall, body) }),
    }),
  ];
}

async function personAt(reception: Reception, params: Record<string, string>): Promise<unknown> {
  const hall = hallNamed(reception, params.hall);
  const { window = '' } = params;
  const refusal = reception.refusesPersonal(hall.config.id, { type: 'ReadPerson', window }, {});
  if (refusal !== null) throw new Refusal(refusal);
  const at = hall.service.state.windows.get(window);
  if (at === undefined) throw refuse('UNKNOWN_WINDOW', window.slice(0, 40));
  return at.ticket === null ? null : hall.persons.view(at.ticket.cameBy, at.ticket.sentBy);
}

async function forget(reception: Reception, hallId: string | undefined, asked: Forgotten): Promise<number> {
  const hall = hallNamed(reception, hallId);
  if ('window' in asked) {
    const { window, ...person } = asked;
    const refusal = reception.refusesPersonal(hall.config.id, { type: 'ForgetPerson', window }, {});
    if (refusal !== null) throw new Refusal(refusal);
    return hall.persons.forgetPerson(person);
  }
  const thing = 'ticket' in asked ? asked.ticket : asked.booking;
  const refusal = reception.refusesPersonal(hall.config.id, { type: 'ForgetRecord', thing }, asked);
  if (refusal !== null) throw new Refusal(refusal);
  const keys = recordsOf(hall, thing);
  let deleted = 0;
  for (const key of keys) deleted += await hall.persons.forget(key);
  return deleted + (await hall.phones.forget(thing));
}

/** Under what the vault holds what a ticket or booking came with. */
function recordsOf({ service: { state } }: Hall, thing: string): string[] {
  const ticket = state.tickets.get(thing);
  if (ticket !== undefined) return ticket.sentBy === null ? [ticket.cameBy] : [ticket.cameBy, ticket.sentBy];
  const booking = state.bookings.get(thing);
  if (booking === undefined)
    throw refuse(thing.startsWith('B') ? 'UNKNOWN_BOOKING' : 'UNKNOWN_TICKET', thing);
  return booking.commandId === undefined ? [] : [booking.commandId];
}
