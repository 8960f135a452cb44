import { expect } from 'chai';
import * as fc from 'fast-check';
import { Connection, type ConnectionState } from '../../../common/connection.ts';
import type { Audience, Subscription } from '../../../common/contract/socket.ts';
import { asking, callNext, issueTicket } from '../../support/commands.ts';
import { commandOf, type RandomCommand, randomCommand } from '../../support/random-commands.ts';
import { at, smallSetup } from '../../support/small-hall.ts';
import { openSocket, subscribe, type TestSocket } from '../../support/sockets.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

const hall = 'small';
/** What is gathered is sent within this, the phones' share last. */
const SETTLED_WITHIN_MS = 6000;
const tempDir = tempDirs();

/** A screen: what it is subscribed to, and what it shows. */
interface Screen {
  subscription: Subscription;
  connection: Connection<Audience>;
  changes: ConnectionState<Audience>[];
}

const SCREENS: Subscription[] = [
  { hall, audience: 'wall' },
  { hall, audience: 'wall', zone: 'east' },
  { hall, audience: 'wall', zone: 'west' },
  { hall, audience: 'kiosk' },
  { hall, audience: 'manager' },
  ...['w1', 'w2', 'w3', 'w4'].flatMap((window): Subscription[] => [
    { hall, audience: 'window', window },
    { hall, audience: 'counter', window },
  ]),
];

