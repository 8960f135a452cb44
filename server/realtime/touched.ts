import type { Draft } from '../hall/events.ts';
import type { HallState } from '../hall/state.ts';

/** After these the list of missed numbers may be another. */
const MISSING: ReadonlySet<Draft['type']> = new Set(['TicketMissed', 'TicketReturned', 'ActionUndone']);

/** What a batch of events changed, by id: screens are sent this and nothing else. */
export class Touched {
  readonly windows = new Set<string>();
  readonly queues = new Set<string>();
  readonly tickets = new Set<string>();
  /** Who joined or left each queue's line, as [seq, dueAt, order, ±1]. */
  readonly moves = new Map<string, [number, number, number, 1 | -1][]>();
  /** Queues whose phones must be told their number ahead itself: somebody changed place. */
  readonly recounted = new Set<string>();
  /** Windows whose queues are others. */
  readonly assigned = new Set<string>();
  /** Queues of which an expected wait is another. */
  readonly waits = new Set<string>();
  calls = false;
  /** The list of missed numbers. */
  missed = false;
  /** A new day or a new setup: every snapshot is another. */
  everything = false;

  add(state: Readonly<HallState>, event: Draft): void {
    if ('window' in event) this.windows.add(event.window);
    if ('toWindow' in event && event.toWindow !== null) this.windows.add(event.toWindow);
    if ('heldBy' in event && event.heldBy !== undefined) this.windows.add(event.heldBy);
    if (MISSING.has(event.type)) this.missed = true;
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
      case 'CalledOutOfTurn':
        this.calls = true;
        return this.#left(state, event.ticket, event.seq);
      case 'TicketRecalled':
        this.calls = true;
        this.tickets.add(event.ticket);
        return;
      case 'TicketReturned':
      case 'TicketTransferred':
      case 'MatterBegun':
        return this.#joined(state, event.ticket, event.seq);
      case 'ActionUndone':
      case 'MovedOutOfTurn':
      case 'CategoryChanged':
        return this.#moved(state, event.ticket);
      case 'TicketMissed':
      case 'ServiceStarted':
      case 'ServiceFinished':
      case 'TicketHeld':
      case 'TicketResumed':
      case 'MatterAdded':
        this.tickets.add(event.ticket);
        return;
      case 'TicketReprinted':
      case 'SupplementPrinted':
      case 'BookingMade':
      case 'BookingCancelled':
      case 'AutomaticSet':
      case 'DayPlanned':
        return;
      case 'WindowsAssigned':
        for (const { window } of event.assignments) this.#assigned(state, window);
        return;
      case 'AssignmentBegun':
      case 'AssignmentEnded':
        return this.#assigned(state, event.window);
      case 'WindowClosed':
        // Who waited for this very window waits in the lines now.
        for (const queue of state.windows.get(event.window)?.setup.queues ?? []) this.recounted.add(queue);
        this.#windowMoved(state, event.window);
        return;
      default:
        this.#windowMoved(state, event.window);
    }
  }

  /** Whether a window is open is counted in each of its queues. */
  #windowMoved(state: Readonly<HallState>, id: string): void {
    for (const queue of state.windows.get(id)?.setup.queues ?? []) this.queues.add(queue);
  }

  /** Its queues before and after: all it may ever serve. */
  #assigned(state: Readonly<HallState>, id: string): void {
    const window = state.windows.get(id);
    this.windows.add(id);
    this.assigned.add(id);
    for (const queue of [...(window?.ownQueues ?? []), ...(window?.setup.qualified ?? [])])
      this.queues.add(queue);
  }

  #joined(state: Readonly<HallState>, id: string, seq: number): void {
    this.tickets.add(id);
    const ticket = state.tickets.get(id);
    if (ticket === undefined) return;
    this.queues.add(ticket.queue);
    if (ticket.reservedFor === null) this.#move(ticket.queue, [seq, ticket.dueAt, ticket.order, 1]);
  }

  /** The place it left is no longer known: whoever waits in its line is counted anew. */
  #moved(state: Readonly<HallState>, id: string): void {
    this.tickets.add(id);
    const queue = state.tickets.get(id)?.queue;
    if (queue === undefined) return;
    this.queues.add(queue);
    this.recounted.add(queue);
  }

  #left(state: Readonly<HallState>, id: string, seq: number): void {
    this.tickets.add(id);
    const ticket = state.tickets.get(id);
    if (ticket === undefined) return;
    this.queues.add(ticket.queue);
    if (ticket.reservedFor === null) this.#move(ticket.queue, [seq, ticket.dueAt, ticket.order, -1]);
    else this.windows.add(ticket.reservedFor);
  }

  #move(queue: string, move: [number, number, number, 1 | -1]): void {
    const moves = this.moves.get(queue);
    if (moves === undefined) this.moves.set(queue, [move]);
    else moves.push(move);
  }
}
