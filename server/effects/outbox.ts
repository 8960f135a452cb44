import type { Logger } from 'pino';
import type { Draft } from '../hall/events.ts';
import { type Job, type Jobs, JobsStopped, type Journal } from '../ports.ts';
import type { Checkpoint } from './checkpoint.ts';

/** Reads gather this long: one read for a burst of events. */
const GATHER_MS = 20;
/** A log that could not be read is tried again after this, event or no event. */
const RETRY_AFTER_MS = 1000;
/** So many events that asked for nothing may be read again after a crash. */
const SAVE_AFTER_EVENTS = 1000;

type News = 'lost' | 'found' | 'replaced';

/** Who tells what is new in the log, and whether it is lost, found again, or has become another. */
export interface Heard {
  subscribe(listener: (events: readonly Draft[]) => void): () => void;
  onTouch(listener: (news: News) => void): () => void;
}

/**
 * Effects follow the log and nothing else: reads it from a checkpoint, turns events into jobs, and
 * moves the checkpoint when they are done or kept. After a crash the last jobs come again: at least once.
 */
export class Outbox {
  #done = 0;
  #saved = 0;
  /** The lowest seq heard that was read already: the log may have been put back and gone another way. */
  #heardAgain = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = true;
  #unsubscribe: (() => void)[] = [];
  /** The log was lost, or has another past: what was kept counts since, not what is remembered here. */
  #isUnsure = true;

  constructor(
    private readonly parts: {
      journal: Journal;
      hall: Heard;
      checkpoint: Checkpoint;
      jobs: Pick<Jobs, 'add'>;
      jobOf: (event: Draft) => Job | null;
      log: Logger;
    },
  ) {}

  async start(): Promise<void> {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#done = Number.POSITIVE_INFINITY;
    await this.#recall();
    const { hall } = this.parts;
    this.#unsubscribe = [
      hall.subscribe((events) => this.#hear(events)),
      hall.onTouch((news) => this.#touched(news)),
    ];
    this.#wake();
  }

  /** Who has read nothing begins with yesterday: no job is of use for more than a day after its event. */
  async #beginning(): Promise<number> {
    const yesterday = (await this.parts.journal.days()).at(-2);
    return (yesterday?.seq ?? 1) - 1;
  }

  /** A job it waits for must end: the jobs are stopped before, or at the same time. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const each of this.#unsubscribe) each();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#running;
    if (this.#isUnsure || this.#done === this.#saved) return;
    await this.#save(this.#done).catch((error: unknown) => {
      this.parts.log.warn({ err: error }, 'how far an effect has read was not kept; it reads the last again');
    });
  }

  /** Most events ask for nothing: with all before them done, they are passed over unread. */
  #hear(events: readonly Draft[]): void {
    const [first] = events;
    const last = events.at(-1);
    if (first !== undefined && first.seq <= this.#done)
      this.#heardAgain = Math.min(this.#heardAgain, first.seq);
    const isNext = this.#timer === null && this.#running === null && first?.seq === this.#done + 1;
    if (last === undefined || !isNext || events.some((event) => this.parts.jobOf(event) !== null))
      this.#wake();
    else this.#done = last.seq;
  }

  #touched(news: News): void {
    if (news !== 'found') this.#isUnsure = true;
    if (news !== 'lost') this.#wake();
  }

  /**
   * Back to where the checkpoint is. A failover may have lost jobs, and then has lost the steps of the checkpoint
   * that were kept after them; and a log that was put back from a copy may end before it.
   */
  async #recall(): Promise<void> {
    this.#isUnsure = false;
    try {
      const { seq } = await this.parts.journal.last();
      const done = await this.parts.checkpoint.load();
      this.#done = Math.min(this.#done, done === 0 ? await this.#beginning() : done, seq);
      this.#saved = this.#done;
    } catch (error) {
      this.#isUnsure = true;
      throw error;
    }
  }

  #wake(afterMs = GATHER_MS): void {
    if (this.#stopped) return;
    this.#again = true;
    if (this.#timer !== null || this.#running !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#follow().then((isFollowed) => {
        this.#running = null;
        if (!isFollowed) this.#wake(RETRY_AFTER_MS);
        else if (this.#again) this.#wake();
      });
    }, afterMs);
  }

  /** @returns false when the log could not be read to its end. */
  async #follow(): Promise<boolean> {
    this.#again = false;
    try {
      if (this.#isUnsure) await this.#recall();
      this.#clamp();
      for await (const page of this.parts.journal.read(this.#done + 1)) {
        if (this.#stopped) return true;
        await this.#handle(page);
        if (this.#isUnsure) return false;
        if (this.#done - this.#saved >= SAVE_AFTER_EVENTS) await this.#save(this.#done);
      }
      return true;
    } catch (error) {
      if (!this.#stopped && !(error instanceof JobsStopped))
        this.parts.log.error({ err: error, after: this.#done }, 'an effect can not follow the log');
      return false;
    }
  }

  /** To where the log still is as it was read. What is read twice asks for the same jobs, done once. */
  #clamp(): void {
    this.#done = Math.min(this.#done, this.#heardAgain - 1);
    this.#saved = Math.min(this.#saved, this.#done);
    this.#heardAgain = Number.POSITIVE_INFINITY;
  }

  /** Adds a page's jobs together, so that all of them stand in the line; moves on as each is taken. */
  async #handle(page: readonly Draft[]): Promise<void> {
    const steps = page.map((event) => {
      const job = this.parts.jobOf(event);
      const added = job === null ? null : this.parts.jobs.add(job);
      // The first that is not taken ends the reading; the ones behind it come again with it.
      added?.catch(() => undefined);
      return { seq: event.seq, added };
    });
    for (const { seq, added } of steps) {
      await added;
      // Kept now, it would be kept in another past.
      if (this.#isUnsure) return;
      if (added !== null) await this.#save(seq);
      this.#done = seq;
    }
  }

  async #save(seq: number): Promise<void> {
    await this.parts.checkpoint.save(seq);
    this.#saved = seq;
  }
}
