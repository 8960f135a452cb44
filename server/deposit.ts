import type { Command } from '../common/contract/commands.ts';
import type { Rejection, RejectionCode } from '../common/contract/rejections.ts';
import type { PersonalRecord } from '../common/person.ts';
import type { Outcome } from './answers.ts';
import { identityFor } from './hall/decide/tickets.ts';
import type { Hall } from './reception.ts';

/**
 * What of a command is personal goes to the vault before the hall sees the command, under the command's
 * id: a retry finds it there, and a crash in between leaves a record that retention removes, never a
 * ticket without its record.
 */

export interface Deposit {
  /** What the hall decides: with hashes in place of persons, without the note. */
  command: Command;
  /** Whether this very attempt has put a record there. */
  isNew: boolean;
}

/** Refusals after which the same command may still be done, or may have been: its record stays. */
const MAY_STILL_HAPPEN: ReadonlySet<RejectionCode> = new Set([
  'BUSY',
  'JOURNAL_UNAVAILABLE',
  'COMMAND_ID_REUSED',
]);

/** @throws when the vault can not be written. */
export async function deposit(
  hall: Hall,
  commandId: string,
  command: Command,
  person: PersonalRecord | undefined,
): Promise<Deposit | Rejection> {
  // Who retries is given the first answer; the record came with the first attempt.
  const isRetry = hall.service.knows(commandId);
  switch (command.type) {
    case 'IssueTicket': {
      const queues = [command.queue, ...command.further.map((leg) => leg.queue)];
      const isAsked = identityFor(hall.service.state, queues) !== 'none';
      if (person === undefined || !isAsked) return { command, isNew: false };
      const isNew = !isRetry && (await hall.persons.keep(commandId, person));
      if (isNew === 'another') return { code: 'COMMAND_ID_REUSED' };
      const { person: hash, aliases } = hall.persons.inHall(person) ?? {};
      return { command: { ...command, person: hash, aliases }, isNew };
    }
    case 'MakeBooking':
      return depositBooking(hall, commandId, command, person, isRetry);
    case 'CheckIn':
      return { command: { ...command, aliases: await aliasesOf(hall, command.booking) }, isNew: false };
    case 'TransferTicket': {
      const { note, ...rest } = command;
      const ticket = hall.service.state.windows.get(command.window)?.ticket;
      if (note === undefined || ticket === null || ticket === undefined || isRetry)
        return { command: rest, isNew: false };
      return { command: rest, isNew: await hall.persons.keepNote(commandId, note, ticket.cameBy) };
    }
    default:
      return { command, isNew: false };
  }
}

async function depositBooking(
  hall: Hall,
  commandId: string,
  command: Extract<Command, { type: 'MakeBooking' }>,
  person: PersonalRecord | undefined,
  isRetry: boolean,
): Promise<Deposit | Rejection> {
  const known = person === undefined ? null : hall.persons.inHall(person);
  if (person === undefined || known === null) return { code: 'PERSON_REQUIRED' };
  // Retention counts from the day the booking is for; what is for no such day is refused anyway.
  const day = hall.service.state.bookable.find((each) => each.day === command.day);
  const isNew = !isRetry && (await hall.persons.keep(commandId, person, day?.startsAt));
  if (isNew === 'another') return { code: 'COMMAND_ID_REUSED' };
  return { command: { ...command, person: known.booking }, isNew };
}

/** Under which other hashes the one who booked may hold a ticket; only the vault knows who that is. */
async function aliasesOf(hall: Hall, booking: string): Promise<string[] | undefined> {
  const commandId = hall.service.state.bookings.get(booking)?.commandId;
  const known = commandId === undefined ? null : await hall.persons.identify(commandId);
  return known === null ? undefined : [known.person, ...known.aliases];
}

/** After the hall's answer: what was deposited for nothing is taken out again. */
export async function settle(
  hall: Hall,
  commandId: string,
  { isNew }: Deposit,
  outcome: Outcome,
): Promise<void> {
  if (!isNew || outcome.ok || MAY_STILL_HAPPEN.has(outcome.rejection.code)) return;
  await hall.persons.forget(commandId);
}
