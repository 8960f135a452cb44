import { setTimeout as sleep } from 'node:timers/promises';
import Bull from 'bull';
import type { Cluster, Redis } from 'ioredis';
import { AbortError } from 'p-retry';
import type { Logger } from 'pino';
import {
  type Clock,
  type DeadLetter,
  type Job,
  type Jobs,
  JobsStopped,
  JobsUnavailable,
  type JobWatcher,
  type LineState,
  type Worker,
} from '../ports.ts';
import type { RedisAddress } from '../redis/address.ts';
import { connect, KEY_PREFIX } from './bull-connections.ts';
import { KEPT_DEAD_LETTERS } from './dead-letters.ts';
import type { Pace } from './pace.ts';
import { RedisPace } from './redis-pace.ts';
import { againNow, tryUntilDone } from './tries.ts';

/** A machine that has not renewed its hold on a job for so long is taken for dead. */
const HOLD_MS = 10_000;
/** Renewed so often within that. */
const RENEWALS = 4;
/** A job that takes its machine down with it is given up after so many. */
const MAX_MACHINES_LOST = 10;
/** How often a job looks whether the ones before it are done, while another machine has them. */
const TURN_EVERY_MS = 100;
/** After a fault of Redis a line takes its next job so late. */
const FAULT_PAUSE_MS = 1000;
/** Ids of jobs that are done are kept so long: two machines never read the same event further apart. */
const KEPT_IDS = { age: 2 * 3600, count: 10_000 };
/** Redis answers an operator within this, or not at all. */
const ANSWER_WITHIN_MS = 2000;
/** What a stopping program gives its jobs under way. */
const STOP_WITHIN_MS = 10_000;

export interface BullOptions {
  address: RedisAddress;
  clock: Clock;
  log: Logger;
  /** How long a machine holds a job without renewing it; for tests that end one. */
  holdMs?: number;
  /** How long a minute of a worker's pace is; for tests. */
  minuteMs?: number;
}

/**
 * Jobs kept in Redis and done by any machine, over Bull: one queue for each line. A line's jobs are taken in
 * order by whichever machine is free and done one after the other, across machines. The job of a machine
 * that has died comes back to the front of its line; while it is missing the ones behind it go on.
 */
export class BullJobs implements Jobs {
  #workers = new Map<string, Worker>();
  #watcher: JobWatcher | null = null;
  #running: Running | null = null;

  constructor(private readonly options: BullOptions) {}

  work(worker: Worker): void {
    this.#workers.set(nameOf(worker.kind, worker.hall), worker);
  }

  watch(watcher: JobWatcher): void {
    this.#watcher = watcher;
  }

