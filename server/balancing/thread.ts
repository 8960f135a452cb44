import type { Advice, AdviceLimits } from '../balance/advise/advise.ts';
import type { Model } from '../balance/model.ts';
import type { MissingQualification } from '../balance/season/qualifications.ts';
import type { SeasonDay } from '../balance/season/season.ts';
import type { Start } from '../balance/simulate/start.ts';
import type { ExpectedWaits } from '../balance/wait/wait.ts';
import type { WhatIf } from '../balance/what-if.ts';
import { moduleBeside, Thread } from '../thread.ts';
import type { Request } from './worker.ts';

/** Requests that may wait for one thread; one more is refused. */
const MAX_WAITING = 8;

/** The thread has died, or has too much to do: what was asked is not known, and everything else goes on. */
export class BalanceUnavailable extends Error {
  override name = 'BalanceUnavailable';
}

/**
 * Asks the thread that simulates. It is started when it is first asked, and anew after it has died. Expected
 * waits have one of their own, as the search for advice takes seconds.
 */
export class BalanceThread {
  #thread: Thread<Request> | null = null;
  #waiting = 0;
  #stopped = false;

  /** @param module the thread's file. */
  constructor(
    private readonly name: string,
    private readonly module: URL = moduleBeside(import.meta.url, 'worker'),
  ) {}

  waits(model: Model, start: Start): Promise<ExpectedWaits> {
    return this.#ask({ op: 'waits', model, start });
  }

  advise(model: Model, start: Start, limits: AdviceLimits): Promise<Advice> {
    return this.#ask({ op: 'advise', model, start, limits });
  }

  simulate(model: Model, changed: Model, start: Start): Promise<WhatIf> {
    return this.#ask({ op: 'simulate', model, changed, start });
  }

  season(request: Omit<Extract<Request, { op: 'season' }>, 'op'>): Promise<SeasonDay[]> {
    return this.#ask({ op: 'season', ...request });
  }

  qualifications(model: Model, clerks: number): Promise<MissingQualification[]> {
    return this.#ask({ op: 'qualifications', model, clerks });
  }

  /** At once: nobody waits seconds for a figure when the server stops. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#thread?.terminate();
  }

  async #ask<T>(request: Request): Promise<T> {
    if (this.#stopped) throw new BalanceUnavailable(`${this.name} has been stopped`);
    if (this.#waiting >= MAX_WAITING) throw new BalanceUnavailable(`${this.name} has too much to do`);
    if (this.#thread === null || this.#thread.isDead)
      this.#thread = new Thread<Request>(this.module, null, this.name);
    this.#waiting++;
    try {
      return (await this.#thread.ask(request)) as T;
    } catch (cause) {
      throw new BalanceUnavailable(cause instanceof Error ? cause.message : this.name, { cause });
    } finally {
      this.#waiting--;
    }
  }
}
