import { Worker } from 'node:worker_threads';
import type { Draft, Recorded } from '../hall/events.ts';
import { type Head, type Journal, JournalBroken, JournalConflict } from '../ports.ts';
import { ChainReader, type Sealed } from './chain.ts';
import { PAGE } from './page.ts';
import type { Reply, Request } from './sqlite-worker.ts';

type Body = Request extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

interface Waiter {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * A hall's log in one SQLite file, written by a thread of its own: a slow disk never holds the
 * event loop. WAL with synchronous=FULL: what `append` answered is on the disk.
 */
export class SqliteJournal implements Journal {
  #worker: Worker;
  #waiting = new Map<number, Waiter>();
  #nextId = 1;
  #failed: Error | null = null;

  constructor(private readonly file: string) {
    this.#worker = new Worker(workerUrl(), { workerData: { file } });
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(error.message));
    this.#worker.on('exit', () => this.#fail('its thread has ended'));
  }

  async append(expectedSeq: number, drafts: readonly Draft[]): Promise<void> {
    // As one string: copying an object graph to a thread costs more than its JSON does.
    const answer = await this.#ask({ op: 'append', expectedSeq, drafts: JSON.stringify(drafts) });
    const actualSeq = answer as number;
    if (actualSeq !== expectedSeq) throw new JournalConflict(expectedSeq, actualSeq);
  }

  async *read(fromSeq: number): AsyncGenerator<Recorded[]> {
    let from = Math.max(fromSeq, 1);
    const before = (await this.#ask({ op: 'hash', seq: from - 1 })) as string | null;
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
    return (await this.#ask({ op: 'last' })) as Head;
  }

  async close(): Promise<void> {
    if (this.#failed !== null) return;
    await this.#ask({ op: 'close' });
    await this.#worker.terminate();
  }

  async #page(from: number): Promise<Sealed[]> {
    return (await this.#ask({ op: 'read', from, limit: PAGE })) as Sealed[];
  }

  #ask(body: Body): Promise<unknown> {
    if (this.#failed !== null) return Promise.reject(this.#failed);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...body } satisfies Request);
    });
  }

  #settle(reply: Reply): void {
    const waiter = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.error === undefined) waiter?.resolve(reply.value);
    else waiter?.reject(this.#fault(reply.error));
  }

  #fail(reason: string): void {
    this.#failed ??= this.#fault(reason);
    for (const waiter of this.#waiting.values()) waiter.reject(this.#failed);
    this.#waiting.clear();
  }

  #fault(reason: string): Error {
    return new Error(`the journal ${this.file} failed: ${reason}`);
  }
}

/** The thread's file, in the language this one is running in: source under test, JavaScript when built. */
function workerUrl(): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? './sqlite-worker.ts' : './sqlite-worker.js',
    import.meta.url,
  );
}
