import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { FolderShelf } from '../../../server/shelf/folder.ts';
import { failureOf } from '../../support/drafts.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { shelfContract } from './contract.ts';

describe('a shelf in a folder', function () {
  this.timeout(30_000);
  const tempDir = tempDirs();
  shelfContract('folder', () => new FolderShelf(join(tempDir(), 'not yet')));

  it('is files that can be read without the program, and outlives it', async () => {
    const folder = tempDir();
    await new FolderShelf(folder).put('small', 'report.2026-03-02', '{}');
    expect(readdirSync(join(folder, 'small'))).to.deep.equal(['report.2026-03-02']);
    expect(readFileSync(join(folder, 'small', 'report.2026-03-02'), 'utf8')).to.equal('{}');
    expect(await new FolderShelf(folder).get('small', 'report.2026-03-02')).to.equal('{}');
  });

  it('does not take what a killed program has left half written for a document', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'small'));
    writeFileSync(join(folder, 'small', '.report.2026-03-02.1.new'), '{');
    expect(await new FolderShelf(folder).names('small', '')).to.deep.equal([]);
  });

  it('says what is wrong with the folder, leaves nothing there, and takes the next', async () => {
    const folder = tempDir();
    const shelf = new FolderShelf(folder);
    mkdirSync(join(folder, 'small', 'a'), { recursive: true });
    expect((await failureOf(shelf.put('small', 'a', '{}'))).message).to.contain('EISDIR');
    expect(readdirSync(join(folder, 'small'))).to.deep.equal(['a']);
    rmSync(join(folder, 'small', 'a'), { recursive: true });
    await shelf.put('small', 'a', '{}');
  });
});
