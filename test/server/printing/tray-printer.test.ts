import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { PrinterError } from '../../../server/printing/printer.ts';
import { fileNameOf, idOf, type TrayPrinter, trayPrinter } from '../../../server/printing/tray-printer.ts';

describe('the slip tray', () => {
  let directory: string;
  let tray: TrayPrinter;

  beforeEach(async () => {
    directory = path.join(await mkdtemp(path.join(os.tmpdir(), 'onewindow-tray-')), 'tray');
    tray = trayPrinter({ directory });
    await tray.start();
  });

  afterEach(async () => {
    await tray.stop();
    await rm(path.dirname(directory), { recursive: true, force: true });
  });

  async function print(...ids: string[]): Promise<void> {
    for (const id of ids) await tray.print({ id, bytes: Buffer.from(`bytes of ${id}`) });
  }

  async function ids(): Promise<string[]> {
    return (await tray.list()).map((slip) => slip.id);
  }

  it('lists the newest slip first, with its bytes', async () => {
    await print('a', 'b');
    expect(await ids()).to.deep.equal(['b', 'a']);
    expect((await tray.list())[1]?.bytes.toString()).to.equal('bytes of a');
    expect(tray.status().state).to.equal('ready');
  });

  it('keeps the last 50', async () => {
    const all = Array.from({ length: 60 }, (_, index) => `ticket-${index}`);
    await Promise.all(all.map((id) => tray.print({ id, bytes: Buffer.from(id) })));
    expect(await ids()).to.deep.equal(all.slice(10).reverse());
    expect((await readdir(directory)).length).to.equal(50);
  });

  it('holds a slip once however often its job is delivered, and moves it to the top', async () => {
    await print('a', 'b', 'a');
    expect(await ids()).to.deep.equal(['a', 'b']);
  });

  it('survives a restart, in order, also with the clock set back', async () => {
    await print('a', 'b');
    await tray.stop();
    await writeFile(path.join(directory, 'slip-torn.escpos.tmp'), 'half a sl');
    await writeFile(path.join(directory, 'notes.txt'), 'not a slip');
    tray = trayPrinter({ directory, now: () => 1_000 });
    await tray.start();
    await tray.start();
    await print('c');
    expect(await ids()).to.deep.equal(['c', 'b', 'a']);
    expect(await readdir(directory)).not.to.include('slip-torn.escpos.tmp');
  });

  it('says so when it cannot be written', async () => {
    await rm(directory, { recursive: true });
    await writeFile(directory, 'a file where the folder was');
    const error: unknown = await tray.print({ id: 'a', bytes: Buffer.from('a') }).catch((reason) => reason);
    expect(error).to.be.instanceOf(PrinterError).and.to.include({ code: 'STORAGE_FAILED' });
    expect(tray.status().state).to.equal('failing');
    expect(tray.status().reasons[0]?.text.en).to.include('disk space');
  });

  it('gives every id a file of its own, on any file system, and never a path', () => {
    const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(id, (sample) => {
        const name = fileNameOf(sample);
        expect(name).to.match(/^slip-[a-z0-9_-]+\.escpos$/);
        expect(idOf(name)).to.equal(sample);
      }),
    );
    expect(() => fileNameOf('')).to.throw(RangeError);
    expect(() => fileNameOf('x'.repeat(47))).to.throw(RangeError);
  });
});
