import { expect } from 'chai';
import { Connection, type ConnectionState } from '../../common/connection.ts';
import type { Command } from '../../common/contract/commands.ts';
import type { Audience, Subscription } from '../../common/contract/socket.ts';
import { MemoryJournal } from '../../server/journal/memory.ts';
import type { Journal } from '../../server/ports.ts';
import { asking, issueTicket } from '../support/commands.ts';
import { readAll } from '../support/drafts.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const WALL: Subscription = { hall: 'small', audience: 'wall' };
/** The issue's promise: a dropped connection shows on every screen within this. */
const SHOWN_WITHIN_MS = 5000;
const HEALED_WITHIN_MS = 15_000;
const tempDir = tempDirs();

describe("a page's connection", function () {
  this.timeout(60_000);
  let app: TestApp;
  let proxy: TcpProxy | null;
  let connection: Connection<Audience>;
  let changes: ConnectionState<Audience>[];
  /** One log, whoever serves it: closing a server does not end it. */
  let journal: Journal;

  beforeEach(async () => {
    proxy = null;
    changes = [];
    journal = new MemoryJournal();
    app = await startApp({ folder: tempDir(), journal });
  });
  afterEach(async () => {
    connection.close();
    await proxy?.close();
    await app.stop();
  });

  async function connect(url = app.url, subscription: Subscription = WALL): Promise<void> {
    connection = new Connection<Audience>(subscription, (state) => changes.push(state), url);
    await waitFor('the first view', () => connection.state.status === 'live');
  }

  const ask = (command: Command) => asking(app.service, `seq${app.service.state.seq}`)(command);
  const waiting = (): unknown =>
    (connection.state.view as { queues?: Record<string, { waiting: number }> })?.queues?.social?.waiting;
  const statuses = (): string[] =>
    changes.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]);

  it('shows at once that its server is gone, and all it missed when there is one again', async () => {
    await connect();
    const { port } = app;
    await app.stop();
    await waitFor('the page to say so', () => connection.state.status === 'stale', SHOWN_WITHIN_MS);
    expect(waiting(), 'it keeps what it had').to.equal(0);

    app = await startApp({ folder: tempDir(), journal, port });
    for (let count = 0; count < 3; count++) await ask(issueTicket('social'));
    await waitFor(
      'the page to heal',
      () => connection.state.status === 'live' && waiting() === 3,
      HEALED_WITHIN_MS,
    );
    expect(statuses()).to.deep.equal(['live', 'stale', 'live']);
  });

  it('shows within 5 s that nothing comes any more, though nobody has closed anything, and heals', async () => {
    proxy = await tcpProxy(app.port);
    await connect(proxy.url);
    const frozenAt = performance.now();
    proxy.freeze();
    await ask(issueTicket('social'));
    await waitFor('the page to say so', () => connection.state.status === 'stale', SHOWN_WITHIN_MS);
    expect(performance.now() - frozenAt).to.be.below(SHOWN_WITHIN_MS);
    proxy.thaw();
    await waitFor(
      'the page to heal',
      () => connection.state.status === 'live' && waiting() === 1,
      HEALED_WITHIN_MS,
    );
  });

  it('replaces a line that is dead for good; what was asked on it is done once; others stay live', async () => {
    proxy = await tcpProxy(app.port);
    await connect(proxy.url);
    const others: string[] = [];
    const other = new Connection<Audience>(WALL, ({ status }) => others.push(status), app.url);
    proxy.freeze();
    const answering = connection.command(issueTicket('social'), 'sent-again-1');
    await new Promise((resolve) => setImmediate(resolve));
    proxy.forget();
    await waitFor('the page to say so', () => connection.state.status === 'stale', SHOWN_WITHIN_MS);
    await waitFor(
      'the page to heal',
      () => connection.state.status === 'live' && waiting() === 1,
      HEALED_WITHIN_MS,
    );
    const answer = await answering;
    expect(answer.ok && answer.ticket?.number).to.equal('A001');
    expect((await readAll(journal)).filter(({ type }) => type === 'TicketIssued')).to.have.length(1);
    other.close();
    expect(new Set(others)).to.deep.equal(new Set(['live']));
  });

  it('says why it was refused, and is served when there is something to serve', async () => {
    connection = new Connection<Audience>(
      { hall: 'small', audience: 'wall', zone: 'north' },
      (state) => changes.push(state),
      app.url,
    );
    await waitFor('the refusal', () => connection.state.status === 'error');
    expect(connection.state).to.deep.include({
      view: null,
      rejection: { code: 'UNKNOWN_ZONE', detail: 'north' },
    });
  });

  it("knows the server's time", async () => {
    await connect();
    expect(connection.now()).to.be.within(app.clock.now(), app.clock.now() + 5000);
  });

  it('says nothing more once it is closed', async () => {
    await connect();
    const { length } = changes;
    connection.close();
    await ask(issueTicket('social'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(changes).to.have.length(length);
  });
});
