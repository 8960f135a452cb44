import PQueue from 'p-queue';
import type { Logger } from 'pino';
import {
  type Clock,
  type DeadLetter,
  type Job,
  type Jobs,
  JobsStopped,
  type LineState,
  type Worker,
} from '../ports.ts';
import { DeadLetters } from './dead-letters.ts';
import { againNow, tryUntilDone } from './tries.ts';

/** Ids of jobs that are done: one that comes again is not done again. */
const KEPT_IDS = 10_000;

/**
 * Jobs done in this process. They are kept nowhere: `add` resolves when its job is done, so a reader that
 * moves its checkpoint behind it adds the job again after a crash.
 */
export class LocalJobs implements Jobs {
  #lines = new Map<string, Line>();
  #underWay = new Map<string, Promise<void>>();
  #done = new Set<string>();
  #dead: DeadLetters;
  #stopping: AbortController | null = null;

  constructor(
    deadLettersFile: string,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {
    this.#dead = new DeadLetters(deadLettersFile, log);
  }

  work(worker: Worker): void {
    this.#lines.set(nameOf(worker.kind, worker.hall), {
      worker,
      queue: new PQueue({ concurrency: 1 }),
      retrying: false,
    });
  }

  async start(): Promise<void> {
    if (this.#stopping !== null) return;
    await this.#dead.load();
    this.#stopping = new AbortController();
  }

  async stop(): Promise<void> {
    this.#stopping?.abort(new JobsStopped());
    this.#stopping = null;
    await Promise.allSettled(this.#underWay.values());
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
    if (known !== undefined) return known;
    const line = this.#lines.get(nameOf(job.kind, job.hall)) ?? this.#lines.get(nameOf(job.kind));
    if (line === undefined) throw new Error(`nobody does jobs of the kind ${job.kind}`);
    const doing = line.queue.add(() => this.#do(line, job, signal));
    const done = doing.finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, done);
    return done;
  }

  async #do(line: Line, job: Job, signal: AbortSignal): Promise<void> {
    const onFailed = (): void => {
      line.retrying = true;
    };
    const { clock, log } = this;
    const { longestRetryMs } = line.worker;
    const run = (each: Job): Promise<void> => line.worker.run(each);
    try {
      await tryUntilDone(job, { clock, log, signal, run, longestRetryMs, onFailed });
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

interface Line {
  worker: Worker;
  queue: PQueue;
  retrying: boolean;
}

function nameOf(kind: string, hall?: string): string {
  return hall === undefined ? kind : `${kind}.${hall}`;
}

function keyOf({ kind, id }: Pick<Job, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