  /** Does not wait for Redis: jobs are done as soon as it is there. */
  async start(): Promise<void> {
    if (this.#running !== null) return;
    const running = new Running(this.options, () => this.#watcher);
    for (const [name, worker] of this.#workers) running.open(name, worker);
    this.#running = running;
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.close();
  }

  async add(job: Job): Promise<void> {
    const line = this.#line(job);
    await line.queue.add(job, {
      jobId: job.id,
      // Tries are made by the worker: a job that Bull delays is overtaken by the next of its line.
      attempts: 1,
      stackTraceLimit: 1,
      removeOnComplete: KEPT_IDS,
      removeOnFail: { count: KEPT_DEAD_LETTERS },
    });
  }

  lines(): Promise<LineState[]> {
    return answered(Promise.all(this.#lines().map(stateOf)));
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const failed = await answered(Promise.all(this.#lines().map(({ queue }) => queue.getFailed())));
    const letters = failed.flat().map(({ data, finishedOn = 0, failedReason = '' }) => {
      const { id, kind, hall } = data;
      return { id, kind, hall, at: finishedOn, reason: failedReason };
    });
    return letters.sort((a, b) => b.at - a.at);
  }

  again(hall: string, letter?: Pick<DeadLetter, 'kind' | 'id'>): Promise<number> {
    return answered(this.#again(hall, letter));
  }

  async #again(hall: string, letter?: Pick<DeadLetter, 'kind' | 'id'>): Promise<number> {
    const failed = await Promise.all(this.#lines().map(({ queue }) => queue.getFailed()));
    const asked = failed.flat().filter(({ data }) => {
      const isAsked = letter === undefined || (data.kind === letter.kind && data.id === letter.id);
      return data.hall === hall && isAsked;
    });
    // Bull names the latest first.
    for (const job of asked.reverse()) {
      await job.update(againNow(job.data, this.options.clock));
      await job.retry();
    }
    return asked.length;
  }

  #lines(): Line[] {
    if (this.#running === null) throw new JobsStopped();
    return [...this.#running.lines.values()];
  }

  #line({ kind, hall }: Job): Line {
    if (this.#running === null) throw new JobsStopped();
    const { lines } = this.#running;
    const line = lines.get(nameOf(kind, hall)) ?? lines.get(nameOf(kind));
    if (line === undefined) throw new Error(`nobody does jobs of the kind ${kind}`);
    return line;
  }
}

/** Bull ends its look for lost jobs only once it has closed, which it can not while Redis is away. */
function forgetLost(queue: Bull.Queue<Job>): void {
  clearInterval(
    (queue as unknown as { moveUnlockedJobsToWaitInterval?: NodeJS.Timeout }).moveUnlockedJobsToWaitInterval,
  );
}

interface Line {
  worker: Worker;
  queue: Bull.Queue<Job>;
  pace: Pace | null;
}

/** What there is between a start and a stop. */
class Running {
  readonly lines = new Map<string, Line>();
  #asking: Redis | Cluster;
  #listening: Redis | Cluster;
  #connections: (Redis | Cluster)[] = [];
  #stopping = new AbortController();
  #isAwayTold = false;
  #isOver = false;

  constructor(
    private readonly options: BullOptions,
    private readonly watcher: () => JobWatcher | null,
  ) {
    this.#asking = this.#connect();
    this.#listening = this.#connect();
  }

  open(name: string, worker: Worker): void {
    const { holdMs = HOLD_MS, log } = this.options;
    const queue = new Bull<Job>(name, {
      prefix: KEY_PREFIX,
      createClient: (type) => {
        // As Bull's manual shares lines: only the one that waits for work is a queue's own.
        if (type === 'client') return this.#asking;
        return type === 'subscriber' ? this.#listening : this.#connect();
      },
      settings: {
        lockDuration: holdMs,
        lockRenewTime: holdMs / RENEWALS,
        stalledInterval: holdMs,
        maxStalledCount: MAX_MACHINES_LOST,
        retryProcessDelay: FAULT_PAUSE_MS,
      },
    });
    const { perMinute } = worker;
    const pace =
      perMinute === undefined
        ? null
        : new RedisPace(this.#asking, queue.toKey('pace'), perMinute, this.options.minuteMs);
    const line = { worker, queue, pace };
    this.lines.set(name, line);
    queue.on('error', (error) => this.#tell(name, error));
    queue
      .process(worker.abreast ?? 1, (job) => this.#do(line, job))
      .catch((error: Error) => this.#tell(name, error));
    log.debug({ line: name }, 'a line of jobs is open');
  }

  /** What is under way may end; what is between two tries goes back to the front of its line. */
  async close(): Promise<void> {
    this.#stopping.abort(new JobsStopped());
    const closing = Promise.all([...this.lines.values()].map(({ queue }) => queue.close()));
    // With Redis away nothing can be given back: another machine takes it for lost in time.
    const given = new AbortController();
    const late = sleep(STOP_WITHIN_MS, undefined, { signal: given.signal }).catch(() => undefined);
    await Promise.race([closing.catch(() => undefined), late, this.#away()]);
    given.abort();
    this.#isOver = true;
    for (const { queue } of this.lines.values()) forgetLost(queue);
    for (const connection of this.#connections) connection.disconnect();
  }

  async #do({ worker, queue, pace }: Line, held: Bull.Job<Job>): Promise<void> {
    const { clock, log } = this.options;
    const job = held.data;
    const { signal } = this.#stopping;
    const run = async (): Promise<void> => {
      await this.#hold(held);
      await worker.run(job);
    };
    const onFailed = (tries: number): void => {
      held.progress(tries).catch((error: Error) => this.#tell(queue.name, error));
    };
    try {
      if (worker.abreast === undefined) await this.#turn(queue, held);
      const { longestRetryMs } = worker;
      const watcher = this.watcher();
      await tryUntilDone(job, { clock, log, signal, run, longestRetryMs, pace, watcher, onFailed });
    } catch (error) {
      if (signal.aborted) backToTheFront(held);
      else if (!(error instanceof LostJob))
        log.error({ err: error, job: job.id, kind: job.kind }, 'job given up');
      throw error;
    }
  }

  /**
   * Waits until every job that was taken before this one is done, or lost with its machine. Taken jobs stand
   * in `active` in the order Redis gave them out, so all machines see one order and none has to lead.
   */
  async #turn(queue: Bull.Queue<Job>, held: Bull.Job<Job>): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      signal.throwIfAborted();
      const taken = await this.#asking.lrange(queue.toKey('active'), 0, -1);
      if (taken.at(-1) === held.id) return;
      if (!taken.includes(String(held.id))) throw new LostJob(`${held.id} was taken for lost`);
      await sleep(TURN_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @throws AbortError of a LostJob when another machine may have the job by now: it is not for this one. */
  async #hold(held: Bull.Job<Job>): Promise<void> {
    const isHeld = await held.extendLock(this.options.holdMs ?? HOLD_MS);
    if (isHeld !== 1) throw new AbortError(new LostJob(`${held.id} was not renewed in time`));
  }

  #connect(): Redis | Cluster {
    const connection = connect(this.options.address, () => this.#isOver);
    // Every queue listens on the shared ones.
    connection.setMaxListeners(0);
    connection.on('error', (error: Error) => this.#tell('', error));
    this.#connections.push(connection);
    return connection;
  }

  /** Resolves when Redis can not be asked, now or later in the stop. */
  async #away(): Promise<void> {
    while (this.#asking.status === 'ready') await sleep(TURN_EVERY_MS);
  }

  /** While Redis is away once, as every line and every try to reach it fails. */
  #tell(line: string, error: Error): void {
    const isAway = this.#asking.status !== 'ready';
    if (!this.#stopping.signal.aborted && !(isAway && this.#isAwayTold))
      this.options.log.warn({ line, err: error }, 'the jobs in Redis have a fault');
    this.#isAwayTold = isAway;
  }
}

/** Another machine has it, or will. */
class LostJob extends Error {}

async function stateOf({ worker, queue }: Line): Promise<LineState> {
  const { kind, hall } = worker;
  const [counts, active] = await Promise.all([queue.getJobCounts(), queue.getActive()]);
  const retrying = active.filter((job) => Number(job.progress()) > 0).length;
  const { waiting, failed } = counts;
  return { kind, hall: hall ?? null, waiting, active: counts.active, retrying, dead: failed };
}

/** A failure that is not the job's: Bull then puts it where the next job is taken from. */
function backToTheFront(held: Bull.Job<Job>): void {
  held.opts.attempts = held.attemptsMade + 2;
  held.opts.lifo = true;
}

async function answered<T>(asked: Promise<T>): Promise<T> {
  const given = new AbortController();
  const late = sleep(ANSWER_WITHIN_MS, undefined, { signal: given.signal }).then(() =>
    Promise.reject<never>(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)),
  );
  try {
    return await Promise.race([asked, late]);
  } catch (cause) {
    throw new JobsUnavailable('Redis does not answer', { cause });
  } finally {
    given.abort();
    late.catch(() => undefined);
    asked.catch(() => undefined);
  }
}

function nameOf(kind: string, hall?: string): string {
  return hall === undefined ? kind : `${kind}.${hall}`;
}