describe('what screens are told', function () {
  this.timeout(60_000);
  let app: TestApp;
  let fresh: TestSocket;
  let screens: Screen[];

  beforeEach(async () => {
    app = await startApp({ folder: tempDir() });
    fresh = await openSocket(app.url);
    screens = [];
    for (const subscription of SCREENS) await show(subscription);
  });
  afterEach(async () => {
    for (const { connection } of screens) connection.close();
    fresh.disconnect();
    await app.stop();
  });

  async function show(subscription: Subscription): Promise<Screen> {
    const changes: ConnectionState<Audience>[] = [];
    const connection = new Connection<Audience>(subscription, (state) => changes.push(state), app.url);
    const screen = { subscription, connection, changes };
    screens.push(screen);
    await waitFor('a screen to be live', () => connection.state.status === 'live');
    return screen;
  }

  function phone(ticket: string): Promise<Screen> {
    return show({ hall, audience: 'ticket', ticket, secret: app.secrets.of(hall, ticket) });
  }

  /** Every screen shows what a new one would be shown. */
  async function allShowTheTruth(): Promise<void> {
    for (const { subscription, connection } of screens) {
      const truth = async (): Promise<unknown> => {
        const answer = await subscribe(fresh, subscription as never);
        await fresh.emitWithAck('unsubscribe', answer.ok ? answer.topic : '');
        return answer.ok ? answer.view : answer.rejection;
      };
      const isTrue = async (): Promise<boolean> => {
        try {
          expect(connection.state.view).to.deep.equal(await truth());
          return true;
        } catch {
          return false;
        }
      };
      await waitFor('a screen to be up to date', isTrue, SETTLED_WITHIN_MS).catch(async () => {
        expect(connection.state.view, JSON.stringify(subscription)).to.deep.equal(await truth());
      });
      expect(connection.state.status).to.equal('live');
    }
  }

  it('is the truth, whatever happens and however fast: screens, counters and phones, whoever came late', async () => {
    const load = fc.array(fc.tuple(randomCommand, fc.boolean()), {
      minLength: 60,
      maxLength: 120,
      size: 'max',
    });
    for (const commands of fc.sample(load, 4)) {
      await happen(commands);
      await allShowTheTruth();
      for (const screen of screens.splice(SCREENS.length)) screen.connection.close();
    }
  });

  /** Some commands one after the other, some at once; a phone for every third ticket while it all goes on. */
  async function happen(commands: readonly [RandomCommand, boolean][]): Promise<void> {
    const ask = asking(app.service, `at${app.service.state.seq}`);
    const phones: Promise<Screen>[] = [];
    const watched = new Set<string>();
    for (const [random, isAwaited] of commands) {
      app.clock.pass(1000);
      const waiting = [...app.service.state.tickets.values()].filter((ticket) => ticket.state === 'waiting');
      const command = commandOf(
        random,
        waiting.map(({ id }) => id),
      );
      if (command === undefined) continue;
      const asked = ask(command);
      if (isAwaited) await asked;
      for (const { id } of waiting.filter(({ order }) => order % 3 === 0)) {
        if (watched.has(id)) continue;
        watched.add(id);
        phones.push(phone(id));
      }
    }
    await Promise.all(phones);
  }

  it('is every call, once and in order, on every wall', async () => {
    const ask = asking(app.service);
    for (const window of ['w1', 'w3']) await ask({ type: 'OpenWindow', window });
    for (let count = 0; count < 10; count++) await ask(issueTicket('social'));
    const [wall] = screens;
    const announced = new Map<number, string>();
    for (let count = 0; count < 5; count++) {
      await Promise.all(['w1', 'w3'].map((window) => ask(callNext(window))));
      await Promise.all(['w1', 'w3'].map((window) => ask({ type: 'Recall', window })));
      await Promise.all(['w1', 'w3'].map((window) => ask({ type: 'MissTicket', window })));
    }
    await allShowTheTruth();
    for (const { view } of wall?.changes ?? []) {
      if (view === null || !('calls' in view)) continue;
      for (const call of [...view.calls].reverse()) announced.set(call.id, `${call.number} ${call.times}`);
    }
    const ids = [...announced.keys()];
    expect(ids).to.deep.equal([...ids].sort((a, b) => a - b));
    expect(ids).to.deep.equal([...app.service.state.calls].reverse().map(({ id }) => id));
    expect(announced.size).to.equal(20);
  });

  it('is a call at once, while counts are gathered', async () => {
    const ask = asking(app.service);
    await ask({ type: 'OpenWindow', window: 'w1' });
    await ask(issueTicket('social'));
    await allShowTheTruth();
    const [wall] = screens;
    const before = wall?.changes.length ?? 0;
    await ask(callNext('w1'));
    await waitFor('the call', () => (wall?.changes.length ?? 0) > before);
    const first = wall?.changes[before]?.view;
    expect(first).to.have.nested.property('calls[0].number', 'A001');
    expect(first).to.have.nested.property('queues.social.waiting', 1);
  });

  it('is to a phone how many are ahead, as people before it are called or give up', async () => {
    const ask = asking(app.service);
    await ask({ type: 'OpenWindow', window: 'w1' });
    for (let count = 0; count < 4; count++) await ask(issueTicket('social'));
    const last = await phone('20260302-A004');
    const ahead = (): unknown =>
      (last.connection.state.view as { ticket?: { ahead: number } } | null)?.ticket?.ahead;
    expect(ahead()).to.equal(3);
    await ask(callNext('w1'));
    await waitFor('one fewer', () => ahead() === 2);
    await ask({ type: 'CancelTicket', ticket: '20260302-A002' });
    await waitFor('two fewer', () => ahead() === 1);
    const veteran = { ...issueTicket('social'), category: 'veteran' } as const;
    await ask(veteran);
    await waitFor('one more, who is due earlier', () => ahead() === 2);
    await allShowTheTruth();
  });

  it('is the new day at midnight; to phones of yesterday, that their ticket is no more', async () => {
    const ask = asking(app.service);
    await ask({ type: 'OpenWindow', window: 'w1' });
    await ask(issueTicket('social'));
    const yesterday = await phone('20260302-A001');
    app.clock.set(at('24:00'));
    await app.service.openToday();
    await waitFor('the phone to be told', () => yesterday.connection.state.status === 'error');
    expect(yesterday.connection.state.rejection?.code).to.equal('UNKNOWN_TICKET');
    screens.pop();
    yesterday.connection.close();
    await allShowTheTruth();
    expect(screens[0]?.connection.state.view?.hall.day).to.equal('2026-03-03');
  });

  it('is a new setup, to phones too', async () => {
    const ask = asking(app.service);
    await ask(issueTicket('social'));
    await phone('20260302-A001');
    const setup = smallSetup({ rule: { thetaMinutes: 1, targetMinutes: 45 } });
    const { ok } = await app.service.execute(
      { type: 'ConfigureHall', setup },
      { commandId: 'configured-1', by: 'system' },
    );
    expect(ok).to.equal(true);
    await allShowTheTruth();
    expect(screens.at(-1)?.connection.state.view).to.have.nested.property('queue.targetMinutes', 45);
  });
});
