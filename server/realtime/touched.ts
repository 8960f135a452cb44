import type { Draft } from '../hall/events.ts';
import type { HallState } from '../hall/state.ts';

/** What a batch of events changed, by id: screens are sent this and nothing else. */
export class Touched {
  readonly windows = new Set<string>();
  readonly queues = new Set<string>();
  readonly tickets = new Set<string>();
  /** Who joined or left each queue's line, as [seq, dueAt, order, ±1]. */
  readonly moves = new Map<string, [number, number, number, 1 | -1][]>();
  calls = false;
  /** A new day or a new setup: every snapshot is another. */
  everything = false;

  add(state: Readonly<HallState>, event: Draft): void {
    switch (event.type) {
      case 'DayOpened':
      case 'DayClosed':
      case 'HallConfigured':
        this.everything = true;
        return;
      case 'TicketIssued':
        this.queues.add(event.queue);
        return this.#move(event.queue, [event.seq, event.dueAt, event.seq, 1]);
      case 'TicketCancelled':
        return this.#left(state, event.ticket, event.seq);
      case 'TicketCalled':
        this.calls = true;
        this.windows.add(event.window);
        return this.#left(state, event.ticket, event.seq);
      case 'TicketRecalled':
        this.calls = true;
        this.tickets.add(event.ticket);
        this.windows.add(event.window);
        return;
      case 'TicketMissed':
      case 'ServiceStarted':
      case 'ServiceFinished':
        this.tickets.add(event.ticket);
        this.windows.add(event.window);
        return;
      default:
        // Whether a window is open is counted in each of its queues.
        this.windows.add(event.window);
        for (const queue of state.windows.get(event.window)?.setup.queues ?? []) this.queues.add(queue);
    }
  }

  #left(state: Readonly<HallState>, id: string, seq: number): void {
    this.tickets.add(id);
    const ticket = state.tickets.get(id);
    if (ticket === undefined) return;
    this.queues.add(ticket.queue);
    this.#move(ticket.queue, [seq, ticket.dueAt, ticket.order, -1]);
  }

  #move(queue: string, move: [number, number, number, 1 | -1]): void {
    const moves = this.moves.get(queue);
    if (moves === undefined) this.moves.set(queue, [move]);
    else moves.push(move);
  }
}
