import PQueue from 'p-queue';
import pRetry, { AbortError } from 'p-retry';
import type { Logger } from 'pino';
import type { Clock } from '../ports.ts';
import type { DeadLetter, Job, Jobs } from './job.ts';

const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 5000;
/** Tries of one job; its usefulness usually ends first. */
const MAX_TRIES = 200;
const KEPT_DEAD_LETTERS = 100;

/** Jobs done in this process, one after the other. */
export class LocalJobs implements Jobs {
  #queue = new PQueue({ concurrency: 1 });
  #dead: DeadLetter[] = [];
  #stopping = new AbortController();

  constructor(
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  async add(job: Job): Promise<void> {
    await this.#queue.add(() => this.#do(job));
  }

  deadLetters(): readonly DeadLetter[] {
    return this.#dead;
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('stopping'));
    await this.#queue.onIdle();
  }

  async #do(job: Job): Promise<void> {
    try {
      await pRetry(() => this.#try(job), {
        retries: MAX_TRIES,
        minTimeout: FIRST_RETRY_MS,
        maxTimeout: LONGEST_RETRY_MS,
        signal: this.#stopping.signal,
      });
    } catch (error) {
      // A stopping program gives nothing up: the checkpoint is before the job, it is done next time.
      if (this.#stopping.signal.aborted) throw error;
      this.#giveUp(job, error);
    }
  }

  async #try(job: Job): Promise<void> {
    if (this.clock.now() > job.usefulUntil) throw new AbortError('came too late to be of use');
    try {
      await job.run();
    } catch (error) {
      this.log.warn({ err: error, job: job.id }, 'job failed');
      throw error;
    }
  }

  #giveUp(job: Job, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.error({ job: job.id, reason }, 'job given up');
    this.#dead.unshift({ id: job.id, at: this.clock.now(), reason });
    this.#dead.length = Math.min(this.#dead.length, KEPT_DEAD_LETTERS);
  }
}
