import pRetry, { AbortError } from 'p-retry';
import type { Logger } from 'pino';
import { TOO_LATE } from '../../common/too-late.ts';
import type { Clock, Job, JobWatcher } from '../ports.ts';
import { inPace, type Pace } from './pace.ts';

const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 5000;
/** Tries of one job; its usefulness usually ends first. */
const MAX_TRIES = 200;
/** A job that a person asks for again is of use for so long from then; by the hall's clock at its own speed. */
const AGAIN_USEFUL_MS = 10 * 60_000;

export interface Tries {
  clock: Clock;
  log: Logger;
  /** Ends the tries, without giving the job up. */
  signal: AbortSignal;
  run: (job: Job) => Promise<void>;
  longestRetryMs: number | undefined;
  /** Of the line; null when there is none to keep. */
  pace: Pace | null;
  watcher: JobWatcher | null;
  /** Told of each try that failed. */
  onFailed: (tries: number) => void;
}

/**
 * Tries a job until it is done, less and less often.
 * @throws the reason to give it up: too late, tried too often, or the worker's AbortError
 * @throws the signal's reason when that ended it
 */
export async function tryUntilDone(job: Job, tries: Tries): Promise<void> {
  const { clock, log, signal, run, longestRetryMs = LONGEST_RETRY_MS, pace, watcher, onFailed } = tries;
  signal.throwIfAborted();
  const beganAt = performance.now();
  const done = (): void => watcher?.jobDone(job.kind, (performance.now() - beganAt) / 1000);
  let trying: Promise<void> = Promise.reject(new Error('not tried'));
  trying.catch(() => undefined);
  const attempt = async (count: number): Promise<void> => {
    refuseLate(job, clock);
    if (pace !== null) await inPace(pace, signal);
    refuseLate(job, clock);
    try {
      trying = run(job);
      await trying;
    } catch (error) {
      watcher?.tryFailed(job.kind);
      log.warn({ err: error, job: job.id, kind: job.kind, tries: count }, 'job failed');
      onFailed(count);
      throw error;
    }
  };
  const backoff = { retries: MAX_TRIES, minTimeout: FIRST_RETRY_MS, maxTimeout: longestRetryMs };
  try {
    await pRetry(attempt, { ...backoff, signal });
    done();
  } catch (error) {
    // A try under way is let end: what it has done need not be done again.
    if (signal.aborted && (await trying.then(isDone, isNotDone))) return done();
    throw error;
  }
}

function refuseLate({ usefulUntil }: Job, clock: Clock): void {
  if (clock.now() > usefulUntil) throw new AbortError(TOO_LATE);
}

const isDone = (): boolean => true;
const isNotDone = (): boolean => false;

/** The job as a person has it done after all: of use from now on. */
export function againNow(job: Job, clock: Clock): Job {
  return { ...job, usefulUntil: clock.now() + AGAIN_USEFUL_MS * clock.speed };
}
