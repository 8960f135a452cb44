import { expect } from 'chai';
import type { AdviceView } from '../../../common/contract/balance.ts';
import { MAX_WAITING } from '../../../server/balance/simulate/start.ts';
import { verifyDay } from '../../../server/hall/verify/verify.ts';
import { issueTicket } from '../../support/commands.ts';
import { dayFiles, verifierParts } from '../../support/day-file.ts';
import { type Answer, ask } from '../../support/http.ts';
import { at, MINUTE, smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

/**
 * Everybody comes for social, which w1 serves; w2 serves tax, for which nobody comes, and its clerk could do
 * social. w3 is the manager's, and stays closed.
 */
const config = smallHall({
  windows: [
    { id: 'w1', number: 1, zone: 'east', queues: ['social'] },
    { id: 'w2', number: 2, zone: 'east', queues: ['tax'], qualified: ['social'] },
    { id: 'w3', number: 3, zone: 'west', queues: ['estate'], role: 'manager' },
  ],
});

// Threads are started and simulate: seconds, on a machine that has other things to do.
describe('the balance of a hall, asked for by its manager', function () {
  this.timeout(30_000);
  const folder = tempDirs();
  let app: TestApp;
  const base = '/api/v1/halls/small';
  const get = (path: string, desk = 'w3'): Promise<Answer> =>
    ask(app.url, 'GET', `${base}/balance/${path}?desk=${desk}`);
  const post = (path: string, body: object = {}, key?: string): Promise<Answer> =>
    ask(app.url, 'POST', `${base}/balance/${path}`, {
      body: { desk: 'w3', ...body },
      ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }),
    });
  const queuesOf = (window: string): readonly string[] | undefined =>
    app.service.state.windows.get(window)?.setup.queues;

  async function open(): Promise<void> {
    for (const window of ['w1', 'w2']) await ask(app.url, 'POST', `${base}/windows/${window}/open`);
  }

  async function wait(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      app.clock.pass(MINUTE / 4);
      const answer = await ask(app.url, 'POST', `${base}/tickets`, { body: { queue: 'social' } });
      expect(answer.status).to.equal(201);
    }
  }

  async function advised(): Promise<AdviceView> {
    await app.hall.balance.look();
    return (await get('advice')).json.advice;
  }

  beforeEach(async () => {
    app = await startApp({ folder: folder(), config });
    await open();
  });
  afterEach(async () => {
    await app.stop();
  });

  it('is a manager’s to ask for', async () => {
    const paths = ['setup', 'advice', 'outcomes', 'predictions', 'season', 'season/roster.csv'];
    for (const path of paths) expect((await get(path, 'w1')).json.code, path).to.equal('ROLE_REQUIRED');
    const bodies = {
      assign: { assignments: [{ window: 'w2', queues: ['social'] }] },
      automatic: { on: true },
    };
    for (const [path, body] of Object.entries({
      ...bodies,
      simulate: {},
      'advice/a1/apply': {},
      'advice/a1/undo': {},
    }))
      expect((await post(path, { ...body, desk: 'w9' })).json.code, path).to.equal('ROLE_REQUIRED');
    expect((await ask(app.url, 'GET', `${base}/balance/advice`)).json.code).to.equal('INVALID_REQUEST');
  });

  it('advises, is obeyed with one press, told once however often it is pressed, and taken back', async () => {
    await wait(25);
    const advice = await advised();
    expect(advice.state).to.equal('open');
    expect(advice.moves.map(({ window, queue }) => [window, queue])).to.deep.equal([['w2', 'social']]);
    expect(advice.together.mean).to.be.below(0);
    const { after } = advice.moves[0] ?? { after: advice.nothing };
    expect(after.meanWait.mean).to.be.below(advice.nothing.meanWait.mean);

    const applied = await post(`advice/${advice.id}/apply`, {}, 'press-0001');
    expect(applied.json.advice.state).to.equal('applied');
    const again = await post(`advice/${advice.id}/apply`, {}, 'press-0001');
    expect(again.json.seq).to.equal(applied.json.seq);
    expect((await post(`advice/${advice.id}/apply`)).json.code).to.equal('ADVICE_OLD');
    expect((await get('advice')).json.applied).to.have.length(1);

    app.clock.pass(6 * MINUTE);
    await app.service.tick();
    expect(queuesOf('w2')).to.deep.equal(['tax', 'social']);

    const undone = await post(`advice/${advice.id}/undo`, {}, 'press-0002');
    expect(undone.json.advice.state).to.equal('undone');
    expect(queuesOf('w2')).to.deep.equal(['tax']);
    expect((await post(`advice/${advice.id}/undo`, {}, 'press-0002')).json.seq).to.equal(undone.json.seq);
    expect((await post(`advice/${advice.id}/undo`)).json.code).to.equal('NOT_ASSIGNED');
    expect((await post('advice/a-never/apply')).json.code).to.equal('UNKNOWN_ADVICE');

    const events = [];
    for await (const page of app.journal.read(1)) events.push(...page);
    const drafts = events.map(({ hash: _hash, ...draft }) => draft);
    for (const lines of dayFiles(drafts as never))
      expect(verifyDay(lines, verifierParts).breakCount).to.equal(0);
    const assigned = events.filter(({ type }) => type === 'WindowsAssigned');
    expect(assigned.map(({ by }) => by)).to.deep.equal(['counter:w3', 'counter:w3']);
    expect(assigned[0]).to.include({ role: 'manager', advice: advice.id });
  });

  it('makes advice old when the next has come', async () => {
    await wait(25);
    const first = await advised();
    app.clock.pass(5 * MINUTE);
    await advised();
    expect((await post(`advice/${first.id}/apply`)).json.code).to.equal('ADVICE_OLD');
  });

  it('holds what was promised against what came', async () => {
    app.hall.balance.start();
    await wait(25);
    const advice = await advised();
    await post(`advice/${advice.id}/apply`);
    app.clock.pass(10 * MINUTE);
    await app.service.tick();
    for (const window of ['w1', 'w2']) await ask(app.url, 'POST', `${base}/windows/${window}/call-next`);
    app.clock.pass(5 * MINUTE);
    await app.hall.balance.look();
    const { outcomes, scores } = (await get('outcomes')).json;
    expect(outcomes).to.have.length(1);
    const [outcome] = outcomes;
    expect(outcome).to.include({ advice: advice.id, endedAt: null, automatic: false, tickets: 2 });
    expect(outcome.promised.mean).to.be.below(outcome.promisedNothing.mean);
    // A001 came at 9:00:15 and A002 15 seconds later; both were called at 9:16:15.
    expect(outcome.came).to.be.closeTo(15.875, 0.001);
    expect(scores.at(-1).score).to.equal(100);
    await post(`advice/${advice.id}/undo`);
    await ask(app.url, 'POST', `${base}/windows/w2/start`);
    expect((await get('outcomes')).json.outcomes[0].endedAt).to.equal(app.clock.now());
  });

  it('obeys itself when switched on, within its limits, and says so in the log', async () => {
    expect((await get('advice')).json.automatic).to.include({
      on: false,
      dwellMinutes: 60,
      maxMovesPerHour: 6,
    });
    expect((await post('automatic', { on: true })).json.on).to.equal(true);
    await wait(25);
    const advice = await advised();
    expect(advice).to.include({ state: 'applied', automatic: true });
    const [assignment] = [...app.service.state.windows.values()].flatMap((each) => each.assignment ?? []);
    expect(assignment?.advice).to.equal(advice.id);
  });

  it('leaves the last hour before closing alone when it obeys itself', async () => {
    const hours = [{ from: '08:00', until: '10:00' }];
    const early = { ...config, queues: config.queues.map((queue) => ({ ...queue, hours })) };
    await app.stop();
    app = await startApp({ folder: folder(), config: early });
    await open();
    await post('automatic', { on: true });
    await wait(25);
    expect((await advised()).state).to.equal('open');
  });

  it('assigns by hand, all of it or nothing', async () => {
    const until = at('11:00');
    const answer = await post('assign', {
      assignments: [{ window: 'w2', queues: ['tax', 'social'], until }],
    });
    expect(answer.json.windows[0]).to.deep.include({ id: 'w2', queues: ['tax', 'social'] });
    expect(answer.json.windows[0].assignment).to.include({ until, begun: true, advice: null });
    const none = await post('assign', {
      assignments: [
        { window: 'w2', queues: ['tax'] },
        { window: 'w1', queues: ['tax'] },
      ],
    });
    expect(none.json.code).to.equal('NOT_QUALIFIED');
    expect(queuesOf('w2')).to.deep.equal(['tax', 'social']);
    app.clock.set(until);
    await app.service.tick();
    expect(queuesOf('w2')).to.deep.equal(['tax']);
  });

  it('tells who takes a number, and who waits, how long it will be', async () => {
    const { balance, waits } = app.hall;
    balance.start();
    await balance.look();
    await wait(12);
    // The clock's own look may be under way.
    await waitFor('the last ticket to be told its wait', async () => {
      await balance.reckonWaits();
      return [...app.service.state.tickets.keys()].every((id) => waits.ofTicket(id) !== null);
    });
    const { queues } = (await ask(app.url, 'GET', `${base}/queues`)).json;
    const waitOf = (id: string): { p50: number; p90: number } | null =>
      queues.find((queue: { id: string }) => queue.id === id).wait;
    const newcomer = waitOf('social');
    // Twelve before them at one window of eight minutes each.
    expect(newcomer?.p50).to.be.within(60, 140);
    expect(newcomer?.p90).to.be.above(newcomer?.p50 ?? 0);
    expect(waitOf('tax')).to.deep.equal({ p50: 0, p90: 0 });
    // No window for it is open.
    expect(waitOf('estate')).to.equal(null);
    const tickets = [...app.service.state.tickets.keys()].map((id) => waits.ofTicket(id)?.p50 ?? -1);
    expect(tickets).to.deep.equal([...tickets].sort((a, b) => a - b));
    expect(tickets[0]).to.equal(0);
    const told = await ask(app.url, 'POST', `${base}/tickets`, { body: { queue: 'tax' } });
    expect(told.status).to.equal(201);
    await ask(app.url, 'POST', `${base}/windows/w2/call-next`);
    await ask(app.url, 'POST', `${base}/windows/w2/start`);
    const predictions = (await get('predictions')).json;
    expect(predictions.queues.tax).to.include({ tickets: 1, withinBand: 1, underP90: 1 });
  });

  it('tells more than can be simulated as well, coarsely', async () => {
    const { balance, waits } = app.hall;
    await balance.look();
    const people = MAX_WAITING + 200;
    await Promise.all(
      Array.from({ length: people }, (_, index) =>
        app.service.execute(issueTicket('social'), { commandId: `crowd-${index}`, by: 'kiosk' }),
      ),
    );
    await balance.reckonWaits();
    const told = [...app.service.state.tickets.keys()].map((id) => waits.ofTicket(id)?.p50 ?? -1);
    expect(told).to.have.length(people);
    expect(told[0]).to.equal(0);
    expect(told).to.deep.equal([...told].sort((one, other) => one - other));
    expect(waits.ofQueue('social')?.p50).to.be.at.least(told.at(-1) ?? 0);
    await balance.look();
    expect((await get('advice')).json.advice).to.not.equal(null);
  });

  it('lives the rest of the day with what a sheet changes', async () => {
    await app.hall.balance.look();
    await wait(20);
    const sheet = { windows: [{ window: 'w2', queues: ['social', 'tax'] }], targets: { social: 5 } };
    const { json } = await post('simulate', sheet);
    expect(json.effect.mean).to.be.below(0);
    expect(json.changed.queues.social.meanWait).to.be.below(json.today.queues.social.meanWait);
    expect((await post('simulate', { windows: [{ window: 'w9' }] })).json.code).to.equal('UNKNOWN_WINDOW');
    expect((await post('simulate', { targets: { post: 5 } })).json.code).to.equal('UNKNOWN_QUEUE');
    const [open] = [{ from: at('09:30'), until: at('09:30') + 30 * MINUTE }];
    const shut = await post('simulate', { windows: [{ window: 'w1', open: [open] }] });
    const opened = await post('simulate', {
      windows: [{ window: 'w3', queues: ['social'], open: [{ from: at('09:00'), until: at('17:00') }] }],
    });
    expect(opened.json.effect.mean, 'a closed window opened on the sheet').to.be.below(-5);
    // Who is never called is counted apart: the others wait for less.
    expect(json.today.queues.social.unserved).to.equal(0);
    expect(shut.json.changed.queues.social.unserved).to.be.above(10);
    expect(shut.json.changed.queues.social.withinTarget).to.be.below(json.today.queues.social.withinTarget);
  });

  it('plans the season, from assumptions where the log is young', async () => {
    await app.hall.balance.look();
    const { json } = await get('season');
    expect(json.learnedDays).to.equal(0);
    expect(json.days.length).to.be.within(9, 14);
    const social = json.days[0].queues.find((each: { queue: string }) => each.queue === 'social');
    expect(social.arrivals).to.have.length(48);
    expect(Math.max(...social.windows)).to.be.above(0);
    const roster = await get('season/roster.csv');
    expect(roster.headers['content-type']).to.match(/^text\/csv/);
    expect(roster.text.split('\r\n')[0]).to.equal('day,from,until,social,tax,estate,pooled');
  });

  it('says what its sheet starts from', async () => {
    const { json } = await get('setup');
    expect(json.windows[1]).to.deep.include({ id: 'w2', queues: ['tax'], qualified: ['tax', 'social'] });
    expect(json.queues[0]).to.deep.include({ id: 'social', targetMinutes: 20 });
  });
});

