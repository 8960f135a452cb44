import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import pino from 'pino';
import { FolderStore } from '../../../server/archive/folder.ts';
import { archivedRows } from '../../../server/jobs/archived-day.ts';
import { archiveDays } from '../../../server/jobs/archiving.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { RedisJournal } from '../../../server/journal/redis.ts';
import type { DayStore, Journal } from '../../../server/ports.ts';
import { parseRedisAddress } from '../../../server/redis/address.ts';
import { RedisLink } from '../../../server/redis/link.ts';
import { HallService } from '../../../server/service/service.ts';
import { main } from '../../../server/verify.ts';
import { failureOf, readAll } from '../../support/drafts.ts';
import { ask } from '../../support/http.ts';
import { redisForSuite } from '../../support/redis-server.ts';
import { at, smallSetup } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';

const DAY_MS = 86_400_000;
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
const HALL = '/api/v1/halls/small';
const tempDir = tempDirs();

/** Four days, the last of them not over, on each of which somebody is served. */
async function fourDays(app: TestApp): Promise<void> {
  for (const [index] of DAYS.entries()) {
    app.clock.set(at('09:00') + index * DAY_MS);
    await ask(app.url, 'POST', `${HALL}/windows/w1/open`, { body: {} });
    for (let count = 0; count <= index; count++)
      await ask(app.url, 'POST', `${HALL}/tickets`, { body: { queue: 'social', print: false } });
    await ask(app.url, 'POST', `${HALL}/windows/w1/call-next`, { body: {} });
  }
}

async function exported(app: TestApp, day: string): Promise<string> {
  const { status, text } = await ask(app.url, 'GET', `${HALL}/days/${day}/export`);
  expect(status, day).to.equal(200);
  return text;
}

async function proved(file: string): Promise<number> {
  return main(['--file', file], () => undefined);
}

