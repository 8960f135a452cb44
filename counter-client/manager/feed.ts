import type { Rejection } from '../../common/contract/rejections.ts';
import type { Reading } from '../halls.ts';

/** What a section knows of its figures: none yet, as last read, as read before the last failure, refused. */
export interface FeedState<T> {
  status: 'loading' | 'live' | 'stale' | 'error';
  value: T | null;
  /** Of the last reading, in status stale and error. */
  rejection: Rejection | null;
}

export interface FeedParts<T> {
  read: () => Promise<Reading<T>>;
  everyMs: number;
  changed: () => void;
}

/** Figures that are read again and again while somebody looks at them; one reading at a time. */
export class Feed<T> {
  state: FeedState<T> = { status: 'loading', value: null, rejection: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and stops: an answer to an earlier one is not heard. */
  #round = 0;
  #isRunning = false;

  constructor(private readonly parts: FeedParts<T>) {}

  /** Reads at once, and from then on; started twice, it goes on. */
  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#read();
  }

  stop(): void {
    this.#isRunning = false;
    this.#round++;
    clearTimeout(this.#timer);
  }

  /** Reads at once, as after a change; what was on its way is not heard. */
  again(): Promise<void> {
    return this.#read();
  }

  async #read(): Promise<void> {
    const round = ++this.#round;
    clearTimeout(this.#timer);
    const reading = await this.parts.read();
    if (round !== this.#round) return;
    const { value } = this.state;
    this.state = reading.ok
      ? { status: 'live', value: reading.value, rejection: null }
      : { status: value === null ? 'error' : 'stale', value, rejection: reading.rejection };
    if (this.#isRunning) this.#timer = setTimeout(() => void this.#read(), this.parts.everyMs);
    this.parts.changed();
  }
}
