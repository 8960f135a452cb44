import type { Role } from '../../../common/contract/config.ts';
import type { RejectionCode } from '../../../common/contract/rejections.ts';
import type { Decision } from '../commands.ts';
import type { HallEvent } from '../events.ts';
import type { HallState, QueueState, Ticket, WindowState } from '../state.ts';

/** When a command is decided, and for whom. */
export interface Circumstance {
  /** Milliseconds since the epoch, never before the last event. */
  at: number;
  /** counter:w3, kiosk, … */
  by: string;
  role: Role | null;
}

export function happened(...events: HallEvent[]): Decision {
  return { events };
}

export function reject(code: RejectionCode, detail?: string | null): Decision {
  return { rejection: detail === undefined || detail === null ? { code } : { code, detail } };
}

export function withWindow(state: HallState, id: string, then: (window: WindowState) => Decision): Decision {
  const window = state.windows.get(id);
  return window === undefined ? reject('UNKNOWN_WINDOW', id) : then(window);
}

export function withTicket(state: HallState, id: string, then: (ticket: Ticket) => Decision): Decision {
  const ticket = state.tickets.get(id);
  return ticket === undefined ? reject('UNKNOWN_TICKET', id) : then(ticket);
}

export function withQueue(
  state: HallState,
  id: string | undefined,
  then: (queue: QueueState) => Decision,
): Decision {
  const queue = id === undefined ? undefined : state.queues.get(id);
  return queue === undefined ? reject('UNKNOWN_QUEUE', id) : then(queue);
}

/** What names a ticket at a window in an event. */
export function atWindow(
  ticket: Ticket,
  window: WindowState,
): { ticket: string; number: string; window: string } {
  return { ticket: ticket.id, number: ticket.number, window: window.setup.id };
}