describe('a balance whose thread dies', function () {
  this.timeout(30_000);
  const folder = tempDirs();

  it('says so, and the hall goes on', async () => {
    const balanceWorker = new URL('../../support/dying-worker.ts', import.meta.url);
    const app = await startApp({ folder: folder(), config, balanceWorker });
    const base = '/api/v1/halls/small';
    await ask(app.url, 'POST', `${base}/windows/w1/open`);
    await ask(app.url, 'POST', `${base}/tickets`, { body: { queue: 'social' } });
    await app.hall.balance.look();
    await app.hall.balance.reckonWaits();
    for (const path of ['advice', 'season', 'season/roster.csv']) {
      const answer = await ask(app.url, 'GET', `${base}/balance/${path}?desk=w3`);
      expect([answer.status, answer.json.code], path).to.deep.equal([503, 'BALANCE_UNAVAILABLE']);
    }
    const simulated = await ask(app.url, 'POST', `${base}/balance/simulate`, { body: { desk: 'w3' } });
    expect(simulated.json.code).to.equal('BALANCE_UNAVAILABLE');
    const { queues } = (await ask(app.url, 'GET', `${base}/queues`)).json;
    expect(queues[0].wait).to.equal(null);
    const called = await ask(app.url, 'POST', `${base}/windows/w1/call-next`);
    expect(called.json.ticket.number).to.equal('A001');
    expect(app.logged.join()).to.contain('BalanceUnavailable');
    await app.stop();
  });
});
