import type { Draft, Recorded } from '../hall/events.ts';
import {
  type Head,
  type Journal,
  JournalBroken,
  JournalConflict,
  type LogDay,
  type Place,
} from '../ports.ts';
import { moduleBeside, Thread } from '../thread.ts';
import { ChainReader, type Sealed } from './chain.ts';
import { PAGE } from './page.ts';
import type { Request } from './sqlite-worker.ts';

/**
 * A hall's log in one SQLite file, written by a thread of its own: a slow disk never holds the
 * event loop. WAL with synchronous=FULL: what `append` answered is on the disk.
 */
export class SqliteJournal implements Journal {
  #thread: Thread<Request>;

  constructor(file: string) {
    this.#thread = new Thread(
      moduleBeside(import.meta.url, 'sqlite-worker'),
      { file },
      `the journal ${file}`,
    );
  }

  async append(expectedSeq: number, drafts: readonly Draft[]): Promise<string> {
    // As one string: copying an object graph to a thread costs more than its JSON does.
    const answer = await this.#thread.ask({ op: 'append', expectedSeq, drafts: JSON.stringify(drafts) });
    const { seq, hash } = answer as Place;
    if (seq !== expectedSeq) throw new JournalConflict(expectedSeq, seq);
    return hash;
  }

  async *read(fromSeq: number): AsyncGenerator<Recorded[]> {
    let from = Math.max(fromSeq, 1);
    const before = (await this.#thread.ask({ op: 'hash', seq: from - 1 })) as string | null;
    if (before === null) throw new JournalBroken(from - 1, 'it is missing');
    const chain = new ChainReader(from - 1, before);
    let page = this.#page(from);
    for (;;) {
      const rows = await page;
      if (rows.length === 0) return;
      from += rows.length;
      // The thread reads the next page while this one is opened.
      page = this.#page(from);
      page.catch(() => undefined);
      yield rows.map((row) => chain.open(row));
    }
  }

  async last(): Promise<Head> {
    return (await this.#thread.ask({ op: 'last' })) as Head;
  }

  async days(): Promise<LogDay[]> {
    return (await this.#thread.ask({ op: 'days' })) as LogDay[];
  }

  close(): Promise<void> {
    return this.#thread.end({ op: 'close' });
  }

  async #page(from: number): Promise<Sealed[]> {
    return (await this.#thread.ask({ op: 'read', from, limit: PAGE })) as Sealed[];
  }
}
