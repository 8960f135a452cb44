import { Answers, type Outcome, type Request } from './answers.ts';
import type { Draft, Recorded } from './hall/events.ts';
import { evolve } from './hall/evolve/evolve.ts';
import { emptyHall, type HallState } from './hall/state.ts';
import type { Pending } from './pending.ts';
import type { Place } from './ports.ts';

export type Listener = (events: readonly Draft[]) => void;

/** What the disk has of a hall: the only state that is ever shown, and what each command was answered. */
export class Durable {
  #answers = new Answers();
  #hall = emptyHall();
  /** The hash of the last event; only a log that others write too is asked for it. */
  #hash = '';
  #listeners = new Set<Listener>();
  #unpublished: Draft[] = [];

  get hall(): Readonly<HallState> {
    return this.#hall;
  }

  /** Where the log stands that made it. */
  get place(): Place {
    return { seq: this.#hall.seq, hash: this.#hash };
  }

  /** Hears every event, in order, in batches, after those who asked were answered. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  answered(commandId: string): boolean {
    return this.#answers.has(commandId);
  }

  /** The first answer to a command; undefined when there was none. */
  answerTo(commandId: string, request: Request): Outcome | undefined {
    return this.#answers.get(commandId, request);
  }

  /** A batch was written: follows it. @returns what is to be answered, in its order. */
  settle(batch: readonly Pending[], hash: string): Outcome[] {
    const outcomes = batch.map(({ commandId, request, rejection, drafts }) => {
      for (const draft of drafts) {
        evolve(this.#hall, draft);
        this.#publish(draft);
      }
      return rejection === null
        ? this.#answers.remember(commandId, request, this.#hall, drafts)
        : this.#answers.rememberRefusal(commandId, request, rejection);
    });
    this.#hash = hash;
    this.#publishSoon();
    return outcomes;
  }

  /** Follows what others have written, page by page, and with it the first answers of their commands. */
  async follow(pages: AsyncIterable<Recorded[]>, each: (event: Draft) => void): Promise<void> {
    for await (const page of pages) {
      for (const event of page) {
        this.#replay(event);
        this.#publish(event);
        each(event);
      }
      this.#publishSoon();
    }
  }

  /** Reads the day from its beginning, at a start or when the log has another past. Nobody hears of it. */
  async startAnew(day: AsyncIterable<Recorded[]>): Promise<void> {
    this.#hall = emptyHall();
    this.#answers = new Answers();
    this.#unpublished = [];
    for await (const page of day) for (const event of page) this.#replay(event);
  }

  #replay(event: Recorded): void {
    evolve(this.#hall, event);
    this.#answers.replay(this.#hall, event);
    this.#hash = event.hash;
  }

  #publish(event: Draft): void {
    if (this.#listeners.size > 0) this.#unpublished.push(event);
  }

  /** Behind setImmediate: those who asked are answered first. */
  #publishSoon(): void {
    if (this.#unpublished.length === 0) return;
    setImmediate(() => {
      const events = this.#unpublished;
      if (events.length === 0) return;
      this.#unpublished = [];
      for (const listener of this.#listeners) listener(events);
    });
  }
}
