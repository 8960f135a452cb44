import { join } from 'node:path';
import { expect } from 'chai';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import { dayDraft, draft, drafts, failureOf, readAll, unsealed } from '../../support/drafts.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { journalContract } from './contract.ts';

const tempDir = tempDirs();
const freshFile = (): string => join(tempDir(), 'hall.db');

journalContract('sqlite', () => new SqliteJournal(freshFile()));

describe('a journal in a file', () => {
  it('is the same when it is opened again, and goes on where it ended', async () => {
    const file = freshFile();
    const first = new SqliteJournal(file);
    await first.append(0, [dayDraft(1), ...drafts(2, 4)]);
    const before = { last: await first.last(), events: await readAll(first) };
    await first.close();

    const second = new SqliteJournal(file);
    expect({ last: await second.last(), events: await readAll(second) }).to.deep.equal(before);
    await second.append(4, [draft(5)]);
    expect((await readAll(second)).map(unsealed)).to.deep.equal([dayDraft(1), ...drafts(2, 5)]);
    await second.close();
  });

  it('writes what it was given before it closes, and may be closed twice', async () => {
    const file = freshFile();
    const journal = new SqliteJournal(file);
    const writing = journal.append(0, drafts(1, 500));
    await Promise.all([writing, journal.close(), journal.close()]);
    await journal.close();
    const again = new SqliteJournal(file);
    expect((await again.last()).seq).to.equal(500);
    await again.close();
  });

  it('refuses work once it is closed', async () => {
    const journal = new SqliteJournal(freshFile());
    await journal.close();
    await failureOf(journal.append(0, [draft(1)]));
    await failureOf(journal.last());
  });
});
