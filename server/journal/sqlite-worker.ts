import { workerData } from 'node:worker_threads';
import Database from 'libsql';
import type { Draft } from '../hall/events.ts';
import type { Head, Place } from '../ports.ts';
import { answerRequests, orSay } from '../thread.ts';
import { GENESIS, type Sealed, seal } from './chain.ts';
import { daysOf } from './sqlite-days.ts';

/** The journal's thread: the only place that touches the file, one request after the other. */

export type Request =
  | { op: 'append'; expectedSeq: number; drafts: string }
  | { op: 'read'; from: number; limit: number }
  | { op: 'hash'; seq: number }
  | { op: 'last' }
  | { op: 'days' }
  | { op: 'close' };

const database = orSay(() => open((workerData as { file: string }).file));
const statements = {
  begin: database.prepare('BEGIN IMMEDIATE'),
  commit: database.prepare('COMMIT'),
  rollback: database.prepare('ROLLBACK'),
  end: database.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1'),
  day: database.prepare('SELECT max(seq) AS seq FROM days'),
  hash: database.prepare('SELECT hash FROM events WHERE seq = ?'),
  insert: database.prepare('INSERT INTO events (seq, text, hash) VALUES (?, ?, ?)'),
  insertDay: database.prepare('INSERT INTO days (seq, day) VALUES (?, ?)'),
  page: database.prepare('SELECT seq, text, hash FROM events WHERE seq >= ? ORDER BY seq LIMIT ?'),
};

answerRequests(handle);

function open(file: string): Database.Database {
  const db = new Database(file);
  // First, so that all the rest waits for another process that is opening the same file.
  db.pragma('busy_timeout = 5000');
  db.pragma('journal_mode = WAL');
  // NORMAL would lose acknowledged calls when the power fails.
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, text TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS days (seq INTEGER PRIMARY KEY, day TEXT NOT NULL) STRICT;
  `);
  return db;
}

function handle(request: Request): unknown {
  switch (request.op) {
    case 'append':
      return append(request.expectedSeq, JSON.parse(request.drafts) as Draft[]);
    case 'read':
      return statements.page.all(request.from, request.limit) as Sealed[];
    case 'hash':
      return request.seq === 0
        ? GENESIS
        : ((statements.hash.get(request.seq) as { hash: string } | undefined)?.hash ?? null);
    case 'last':
      return last();
    case 'days':
      return daysOf(database);
    case 'close':
      return database.close();
  }
}

function end(): Place {
  return (statements.end.get() as Place | undefined) ?? { seq: 0, hash: GENESIS };
}

function last(): Head {
  const { seq, hash } = end();
  return { seq, hash, daySeq: (statements.day.get() as { seq: number | null }).seq ?? 0 };
}

/**
 * @returns the seq at which the log ended before: another than the expected one means nothing was written;
 * and the hash with which it ends now.
 */
function append(expectedSeq: number, drafts: Draft[]): Place {
  statements.begin.run();
  try {
    const { seq, hash } = end();
    let last = hash;
    if (seq === expectedSeq) {
      for (const row of seal(seq, hash, drafts)) {
        statements.insert.run(row.seq, row.text, row.hash);
        last = row.hash;
      }
      for (const draft of drafts)
        if (draft.type === 'DayOpened') statements.insertDay.run(draft.seq, draft.day);
    }
    statements.commit.run();
    return { seq, hash: last };
  } catch (error) {
    // A full disk has already rolled it back.
    if (database.inTransaction) statements.rollback.run();
    throw error;
  }
}
