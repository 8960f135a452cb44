import type { HallState, Ticket } from '../state.ts';
import { aheadOfTicket } from './views.ts';

/**
 * Who is to come near because this ticket has left its line, or changed its place in it (R29): those with few
 * people ahead, and whose slot, if they have one, has begun.
 * @param at an instant, milliseconds.
 * @param soonAhead how many are few, where the queue itself does not say.
 */
export function nearBehind(
  state: HallState,
  { queue: id, reservedFor }: Ticket,
  at: number,
  soonAhead: number,
): Ticket[] {
  const queue = state.queues.get(id);
  if (queue === undefined) return [];
  const few = queue.setup.soonAhead ?? soonAhead;
  const reserved = reservedFor === null ? undefined : state.windows.get(reservedFor)?.reserved;
  const near: Ticket[] = [];
  for (const line of [...queue.lines.values(), ...(reserved === undefined ? [] : [reserved])]) {
    for (const ticket of line) {
      // Nobody further back in this line has fewer people ahead.
      if (aheadOfTicket(state, ticket) > few) break;
      if ((ticket.notBefore ?? at) <= at) near.push(ticket);
    }
  }
  return near;
}
