import { canonical } from '../hall/canonical.ts';
import { DAY_FILE_FORMAT, eventLine, headerLine, trailerLine } from '../hall/day-file.ts';
import type { Head, LogDay, LogReader } from '../ports.ts';
import type { Sealed } from './chain.ts';

/** What can be read of a log, as it was sealed. */
export interface Archive {
  days(): Promise<LogDay[]>;
  last(): Promise<Head>;
  /** From one seq to another, both included, in pages. */
  rows(from: number, to: number): AsyncIterable<Sealed[]>;
}

/** The stretch of a log that is one day; still growing, if it is the last. */
export interface DayRange extends LogDay {
  lastSeq: number;
  /** Seq of the DayOpened before; null on the first day. */
  before: number | null;
}

/** @returns null when the log has no such day. */
export async function findDay(archive: Archive, day: string): Promise<DayRange | null> {
  const days = await archive.days();
  const index = days.findIndex((each) => each.day === day);
  const found = days[index];
  if (found === undefined) return null;
  const next = days[index + 1];
  const lastSeq = next === undefined ? (await archive.last()).seq : next.seq - 1;
  return { ...found, lastSeq, before: days[index - 1]?.seq ?? null };
}

/** The lines of a day's file (server/hall/day-file.ts), in pages, however long the day is. */
export async function* dayLines(archive: Archive, hall: string, range: DayRange): AsyncGenerator<string[]> {
  const { day, seq: firstSeq, previousHash, lastSeq } = range;
  yield [headerLine({ format: DAY_FILE_FORMAT, hall, day, firstSeq, previousHash })];
  let last: Sealed | undefined;
  for await (const page of archive.rows(firstSeq, lastSeq)) {
    last = page.at(-1) ?? last;
    yield page.map(({ text, hash }) => eventLine(text, hash));
  }
  const closed = last !== undefined && isDayClosed(last.text);
  yield [trailerLine({ closed, lastSeq: last?.seq ?? firstSeq - 1, lastHash: last?.hash ?? previousHash })];
}

function isDayClosed(text: string): boolean {
  return (JSON.parse(text) as { type: string }).type === 'DayClosed';
}

/** A journal in use, read as an archive; it checks the chain as it reads. */
export function archiveOf(journal: LogReader): Archive {
  return {
    days: () => journal.days(),
    last: () => journal.last(),
    async *rows(from, to) {
      for await (const page of journal.read(from)) {
        const rows = page.filter(({ seq }) => seq <= to);
        yield rows.map(({ hash, ...draft }) => ({ seq: draft.seq, text: canonical(draft), hash }));
        if (rows.length < page.length) return;
      }
    },
  };
}

/** A day of a log in use; null when there is none of that name. */
export async function exportDay(
  log: LogReader,
  hall: string,
  day: string,
): Promise<AsyncGenerator<string[]> | null> {
  const archive = archiveOf(log);
  const range = await findDay(archive, day);
  return range === null ? null : dayLines(archive, hall, range);
}
