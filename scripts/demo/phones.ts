import { Connection } from '../../common/connection.ts';
import type { TicketView } from '../../common/contract/views.ts';

/** Phones connected at once: a few dozen are enough to see that they are told. */
const MAX_PHONES = 60;

/** Citizens who keep the live page of their ticket open until they sit at the window. */
export class Phones {
  #open = new Map<string, Connection<'ticket'>>();
  #followed = new Set<string>();
  #told = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly hall: string,
  ) {}

  get followed(): number {
    return this.#followed.size;
  }

  /** Phones that saw their ticket leave the line. */
  get told(): number {
    return this.#told.size;
  }

  get connected(): number {
    return this.#open.size;
  }

  /** Does nothing when enough phones are connected already. */
  follow(ticket: string, secret: string): void {
    if (this.#open.size >= MAX_PHONES) return;
    this.#followed.add(ticket);
    const subscription = { hall: this.hall, audience: 'ticket' as const, ticket, secret };
    const connection = new Connection<'ticket'>(
      subscription,
      ({ view }) => {
        if (view !== null) this.#look(ticket, view.ticket);
      },
      this.url,
    );
    this.#open.set(ticket, connection);
  }

  close(): void {
    for (const connection of this.#open.values()) connection.close();
    this.#open.clear();
  }

  #look(ticket: string, { state }: TicketView): void {
    if (state === 'waiting') return;
    this.#told.add(ticket);
    if (state === 'called') return;
    this.#open.get(ticket)?.close();
    this.#open.delete(ticket);
  }
}
