import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { DayReport } from '../../../common/contract/report.ts';
import { FileCheckpoint } from '../../../server/effects/checkpoint.ts';
import { LocalJobs } from '../../../server/effects/local.ts';
import { Outbox } from '../../../server/effects/outbox.ts';
import { Reports, reportJob, reportWorker } from '../../../server/jobs/reports.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { HallService } from '../../../server/service/service.ts';
import { FolderShelf } from '../../../server/shelf/folder.ts';
import { failureOf } from '../../support/drafts.ts';
import { type Answer, ask } from '../../support/http.ts';
import { at, smallHall, smallSetup } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

const DAY_MS = 86_400_000;
const HALL = '/api/v1/halls/small';
const silent = pino({ level: 'silent' });
const tempDir = tempDirs();

describe('reports of days that are over', () => {
  let app: TestApp;
  let folder: string;

  beforeEach(async () => {
    folder = tempDir();
    app = await startApp({ folder });
  });
  afterEach(() => app.stop());

  const get = (path: string): Promise<Answer> => ask(app.url, 'GET', `${HALL}/reports${path}`);
  const press = (window: string, act: string) =>
    ask(app.url, 'POST', `${HALL}/windows/${window}/${act}`, { body: {} });
  const kept = (): string[] => readdirSync(join(folder, 'shelf/small')).sort();

  /** One is served from 9:05 to 9:15 of today, then tomorrow begins. */
  async function oneServed(): Promise<void> {
    await press('w1', 'open');
    await ask(app.url, 'POST', `${HALL}/tickets`, { body: { queue: 'social', print: false } });
    app.clock.pass(300_000);
    for (const act of ['call-next', 'start']) await press('w1', act);
    app.clock.pass(600_000);
    for (const act of ['finish', 'close']) await press('w1', act);
    app.clock.pass(DAY_MS);
    await app.service.tick();
  }

  it('are listed, the latest first, and today is not among them', async () => {
    expect((await get('')).json).to.deep.equal({ days: [] });
    await oneServed();
    await oneServed();
    expect((await get('')).json).to.deep.equal({ days: ['2026-03-03', '2026-03-02'] });
  });

  it('are figures as the contract describes them', async () => {
    await oneServed();
    const { status, json } = await get('/2026-03-02');
    expect(status).to.equal(200);
    expect(DayReport.parse(json)).to.deep.equal(json);
    expect(json).to.include({ hall: 'small', day: '2026-03-02', timeZone: 'Asia/Shanghai' });
    const { total } = json as DayReport;
    const counts = [total.issued, total.called, total.served, total.onTarget, total.utilisation];
    expect(counts).to.deep.equal([1, 1, 1, 1, 2 / 3]);
    expect([total.wait.meanMs, total.service.maxMs]).to.deep.equal([300_000, 600_000]);
  });

  for (const day of ['2026-03-03', '2026-03-09', '2025-01-01', 'yesterday', '..%2f2026-03-02'])
    it(`are refused of ${day}`, async () => {
      await oneServed();
      for (const path of [`/${day}`, `/${day}/csv`]) {
        const { status, json } = await get(path);
        expect([status, json.code]).to.deep.equal([404, 'UNKNOWN_DAY']);
      }
    });

  it('open in a spreadsheet, in Chinese and in English', async () => {
    await oneServed();
    const { status, text, headers } = await get('/2026-03-02/csv');
    expect([status, headers['content-type']]).to.deep.equal([200, 'text/csv; charset=utf-8']);
    const lines = text.split('\r\n');
    expect(lines[0]).to.match(
      /^\uFEFF日期,分组,名称,取号,叫号,弃号,弃号率,办结,达标,达标率,等候次数,平均等候（分钟）,/,
    );
    expect(lines[1]).to.match(
      /^2026-03-02,合计,small业务,1,1,0,0\.0%,1,1,100\.0%,1,5\.00,5\.00,5\.00,5\.00,/,
    );
    expect(lines[1]).to.match(/,10\.00,15\.00,0\.00,66\.7%$/);
    expect(lines.map((line) => line.split(',').slice(1, 3).join())).to.deep.equal([
      ...['分组,名称', '合计,small业务', '部门,bureau业务', '业务队列,social业务', '窗口,1号窗口'],
      ...['窗口人员,counter:w1', '时段,09:00', ''],
    ]);
    expect(new Set(lines.slice(0, -1).map((line) => line.split(',').length)).size).to.equal(1);
    const english = (await get('/2026-03-02/csv?locale=en')).text;
    expect(english).to.contain('\uFEFFDay,By,Name,Issued,').and.contain(',Window 1,');
  });

  it('are kept, and made again when they are lost, of another log, or by other definitions', async () => {
    await oneServed();
    const { json } = await get('/2026-03-02');
    expect(kept()).to.deep.equal(['report.2026-03-02']);
    const file = join(folder, 'shelf/small/report.2026-03-02');
    const { total } = json as DayReport;
    const changed = { ...json, total: { ...total, served: 7 } };
    writeFileSync(file, JSON.stringify(changed));
    expect((await get('/2026-03-02')).json, 'it is read from the shelf').to.deep.equal(changed);
    for (const wrong of [{ lastHash: 'another' }, { version: 0 }]) {
      writeFileSync(file, JSON.stringify({ ...changed, ...wrong }));
      expect((await get('/2026-03-02')).json).to.deep.equal(json);
    }
    rmSync(file);
    expect((await get('/2026-03-02')).json).to.deep.equal(json);
    expect(JSON.parse(readFileSync(file, 'utf8'))).to.deep.equal(json);
  });

  it('are kept of the latest 92 days, and can be had of all', async function () {
    this.timeout(20_000);
    for (let count = 0; count < 95; count++) {
      app.clock.pass(DAY_MS);
      await app.service.tick();
    }
    const { days } = (await get('')).json as { days: string[] };
    expect(days).to.have.length(95);
    const answers = await Promise.all(days.slice(0, 45).map((day) => get(`/${day}`)));
    for (const day of days.slice(45)) answers.push(await get(`/${day}`));
    expect(answers.every(({ status }) => status === 200)).to.equal(true);
    expect(kept()).to.deep.equal(
      days
        .slice(0, 92)
        .map((day) => `report.${day}`)
        .reverse(),
    );
  });

  it('are refused when too many are asked for at once, and given afterwards', async () => {
    await oneServed();
    const answers = await Promise.all(Array.from({ length: 200 }, () => get('/2026-03-02')));
    const codes = new Set(answers.map(({ status }) => status));
    expect([...codes].every((code) => code === 200 || code === 503)).to.equal(true);
    expect((await get('/2026-03-02')).status).to.equal(200);
  });
});

