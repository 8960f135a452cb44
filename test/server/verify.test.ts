import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import pino from 'pino';
import { FairnessView, WhyView } from '../../common/contract/fairness.ts';
import { type RunningServer, startServer } from '../../server/compose.ts';
import { readSettings } from '../../server/config.ts';
import { main } from '../../server/verify.ts';
import { DAY, smallHall } from '../support/small-hall.ts';
import { tempDirs } from '../support/temp-dir.ts';

describe('the log of a running server, in public', () => {
  const folder = tempDirs();
  let data = '';
  let server: RunningServer;
  let secret = '';

  const url = (path: string): string => `http://127.0.0.1:${server.port}/api/v1/halls/small/${path}`;
  const post = async (path: string, body: object = {}): Promise<Record<string, unknown>> => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(url(path), { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.ok, path).to.equal(true);
    return (await answer.json()) as Record<string, unknown>;
  };
  const prove = async (...args: string[]): Promise<{ code: number; said: string }> => {
    let said = '';
    const code = await main(args, (text) => {
      said += text;
    });
    return { code, said };
  };

  before(async () => {
    data = folder();
    const hall = smallHall();
    const windows = hall.windows.map((each) => (each.id === 'w2' ? { ...each, role: 'lead' } : each));
    const hallFile = join(data, 'hall.json');
    writeFileSync(hallFile, JSON.stringify({ ...hall, windows }));
    const settings = readSettings({
      ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, HALL_CONFIG: hallFile },
      CLOCK_START: `${DAY}T09:30:00+08:00`,
    });
    const log = pino({ level: 'silent' });
    server = await startServer({ settings, log, version: '0', webRoot: data, address: '127.0.0.1' });
    await post('windows/w1/open');
    await post('windows/w2/open');
    await post('tickets', { queue: 'tax' });
    await post('tickets', { queue: 'tax' });
    secret = String((await post('tickets', { queue: 'tax' })).secret);
    await post('tickets', { queue: 'tax' });
    await post('windows/w1/call-next');
    await post('windows/w2/call-ticket', { ticket: '20260302-B004', reason: 'frail' });
  });
  after(() => server.stop());

  it('tells everybody how it calls, and where its log stands', async () => {
    const view = FairnessView.parse(await (await fetch(url('fairness'))).json());
    expect(view).to.deep.include({
      day: DAY,
      calls: 2,
      inTurn: 1,
      outOfTurn: { frail: 1 },
      waits: 2,
      waitingNow: 2,
    });
    expect(view.rule).to.include({ thetaMinutes: 5, maxReturns: 2 });
    expect(view.rule.queues.find(({ id }) => id === 'tax')?.targets).to.deep.equal({
      elderly: 10,
      veteran: 0,
    });
    expect(view.days).to.deep.equal([{ day: DAY, lastSeq: view.seq, hash: view.hash }]);
  });

  it('tells whoever waits who was called first and why, and nobody else', async () => {
    const why = url('tickets/20260302-B003/why');
    const view = WhyView.parse(await (await fetch(`${why}?secret=${secret}`)).json());
    expect(view.calls.map(({ number, cause, point }) => [number, cause, point])).to.deep.equal([
      ['B004', 'called', 7],
      ['B001', 'due', 1],
    ]);
    expect(view.calls[0]?.sentence).to.equal('B004 经值班长或管理员提前叫号（行动不便），已公开计数。');
    expect((await fetch(`${why}?secret=wrong`)).status).to.equal(403);
    expect((await fetch(`${url('tickets/20260302-B099/why')}?secret=x`)).status).to.equal(404);
  });

  it('is proved while it runs: by its own file, by an export, and by the address that gives the day away', async () => {
    const own = await prove('--data', data, '--day', DAY, '--export', join(data, 'day.ndjson'));
    expect(own.code, own.said).to.equal(0);
    expect(own.said).to.contain('B004 called at window w2, by counter:w2 (lead), reason frail');
    const answer = await fetch(url(`days/${DAY}/export`));
    expect(answer.headers.get('content-type')).to.contain('application/x-ndjson');
    const given = await answer.text();
    expect(given).to.equal(readFileSync(join(data, 'day.ndjson'), 'utf8'));
    const { hash } = FairnessView.parse(await (await fetch(url('fairness'))).json());
    expect((await prove('--file', join(data, 'day.ndjson'), '--hash', hash)).code).to.equal(0);
    expect((await prove('--file', join(data, 'day.ndjson'), '--hash', 'f'.repeat(64))).code).to.equal(1);
    writeFileSync(join(data, 'forged.ndjson'), given.replace('"reason":"frail"', '"reason":"fault"'));
    const forged = await prove('--file', join(data, 'forged.ndjson'));
    expect(forged.code).to.equal(1);
    expect(forged.said).to.match(/HASH_MISMATCH event \d+ \S+ by counter:w2/);
  });

  it('says what it can not prove', async () => {
    expect((await fetch(url('days/2020-01-01/export'))).status).to.equal(404);
    expect((await fetch(url('days/yesterday/export'))).status).to.equal(404);
    for (const args of [
      ['--data', join(data, 'nowhere')],
      ['--day', '2020-01-01', '--data', data],
      ['--file', 'no.ndjson'],
      ['--what'],
    ])
      expect((await prove(...args)).code).to.equal(2);
  });

  it('shows a row of its file that was changed in place', async () => {
    const copy = folder();
    await server.stop();
    // The file alone is not all of it while there is a write-ahead log beside it.
    for (const name of readdirSync(data).filter((each) => /^small\.db(-wal)?$/.test(each)))
      copyFileSync(join(data, name), join(copy, name));
    const database = new Database(join(copy, 'small.db'));
    database.exec(
      `UPDATE events SET text = replace(text, 'B003', 'B008') WHERE text LIKE '%B003%TicketIssued%'`,
    );
    database.close();
    const { code, said } = await prove('--data', copy);
    expect(code).to.equal(1);
    expect(said).to.contain('HASH_MISMATCH');
  });
});
