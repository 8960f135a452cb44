import type { Model } from '../../server/balance/model.ts';
import type { Day } from '../../server/balance/simulate/day.ts';
import type { Calls } from '../../server/balance/simulate/kernel.ts';
import type { Start, WaitingTicket, WindowStart } from '../../server/balance/simulate/start.ts';

/**
 * The hall as it was at an instant of a day that has been lived without habits and categories. Tickets'
 * ids are their indices in that day.
 */
export function startDuring(
  { setup }: Model,
  day: Day,
  { calledAt, calledBy, sequence }: Calls,
  at: number,
): Start {
  const waiting: WaitingTicket[] = [];
  for (const ticket of day.tickets) {
    if (ticket.at > at || (calledAt[ticket.index] ?? 0) <= at) continue;
    const queue = setup.queues[ticket.queue]?.id ?? '';
    waiting.push({
      ...{ id: String(ticket.index), queue, category: null, issuedAt: ticket.at, line: '' },
      ...{ dueAt: ticket.dueAt, order: ticket.order, notBefore: null, reservedFor: null },
    });
  }
  const windows = setup.windows.map((): WindowStart => {
    return { serving: null, since: day.start.at, lastQueue: null, awayUntil: at };
  });
  for (const index of sequence) {
    const called = calledAt[index] ?? Number.NaN;
    if (called > at) break;
    const ticket = day.tickets[index];
    const window = windows[calledBy[index] ?? -1];
    if (ticket === undefined || window === undefined) throw new Error(`ticket ${index} was never called`);
    const queue = setup.queues[ticket.queue]?.id ?? '';
    const freeAt = called + ticket.serviceMs;
    window.serving = freeAt > at ? { queue, calledAt: called } : null;
    window.since = freeAt;
    window.lastQueue = queue;
  }
  return { at, nextOrder: day.tickets.length + 1, waiting, windows, calls: { all: [], shortened: [] } };
}
