import pRetry, { AbortError } from 'p-retry';
import type { Logger } from 'pino';
import { TOO_LATE } from '../../common/too-late.ts';
import type { Clock, Job } from '../ports.ts';

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
  /** Told of each try that failed. */
  onFailed: (tries: number) => void;
}

/**
 * Tries a job until it is done, less and less often.
 * @throws the reason to give it up: too late, tried too often, or the worker's AbortError
 * @throws the signal's reason when that ended it
 */
export async function tryUntilDone(job: Job, tries: Tries): Promise<void> {
  const { clock, log, signal, run, longestRetryMs = LONGEST_RETRY_MS, onFailed } = tries;
  signal.throwIfAborted();
  let trying: Promise<void> = Promise.reject(new Error('not tried'));
  trying.catch(() => undefined);
  const attempt = async (count: number): Promise<void> => {
    if (clock.now() > job.usefulUntil) throw new AbortError(TOO_LATE);
    try {
      trying = run(job);
      await trying;
    } catch (error) {
      log.warn({ err: error, job: job.id, kind: job.kind, tries: count }, 'job failed');
      onFailed(count);
      throw error;
    }
  };
  const pace = { retries: MAX_TRIES, minTimeout: FIRST_RETRY_MS, maxTimeout: longestRetryMs };
  try {
    await pRetry(attempt, { ...pace, signal });
  } catch (error) {
    // A try under way is let end: what it has done need not be done again.
    if (signal.aborted && (await trying.then(isDone, isNotDone))) return;
    throw error;
  }
}

const isDone = (): boolean => true;
const isNotDone = (): boolean => false;

/** The job as a person has it done after all: of use from now on. */
export function againNow(job: Job, clock: Clock): Job {
  return { ...job, usefulUntil: clock.now() + AGAIN_USEFUL_MS * clock.speed };
}
