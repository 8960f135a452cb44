import { Connection, type ConnectionState } from '../../common/connection.ts';
import type { TicketLink } from './link.ts';

/** A phone in a pocket loses its line without noticing; after this long out of sight it takes a new one. */
const ASLEEP_MS = 5000;

export type TicketLineState = ConnectionState<'ticket'>;

const LOADING: TicketLineState = { status: 'loading', view: null, seq: 0, rejection: null };

/**
 * The line of one ticket's page, which outlives connections: a phone that wakes up gets a new one,
 * and shows the old view as stale until that has its own.
 */
export class TicketLine {
  #connection: Connection<'ticket'> | undefined;
  #link: TicketLink | null = null;
  #state = LOADING;
  #hiddenAt: number | null = null;

  constructor(private readonly onChange: (state: TicketLineState) => void) {}

  /** Another ticket, or none. */
  follow(link: TicketLink | null): void {
    this.#link = link;
    this.#state = LOADING;
    this.#connect();
    this.onChange(this.#state);
  }

  /** A new connection for the same ticket. */
  renew(): void {
    if (this.#link !== null) this.#connect();
  }

  /** To be told when the page is hidden and when it is seen again. */
  seen(isVisible: boolean): void {
    if (!isVisible) {
      this.#hiddenAt = Date.now();
      return;
    }
    const wasAsleep = this.#hiddenAt !== null && Date.now() - this.#hiddenAt > ASLEEP_MS;
    this.#hiddenAt = null;
    if (wasAsleep || this.#state.status !== 'live') this.renew();
  }

  now(): number {
    return this.#connection?.now() ?? Date.now();
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  #connect(): void {
    this.close();
    if (this.#link === null) return;
    const before = this.#state;
    this.#connection = new Connection<'ticket'>({ ...this.#link, audience: 'ticket' }, (state) => {
      this.#state = heirState(before, state);
      this.onChange(this.#state);
    });
  }
}

/** What is shown when a new connection takes over: until it has a view of its own, the old one, as stale. */
export function heirState(before: TicketLineState, after: TicketLineState): TicketLineState {
  if (after.status !== 'loading' || before.view === null) return after;
  return { ...before, status: 'stale' };
}
