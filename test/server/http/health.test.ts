import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import type { Head } from '../../../server/ports.ts';
import { GatedJournal } from '../../support/gated-journal.ts';
import { type Answer, ask } from '../../support/http.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const HALL = '/api/v1/halls/small';
const tempDir = tempDirs();

/** A journal that may stop to say where it ends. */
class SilentJournal extends GatedJournal {
  silent = false;

  override last(): Promise<Head> {
    return this.silent ? new Promise(() => undefined) : super.last();
  }
}

describe('/readyz', () => {
  let app: TestApp;
  afterEach(() => app.stop());

  const ready = async (): Promise<[status: number, ready: boolean]> => {
    const { status, json } = await ask(app.url, 'GET', '/readyz');
    expect(json.status).to.equal(status === 200 ? 'ready' : 'not ready');
    return [status, json.halls[0].ready];
  };
  const take = (): Promise<Answer> => ask(app.url, 'POST', `${HALL}/tickets`, { body: { queue: 'social' } });

  it('is 503 from the first write the journal refuses until one succeeds', async () => {
    const journal = new GatedJournal(new MemoryJournal());
    app = await startApp({ folder: tempDir(), journal });
    expect(await ready()).to.deep.equal([200, true]);
    journal.fault = new Error('the disk is full');
    expect(await ready(), 'nobody has tried to write yet').to.deep.equal([200, true]);
    expect((await take()).json.code).to.equal('JOURNAL_UNAVAILABLE');
    expect(await ready()).to.deep.equal([503, false]);
    expect((await ask(app.url, 'GET', '/healthz')).status, 'the program lives').to.equal(200);
    journal.fault = null;
    expect(await ready(), 'no write has succeeded yet').to.deep.equal([503, false]);
    expect((await take()).status).to.equal(201);
    expect(await ready()).to.deep.equal([200, true]);
  });

  it('is not put off by a refusal that is the hall’s own', async () => {
    app = await startApp({ folder: tempDir() });
    expect((await ask(app.url, 'POST', `${HALL}/windows/w1/call-next`)).json.code).to.equal('WINDOW_CLOSED');
    expect(await ready()).to.deep.equal([200, true]);
  });

  it('is 503 when the journal’s thread has died, though nobody has asked for anything since', async () => {
    const folder = tempDir();
    const threads: Worker[] = [];
    const remember = (worker: Worker): unknown => threads.push(worker);
    process.on('worker', remember);
    const journal = new SqliteJournal(join(folder, 'hall.db'));
    app = await startApp({ folder, journal });
    process.off('worker', remember);
    expect(await ready()).to.deep.equal([200, true]);
    expect(threads).to.have.length(1);
    await threads[0]?.terminate();
    expect(await ready()).to.deep.equal([503, false]);
    expect((await take()).json.code).to.equal('JOURNAL_UNAVAILABLE');
  });

  it('is 503, and not an endless wait, when the journal does not answer', async () => {
    const journal = new SilentJournal(new MemoryJournal());
    app = await startApp({ folder: tempDir(), journal });
    journal.silent = true;
    expect(await ready()).to.deep.equal([503, false]);
    journal.silent = false;
    expect(await ready()).to.deep.equal([200, true]);
  }).timeout(20_000);
});
