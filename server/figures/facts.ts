import type { Draft } from '../hall/events.ts';
import { evolve } from '../hall/evolve/evolve.ts';
import { waitMs } from '../hall/evolve/record.ts';
import { emptyHall, type Ticket } from '../hall/state.ts';
import { isWithinTarget, serviceMs, walkMs } from './definitions.ts';
import { type Stretch, Timeline } from './timeline.ts';

/** Where and when something counts, and whose it is. */
export interface Place {
  at: number;
  queue: string;
  matter: string | null;
  window: string | null;
  clerk: string | null;
}
export type Timed = Place & { ms: number };

/** All that a day's figures are made of. */
export interface DayFacts {
  issued: Place[];
  /** One for each ticket that was called. */
  waits: Timed[];
  /** A ticket's coming to one queue, at its last call there; `missed`: it did not come, and has not come back. */
  visits: (Place & { missed: boolean })[];
  walks: Timed[];
  services: (Timed & { onTarget: boolean })[];
  stretches: Stretch[];
}

type EventOf<Type extends Draft['type']> = Extract<Draft, { type: Type }>;
type AtWindow = Extract<Draft, { ticket: string; window: string }>;

interface Visit {
  /** The seq of what brought it into the queue. */
  begunBy: number;
  queue: string;
  call: Place | null;
  /** The last time nobody came: the seq, and where. */
  missed: { seq: number; place: Place } | null;
}

/**
 * Reads a day from its `DayOpened` to its `DayClosed`. An action that was undone has not been; a ticket that
 * comes back after being missed goes on with its visit.
 */
export class FactsReader {
  #state = emptyHall();
  #timeline = new Timeline();
  #issued: Place[] = [];
  #waits: Timed[] = [];
  /** By ticket, a visit for each queue it came to. */
  #visits = new Map<string, Visit[]>();
  /** By the seq of their event, which may be undone. */
  #walks = new Map<number, Timed>();
  #services = new Map<number, DayFacts['services'][number]>();
  /** Tickets whose wait was within the target. */
  #onTarget = new Set<string>();
  /** By window: who was last there, and when. */
  #clerks = new Map<string, string>();
  #lastSeenAt = new Map<string, number>();

  read(event: Draft): void {
    if ('window' in event && event.by.startsWith('counter')) {
      this.#clerks.set(event.window, event.by);
      this.#lastSeenAt.set(event.window, event.at);
    }
    this.#before(event);
    evolve(this.#state, event);
    this.#after(event);
  }

  facts(): DayFacts {
    const visits = [...this.#visits.values()].flat().flatMap(({ call, missed }) => {
      const place = missed?.place ?? call;
      return place === null ? [] : [{ ...place, missed: missed !== null }];
    });
    return {
      issued: this.#issued,
      waits: this.#waits,
      visits,
      walks: [...this.#walks.values()],
      services: [...this.#services.values()],
      stretches: this.#timeline.stretches((window) => this.#lastSeenAt.get(window) ?? 0),
    };
  }

  /** Of a ticket as it is when the event finds it. */
  #before(event: Draft): void {
    switch (event.type) {
      case 'TicketCalled':
      case 'CalledOutOfTurn':
        return this.#called(event);
      case 'ServiceStarted': {
        const ticket = this.#ticket(event);
        this.#walks.set(event.seq, { ...this.#placeOf(event, ticket), ms: walkMs(ticket, event.at) });
        return;
      }
      case 'ServiceFinished': {
        const ticket = this.#ticket(event);
        const onTarget = this.#onTarget.has(ticket.id);
        const service = { ...this.#placeOf(event, ticket), ms: serviceMs(ticket, event.at), onTarget };
        this.#services.set(event.seq, service);
        return;
      }
      case 'TicketMissed': {
        const visit = this.#visits.get(event.ticket)?.at(-1);
        const place = this.#placeOf(event, this.#ticket(event));
        if (visit !== undefined) visit.missed = { seq: event.seq, place };
        return;
      }
      case 'ActionUndone':
        return this.#undone(event);
    }
  }

  /** Of tickets and windows as the event leaves them. */
  #after(event: Draft): void {
    switch (event.type) {
      case 'DayOpened':
        return this.#open();
      case 'TicketIssued': {
        const { at, queue, matter } = event;
        this.#issued.push({ at, queue, matter, window: null, clerk: null });
        return this.#join(event.ticket, queue, event.seq);
      }
      case 'MatterBegun':
        return this.#join(event.ticket, event.queue, event.seq);
      case 'TicketTransferred':
        // Sent to another window of its queue, it goes on with its visit.
        if (this.#visits.get(event.ticket)?.at(-1)?.queue !== event.queue)
          this.#join(event.ticket, event.queue, event.seq);
        break;
      case 'TicketReturned': {
        const visit = this.#visits.get(event.ticket)?.at(-1);
        if (visit !== undefined) visit.missed = null;
        return;
      }
      case 'DayClosed':
        return;
    }
    const window = 'window' in event ? this.#state.windows.get(event.window) : undefined;
    if (window !== undefined) this.#timeline.note(window, this.#clerks.get(window.setup.id) ?? null);
  }

  /** Who was kept from the day before came then; whose wait was over then is known by it. */
  #open(): void {
    for (const ticket of this.#state.tickets.values()) {
      this.#join(ticket.id, ticket.queue, this.#state.seq);
      if (ticket.firstCalledAt !== null) this.#promised(ticket, ticket.firstCalledAt);
    }
  }

  #join(ticket: string, queue: string, begunBy: number): void {
    const visits = this.#visits.get(ticket) ?? [];
    visits.push({ begunBy, queue, call: null, missed: null });
    this.#visits.set(ticket, visits);
  }

  #called(event: EventOf<'TicketCalled' | 'CalledOutOfTurn'>): void {
    const ticket = this.#ticket(event);
    const place = this.#placeOf(event, ticket);
    const visit = this.#visits.get(ticket.id)?.at(-1);
    if (visit !== undefined) visit.call = place;
    if (ticket.firstCalledAt !== null) return;
    this.#waits.push({ ...place, ms: waitMs(this.#state, ticket, event.at) });
    this.#promised(ticket, event.at);
  }

  /** Notes whether the first call came within what was promised the ticket as it then was. */
  #promised(ticket: Ticket, firstCallAt: number): void {
    const { setup } = this.#state;
    const ms = waitMs(this.#state, ticket, firstCallAt);
    if (setup !== null && isWithinTarget(setup, ticket.queue, ticket.category, ms))
      this.#onTarget.add(ticket.id);
  }

  #undone({ undoes, ticket }: EventOf<'ActionUndone'>): void {
    this.#walks.delete(undoes);
    this.#services.delete(undoes);
    const visits = this.#visits.get(ticket) ?? [];
    // A finish that is undone has not begun the next matter either.
    while ((visits.at(-1)?.begunBy ?? 0) > undoes) visits.pop();
    const visit = visits.at(-1);
    if (visit?.missed?.seq === undoes) visit.missed = null;
  }

  #placeOf({ at, window }: AtWindow, { queue, matter }: Ticket): Place {
    return { at, queue, matter, window, clerk: this.#clerks.get(window) ?? null };
  }

  #ticket({ ticket, seq }: AtWindow): Ticket {
    const found = this.#state.tickets.get(ticket);
    if (found === undefined) throw new Error(`event ${seq} is of a ticket that was not issued`);
    return found;
  }
}

/** The facts of a day's events, which begin with its `DayOpened`. */
export function factsOf(events: Iterable<Draft>): DayFacts {
  const reader = new FactsReader();
  for (const event of events) reader.read(event);
  return reader.facts();
}