describe('days that are over', function () {
  this.timeout(30_000);
  const redis = redisForSuite();
  let link: RedisLink;
  let folder: string;
  let store: FolderStore;
  let app: TestApp;

  before(async () => {
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
  });
  after(() => link.close());
  beforeEach(() => {
    folder = tempDir();
    store = new FolderStore(join(folder, 'archive'));
  });
  afterEach(() => app.stop());

  const archivedFile = (day: string): string => join(folder, 'archive/small', `${day}.ndjson.gz`);

  const silent = pino({ level: 'silent' });
  const archive = (journal: Journal, into: DayStore = store): Promise<string[]> =>
    archiveDays({ hall: 'small', journal, store: into, log: silent });

  const inRedis = (): RedisJournal => new RedisJournal(link, 'small', 0, archivedRows(store, 'small'));

  describe('of a journal on this machine', () => {
    let journal: MemoryJournal;

    beforeEach(async () => {
      journal = new MemoryJournal();
      app = await startApp({ folder, journal });
      await fourDays(app);
    });

    it('are archived as they are exported, once, and the one that goes on is not', async () => {
      expect(await archive(journal)).to.deep.equal(DAYS.slice(0, 3));
      expect(await archive(journal)).to.deep.equal([]);
      expect(await store.days('small')).to.deep.equal(DAYS.slice(0, 3));
      for (const day of DAYS.slice(0, 3)) {
        const file = gunzipSync((await store.get('small', day)) ?? Buffer.of());
        expect(file.toString()).to.equal(await exported(app, day));
      }
    });

    it('are proved from their file, packed as it is, and are not when a letter in it was changed', async () => {
      await archive(journal);
      const [day = ''] = DAYS;
      expect(await proved(archivedFile(day))).to.equal(0);
      const forged = gunzipSync((await store.get('small', day)) ?? Buffer.of())
        .toString()
        .replace('A001', 'A009');
      writeFileSync(join(folder, 'forged.ndjson.gz'), gzipSync(forged));
      expect(await proved(join(folder, 'forged.ndjson.gz'))).to.equal(1);
      writeFileSync(join(folder, 'torn.ndjson.gz'), gzipSync(forged).subarray(0, 200));
      expect(await proved(join(folder, 'torn.ndjson.gz'))).to.equal(2);
    });

    it('stay in a journal that is read whole', async () => {
      await archive(journal);
      expect((await readAll(journal))[0]?.seq).to.equal(1);
    });

    it('are not archived from a log that is broken', async () => {
      const row = journal.rows[1];
      if (row !== undefined) row.text = row.text.replace('09:00', '09:01').replace('w1', 'w2');
      expect((await failureOf(archive(journal))).message).to.contain('the log is broken at event 2');
      expect(await store.days('small')).to.deep.equal([]);
    });
  });

  describe('of a journal in Redis', () => {
    let journal: RedisJournal;
    let before: Awaited<ReturnType<typeof readAll>>;
    let exports: Map<string, string>;

    beforeEach(async () => {
      journal = inRedis();
      app = await startApp({ folder, journal });
      await fourDays(app);
      before = await readAll(journal);
      exports = new Map();
      for (const day of DAYS) exports.set(day, await exported(app, day));
    });

    it('leave Redis but for the last, and are read as if they had not', async () => {
      const days = await journal.days();
      await archive(journal);
      const kept = days.at(-2)?.seq ?? 0;
      expect(await journal.firstSeq()).to.equal(kept - 1);
      expect(await link.ask((client) => client.xLen('ow:{small}:log'))).to.equal(before.length - kept + 2);
      for (const reader of [journal, inRedis()]) {
        expect(await readAll(reader)).to.deep.equal(before);
        expect(await readAll(reader, 3)).to.deep.equal(before.slice(2));
        expect(await readAll(reader, kept)).to.deep.equal(before.slice(kept - 1));
        expect(await reader.days()).to.deep.equal(days);
      }
      for (const [day, text] of exports) expect(await exported(app, day)).to.equal(text);
      const { total } = (await ask(app.url, 'GET', `${HALL}/reports/${DAYS[1]}`)).json;
      expect([total.issued, total.called]).to.deep.equal([2, 1]);
      const { json } = await ask(app.url, 'GET', `${HALL}/fairness`);
      expect(json.days.map(({ day }: { day: string }) => day)).to.deep.equal(DAYS.toReversed());
    });

    it('are not missed by whoever starts after them, nor by what is appended', async () => {
      await archive(journal);
      const clock = new TestClock(app.clock.now());
      const other = inRedis();
      const service = new HallService(smallSetup(), other, clock);
      await service.start();
      expect(service.state.seq).to.equal(app.service.state.seq);
      await service.stop();
      await other.close();
      await ask(app.url, 'POST', `${HALL}/tickets`, { body: { queue: 'tax', print: false } });
      expect((await readAll(inRedis())).length).to.equal(before.length + 1);
    });

    it('can not be read back by who does not know the archive, and no event is made up', async () => {
      await archive(journal);
      const failure = await failureOf(readAll(new RedisJournal(link, 'small')));
      expect(failure.message).to.contain('broken at event 1');
    });

    it('stay in Redis while their file in the archive is not what they were', async () => {
      await archive(journal);
      app.clock.pass(DAY_MS);
      await ask(app.url, 'POST', `${HALL}/tickets`, { body: { queue: 'tax', print: false } });
      const first = await journal.firstSeq();
      const [, , day = ''] = DAYS;
      const whole = (await store.get('small', day)) ?? Buffer.of();
      const text = gunzipSync(whole).toString();
      const lines = text.trimEnd().split('\n');
      const spoilt = [
        gzipSync(text.replace('A001', 'A002')),
        gzipSync(lines.toSpliced(2, 1).join('\n')),
        gzipSync(lines.slice(0, -2).join('\n')),
        gzipSync(exports.get(DAYS[0] ?? '') ?? ''),
        whole.subarray(0, -9),
        Buffer.of(),
      ];
      for (const file of spoilt) {
        await store.put('small', day, file);
        const { message } = await failureOf(archive(journal));
        expect(message).to.contain('archived day');
        expect(await journal.firstSeq()).to.equal(first);
      }
      await store.put('small', day, whole);
      await archive(journal);
      expect(await journal.firstSeq()).to.be.greaterThan(first);
      expect((await readAll(journal)).slice(0, before.length)).to.deep.equal(before);
    });

    it('are not replaced by nothing when the archive has lost them', async () => {
      await archive(journal);
      const empty = new FolderStore(join(folder, 'another'));
      const blind = new RedisJournal(link, 'small');
      await failureOf(archive(blind, empty));
      expect(await empty.days('small')).to.deep.equal([]);
    });

    it('are archived by any node, also by several at once', async () => {
      await Promise.all([1, 2, 3].map(() => archive(inRedis())));
      expect(await store.days('small')).to.deep.equal(DAYS.slice(0, 3));
      expect(await readAll(journal)).to.deep.equal(before);
    });
  });
});
