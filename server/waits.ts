import type { WaitRange } from '../common/contract/views.ts';

/** A hall's expected waits as they were last reckoned; nothing until they first were. */
export interface WaitTable {
  tickets: ReadonlyMap<string, WaitRange>;
  /** Of who takes a number now, by queue. */
  queues: ReadonlyMap<string, WaitRange>;
}

const NOTHING: WaitTable = { tickets: new Map(), queues: new Map() };

/**
 * The expected waits that screens, phones and slips are told: reckoned in a thread, kept here. They are no
 * part of the hall's state, as no log could prove them.
 */
export class Waits {
  #table = NOTHING;
  #listeners = new Set<(changed: ReadonlySet<string>) => void>();

  /** Null where nobody can tell. */
  ofTicket(id: string): WaitRange | null {
    return this.#table.tickets.get(id) ?? null;
  }

  ofQueue(id: string): WaitRange | null {
    return this.#table.queues.get(id) ?? null;
  }

  /** @param changed the queues of which a figure is another than before, a newcomer's or a ticket's. */
  put(table: WaitTable, changed: ReadonlySet<string>): void {
    this.#table = table;
    if (changed.size > 0) for (const listener of this.#listeners) listener(changed);
  }

  /** What was known is no longer true of anybody: a new day, or nobody reckons any more. */
  forget(queues: Iterable<string>): void {
    this.put(NOTHING, new Set(queues));
  }

  /** Hears after every reckoning that changed something, and what. */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
