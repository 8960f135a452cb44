import type { HallCommand } from './commands.ts';
import type { Draft } from './events.ts';
import { chooseWindow } from './rule.ts';
import type { HallState } from './state.ts';

/**
 * What the hall itself does next because of what has just happened: a ticket has joined a line
 * and a clerk who pressed call next is waiting for one.
 */
export function reactionTo(state: HallState, event: Draft): HallCommand | null {
  if (event.type !== 'TicketIssued') return null;
  const window = chooseWindow(state, event.queue);
  return window === null ? null : { type: 'CallNext', window: window.setup.id, ready: false };
}
