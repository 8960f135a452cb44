import type { Command } from '../../common/contract/commands.ts';
import type { Rejection } from '../../common/contract/rejections.ts';

/** What a client shows of itself. */
export interface Credentials {
  /** The secret of a ticket, for what only its holder may do. */
  secret?: string | undefined;
}

/** The one place where it is decided who may do what. */
export interface Access {
  /** Why this command is not for this client; null when it is. */
  refuses(hall: string, command: Command, credentials: Credentials): Rejection | null;
  /** Who did it, for the log: counter:w3, kiosk, phone, counter, api. Never a person's name. */
  actor(command: Command, credentials: Credentials): string;
}

/** Counters are open; a ticket's holder alone may cancel it. */
export function openAccess(holds: (hall: string, ticket: string, secret: string) => boolean): Access {
  return {
    refuses(hall, command, { secret }) {
      if (command.type !== 'CancelTicket') return null;
      return secret !== undefined && holds(hall, command.ticket, secret) ? null : { code: 'WRONG_SECRET' };
    },
    actor(command) {
      if (command.type === 'IssueTicket') return command.source;
      if (command.type === 'CancelTicket') return 'holder';
      return `counter:${command.window}`;
    },
  };
}
