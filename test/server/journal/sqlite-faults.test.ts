import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import { JournalConflict } from '../../../server/ports.ts';
import { draft, drafts, failureOf, readAll, unsealed } from '../../support/drafts.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const tempDir = tempDirs();

describe('a journal whose disk has a fault', () => {
  let file: string;
  let journal: SqliteJournal;

  beforeEach(async () => {
    file = join(tempDir(), 'hall.db');
    journal = new SqliteJournal(file);
    await journal.append(0, drafts(1, 3));
  });
  afterEach(() => journal.close());

  function inTheFile(sql: string): void {
    const database = new Database(file);
    database.exec(sql);
    database.close();
  }

  // ABORT leaves the transaction open as most faults do, ROLLBACK ends it as a full disk does.
  for (const fault of ['ABORT', 'ROLLBACK']) {
    it(`refuses what it can not write, with the reason, and writes again when it can (${fault})`, async () => {
      inTheFile(
        `CREATE TRIGGER full BEFORE INSERT ON events WHEN NEW.seq >= 6 BEGIN SELECT RAISE(${fault}, 'disk is full'); END`,
      );
      for (let attempt = 0; attempt < 2; attempt++) {
        const failure = await failureOf(journal.append(3, drafts(4, 8)));
        expect(failure).not.to.be.instanceOf(JournalConflict);
        expect(failure.message).to.include('disk is full').and.to.include(file);
        expect((await journal.last()).seq, 'nothing of the batch is there').to.equal(3);
      }
      await journal.append(3, drafts(4, 5));
      inTheFile('DROP TRIGGER full');
      await journal.append(5, drafts(6, 8));
      expect((await readAll(journal)).map(unsealed)).to.deep.equal(drafts(1, 8));
    });
  }

  it('notices that another connection has written', async () => {
    const other = new SqliteJournal(file);
    await other.append(3, [draft(4, 'other')]);
    const failure = await failureOf(journal.append(3, [draft(4)]));
    expect(failure).to.be.instanceOf(JournalConflict).and.to.include({ actualSeq: 4 });
    await journal.append(4, [draft(5)]);
    expect((await readAll(other)).map(({ by }) => by)).to.deep.equal([
      'test',
      'test',
      'test',
      'other',
      'test',
    ]);
    await other.close();
  });
});
