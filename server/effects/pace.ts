import { setTimeout as sleep } from 'node:timers/promises';

/** No more of something than so many in any minute. */
export interface Pace {
  /** Takes a place, or says how long there is none; milliseconds, 0 when it was taken. */
  take(): Promise<number>;
}

export const MINUTE_MS = 60_000;

/** Of one process. */
export class LocalPace implements Pace {
  /** When the latest places were taken, the oldest first; no more than there are in a minute. */
  #taken: number[] = [];

  constructor(
    private readonly perMinute: number,
    private readonly minuteMs = MINUTE_MS,
  ) {}

  async take(): Promise<number> {
    const now = performance.now();
    const [oldest] = this.#taken;
    const waitMs =
      oldest === undefined || this.#taken.length < this.perMinute ? 0 : oldest + this.minuteMs - now;
    if (waitMs > 0) return Math.ceil(waitMs);
    this.#taken.push(now);
    if (this.#taken.length > this.perMinute) this.#taken.shift();
    return 0;
  }
}

/** Waits until there is a place, and takes it. @throws the signal's reason when that ends the waiting */
export async function inPace(pace: Pace, signal: AbortSignal): Promise<void> {
  for (;;) {
    const waitMs = await pace.take();
    signal.throwIfAborted();
    if (waitMs === 0) return;
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  }
}
