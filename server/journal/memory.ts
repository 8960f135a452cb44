import type { Draft, Recorded } from '../hall/events.ts';
import { type Head, type Journal, JournalBroken, JournalConflict, type LogDay } from '../ports.ts';
import { ChainReader, GENESIS, type Sealed, seal } from './chain.ts';
import { PAGE } from './page.ts';

/** A journal that lasts as long as its process: for simulation and tests. */
export class MemoryJournal implements Journal {
  readonly rows: Sealed[] = [];
  #days: LogDay[] = [];

  async append(expectedSeq: number, drafts: readonly Draft[]): Promise<string> {
    if (this.rows.length !== expectedSeq) throw new JournalConflict(expectedSeq, this.rows.length);
    this.rows.push(...seal(expectedSeq, this.#hashAt(expectedSeq), drafts));
    for (const draft of drafts) {
      if (draft.type !== 'DayOpened') continue;
      const { day, seq } = draft;
      this.#days.push({ day, seq, previousHash: this.#hashAt(seq - 1) });
    }
    return this.#hashAt(this.rows.length);
  }

  async *read(fromSeq: number): AsyncGenerator<Recorded[]> {
    const before = Math.max(fromSeq, 1) - 1;
    if (before > this.rows.length) throw new JournalBroken(before, 'it is missing');
    const chain = new ChainReader(before, this.#hashAt(before));
    for (let start = before; start < this.rows.length; start += PAGE) {
      yield this.rows.slice(start, start + PAGE).map((row) => chain.open(row));
    }
  }

  async last(): Promise<Head> {
    const daySeq = this.#days.at(-1)?.seq ?? 0;
    return { seq: this.rows.length, hash: this.#hashAt(this.rows.length), daySeq };
  }

  async days(): Promise<LogDay[]> {
    return this.#days.map((each) => ({ ...each }));
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }

  #hashAt(seq: number): string {
    return this.rows[seq - 1]?.hash ?? GENESIS;
  }
}
