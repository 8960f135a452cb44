import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { openEventLine, openHeader, openTrailer, parseJson } from '../hall/day-file.ts';
import { linkHash, type Sealed } from '../journal/chain.ts';
import { PAGE } from '../journal/page.ts';
import type { Older } from '../journal/redis.ts';
import type { DayStore } from '../ports.ts';

/** A day as it is archived: the file of server/hall/day-file.ts, gzipped. */

/** A day of the largest hall is a hundredth of it. */
const MAX_DAY_BYTES = 1024 * 1024 * 1024;

/** An archived day that is not what the log says it was. */
export class ArchiveBroken extends Error {}

export async function packDay(pages: AsyncIterable<string[]>): Promise<Uint8Array> {
  const parts: string[] = [];
  for await (const page of pages) parts.push(page.map((line) => `${line}\n`).join(''));
  return promisify(gzip)(parts.join(''));
}

/** What a journal has let go of, read from the archive; a day that is not there either is left out. */
export function archivedRows(store: DayStore, hall: string): Older {
  return async function* (days, from, to) {
    for (const [index, { day, seq }] of days.entries()) {
      const end = (days[index + 1]?.seq ?? Number.POSITIVE_INFINITY) - 1;
      if (end < from || seq > to) continue;
      const file = await store.get(hall, day);
      const rows =
        file === null ? [] : (await rowsOf(file)).filter((row) => row.seq >= from && row.seq <= to);
      for (let start = 0; start < rows.length; start += PAGE) yield rows.slice(start, start + PAGE);
    }
  };
}

/** The events of an archived day as they stand there, proved or not. @throws ArchiveBroken when it can not be read. */
export async function rowsOf(file: Uint8Array): Promise<Sealed[]> {
  return (await linesOf(file)).flatMap((line) => {
    const opened = openEventLine(line);
    const draft = opened === null ? undefined : parseJson(opened.text);
    return opened === null ? [] : [{ ...opened, seq: Number((draft as { seq?: unknown } | undefined)?.seq) }];
  });
}

/**
 * Proves an archived day: one whole chain from the hash before it to the hash after which the log went on.
 * @throws ArchiveBroken
 */
export async function proveDay(
  file: Uint8Array,
  expected: { hall: string; day: string; firstSeq: number; previousHash: string; lastHash: string },
): Promise<void> {
  const lines = await linesOf(file);
  const header = openHeader(lines[0] ?? '');
  const trailer = openTrailer(lines.at(-1) ?? '');
  const { hall, day, firstSeq, previousHash, lastHash } = expected;
  const broken = (what: string): ArchiveBroken =>
    new ArchiveBroken(`the archived day ${day} of ${hall}: ${what}`);
  if (header === null || trailer === null) throw broken('it is not whole');
  if (header.hall !== hall || header.day !== day || header.firstSeq !== firstSeq)
    throw broken('it is another day');
  if (header.previousHash !== previousHash) throw broken('it does not follow the day before');
  const rows = await rowsOf(file);
  if (rows.length !== lines.length - 2) throw broken('a line is no event');
  let hash = previousHash;
  for (const [index, row] of rows.entries()) {
    hash = linkHash(hash, row.text);
    if (row.hash !== hash || row.seq !== firstSeq + index)
      throw broken(`event ${firstSeq + index} was changed`);
  }
  if (hash !== lastHash || trailer.lastHash !== lastHash) throw broken('the log goes on from another end');
}

async function linesOf(file: Uint8Array): Promise<string[]> {
  try {
    const text = await promisify(gunzip)(file, { maxOutputLength: MAX_DAY_BYTES });
    return text.toString('utf8').replace(/\n$/, '').split('\n');
  } catch (cause) {
    throw new ArchiveBroken('an archived day can not be unpacked', { cause });
  }
}
