import { closeSync, openSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import Database from 'libsql';
import type { SealedRecord } from '../ports.ts';
import { answerRequests, orSay } from '../thread.ts';

/** The vault's thread: the only place that touches the file, one request after the other. */

export type Request =
  | { op: 'put'; key: string; persons: string[]; at: number; sealed: Uint8Array }
  | { op: 'get'; key: string }
  | { op: 'delete'; key: string }
  | { op: 'deletePerson'; person: string }
  | { op: 'deleteBefore'; at: number }
  | { op: 'page'; after: string }
  | { op: 'close' };

/** Records told at once. */
const PAGE = 500;

const database = orSay(() => open((workerData as { file: string }).file));
const statements = {
  begin: database.prepare('BEGIN IMMEDIATE'),
  commit: database.prepare('COMMIT'),
  rollback: database.prepare('ROLLBACK'),
  put: database.prepare('INSERT INTO records (key, at, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
  putPerson: database.prepare('INSERT OR IGNORE INTO persons (person, key) VALUES (?, ?)'),
  get: database.prepare('SELECT at, sealed FROM records WHERE key = ?'),
  persons: database.prepare('SELECT person FROM persons WHERE key = ? ORDER BY rowid'),
  keysAfter: database.prepare('SELECT key FROM records WHERE key > ? ORDER BY key LIMIT ?'),
  delete: database.prepare('DELETE FROM records WHERE key = ?'),
  deletePerson: database.prepare(
    'DELETE FROM records WHERE key IN (SELECT key FROM persons WHERE person = ?)',
  ),
  deleteBefore: database.prepare('DELETE FROM records WHERE at < ?'),
};

answerRequests(handle);

function open(file: string): Database.Database {
  // The database library would make it readable to everybody on the machine.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  // NORMAL would lose acknowledged records when the power fails.
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  db.exec(`
    CREATE TABLE IF NOT EXISTS records (
      key TEXT PRIMARY KEY, at INTEGER NOT NULL, sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS records_at ON records (at);
    CREATE TABLE IF NOT EXISTS persons (
      key TEXT NOT NULL REFERENCES records ON DELETE CASCADE, person TEXT NOT NULL, PRIMARY KEY (key, person)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS persons_person ON persons (person);
  `);
  return db;
}

function handle(request: Request): unknown {
  switch (request.op) {
    case 'put':
      return put(request);
    case 'get':
      return get(request.key);
    case 'delete':
      return erased(statements.delete.run(request.key).changes);
    case 'deletePerson':
      return erased(statements.deletePerson.run(request.person).changes);
    case 'deleteBefore':
      return erased(statements.deleteBefore.run(request.at).changes);
    case 'page':
      return page(request.after);
    case 'close':
      return database.close();
  }
}

function put({ key, persons, at, sealed }: Extract<Request, { op: 'put' }>): boolean {
  statements.begin.run();
  try {
    const isNew = statements.put.run(key, at, Buffer.from(sealed)).changes > 0;
    if (isNew) for (const person of persons) statements.putPerson.run(person, key);
    statements.commit.run();
    return isNew;
  } catch (error) {
    // A full disk has already rolled it back.
    if (database.inTransaction) statements.rollback.run();
    throw error;
  }
}

function get(key: string): SealedRecord | null {
  const row = statements.get.get(key) as { at: number; sealed: ArrayBuffer } | undefined;
  if (row === undefined) return null;
  const persons = statements.persons.all(key) as { person: string }[];
  return { persons: persons.map(({ person }) => person), at: row.at, sealed: new Uint8Array(row.sealed) };
}

function page(after: string): [key: string, record: SealedRecord | null][] {
  const keys = statements.keysAfter.all(after, PAGE) as { key: string }[];
  return keys.map(({ key }) => [key, get(key)]);
}

/** What was deleted still stands in the write-ahead log: it is written back and cut to nothing. */
function erased(records: number): number {
  if (records > 0) database.pragma('wal_checkpoint(TRUNCATE)');
  return records;
}
