import type { CommandOf, Decision } from '../commands.ts';
import { type LastAction, queuesOf, type Ticket, type WindowState } from '../state.ts';
import { atWindow, type Circumstance, happened, reject, withTicket } from './decision.ts';
import type { OpenHall } from './open-hall.ts';
import { refusesAnother } from './tickets.ts';
import { notFree } from './windows.ts';

const SECOND_MS = 1000;

/** Takes back a start, finish or miss pressed by mistake: by the same clerk, soon, and if nothing came of it. */
export function undo(
  state: OpenHall,
  window: WindowState,
  { aliases }: CommandOf<'UndoAction'>,
  { at, by }: Circumstance,
): Decision {
  const { last } = window;
  if (last === null || last.by !== by) return reject('NOTHING_TO_UNDO', window.setup.id);
  if (at - last.at > state.setup.rule.undoSeconds * SECOND_MS)
    return reject('UNDO_TOO_LATE', window.setup.id);
  return withTicket(state, last.ticket, (ticket) => {
    const redeemed = last.supplement !== null && !state.supplements.has(last.supplement);
    if (redeemed || !untouched(window, ticket, last)) return reject('NOTHING_TO_UNDO', ticket.state);
    const { action, seq: undoes, ticketBefore } = last;
    return (
      refusesAnother(state, ticket, queuesOf(ticketBefore), aliases) ??
      happened({ type: 'ActionUndone', ...atWindow(ticket, window), action, undoes })
    );
  });
}

/** The state a ticket is left in by what ends its stay at a window. */
const LEAVES = { ServiceFinished: 'finished', TicketMissed: 'missed' } as const;

/** Whether window and ticket are still as the action left them. */
function untouched(window: WindowState, ticket: Ticket, { action, seq }: LastAction): boolean {
  if (action === 'ServiceStarted') return window.ticket === ticket && ticket.state === 'serving';
  if (notFree(window.status) !== null) return false;
  // After a finish the next matter of the visit may already wait; once anything has become of it, it is too late.
  if (ticket.state === 'waiting') return action === 'ServiceFinished' && ticket.placedBy === seq + 1;
  return ticket.window === window.setup.id && ticket.state === LEAVES[action];
}
