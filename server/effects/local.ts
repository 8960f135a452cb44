import PQueue from 'p-queue';
import type { Logger } from 'pino';
import {
  type Clock,
  type DeadLetter,
  type Job,
  type Jobs,
  JobsStopped,
  type JobWatcher,
  type LineState,
  type Worker,
} from '../ports.ts';
import { DeadLetters } from './dead-letters.ts';
import { LocalPace, MINUTE_MS, type Pace } from './pace.ts';
import { againNow, tryUntilDone } from './tries.ts';

/** Ids of jobs that are done: one that comes again is not done again. */
const KEPT_IDS = 10_000;

/**
 * Jobs done in this process. They are kept nowhere: `add` resolves when its job is done, so a reader that
 * moves its checkpoint behind it adds the job again after a crash.
 */
export class LocalJobs implements Jobs {
  #lines = new Map<string, Line>();
  #underWay = new Map<string, Taken>();
  #done = new Set<string>();
  #dead: DeadLetters;
  #stopping: AbortController | null = null;
  #watcher: JobWatcher | null = null;

  constructor(
    deadLettersFile: string,
    private readonly clock: Clock,
    private readonly log: Logger,
    /** How long a minute of a worker's pace is; for tests. */
    private readonly minuteMs = MINUTE_MS,
  ) {
    this.#dead = new DeadLetters(deadLettersFile, log);
  }

  work(worker: Worker): void {
    const { kind, hall, abreast = 1, perMinute } = worker;
    this.#lines.set(nameOf(kind, hall), {
      worker,
      queue: new PQueue({ concurrency: abreast }),
      pace: perMinute === undefined ? null : new LocalPace(perMinute, this.minuteMs),
      retrying: false,
    });
  }

  watch(watcher: JobWatcher): void {
    this.#watcher = watcher;
  }

  async start(): Promise<void> {
    if (this.#stopping !== null) return;
    await this.#dead.load();
    this.#stopping = new AbortController();
  }

  async stop(): Promise<void> {
    this.#stopping?.abort(new JobsStopped());
    this.#stopping = null;
    await Promise.allSettled([...this.#underWay.values()].map(({ done }) => done));
  }

  async add(job: Job): Promise<void> {
    if (this.#stopping === null) throw new JobsStopped();
    if (this.#done.has(keyOf(job)) || this.#dead.has(job)) return;
    await this.#take(job, this.#stopping.signal);
  }

  async lines(): Promise<LineState[]> {
    const dead = this.#letters();
    return [...this.#lines.values()].map(({ worker: { kind, hall = null }, queue, retrying }) => ({
      kind,
      hall,
      waiting: queue.size,
      active: queue.pending,
      retrying: retrying ? 1 : 0,
      dead: dead.filter((letter) => letter.kind === kind && (hall === null || letter.hall === hall)).length,
    }));
  }

  async deadLetters(): Promise<DeadLetter[]> {
    return this.#letters();
  }

  async again(hall: string, letter?: Pick<DeadLetter, 'kind' | 'id'>): Promise<number> {
    if (this.#stopping === null) throw new JobsStopped();
    const { signal } = this.#stopping;
    const asked = this.#dead.jobs().filter((job) => {
      const isAsked = letter === undefined || keyOf(job) === keyOf(letter);
      return job.hall === hall && isAsked && !this.#underWay.has(keyOf(job));
    });
    for (const job of asked) {
      // It stays among the dead until it is done, so a crash before that does not lose it.
      this.#take(againNow(job, this.clock), signal).catch((error: unknown) => {
        if (!signal.aborted) this.log.error({ err: error, job: job.id }, 'a job could not be done again');
      });
    }
    return asked.length;
  }

  /** Those that are being done again are no longer dead. */
  #letters(): DeadLetter[] {
    return this.#dead.list().filter((letter) => !this.#underWay.has(keyOf(letter)));
  }

  #take(job: Job, signal: AbortSignal): Promise<void> {
    const key = keyOf(job);
    const known = this.#underWay.get(key);
    if (known !== undefined) return known.kept;
    const line = this.#lines.get(nameOf(job.kind, job.hall)) ?? this.#lines.get(nameOf(job.kind));
    if (line === undefined) throw new Error(`nobody does jobs of the kind ${job.kind}`);
    let failed = (): void => undefined;
    const once = new Promise<void>((resolve) => {
      failed = resolve;
    });
    const doing = line.queue.add(() => this.#do(line, job, signal, failed));
    const done = doing.finally(() => this.#underWay.delete(key));
    const kept = line.worker.abreast === undefined ? done : Promise.race([done, once]);
    this.#underWay.set(key, { done, kept });
    return kept;
  }

  async #do(line: Line, job: Job, signal: AbortSignal, failed: () => void): Promise<void> {
    const onFailed = (): void => {
      line.retrying = true;
      failed();
    };
    const { clock, log } = this;
    const watcher = this.#watcher;
    const { worker, pace } = line;
    const { longestRetryMs } = worker;
    const run = (each: Job): Promise<void> => worker.run(each);
    try {
      await tryUntilDone(job, { clock, log, signal, run, longestRetryMs, pace, watcher, onFailed });
      this.#remember(keyOf(job));
      if (this.#dead.has(job)) await this.#dead.remove(job);
    } catch (error) {
      // A stopping program gives nothing up: the checkpoint is before the job, it is done next time.
      if (signal.aborted) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ job: job.id, kind: job.kind, reason }, 'job given up');
      await this.#dead.add({ job, at: clock.now(), reason });
    } finally {
      line.retrying = false;
    }
  }

  #remember(key: string): void {
    this.#done.add(key);
    const [oldest] = this.#done;
    if (this.#done.size > KEPT_IDS && oldest !== undefined) this.#done.delete(oldest);
  }
}

/** A job under way: when it is done, and when whoever added it may move on. */
interface Taken {
  done: Promise<void>;
  kept: Promise<void>;
}

interface Line {
  worker: Worker;
  queue: PQueue;
  pace: Pace | null;
  retrying: boolean;
}

function nameOf(kind: string, hall?: string): string {
  return hall === undefined ? kind : `${kind}.${hall}`;
}

function keyOf({ kind, id }: Pick<Job, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
