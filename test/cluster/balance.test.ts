import { expect } from 'chai';
import { RedisJournal } from '../../server/journal/redis.ts';
import { parseRedisAddress } from '../../server/redis/address.ts';
import { RedisLink } from '../../server/redis/link.ts';
import { RedisShelf } from '../../server/shelf/redis.ts';
import { readAll } from '../support/drafts.ts';
import { type Answer, ask } from '../support/http.ts';
import { endRedisServers, type RedisServer, startRedis } from '../support/redis-server.ts';
import { MINUTE, smallHall } from '../support/small-hall.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';

const config = smallHall({
  windows: [
    { id: 'w1', number: 1, zone: 'east', queues: ['social'] },
    { id: 'w2', number: 2, zone: 'east', queues: ['tax'], qualified: ['social'] },
    { id: 'w3', number: 3, zone: 'west', queues: ['estate'], role: 'manager' },
  ],
  // Tomorrow is busy.
  calendar: {
    events: [
      {
        ...{ id: 'policy', name: { 'zh-CN': '新政' }, from: '2026-03-03', until: '2026-03-03' },
        factors: { social: 4, tax: 0.1, estate: 0.1 },
      },
    ],
  },
});
const base = '/api/v1/halls/small';

describe('the balance of one hall on two nodes', function () {
  this.timeout(120_000);
  const folder = tempDirs();
  let redis: RedisServer;
  let clock: TestClock;
  let nodes: [TestApp, TestApp];
  let stops: (() => Promise<void>)[];

  /** @param laterMs how much its clock is ahead of the other's. */
  async function join(laterMs = 0): Promise<TestApp> {
    const link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
    const journal = new RedisJournal(link, 'small');
    const own: TestClock = Object.create(clock, { now: { value: () => clock.now() + laterMs } });
    const shelf = new RedisShelf(link);
    const app = await startApp({ folder: folder(), config, clock: own, journal, shelf });
    stops.push(async () => {
      await app.stop();
      await link.close();
    });
    await app.hall.balance.look();
    return app;
  }

  beforeEach(async () => {
    stops = [];
    redis = await startRedis();
    clock = new TestClock();
    nodes = [await join(), await join(700)];
    const [{ url }] = nodes;
    for (const window of ['w1', 'w2']) await ask(url, 'POST', `${base}/windows/${window}/open`);
    for (let count = 0; count < 25; count++) {
      clock.pass(MINUTE / 4);
      await ask(url, 'POST', `${base}/tickets`, { body: { queue: 'social' } });
    }
    await agree();
  });
  afterEach(async () => {
    for (const stop of stops.reverse()) await stop();
    await endRedisServers();
  });

  /** Both nodes have read all there is, and made of it what they tell of advice. */
  async function agree(): Promise<void> {
    const end = Math.max(...nodes.map(({ service }) => service.state.seq));
    for (const { service, hall } of nodes) {
      await service.reach(end);
      await hall.balance.reach(end);
    }
  }

  const get = ({ url }: TestApp, path: string): Promise<Answer> =>
    ask(url, 'GET', `${base}/balance/${path}?desk=w3`);
  const post = ({ url }: TestApp, path: string, body: object = {}): Promise<Answer> =>
    ask(url, 'POST', `${base}/balance/${path}`, { body: { desk: 'w3', ...body } });
  const look = (): Promise<unknown> => Promise.all(nodes.map(({ hall }) => hall.balance.look()));
  const assigned = async (): Promise<string[]> =>
    (await readAll(nodes[0].journal)).flatMap(({ type, by }) => (type === 'WindowsAssigned' ? [by] : []));

  it('tells the same of applied advice on both, also of one that joins, and takes it back on the other', async () => {
    const [one, other] = nodes;
    await look();
    const { advice } = (await get(one, 'advice')).json;
    await post(one, `advice/${advice.id}/apply`);
    clock.pass(10 * MINUTE);
    await one.service.tick();
    for (const window of ['w1', 'w2']) await ask(one.url, 'POST', `${base}/windows/${window}/call-next`);
    await agree();
    await look();
    const told = (await get(one, 'outcomes')).json;
    expect(told.outcomes[0]).to.include({ advice: advice.id, tickets: 2 });
    expect((await get(other, 'outcomes')).json).to.deep.equal(told);
    expect((await get(await join(), 'outcomes')).json).to.deep.equal(told);
    const undone = await post(other, `advice/${advice.id}/undo`);
    expect(undone.json.advice.state).to.equal('undone');
    await agree();
    expect((await get(one, 'advice')).json.applied[0]).to.include({ id: advice.id, state: 'undone' });
  });

  it('gives one advice on both, found by one, and applied on either', async () => {
    const [one, other] = nodes;
    await one.hall.balance.look();
    const { advice } = (await get(one, 'advice')).json;
    expect((await get(other, 'advice')).json.advice).to.deep.equal(advice);
    await other.hall.balance.look();
    expect((await get(one, 'advice')).json.advice.id, 'not searched for twice').to.equal(advice.id);
    expect((await post(other, `advice/${advice.id}/apply`)).json.advice.state).to.equal('applied');
    await agree();
    expect((await get(one, 'advice')).json.advice).to.include({ id: advice.id, state: 'applied' });
    // The one that found it is gone: the other searches, a little later.
    clock.pass(5 * MINUTE + 21_000);
    await other.hall.balance.look();
    const next = (await get(other, 'advice')).json.advice;
    expect(next.id).to.not.equal(advice.id);
    expect((await get(one, 'advice')).json.advice).to.deep.equal(next);
  });

  it('has the same advice for tomorrow on both, reckoned by one, and planned on either', async () => {
    const [one, other] = nodes;
    const told = (await get(one, 'tomorrow')).json;
    expect((await get(other, 'tomorrow')).json).to.deep.equal(told);
    expect((await get(await join(), 'tomorrow')).json).to.deep.equal(told);
    const planned = await post(other, `tomorrow/${told.advice.id}/plan`);
    expect(planned.json.tomorrow.advice.state).to.equal('applied');
    await agree();
    expect((await get(one, 'tomorrow')).json).to.deep.equal((await get(other, 'tomorrow')).json);
  });

  it('is switched to automatic on one and so on both, and both together apply once', async () => {
    const [one, other] = nodes;
    await post(one, 'automatic', { on: true, reason: 'trial' });
    await agree();
    expect((await get(other, 'advice')).json.automatic.on).to.equal(true);
    await look();
    await agree();
    expect(await assigned()).to.deep.equal(['system']);
    const [first, second] = [(await get(one, 'advice')).json, (await get(other, 'advice')).json];
    expect(first.applied).to.have.length(1);
    expect(second.applied).to.deep.equal(first.applied);
    expect(first.applied[0].automatic).to.equal(true);
    await post(other, 'automatic', { on: false });
    await agree();
    clock.pass(6 * MINUTE);
    await look();
    expect(await assigned()).to.have.length(1);
  });
});
