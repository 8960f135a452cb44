import type { WaitRange } from '../../common/contract/views.ts';
import type { ExpectedWait, ExpectedWaits } from '../balance/wait/wait.ts';

const NOTHING: ExpectedWaits = { tickets: new Map(), queues: new Map() };

/**
 * The expected waits that screens, phones and slips are told: reckoned in a thread, kept here. They are no
 * part of the hall's state, as no log could prove them.
 */
export class Waits {
  #table = NOTHING;
  #listeners = new Set<(changed: ReadonlySet<string>) => void>();

  /** Null where nobody can tell. */
  ofTicket(id: string): WaitRange | null {
    return rangeOf(this.#table.tickets.get(id));
  }

  /** Of who takes a number now, without any category. */
  ofQueue(id: string): WaitRange | null {
    return rangeOf(this.#table.queues.get(id));
  }

  /** The same, in full. */
  expectedOfQueue(id: string): ExpectedWait | null {
    return this.#table.queues.get(id) ?? null;
  }

  /**
   * Takes what was reckoned last, and tells of the queues of which a figure is another.
   * @param queueOf the queue of a ticket.
   */
  put(table: ExpectedWaits, queueOf: (ticket: string) => string | undefined): void {
    const before = this.#table;
    this.#table = table;
    const changed = new Set<string>();
    for (const id of union(before.queues, table.queues))
      if (!isSame(before.queues.get(id), table.queues.get(id))) changed.add(id);
    for (const id of union(before.tickets, table.tickets)) {
      const queue = queueOf(id);
      if (queue !== undefined && !isSame(before.tickets.get(id), table.tickets.get(id))) changed.add(queue);
    }
    if (changed.size > 0) for (const listener of this.#listeners) listener(changed);
  }

  /** Nobody reckons any more, or nobody could be called: better no figure than an old one. */
  forget(): void {
    this.put(NOTHING, () => undefined);
  }

  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Whole minutes; nine of ten are called within the second, so it is rounded up. */
function rangeOf(expected: ExpectedWait | undefined): WaitRange | null {
  if (expected === undefined) return null;
  const p50 = Math.max(0, Math.round(expected.p50));
  return { p50, p90: Math.max(p50, Math.ceil(expected.p90)) };
}

function isSame(a: ExpectedWait | undefined, b: ExpectedWait | undefined): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one?.p50 === other?.p50 && one?.p90 === other?.p90;
}

function union<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): Set<string> {
  return new Set([...a.keys(), ...b.keys()]);
}
