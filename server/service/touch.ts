import type { Place } from '../ports.ts';

/**
 * lost: the log can not be reached, so what is shown may be old and nothing can be done; found: it can
 * again. replaced: what was shown is no longer in the log, after a failover; the state is another.
 */
export type TouchListener = (news: 'lost' | 'found' | 'replaced') => void;

/** What is known of a log that others write too: whether it can be reached, and where it was said to end. */
export class Touch {
  #listeners = new Set<TouchListener>();
  /** Null once that was reached. */
  #told: Place | null = null;
  #isLost = false;

  get isLost(): boolean {
    return this.#isLost;
  }

  onChange(listener: TouchListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  told(end: Place): void {
    this.#told = end;
  }

  /** How far the log was said to go. */
  get toldSeq(): number {
    return this.#told?.seq ?? 0;
  }

  /** A reader has come so far. */
  reached({ seq }: Place): void {
    if (this.toldSeq <= seq) this.#told = null;
  }

  /** Whether there is something to look into, for a reader who stands here. */
  isBehind({ seq, hash }: Place): boolean {
    return this.#told !== null && (this.#isLost || this.#told.seq !== seq || this.#told.hash !== hash);
  }

  lose(): void {
    // Looked into when it is told anew: until then nothing can be read.
    this.#told = null;
    if (this.#isLost) return;
    this.#isLost = true;
    this.#tell('lost');
  }

  find(): void {
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#tell('found');
  }

  replaced(): void {
    this.#tell('replaced');
  }

  #tell(news: Parameters<TouchListener>[0]): void {
    for (const listener of this.#listeners) listener(news);
  }
}
