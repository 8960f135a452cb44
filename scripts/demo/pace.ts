import { setMaxListeners } from 'node:events';
import type { HallTime } from './stage.ts';

/** Sleepers at once: one a clerk, one a citizen who may cancel, one the line of arrivals. */
const MAX_SLEEPERS = 10_000;

/** The day's time: minutes from opening, passing `speed` times as fast as real ones. */
export class Pace {
  #origin: number;

  /**
   * @param opensAt minute 0 by the server's clock.
   * @param time that clock as it was read.
   */
  constructor(
    readonly speed: number,
    private readonly opensAt: number,
    private readonly time: HallTime,
    private readonly stop: AbortSignal,
  ) {
    this.#origin = time.readAtMs + (opensAt - time.at) / time.speed;
    setMaxListeners(MAX_SLEEPERS, stop);
  }

  /** Minutes of the day that pass in a minute of the server's clock: 1 on a clock that is fast itself. */
  get stretch(): number {
    return this.speed / this.time.speed;
  }

  /** The minute of the day at an instant of the server's clock. */
  minuteOf(instant: number): number {
    return ((instant - this.opensAt) / 60_000) * this.stretch;
  }

  /** Negative before opening. */
  get minute(): number {
    return ((performance.now() - this.#origin) * this.speed) / 60_000;
  }

  /** The day was broken off: everyone goes home. */
  get isStopped(): boolean {
    return this.stop.aborted;
  }

  onStop(then: () => void): void {
    this.stop.addEventListener('abort', then, { once: true });
  }

  /** Sleeps until a minute of the day, or until the day is broken off. */
  until(minute: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.isStopped || minute <= this.minute) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        this.stop.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, this.#realMs(minute));
      this.stop.addEventListener('abort', wake);
    });
  }

  /** Sleeps so many minutes of the day. */
  rest(minutes: number): Promise<void> {
    return this.until(this.minute + minutes);
  }

  /** Calls back at a minute of the day; the answer takes that back. */
  alarm(minute: number, then: () => void): () => void {
    const timer = setTimeout(then, this.#realMs(minute));
    return () => clearTimeout(timer);
  }

  #realMs(minute: number): number {
    return Math.max(0, ((minute - this.minute) * 60_000) / this.speed);
  }
}
