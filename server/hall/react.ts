import type { HallCommand } from './commands.ts';
import type { Draft } from './events.ts';
import { comparePlaces } from './line.ts';
import { chooseTicket, chooseWindow } from './rule.ts';
import type { HallState, Ticket } from './state.ts';

/**
 * What the hall itself does next because of what has just happened: a ticket has joined a line, or become
 * another window's to call, and a clerk who pressed call next is waiting for one; or, in a hall that calls
 * by itself, a window is free.
 */
export function reactionTo(state: HallState, event: Draft): HallCommand | null {
  switch (event.type) {
    case 'TicketIssued':
    case 'TicketReturned':
    case 'TicketTransferred':
    case 'MatterBegun':
    case 'MovedOutOfTurn':
      return callTo(state, event.ticket) ?? callAgain(state, event);
    case 'HallConfigured':
    case 'WindowClosed':
    case 'WindowsAssigned':
    case 'AssignmentBegun':
    case 'AssignmentEnded':
    case 'TicketCalled':
      // What was freed for others may be for several ready windows: one call wakes the next.
      return callFreed(state) ?? callAgain(state, event);
    default:
      return callAgain(state, event);
  }
}

function callTo(state: HallState, id: string): HallCommand | null {
  const ticket = state.tickets.get(id);
  const window = ticket === undefined ? null : chooseWindow(state, ticket);
  return window === null ? null : { type: 'CallNext', window: window.setup.id, ready: false };
}

/** A ready window that could call somebody: of all it could be, whom the rule puts first, at the window point 3 chooses. */
function callFreed(state: HallState): HallCommand | null {
  let first: Ticket | null = null;
  for (const window of state.windows.values()) {
    const ticket = window.status === 'ready' ? chooseTicket(state, window, state.at) : null;
    if (ticket !== null && (first === null || comparePlaces(ticket, first) < 0)) first = ticket;
  }
  return first === null ? null : callTo(state, first.id);
}

/** A hall that calls by itself: whoever has become free is ready at once. */
function callAgain(state: HallState, event: Draft): HallCommand | null {
  if (state.setup?.rule.automatic !== true || !('window' in event)) return null;
  const free = state.windows.get(event.window)?.status === 'free';
  return free ? { type: 'CallNext', window: event.window, ready: true } : null;
}
