import type { TicketState } from '../../common/contract/views.ts';
import type { Recorded } from '../../server/hall/events.ts';
import type { HallState } from '../../server/hall/state.ts';
import { type Account, type CheckName, columnOf, emptyAccount } from './check.ts';

interface Entry {
  number: string;
  state: TicketState;
  /** The window that called it. */
  window: string | null;
}

/** From which state each event may take a ticket, and to which. */
const STEPS: Partial<Record<Recorded['type'], readonly [from: TicketState, to: TicketState]>> = {
  TicketCalled: ['waiting', 'called'],
  TicketRecalled: ['called', 'called'],
  TicketMissed: ['called', 'missed'],
  TicketCancelled: ['waiting', 'cancelled'],
  ServiceStarted: ['called', 'serving'],
  ServiceFinished: ['serving', 'finished'],
};

/** Follows every ticket by its events alone, without the hall's own functions: a second opinion. */
export class TicketBook {
  #entries = new Map<string, Entry>();
  #numbers = new Set<string>();
  #day = '';

  constructor(private readonly find: (check: CheckName, what: string) => void) {}

  add(event: Recorded): void {
    if (event.type === 'DayOpened') this.#day = event.day;
    if (event.type === 'DayClosed') {
      for (const [ticket, state] of Object.entries(event.ended)) this.#move(ticket, state, event.seq);
    }
    if (event.type === 'TicketIssued') this.#issue(event);
    const step = STEPS[event.type];
    if (step !== undefined && 'ticket' in event) this.#step(event.ticket, event, step);
  }

  /** @param state what the replay made of the last day, which must agree. */
  end(state: HallState): Account {
    const account = emptyAccount();
    for (const [ticket, { state: ended }] of this.#entries) {
      account.issued++;
      account[columnOf(ended)]++;
      const replayed = state.tickets.get(ticket)?.state ?? ended;
      if (replayed !== ended) this.find('accounted', `${ticket} is ${ended}, the replay says ${replayed}`);
    }
    return account;
  }

  #issue({ ticket, number, seq }: Extract<Recorded, { type: 'TicketIssued' }>): void {
    const ofDay = `${this.#day} ${number}`;
    if (this.#numbers.has(ofDay)) this.find('numbers', `event ${seq} issues ${number} again`);
    this.#numbers.add(ofDay);
    if (this.#entries.has(ticket)) this.find('numbers', `event ${seq} issues the ticket ${ticket} again`);
    else this.#entries.set(ticket, { number, state: 'waiting', window: null });
  }

  #step(ticket: string, event: Recorded, [from, to]: readonly [TicketState, TicketState]): void {
    const entry = this.#entries.get(ticket);
    if (event.type === 'TicketCalled' && entry !== undefined) {
      if (entry.window !== null)
        this.find('windows', `event ${event.seq}: ${entry.number} at ${event.window}, after ${entry.window}`);
      entry.window = event.window;
    }
    if (entry !== undefined && entry.state !== from)
      this.find('accounted', `event ${event.seq}: ${event.type} of ${entry.number}, which is ${entry.state}`);
    this.#move(ticket, to, event.seq);
  }

  #move(ticket: string, to: TicketState, seq: number): void {
    const entry = this.#entries.get(ticket);
    if (entry === undefined)
      this.find('accounted', `event ${seq} is about ${ticket}, which was never issued`);
    else entry.state = to;
  }
}
