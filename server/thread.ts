import { parentPort, Worker } from 'node:worker_threads';

/** A thread that is asked and answers: what a slow disk does never holds the event loop. */

interface Reply {
  id: number;
  value?: unknown;
  error?: string;
}

interface Waiter {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** The asking side. */
export class Thread<Request extends object> {
  #worker: Worker;
  #waiting = new Map<number, Waiter>();
  #nextId = 1;
  #failed: Error | null = null;
  #ending: Promise<void> | null = null;

  /**
   * @param module the thread's file; see `moduleBeside`.
   * @param data what the thread finds as its `workerData`.
   * @param name for people, in every error: the journal data/hall.db.
   */
  constructor(
    module: URL,
    data: unknown,
    private readonly name: string,
  ) {
    this.#worker = new Worker(module, { workerData: data });
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(error.message));
    this.#worker.on('exit', () => this.#fail('its thread has ended'));
  }

  /** It has ended or broken: whatever is asked of it fails. */
  get isDead(): boolean {
    return this.#failed !== null;
  }

  /** @throws with the name and the reason when the thread can not do it. */
  ask(request: Request): Promise<unknown> {
    if (this.#failed !== null) return Promise.reject(this.#failed);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, request });
    });
  }

  /** Ends the thread after all that was asked and this last request. May be called twice. */
  end(last: Request): Promise<void> {
    this.#ending ??= this.#end(last);
    return this.#ending;
  }

  /** Ends the thread at once: who still waits for an answer is told that there is none. */
  async terminate(): Promise<void> {
    this.#fail('it has been stopped');
    await this.#worker.terminate();
  }

  async #end(last: Request): Promise<void> {
    if (this.#failed !== null) return;
    await this.ask(last);
    await this.#worker.terminate();
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
    return new Error(`${this.name} failed: ${reason}`);
  }
}

/** A thread's file in the language its neighbour runs in: source under test, JavaScript when built. */
export function moduleBeside(neighbour: string, name: string): URL {
  return new URL(`./${name}${neighbour.endsWith('.ts') ? '.ts' : '.js'}`, neighbour);
}

/** The answering side: one request after the other, each answered once. */
export function answerRequests<Request>(handle: (request: Request) => unknown): void {
  parentPort?.on('message', ({ id, request }: { id: number; request: Request }) => {
    const reply: Reply = { id };
    try {
      reply.value = handle(request);
    } catch (error) {
      reply.error = reasonOf(error);
    }
    parentPort?.postMessage(reply);
  });
}

/** The database library's own errors lose their words on the way to another thread; plain ones keep them. */
export function orSay<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: a cause of the library's own kind can not be sent along.
    throw new Error(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
