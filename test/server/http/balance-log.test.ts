import { expect } from 'chai';
import type { AdviceView, OutcomeView } from '../../../common/contract/balance.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import type { Journal } from '../../../server/ports.ts';
import { type Answer, ask } from '../../support/http.ts';
import { MINUTE, smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';

/** Everybody comes for social, which w1 serves; w2's clerk could do it as well. w3 is the manager's. */
const config = smallHall({
  windows: [
    { id: 'w1', number: 1, zone: 'east', queues: ['social'] },
    { id: 'w2', number: 2, zone: 'east', queues: ['tax'], qualified: ['social'] },
    { id: 'w3', number: 3, zone: 'west', queues: ['estate'], role: 'manager' },
  ],
});
const base = '/api/v1/halls/small';

describe('what the log keeps of advice', function () {
  this.timeout(60_000);
  const folder = tempDirs();
  let journal: Journal;
  let clock: TestClock;
  let app: TestApp;

  const get = (path: string): Promise<Answer> => ask(app.url, 'GET', `${base}/balance/${path}?desk=w3`);
  const post = (path: string, body: object = {}, key?: string): Promise<Answer> =>
    ask(app.url, 'POST', `${base}/balance/${path}`, {
      body: { desk: 'w3', ...body },
      ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }),
    });
  const start = async (): Promise<void> => {
    app = await startApp({ folder: folder(), config, journal, clock });
    await app.hall.balance.look();
  };
  const restart = async (): Promise<void> => {
    await app.stop();
    await start();
  };

  beforeEach(async () => {
    journal = new MemoryJournal();
    clock = new TestClock();
    await start();
    for (const window of ['w1', 'w2']) await ask(app.url, 'POST', `${base}/windows/${window}/open`);
    for (let count = 0; count < 25; count++) {
      clock.pass(MINUTE / 4);
      await ask(app.url, 'POST', `${base}/tickets`, { body: { queue: 'social' } });
    }
  });
  afterEach(async () => {
    await app.stop();
  });

  async function advised(): Promise<AdviceView> {
    await app.hall.balance.look();
    return (await get('advice')).json.advice;
  }

  async function serve(): Promise<void> {
    clock.pass(10 * MINUTE);
    await app.service.tick();
    for (const window of ['w1', 'w2']) await ask(app.url, 'POST', `${base}/windows/${window}/call-next`);
    clock.pass(5 * MINUTE);
    await app.hall.balance.look();
  }

  it('its promise, and so the outcome and the scores, are the same after a restart', async () => {
    const advice = await advised();
    await post(`advice/${advice.id}/apply`, {}, 'press-0001');
    await serve();
    const before = (await get('outcomes')).json as { outcomes: OutcomeView[]; scores: object[] };
    const { applied } = (await get('advice')).json;
    expect(before.outcomes[0]).to.include({ advice: advice.id, tickets: 2, endedAt: null });
    expect(before.scores).to.not.deep.equal([]);
    await restart();
    expect((await get('outcomes')).json).to.deep.equal(before);
    expect((await get('advice')).json.applied).to.deep.equal(applied);
    expect(applied[0]).to.deep.include({ id: advice.id, state: 'applied', moves: advice.moves });
  });

  it('it is taken back after a restart, and told again to a retry after another', async () => {
    const advice = await advised();
    const applied = await post(`advice/${advice.id}/apply`, {}, 'press-0001');
    await restart();
    const again = await post(`advice/${advice.id}/apply`, {}, 'press-0001');
    expect(again.json.seq).to.equal(applied.json.seq);
    const undone = await post(`advice/${advice.id}/undo`, {}, 'press-0002');
    expect(undone.json.advice.state).to.equal('undone');
    await restart();
    const repeated = await post(`advice/${advice.id}/undo`, {}, 'press-0002');
    expect(repeated.json).to.deep.equal(undone.json);
    expect((await post(`advice/${advice.id}/undo`)).json.code).to.equal('NOT_ASSIGNED');
    expect((await get('outcomes')).json.outcomes[0].endedAt).to.equal(clock.now());
  });

  it('the automatic mode, with who switched it when and why, over a restart', async () => {
    const { json } = await post('automatic', { on: true, reason: 'peak' });
    expect(json).to.deep.include({
      on: true,
      switched: { at: clock.now(), by: 'counter:w3', reason: 'peak' },
    });
    await restart();
    expect((await get('advice')).json.automatic).to.deep.equal(json);
    expect((await advised()).automatic).to.equal(true);
    expect((await post('automatic', { on: false, reason: 'by-hand' })).json.on).to.equal(false);
    await restart();
    expect((await get('advice')).json.automatic).to.deep.include({ on: false });
  });

  it('is no client’s to write', async () => {
    const advice = await advised();
    const { id: _id, state: _state, appliedAt: _at, automatic: _automatic, ...promise } = advice;
    const assignments = [{ window: 'w2', queues: ['tax', 'social'] }];
    const answer = await post('assign', { assignments, advice: advice.id, promise });
    expect(answer.json.code).to.equal('INVALID_REQUEST');
  });

  it('an assignment of an earlier version, which says nothing of a promise, is no applied advice', async () => {
    await app.service.execute(
      { type: 'AssignWindows', assignments: [{ window: 'w2', queues: ['tax', 'social'] }], advice: 'a-old' },
      { commandId: 'earlier-version', by: 'counter:w3', role: 'manager' },
    );
    await restart();
    expect((await get('outcomes')).json.outcomes).to.deep.equal([]);
  });
});
