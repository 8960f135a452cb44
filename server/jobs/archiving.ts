import type { Logger } from 'pino';
import type { Draft } from '../hall/events.ts';
import { exportDay } from '../journal/export.ts';
import type { DayStore, Job, LogDay, LogReader, Worker } from '../ports.ts';
import { packDay, proveDay } from './archived-day.ts';

/** The kind of the jobs that archive. */
const ARCHIVE = 'archive';
/** The next day's job brings what this one could not. */
const ARCHIVE_USEFUL_MS = 24 * 3_600_000;
/** An archive that is away is seldom back in seconds. */
const LONGEST_RETRY_MS = 10 * 60_000;
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
 * The job of archiving what is over now that a day has begun; null for every other event, and for days long
 * begun: the latest one's job brings all that is missing.
 */
export function archiveJob(
  hall: string,
  { speed, now }: { speed: number; now: number },
  event: Draft,
): Job | null {
  const usefulUntil = event.at + ARCHIVE_USEFUL_MS * speed;
  if (event.type !== 'DayOpened' || usefulUntil < now) return null;
  return { id: `${hall}.archive.${event.seq}`, kind: ARCHIVE, hall, usefulUntil, data: {} };
}

/** Archives a hall's days. Its line is its own: another hall's log or archive may be broken. */
export function archiveWorker(parts: ArchivingParts): Worker {
  return {
    kind: ARCHIVE,
    hall: parts.hall,
    longestRetryMs: LONGEST_RETRY_MS,
    run: async () => void (await archiveDays(parts)),
  };
}

/**
 * Brings days that are over into the archive, proves them there, and lets a journal that can go of what is
 * archived. Several nodes may do it at once: each makes the same file.
 * @returns the days archived by this call.
 * @throws when the archive can not be written or is not whole; everything then stays in the journal.
 */
export async function archiveDays(parts: ArchivingParts): Promise<string[]> {
  const { hall, journal, store, log } = parts;
  const days = await journal.days();
  const kept = new Set(await store.days(hall));
  const archived: string[] = [];
  for (const [index, { day }] of days.slice(0, -1).entries()) {
    if (kept.has(day)) continue;
    const lines = await exportDay(journal, hall, day);
    if (lines === null) continue;
    const file = await packDay(lines);
    // A log that is broken is not put where an older, whole file may lie.
    await prove(hall, days, index, file);
    await store.put(hall, day, file);
    await prove(hall, days, index, await store.get(hall, day));
    log.info({ hall, day }, 'day archived');
    archived.push(day);
  }
  await drop(parts, days);
  return archived;
}

/** Nothing leaves the journal before it has been read back, whole, from the archive. */
async function drop({ hall, journal, store, log }: ArchivingParts, days: LogDay[]): Promise<void> {
  const boundary = days.at(-DAYS_KEPT);
  if (journal.firstSeq === undefined || journal.dropBefore === undefined || boundary === undefined) return;
  const first = await journal.firstSeq();
  let isAny = false;
  for (const [index, { seq, day }] of days.slice(0, -DAYS_KEPT).entries()) {
    const end = (days[index + 1]?.seq ?? seq) - 1;
    // The last event of what was let go of stays.
    if (end <= first) continue;
    await prove(hall, days, index, await store.get(hall, day));
    isAny = true;
  }
  if (!isAny) return;
  await journal.dropBefore(boundary.seq);
  log.info({ hall, before: boundary.day }, 'archived days have left the journal');
}

async function prove(hall: string, days: LogDay[], index: number, file: Uint8Array | null): Promise<void> {
  const [day, next] = [days[index], days[index + 1]];
  if (day === undefined || next === undefined) throw new Error('a day that is over has a next one');
  if (file === null) throw new Error(`the archive does not have ${day.day} of ${hall}`);
  const { seq: firstSeq, previousHash } = day;
  await proveDay(file, { hall, day: day.day, firstSeq, previousHash, lastHash: next.previousHash });
}
