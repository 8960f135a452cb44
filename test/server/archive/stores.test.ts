import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { FolderStore } from '../../../server/archive/folder.ts';
import { S3Store } from '../../../server/archive/s3.ts';
import type { DayStore } from '../../../server/ports.ts';
import { failureOf } from '../../support/drafts.ts';
import { type S3Server, startS3 } from '../../support/s3-server.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const tempDir = tempDirs();

/** What every store of days keeps to. */
function storeContract(name: string, open: () => DayStore): void {
  describe(`${name}: the contract of every store of days`, () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-12-31', '2027-01-04'];

    it('has nothing at first', async () => {
      const store = open();
      expect(await store.days('small')).to.deep.equal([]);
      expect(await store.get('small', '2026-03-02')).to.equal(null);
    });

    it('gives back what was put, byte for byte, and lists it in order, however much it is', async () => {
      const store = open();
      const files = new Map(days.map((day) => [day, Uint8Array.from(randomBytes(70_000))]));
      for (const day of days.toReversed()) await store.put('small', day, files.get(day) ?? new Uint8Array());
      expect(await store.days('small')).to.deep.equal(days);
      for (const [day, file] of files)
        expect(new Uint8Array((await store.get('small', day)) ?? [])).to.deep.equal(file);
    });

    it('takes the same again, and has it once', async () => {
      const store = open();
      for (let count = 0; count < 2; count++) await store.put('small', '2026-03-02', Uint8Array.of(1, 2));
      expect(await store.days('small')).to.deep.equal(['2026-03-02']);
      expect([...((await store.get('small', '2026-03-02')) ?? [])]).to.deep.equal([1, 2]);
    });

    it('keeps halls apart, also one whose name another begins with', async () => {
      const store = open();
      await store.put('small', '2026-03-02', Uint8Array.of(1));
      await store.put('small-2', '2026-03-03', Uint8Array.of(2));
      expect(await store.days('small')).to.deep.equal(['2026-03-02']);
      expect(await store.get('small', '2026-03-03')).to.equal(null);
    });
  });
}

describe('days in a folder', () => {
  storeContract('folder', () => new FolderStore(join(tempDir(), 'not yet')));

  it('are what is called like a day, whatever else lies there', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'small'));
    for (const name of ['2026-03-02.ndjson.gz.1.new', 'notes.txt', '2026-03-02.ndjson'])
      writeFileSync(join(folder, 'small', name), '');
    const store = new FolderStore(folder);
    expect(await store.days('small')).to.deep.equal([]);
    await store.put('small', '2026-03-03', Uint8Array.of(1));
    expect(await store.days('small')).to.deep.equal(['2026-03-03']);
    expect(readdirSync(join(folder, 'small'))).to.have.length(4);
  });

  it('say what is wrong with the folder', async () => {
    const folder = tempDir();
    writeFileSync(join(folder, 'small'), 'a file');
    const store = new FolderStore(folder);
    expect((await failureOf(store.put('small', '2026-03-03', Uint8Array.of(1)))).message).to.contain(
      'EEXIST',
    );
    expect((await failureOf(store.days('small'))).message).to.contain('ENOTDIR');
  });
});

describe('days in an S3-compatible store', () => {
  let s3: S3Server;

  before(async () => {
    s3 = await startS3();
  });
  beforeEach(() => s3.objects.clear());
  after(() => s3.close());

  const open = (changes: Partial<ConstructorParameters<typeof S3Store>[0]> = {}): S3Store =>
    new S3Store({ region: 'cn-north-1', prefix: 'halls/of/yunzhou', ...s3, ...changes });

  storeContract('s3', open);
  storeContract('s3 without a prefix', () => open({ prefix: '' }));

  it('lie under the prefix, by their hall', async () => {
    await open().put('small', '2026-03-02', Uint8Array.of(1));
    await open({ prefix: '' }).put('small', '2026-03-02', Uint8Array.of(1));
    expect([...s3.objects.keys()]).to.deep.equal([
      'halls/of/yunzhou/small/2026-03-02.ndjson.gz',
      'small/2026-03-02.ndjson.gz',
    ]);
  });

  it('are found beside whatever else is there', async () => {
    for (const name of ['a&b.txt', '2025-01-01.ndjson.gz/x', 'old/2025-01-01.ndjson.gz', '~z', '~~'])
      s3.objects.set(`halls/of/yunzhou/small/${name}`, Buffer.of(1));
    await open().put('small', '2026-03-02', Uint8Array.of(1));
    expect(await open().days('small')).to.deep.equal(['2026-03-02']);
  });

  it('are kept after a fault of the store that passes', async () => {
    s3.failNext(2);
    await open().put('small', '2026-03-02', Uint8Array.of(1));
    expect(s3.objects.size).to.equal(1);
  });

  it('are refused to a wrong key, and the failure says so and not the key', async () => {
    const store = open({ secretKey: 'another' });
    const attempts = [
      () => store.put('small', '2026-03-02', Uint8Array.of(1)),
      () => store.get('small', '2026-03-02'),
      () => store.days('small'),
    ];
    for (const attempt of attempts) {
      const { message } = await failureOf(attempt());
      expect(message).to.contain('403 SignatureDoesNotMatch').and.not.contain('another');
    }
    expect(s3.objects.size).to.equal(0);
  });

  it('need a bucket that is there', async () => {
    const store = open({ bucket: 'elsewhere' });
    expect((await failureOf(store.days('small'))).message).to.contain('elsewhere');
    expect((await failureOf(store.put('small', '2026-03-02', Uint8Array.of(1)))).message).to.contain(
      'elsewhere',
    );
  });
});
