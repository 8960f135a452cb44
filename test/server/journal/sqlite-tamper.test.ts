import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { GENESIS, seal } from '../../../server/journal/chain.ts';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import { JournalBroken } from '../../../server/ports.ts';
import { dayDraft, draft, drafts, failureOf, readAll } from '../../support/drafts.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const TOTAL = 300;
const tempDir = tempDirs();

let template: Promise<string> | undefined;

/** A file with a day's log in it, nobody holding it open; written once and copied. */
async function writtenFile(): Promise<string> {
  template ??= writeTemplate();
  const file = join(tempDir(), 'hall.db');
  copyFileSync(await template, file);
  return file;
}

async function writeTemplate(): Promise<string> {
  const file = join(tempDir(), 'hall.db');
  const journal = new SqliteJournal(file);
  await journal.append(0, [dayDraft(1), ...drafts(2, TOTAL)]);
  await journal.close();
  return file;
}

async function readingFails(file: string, fromSeq = 1): Promise<Error> {
  const journal = new SqliteJournal(file);
  try {
    return await failureOf(readAll(journal, fromSeq));
  } finally {
    await journal.close();
  }
}

describe('a log somebody has put a hand on', () => {
  const hands: [what: string, sql: string, seq: number][] = [
    [
      'one letter of an event changed',
      `UPDATE events SET text = replace(text, 'w8', 'w9') WHERE seq = 107`,
      107,
    ],
    [
      'the clerk of an event changed',
      `UPDATE events SET text = replace(text, 'test', 'best') WHERE seq = 2`,
      2,
    ],
    [
      'a hash changed',
      `UPDATE events SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 200`,
      200,
    ],
    ['an event taken out', 'DELETE FROM events WHERE seq = 150', 150],
    ['the first event taken out', 'DELETE FROM events WHERE seq = 1', 1],
    [
      'an event taken out and the gap closed',
      'DELETE FROM events WHERE seq = 150; UPDATE events SET seq = -seq WHERE seq > 150; UPDATE events SET seq = -seq - 1 WHERE seq < 0',
      150,
    ],
    [
      'two events swapped',
      'UPDATE events SET seq = -20 WHERE seq = 20; UPDATE events SET seq = 20 WHERE seq = 21; UPDATE events SET seq = 21 WHERE seq = -20',
      20,
    ],
    [
      'an event put in',
      `UPDATE events SET seq = -seq WHERE seq >= 50; UPDATE events SET seq = 1 - seq WHERE seq < 0; INSERT INTO events SELECT 50, text, hash FROM events WHERE seq = 49`,
      50,
    ],
    ['an event made empty', `UPDATE events SET text = '' WHERE seq = 5`, 5],
  ];
  for (const [what, sql, seq] of hands) {
    it(`is found out, and the event is named: ${what}`, async () => {
      const file = await writtenFile();
      const database = new Database(file);
      database.exec(sql);
      database.close();
      const failure = await readingFails(file);
      expect(failure).to.be.instanceOf(JournalBroken);
      expect(failure).to.include({ seq });
      expect(failure.message).to.include(`event ${seq}`);
    });
  }

  it('is found out though the event was sealed anew: the one after it no longer fits', async () => {
    const file = await writtenFile();
    const database = new Database(file);
    const { hash } = database.prepare('SELECT hash FROM events WHERE seq = 99').get() as { hash: string };
    const [forged] = seal(99, hash, [draft(100, 'friend')]);
    database.prepare('UPDATE events SET text = ?, hash = ? WHERE seq = 100').run(forged?.text, forged?.hash);
    database.close();
    expect(await readingFails(file)).to.include({ seq: 101 });
  });

  it('is found out by who reads only the end of it', async () => {
    const file = await writtenFile();
    const database = new Database(file);
    database.exec(`UPDATE events SET text = replace(text, 'test', 'best') WHERE seq = ${TOTAL}`);
    database.exec(`UPDATE events SET hash = '${GENESIS}' WHERE seq = 10`);
    database.close();
    expect(await readingFails(file, TOTAL - 5)).to.include({ seq: TOTAL });
    expect(await readingFails(file, 11)).to.include({ seq: 11 });
  });
});

describe('a file that is no longer a log', () => {
  it('is refused by name when it is not a database', async () => {
    const file = join(tempDir(), 'hall.db');
    writeFileSync(file, 'once upon a time '.repeat(1000));
    const failure = await readingFails(file);
    expect(failure.message).to.include(file).and.to.include('not a database');
  });

  it('is refused by name when its folder is not there', async () => {
    const file = join(tempDir(), 'no', 'such', 'folder', 'hall.db');
    expect((await readingFails(file)).message).to.include(file);
  });

  it('is refused when its end is cut off', async () => {
    const file = await writtenFile();
    truncateSync(file, Math.floor(statSync(file).size / 2));
    expect((await readingFails(file)).message).to.match(/malformed|broken at event|disk image/);
  });

  it('is refused when a piece in the middle is overwritten', async () => {
    const file = await writtenFile();
    const middle = Math.floor(readFileSync(file).length / 2);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, middle);
    closeSync(handle);
    expect((await readingFails(file)).message).to.match(/malformed|broken at event|disk image/);
  });
});
