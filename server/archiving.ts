import type { Logger } from 'pino';
import { packDay, proveDay } from './archived-day.ts';
import { exportDay } from './journal/export.ts';
import type { DayStore, LogDay, LogReader } from './ports.ts';

/** How often it is looked whether a day is over. */
const LOOK_EVERY_MS = 10 * 60_000;
/** Days that stay in the journal: today, and yesterday, whose end today's proof is primed with. */
const DAYS_KEPT = 2;

/** A journal that can let go of its beginning. */
export interface Droppable {
  /** The first seq it still holds. */
  firstSeq(): Promise<number>;
  /** Lets go of what lies before this seq, but for the one event that the next is linked to. */
  dropBefore(seq: number): Promise<void>;
}

export interface ArchivingParts {
  hall: string;
  journal: LogReader & Partial<Droppable>;
  store: DayStore;
  log: Logger;
}

/**
 * Brings days that are over into the archive, proves them there, and lets a journal that can go of what is
 * archived. Several nodes may do it at once: each makes the same file.
 */
export class Archiving {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ArchivingParts) {}

  start(): void {
    if (this.#timer !== null) return;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#look();
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#running;
  }

  /** @returns the days archived by this call. @throws when the archive can not be written or is not whole. */
  async archive(): Promise<string[]> {
    const { hall, journal, store, log } = this.parts;
    const days = await journal.days();
    const kept = new Set(await store.days(hall));
    const archived: string[] = [];
    for (const [index, { day }] of days.slice(0, -1).entries()) {
      if (kept.has(day)) continue;
      const lines = await exportDay(journal, hall, day);
      if (lines === null) continue;
      const file = await packDay(lines);
      // A log that is broken is not put where an older, whole file may lie.
      await this.#prove(days, index, file);
      await store.put(hall, day, file);
      await this.#prove(days, index, await store.get(hall, day));
      log.info({ hall, day }, 'day archived');
      archived.push(day);
    }
    await this.#drop(days);
    return archived;
  }

  #look(): void {
    const { hall, log } = this.parts;
    this.#running = this.#running.then(async () => {
      try {
        await this.archive();
      } catch (error) {
        log.error({ err: error, hall }, 'a day could not be archived; it stays in the journal');
      }
    });
  }

  /** Nothing leaves the journal before it has been read back, whole, from the archive. */
  async #drop(days: LogDay[]): Promise<void> {
    const { hall, journal, store, log } = this.parts;
    const boundary = days.at(-DAYS_KEPT);
    if (journal.firstSeq === undefined || journal.dropBefore === undefined || boundary === undefined) return;
    const first = await journal.firstSeq();
    let isAny = false;
    for (const [index, { seq, day }] of days.slice(0, -DAYS_KEPT).entries()) {
      const end = (days[index + 1]?.seq ?? seq) - 1;
      // The last event of what was let go of stays.
      if (end <= first) continue;
      await this.#prove(days, index, await store.get(hall, day));
      isAny = true;
    }
    if (!isAny) return;
    await journal.dropBefore(boundary.seq);
    log.info({ hall, before: boundary.day }, 'archived days have left the journal');
  }

  async #prove(days: LogDay[], index: number, file: Uint8Array | null): Promise<void> {
    const { hall } = this.parts;
    const [day, next] = [days[index], days[index + 1]];
    if (day === undefined || next === undefined) throw new Error('a day that is over has a next one');
    if (file === null) throw new Error(`the archive does not have ${day.day} of ${hall}`);
    const { seq: firstSeq, previousHash } = day;
    await proveDay(file, { hall, day: day.day, firstSeq, previousHash, lastHash: next.previousHash });
  }
}
