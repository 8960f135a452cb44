import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { SqliteVault } from '../../../server/vault/sqlite.ts';
import { failureOf } from '../../support/drafts.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { sealedRecord, vaultContract } from './contract.ts';

const tempDir = tempDirs();
const freshFile = (): string => join(tempDir(), 'hall.vault.db');

vaultContract('sqlite', () => new SqliteVault(freshFile()));

/** All bytes on the disk: the file and its write-ahead log. */
function bytesOf(file: string): Buffer {
  return Buffer.concat([file, `${file}-wal`].filter(existsSync).map((each) => readFileSync(each)));
}

describe('a vault in a file', () => {
  it('is the same when it is opened again', async () => {
    const file = freshFile();
    const record = sealedRecord(7, 'p', 'q');
    const first = new SqliteVault(file);
    await first.put('a', record);
    await Promise.all([first.close(), first.close()]);

    const second = new SqliteVault(file);
    expect(await second.get('a')).to.deep.equal(record);
    await second.close();
    await failureOf(second.get('a'));
  });

  it('is readable to its owner alone', async () => {
    const file = freshFile();
    const vault = new SqliteVault(file);
    await vault.put('a', sealedRecord(1));
    for (const each of [file, `${file}-wal`])
      expect((statSync(each).mode & 0o777).toString(8), each).to.equal('600');
    await vault.close();
  });

  it('has overwritten the bytes of what it has deleted', async () => {
    const file = freshFile();
    const vault = new SqliteVault(file);
    const records = Array.from({ length: 3 }, (_, index) => sealedRecord(index, `person${index}`));
    for (const [index, record] of records.entries()) await vault.put(`key${index}`, record);
    for (const { sealed } of records) expect(bytesOf(file).includes(Buffer.from(sealed))).to.equal(true);
    await vault.deletePerson('person1');
    await vault.deleteBefore(1);
    await vault.delete('key2');
    for (const [index, { sealed }] of records.entries()) {
      expect(bytesOf(file).includes(Buffer.from(sealed)), `the record ${index}`).to.equal(false);
      expect(bytesOf(file).includes(`person${index}`), `the hash ${index}`).to.equal(false);
    }
    await vault.close();
  });

  it('says which file and why when it can not write, and keeps nothing of a record half written', async () => {
    const file = freshFile();
    const vault = new SqliteVault(file);
    await vault.put('a', sealedRecord(1));
    const database = new Database(file);
    database.exec(
      `CREATE TRIGGER full BEFORE INSERT ON persons BEGIN SELECT RAISE(ROLLBACK, 'disk is full'); END`,
    );
    const failure = await failureOf(vault.put('b', sealedRecord(2, 'p')));
    expect(failure.message).to.include(file).and.to.include('disk is full');
    expect(await vault.get('b')).to.equal(null);
    database.exec('DROP TRIGGER full');
    database.close();
    await vault.put('b', sealedRecord(2, 'p'));
    await vault.close();
  });

  it('is refused by name when it is not a database', async () => {
    const file = freshFile();
    writeFileSync(file, 'once upon a time '.repeat(1000));
    const vault = new SqliteVault(file);
    expect((await failureOf(vault.get('a'))).message)
      .to.include(file)
      .and.to.include('not a database');
    await vault.close();
  });
});
