import type { Command } from '../common/contract/commands.ts';
import type { PersonalRecord } from '../common/contract/personal-record.ts';
import type { Rejection, RejectionCode } from '../common/contract/rejections.ts';
import { identityFor } from './hall/decide/tickets.ts';
import type { WindowState } from './hall/state.ts';
import type { Hall } from './reception.ts';
import type { Outcome } from './service/answers.ts';

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
      return withAliases(hall, command, hall.service.state.bookings.get(command.booking)?.commandId);
    case 'ReturnTicket':
      return withAliases(hall, command, hall.service.state.tickets.get(command.ticket)?.cameBy);
    case 'AddMatter':
      return withAliases(hall, command, atWindow(hall, command.window)?.ticket?.cameBy);
    case 'UndoAction':
      return withAliases(hall, command, atWindow(hall, command.window)?.last?.ticketBefore.cameBy);
    case 'TransferTicket': {
      const { note, ...rest } = command;
      const came = atWindow(hall, command.window)?.ticket?.cameBy;
      const deposit = await withAliases(hall, rest, came);
      if (note === undefined || came === undefined || isRetry) return deposit;
      return { ...deposit, isNew: await hall.persons.keepNote(commandId, note, came) };
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

function atWindow({ service }: Hall, window: string): WindowState | undefined {
  return service.state.windows.get(window);
}

/**
 * With the other hashes under which the same person may hold a ticket; only the vault knows who that is.
 * @param came the command they came with.
 */
async function withAliases(
  hall: Hall,
  command: Extract<Command, { aliases?: unknown }>,
  came: string | undefined,
): Promise<Deposit> {
  const known = came === undefined ? null : await hall.persons.identify(came);
  if (known === null) return { command, isNew: false };
  return { command: { ...command, aliases: [known.person, ...known.aliases] }, isNew: false };
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
