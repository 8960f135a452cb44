import type { Command } from '../../common/contract/commands.ts';
import type { Role } from '../../common/contract/config.ts';
import type { Rejection } from '../../common/contract/rejections.ts';

/** What a client shows of itself. */
export interface Credentials {
  /** The secret of a ticket, booking or supplement, for what only its holder may do. */
  secret?: string | undefined;
  /** The hashes of the person who was shown or typed, and whether an ID number was. */
  persons?: readonly string[] | undefined;
  idShown?: boolean | undefined;
}

/** What is asked for beyond commands: who is at a window, and that somebody be forgotten. */
export type PersonalRequest =
  | { type: 'ReadPerson'; window: string }
  /** Everything of a person, by whoever works at this window. */
  | { type: 'ForgetPerson'; window: string }
  /** What a ticket or booking came with, by its holder. */
  | { type: 'ForgetRecord'; thing: string };

/** The one place where it is decided who may do what. */
export interface Access {
  /** Why this command is not for this client; null when it is. */
  refuses(hall: string, command: Command, credentials: Credentials): Rejection | null;
  /** The same for personal data. */
  refusesPersonal(hall: string, request: PersonalRequest, credentials: Credentials): Rejection | null;
  /** The same for what keeps the hall running: having jobs done again. */
  refusesOperating(hall: string, window: string): Rejection | null;
  /** The same for what only managers do, asked for at this window. */
  refusesManaging(hall: string, desk: string): Rejection | null;
  /** Who did it, for the log: counter:w3, kiosk, phone, holder, api. Never a person's name. */
  actor(command: Command): string;
  /** What the one who asks may do beyond their turn; null for citizens. */
  role(hall: string, command: Command): Role | null;
}

export interface AccessParts {
  /** Whether this is the secret of the ticket, booking or supplement. */
  holds: (hall: string, thing: string, secret: string) => boolean;
  /** Whether this person's is the ticket or booking. */
  owns: (hall: string, thing: string, person: string) => boolean;
  /** The role a counter has, until staff have accounts of their own. */
  roleOf: (hall: string, window: string) => Role | null;
}

/** Counters are open, each with the role its hall's file gives it; what is somebody's takes its secret or their ID. */
export function openAccess({ holds, owns, roleOf }: AccessParts): Access {
  return {
    refuses(hall, command, { secret, persons = [], idShown = false }) {
      const thing = thingOf(command);
      if (thing === null) return null;
      if (secret !== undefined && holds(hall, thing, secret)) return null;
      // Many know somebody's phone number: by it alone nothing is taken from them.
      const isEnough = idShown || !TAKES_AWAY.has(command.type);
      if (isEnough && persons.some((person) => owns(hall, thing, person))) return null;
      return { code: 'WRONG_SECRET' };
    },
    refusesPersonal(hall, request, { secret }) {
      switch (request.type) {
        case 'ReadPerson':
          return null;
        case 'ForgetPerson':
          return roleOf(hall, request.window) === 'manager' ? null : { code: 'ROLE_REQUIRED' };
        case 'ForgetRecord':
          return secret !== undefined && holds(hall, request.thing, secret) ? null : { code: 'WRONG_SECRET' };
      }
    },
    refusesOperating(hall, window) {
      const role = roleOf(hall, window);
      return role === 'lead' || role === 'manager' ? null : { code: 'ROLE_REQUIRED' };
    },
    refusesManaging(hall, desk) {
      return roleOf(hall, desk) === 'manager' ? null : { code: 'ROLE_REQUIRED' };
    },
    actor(command) {
      const desk = deskOf(command);
      if (desk !== null) return `counter:${desk}`;
      if ('source' in command) return command.source;
      return 'holder';
    },
    role(hall, command) {
      const desk = deskOf(command);
      return desk === null ? null : roleOf(hall, desk);
    },
  };
}

/** The window of who asks; null when nobody at a window does. */
function deskOf(command: Command): string | null {
  if ('desk' in command) return command.desk ?? null;
  return 'window' in command ? (command.window ?? null) : null;
}

const TAKES_AWAY: ReadonlySet<Command['type']> = new Set(['CancelTicket', 'CancelBooking']);

/** What of somebody's the command touches; null when it is nobody's, or a clerk's to do. */
function thingOf(command: Command): string | null {
  switch (command.type) {
    case 'CancelTicket':
    case 'ReprintTicket':
      return command.ticket;
    case 'ReturnTicket':
      return command.window === undefined ? command.ticket : null;
    case 'CancelBooking':
    case 'CheckIn':
      return command.booking;
    case 'RedeemSupplement':
      return command.supplement;
    default:
      return null;
  }
}
