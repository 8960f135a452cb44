import type { Draft, Recorded } from '../../server/hall/events.ts';
import type { Head, Journal } from '../../server/ports.ts';

/** A real journal behind a gate: what goes in is seen, may be held back, and may be made to fail. */
export class GatedJournal implements Journal {
  /** The seqs of every append that was let through, failed ones included. */
  readonly appends: number[][] = [];
  fault: Error | null = null;
  readFault: Error | null = null;
  #held: { write: Promise<void>; read: Promise<void> } = {
    write: Promise.resolve(),
    read: Promise.resolve(),
  };

  constructor(private readonly journal: Journal) {}

  /** From now on appends, or reads, wait until the answer is called. */
  hold(what: 'write' | 'read'): () => void {
    let release = (): void => undefined;
    this.#held[what] = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  async append(expectedSeq: number, drafts: readonly Draft[]): Promise<string> {
    await this.#held.write;
    this.appends.push(drafts.map(({ seq }) => seq));
    if (this.fault !== null) throw this.fault;
    return this.journal.append(expectedSeq, drafts);
  }

  async *read(fromSeq: number): AsyncGenerator<Recorded[]> {
    await this.#held.read;
    if (this.readFault !== null) throw this.readFault;
    yield* this.journal.read(fromSeq);
  }

  last(): Promise<Head> {
    return this.journal.last();
  }

  days(): ReturnType<Journal['days']> {
    return this.journal.days();
  }

  close(): Promise<void> {
    return this.journal.close();
  }
}
