import { writeSync } from 'node:fs';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import { JournalConflict } from '../../../server/ports.ts';
import { drafts } from '../../support/drafts.ts';

/**
 * A process of its own that appends to a file as fast as it can, and writes a line
 * "first last" for each that was acknowledged. Arguments: the file, its own name, how many events at least.
 */
const [file = '', name = '', enough = 'Infinity'] = process.argv.slice(2);
const journal = new SqliteJournal(file);
let { seq } = await journal.last();
let written = 0;
writeSync(1, 'begun\n');
while (written < Number(enough)) {
  const length = 1 + (seq % 7);
  try {
    await journal.append(seq, drafts(seq + 1, seq + length, name));
    writeSync(1, `${seq + 1} ${seq + length}\n`);
    seq += length;
    written += length;
  } catch (error) {
    if (!(error instanceof JournalConflict)) throw error;
    seq = error.actualSeq;
  }
}
await journal.close();
