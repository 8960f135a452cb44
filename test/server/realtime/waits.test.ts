import { expect } from 'chai';
import { Connection, type ConnectionState } from '../../../common/connection.ts';
import type { Audience, Subscription } from '../../../common/contract/socket.ts';
import type { ExpectedWait } from '../../../server/balance/wait/wait.ts';
import { ask } from '../../support/http.ts';
import { smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

const expected = (p50: number, p90: number): ExpectedWait => ({ mean: p50, p10: 0, p50, p90 });
const hall = 'small';
const windows = smallHall().windows.map((window) =>
  window.id === 'w2' ? { ...window, qualified: ['estate'] } : { ...window, role: 'manager' as const },
);

describe('what screens are told of expected waits and assigned windows', function () {
  this.timeout(30_000);
  const folder = tempDirs();
  let app: TestApp;
  let connections: Connection<Audience>[];

  beforeEach(async () => {
    app = await startApp({ folder: folder(), config: smallHall({ windows }) });
    connections = [];
  });
  afterEach(async () => {
    for (const connection of connections) connection.close();
    await app.stop();
  });

  async function show<A extends Audience>(
    subscription: Extract<Subscription, { audience: A }>,
  ): Promise<() => ConnectionState<A>['view']> {
    const connection = new Connection<A>(subscription, () => undefined, app.url);
    connections.push(connection as unknown as Connection<Audience>);
    await waitFor('a screen to be live', () => connection.state.status === 'live');
    return () => connection.state.view;
  }

  async function take(): Promise<{ id: string; secret: string }> {
    const { json } = await ask(app.url, 'POST', '/api/v1/halls/small/tickets', { body: { queue: 'social' } });
    return { id: json.ticket.id, secret: json.secret };
  }

  const queueOf = (id: string): string | undefined => app.service.state.tickets.get(id)?.queue;

  it('is the newcomer’s wait on wall, kiosk and counter, and one’s own on each phone', async () => {
    const [first, second, third] = [await take(), await take(), await take()];
    const wall = await show({ hall, audience: 'wall' });
    const kiosk = await show({ hall, audience: 'kiosk' });
    const counter = await show({ hall, audience: 'counter', window: 'w1' });
    const phones: Awaited<ReturnType<typeof show<'ticket'>>>[] = [];
    for (const { id: ticket, secret } of [first, second, third])
      phones.push(await show({ hall, audience: 'ticket', ticket, secret }));
    expect(phones[0]?.()?.wait).to.equal(null);
    const tickets = new Map([
      [first.id, expected(2.4, 4.1)],
      [second.id, expected(2.4, 4.1)],
      [third.id, expected(9.6, 14.2)],
    ]);
    app.hall.waits.put({ tickets, queues: new Map([['social', expected(12, 19.3)]]) }, queueOf);
    const newcomer = { p50: 12, p90: 20 };
    await waitFor('the third phone to hear', () => phones[2]?.()?.wait?.p50 === 10);
    await waitFor('the kiosk to hear', () => kiosk()?.queues.social?.wait?.p90 === 20);
    for (const view of [wall, kiosk, counter]) expect(view()?.queues.social?.wait).to.deep.equal(newcomer);
    expect(phones.map((phone) => phone()?.wait)).to.deep.equal([
      { p50: 2, p90: 5 },
      { p50: 2, p90: 5 },
      { p50: 10, p90: 15 },
    ]);
    expect(phones[0]?.()?.queue.wait).to.deep.equal(newcomer);
    const late = await show({ hall, audience: 'ticket', ticket: third.id, secret: third.secret });
    expect(late()?.wait).to.deep.equal({ p50: 10, p90: 15 });
    app.hall.waits.forget();
    await waitFor('the wall to hear', () => wall()?.queues.social?.wait === null);
  });

  it('tells nothing when no figure is another', async () => {
    const heard: string[][] = [];
    const stop = app.hall.waits.subscribe((changed) => heard.push([...changed]));
    const table = (p50: number) => ({ tickets: new Map(), queues: new Map([['social', expected(p50, 20)]]) });
    app.hall.waits.put(table(12), queueOf);
    app.hall.waits.put(table(12.3), queueOf);
    app.hall.waits.put(table(13), queueOf);
    stop();
    expect(heard).to.deep.equal([['social'], ['social']]);
  });

  it('is which queues a window serves now: its counter has them, and no other', async () => {
    const wall = await show({ hall, audience: 'wall' });
    const counter = await show({ hall, audience: 'counter', window: 'w2' });
    const assign = (queues: string[]) =>
      ask(app.url, 'POST', '/api/v1/halls/small/balance/assign', {
        body: { desk: 'w1', assignments: [{ window: 'w2', queues }] },
      });
    await assign(['estate']);
    await waitFor('the counter to hear', () => Object.keys(counter()?.queues ?? {}).join() === 'estate');
    expect(counter()?.window.queues).to.deep.equal(['estate']);
    await waitFor('the wall to hear', () => wall()?.windows.w2?.queues[0] === 'estate');
    await assign(['tax']);
    await waitFor('the counter to hear', () => Object.keys(counter()?.queues ?? {}).join() === 'tax');
    expect(wall()?.windows.w2?.assignment).to.equal(null);
  });
});
