import { expect } from 'chai';
import type { TomorrowAnswer } from '../../../common/contract/balance.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import type { Journal } from '../../../server/ports.ts';
import { FolderShelf } from '../../../server/shelf/folder.ts';
import { type Answer, ask } from '../../support/http.ts';
import { at, MINUTE, smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';

const DAY_MS = 24 * 60 * MINUTE;
const shifts = [{ from: '09:00', until: '17:00' }];
const FACTORS = { social: 4, tax: 0.1, estate: 0.1 };

/**
 * Tomorrow, a Tuesday, four times as many come for social, which w1 alone serves; w2's clerk could do it as well
 * and goes to lunch at noon. w3 is the manager's.
 */
const config = smallHall({
  windows: [
    { id: 'w1', number: 1, zone: 'east', queues: ['social'] },
    { id: 'w2', number: 2, zone: 'east', queues: ['tax'], qualified: ['social'] },
    { id: 'w3', number: 3, zone: 'west', queues: ['estate'], role: 'manager' },
  ],
  roster: {
    lunch: { A: { from: '12:00', until: '12:30' } },
    windows: [
      { window: 'w1', shifts },
      { window: 'w2', shifts, lunch: 'A' },
    ],
  },
  calendar: {
    events: [
      { id: 'policy', name: { 'zh-CN': '新政' }, from: '2026-03-03', until: '2026-03-06', factors: FACTORS },
    ],
  },
});
const base = '/api/v1/halls/small';

describe('what is advised for tomorrow', function () {
  this.timeout(120_000);
  const folder = tempDirs();
  let journal: Journal;
  let clock: TestClock;
  let shelf: FolderShelf;
  let app: TestApp;

  const post = (path: string, key?: string): Promise<Answer> =>
    ask(app.url, 'POST', `${base}/balance/${path}`, {
      body: { desk: 'w3' },
      ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }),
    });
  const tomorrow = async (): Promise<TomorrowAnswer> =>
    (await ask(app.url, 'GET', `${base}/balance/tomorrow?desk=w3`)).json;
  const start = async (): Promise<void> => {
    app = await startApp({ folder: folder(), config, journal, clock, shelf });
    await app.hall.balance.look();
  };

  beforeEach(async () => {
    journal = new MemoryJournal();
    clock = new TestClock();
    shelf = new FolderShelf(folder());
    await start();
  });
  afterEach(async () => {
    await app.stop();
  });

  it('is of the next open day, by roster and calendar, and reckoned once: also after a restart', async () => {
    const told = await tomorrow();
    expect(told.day).to.equal('2026-03-03');
    expect(told.events).to.deep.equal([{ 'zh-CN': '新政' }]);
    const [move] = told.advice?.moves ?? [];
    expect(move).to.include({ window: 'w2', queue: 'social' });
    expect(move?.from).to.be.within(at('09:00') + DAY_MS, at('17:00') + DAY_MS);
    expect(move?.until).to.be.within(at('10:00') + DAY_MS, at('17:00') + DAY_MS);
    expect(told.advice?.together.mean).to.be.below(0);
    expect(await tomorrow()).to.deep.equal(told);
    expect((await shelf.names('small', 'tomorrow.')).length).to.equal(1);
    clock.pass(MINUTE);
    await app.stop();
    await start();
    expect(await tomorrow(), 'from the shelf').to.deep.equal(told);
  });

  it('is planned by one press, begun when the day opens, and holds in its hours', async () => {
    const { advice } = await tomorrow();
    const planned = await post(`tomorrow/${advice?.id}/plan`, 'press-0001');
    expect(planned.json.tomorrow.advice).to.include({ id: advice?.id, state: 'applied' });
    expect((await post(`tomorrow/${advice?.id}/plan`, 'press-0001')).json.seq).to.equal(planned.json.seq);
    await app.stop();
    await start();
    expect((await tomorrow()).advice?.state).to.equal('applied');
    const w2 = () => app.service.state.windows.get('w2');
    expect(w2()?.assignment).to.equal(null);
    clock.set(at('00:01') + DAY_MS);
    await app.service.tick();
    const [move] = advice?.moves ?? [];
    expect(w2()?.assignment).to.deep.include({ from: move?.from, until: move?.until, begun: false });
    clock.set((move?.from ?? 0) + 1);
    await app.service.tick();
    expect(w2()?.setup.queues).to.deep.equal(['tax', 'social']);
    await app.hall.balance.look();
    const { outcomes } = (await ask(app.url, 'GET', `${base}/balance/outcomes?desk=w3`)).json;
    expect(outcomes[0]).to.include({ advice: advice?.id, automatic: false });
    expect((await tomorrow()).day).to.equal('2026-03-04');
  });

  it('may be to open a window that stands by, asked on that day as planned', async () => {
    await app.stop();
    const { windows, roster } = config;
    const standby = [{ from: '10:00', until: '12:00' }];
    const unqualified = windows.map(({ qualified: _none, ...window }) => window);
    const w4 = { id: 'w4', number: 4, zone: 'east', queues: ['social'] };
    const staffed = smallHall({
      ...{ windows: [...unqualified, w4], calendar: config.calendar },
      roster: { ...roster, windows: [...(roster?.windows ?? []), { window: 'w4', standby }] },
    });
    app = await startApp({ folder: folder(), config: staffed, journal: new MemoryJournal(), clock });
    await app.hall.balance.look();
    const { advice } = await tomorrow();
    const opens = { from: at('10:00') + DAY_MS, until: at('12:00') + DAY_MS };
    expect(advice?.moves).to.have.length(1);
    expect(advice?.moves[0]).to.include({ window: 'w4', queue: null, ...opens });
    await post(`tomorrow/${advice?.id}/plan`);
    clock.set(at('00:01') + DAY_MS);
    await app.service.tick();
    expect(app.service.state.windows.get('w4')?.assignment).to.deep.equal({
      ...{ queues: ['social'], opens: true, ...opens, begun: false, advice: advice?.id },
    });
  });

  it('is taken back before its day', async () => {
    const { advice } = await tomorrow();
    await post(`tomorrow/${advice?.id}/plan`);
    expect((await post('tomorrow/clear')).json.tomorrow.advice.state).to.equal('open');
    clock.set(at('00:01') + DAY_MS);
    await app.service.tick();
    expect(app.service.state.windows.get('w2')?.assignment).to.equal(null);
    expect((await post('tomorrow/t-never/plan')).json.code).to.equal('ADVICE_OLD');
  });

  it('is a manager’s', async () => {
    for (const path of ['tomorrow/t1/plan', 'tomorrow/clear'])
      expect(
        (await ask(app.url, 'POST', `${base}/balance/${path}`, { body: { desk: 'w1' } })).json.code,
      ).to.equal('ROLE_REQUIRED');
  });

  it('lies ready, with the season, before anybody asks: made by whoever does the job of the day’s close', async () => {
    await app.hall.balance.prepare();
    expect(await shelf.names('small', '')).to.have.length(2);
    const [name = ''] = await shelf.names('small', 'season.');
    // What another node finds there is what it tells.
    const season = JSON.parse((await shelf.get('small', name)) ?? '');
    await shelf.put('small', name, JSON.stringify({ ...season, learnedDays: 7 }));
    await app.stop();
    await start();
    const told = await ask(app.url, 'GET', `${base}/balance/season?desk=w3`);
    expect(told.json.learnedDays).to.equal(7);
    expect(told.json.days[0].events).to.deep.equal([{ 'zh-CN': '新政' }]);
  });

  it('is reckoned anew where what lies there can not be read', async () => {
    await app.hall.balance.prepare();
    for (const name of await shelf.names('small', '')) await shelf.put('small', name, 'torn');
    await app.stop();
    await start();
    expect((await tomorrow()).day).to.equal('2026-03-03');
    expect(app.logged.join()).to.contain('balance');
  });
});
