import { fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Measured } from './workload.ts';

/** What the disk can do at best, and what SQLite makes of it: the two that everything is compared with. */

const BLOCK = Buffer.alloc(4096, 'x');
const FILE_BLOCKS = 16_384;

/** Writes 4 KiB at increasing offsets into a file that has its full length, and flushes after each. */
export function bareFlush(folder: string): (forMs: number) => Measured {
  const file = openSync(join(folder, 'flush'), 'w');
  for (let block = 0; block < FILE_BLOCKS; block++) writeSync(file, BLOCK, 0, BLOCK.length);
  fsyncSync(file);
  let block = 0;
  return (forMs) =>
    repeat(forMs, () => {
      writeSync(file, BLOCK, 0, BLOCK.length, (block++ % FILE_BLOCKS) * BLOCK.length);
      fdatasyncSync(file);
    });
}

/** One row of an event's size, one transaction, in the mode the journal uses. */
export function rawAppend(folder: string): (forMs: number) => Measured {
  const database = new Database(join(folder, 'raw.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE events (seq INTEGER PRIMARY KEY, text TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
  );
  const insert = database.prepare('INSERT INTO events (seq, text, hash) VALUES (?, ?, ?)');
  const text = 'x'.repeat(300);
  const hash = '0'.repeat(64);
  let seq = 0;
  return (forMs) => repeat(forMs, () => insert.run(++seq, text, hash));
}

function repeat(forMs: number, once: () => void): Measured {
  const latenciesMs: number[] = [];
  const start = performance.now();
  const end = start + forMs;
  let from = start;
  while (from < end) {
    once();
    const until = performance.now();
    latenciesMs.push(until - from);
    from = until;
  }
  return { perSecond: (latenciesMs.length * 1000) / (from - start), latenciesMs };
}
