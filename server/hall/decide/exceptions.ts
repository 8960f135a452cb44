import type { OutOfTurnReason } from '../../../common/contract/commands.ts';
import type { Role } from '../../../common/contract/config.ts';
import type { CommandOf, Decision } from '../commands.ts';
import { dueAt } from '../rule.ts';
import type { HallState, Ticket, WindowState } from '../state.ts';
import {
  atWindow,
  type Circumstance,
  happened,
  reject,
  withQueue,
  withTicket,
  withWindow,
} from './decision.ts';
import type { OpenHall } from './open-hall.ts';
import { notFree, refusesToWaitAt } from './windows.ts';

/** Point 7: out of turn needs a role and a reason, is an event of its own, and is counted in public. */

type Exception = CommandOf<'CallTicket' | 'MoveTicket' | 'ChangeCategory'>;

interface Allowed {
  window: WindowState;
  ticket: Ticket;
  /** What the event says of who and why. */
  why: { ticket: string; number: string; window: string; role: Role; reason: OutOfTurnReason };
}

function allowed(
  state: HallState,
  command: Exception,
  { role }: Circumstance,
  then: (allowed: Allowed) => Decision,
): Decision {
  if (role !== 'lead' && role !== 'manager') return reject('ROLE_REQUIRED', role);
  return withWindow(state, command.window, (window) =>
    withTicket(state, command.ticket, (ticket) => {
      if (ticket.state !== 'waiting') return reject('TICKET_NOT_WAITING', ticket.state);
      return then({ window, ticket, why: { ...atWindow(ticket, window), role, reason: command.reason } });
    }),
  );
}

export function callOutOfTurn(
  state: HallState,
  command: CommandOf<'CallTicket'>,
  who: Circumstance,
): Decision {
  return allowed(state, command, who, ({ window, why }) => {
    const no = notFree(window.status);
    return no === null ? happened({ type: 'CalledOutOfTurn', ...why }) : reject(no, window.setup.id);
  });
}

export function moveOutOfTurn(
  state: HallState,
  command: CommandOf<'MoveTicket'>,
  who: Circumstance,
): Decision {
  return allowed(state, command, who, ({ ticket, why }) => {
    const { toWindow } = command;
    if (ticket.reservedFor === toWindow) return reject('TRANSFER_TO_SELF', toWindow);
    return refusesToWaitAt(state, toWindow) ?? happened({ type: 'MovedOutOfTurn', ...why, toWindow });
  });
}

/** The ticket is due as if it had come with this category. */
export function changeCategory(
  state: OpenHall,
  command: CommandOf<'ChangeCategory'>,
  who: Circumstance,
): Decision {
  const { category, ground } = command;
  if (category !== null && !state.setup.categories.some((each) => each.id === category)) {
    return reject('UNKNOWN_CATEGORY', category);
  }
  return allowed(state, command, who, ({ ticket, why }) =>
    withQueue(state, ticket.queue, (queue) => {
      const asIssued = dueAt(state.setup, queue.setup, category, ticket.issuedAt);
      // A booking is due by its slot; what a return has put back stays put back.
      const due =
        ticket.notBefore !== null
          ? ticket.dueAt
          : ticket.returns > 0
            ? Math.max(asIssued, ticket.dueAt)
            : asIssued;
      return happened({ type: 'CategoryChanged', ...why, category, ground, dueAt: due });
    }),
  );
}