describe('a report as a job', () => {
  it('is made when the day closes', async () => {
    const folder = tempDir();
    const clock = new TestClock();
    const journal = new MemoryJournal();
    const service = new HallService(smallSetup(), journal, clock);
    await service.start();
    const shelf = new FolderShelf(join(folder, 'shelf'));
    const jobs = new LocalJobs(join(folder, 'dead.json'), clock, silent);
    const hall = { config: smallHall(), log: journal };
    jobs.work(reportWorker(new Reports(shelf), new Map([['small', hall]])));
    await jobs.start();
    const outbox = new Outbox({
      ...{ journal, jobs, log: silent, checkpoint: new FileCheckpoint(join(folder, 'reported')) },
      hall: service,
      jobOf: (event) => reportJob('small', { speed: 1, now: clock.now() }, event),
    });
    await outbox.start();
    try {
      clock.set(at('09:00') + DAY_MS);
      await service.tick();
      const text = await waitFor('the report', () => shelf.get('small', 'report.2026-03-02'));
      expect(DayReport.parse(JSON.parse(text)).day).to.equal('2026-03-02');
    } finally {
      await jobs.stop();
      await outbox.stop();
      await service.stop();
    }
  });

  it('is of a day that has just closed, and of nothing else', () => {
    const closed = { type: 'DayClosed', day: '2026-03-02', ended: {} } as const;
    const event = { ...closed, seq: 9, at: at('23:59'), by: 'system', commandId: 'c' };
    const job = reportJob('small', { speed: 1, now: at('23:59') }, event);
    expect(job).to.deep.include({
      id: 'small.report.2026-03-02',
      kind: 'report',
      data: { day: '2026-03-02' },
    });
    expect(reportJob('small', { speed: 1, now: at('23:59') + DAY_MS }, event)).to.equal(null);
    const opened = { type: 'DayOpened', day: '2026-03-02', startsAt: 0, setup: smallSetup() } as const;
    expect(reportJob('small', { speed: 1, now: 0 }, { ...event, ...opened })).to.equal(null);
  });

  it('fails, and is tried again, of a day that is not over', async () => {
    const journal = new MemoryJournal();
    const service = new HallService(smallSetup(), journal, new TestClock());
    await service.start();
    const hall = { config: smallHall(), log: journal };
    const worker = reportWorker(new Reports(new FolderShelf(tempDir())), new Map([['small', hall]]));
    const job = { id: 'small.report.2026-03-02', kind: 'report', hall: 'small', usefulUntil: 0 };
    const failure = await failureOf(worker.run({ ...job, data: { day: '2026-03-02' } }));
    expect(failure.message).to.contain('2026-03-02 of small is not over');
    await service.stop();
  });
});
