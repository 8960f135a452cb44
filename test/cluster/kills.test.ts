import { expect } from 'chai';
import { Connection } from '../../common/connection.ts';
import type { HallConfig } from '../../common/contract/config.ts';
import type { Audience } from '../../common/contract/socket.ts';
import type { Recorded } from '../../server/hall/events.ts';
import { verifyDay } from '../../server/hall/verify/verify.ts';
import { RedisJournal } from '../../server/journal/redis.ts';
import { parseRedisAddress } from '../../server/redis/address.ts';
import { RedisLink } from '../../server/redis/link.ts';
import { endChildren } from '../support/child.ts';
import { dayFiles, verifierParts } from '../support/day-file.ts';
import { readAll, unsealed } from '../support/drafts.ts';
import { type Acknowledged, PersistentClient } from '../support/persistent-client.ts';
import { type Program, settingsFor, startProgram } from '../support/program.ts';
import { endRedisServers, freePort, type RedisServer, startRedis } from '../support/redis-server.ts';
import { smallHall } from '../support/small-hall.ts';
import { openSocket, subscribe } from '../support/sockets.ts';
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const HALL = '/api/v1/halls/small';
const WINDOWS = 60;
const TICKETS = 5000;
const CITIZENS = 24;
/** A program under the load of all these clients on two cores takes its time to come back. */
const SOON_MS = 60_000;
const tempDir = tempDirs();

/** What an acknowledged command has left in the log. */
const EVENTS: Record<string, RegExp> = {
  tickets: /^TicketIssued$/,
  open: /^WindowOpened$/,
  'call-next': /^TicketCalled$/,
  start: /^ServiceStarted$/,
  finish: /^ServiceFinished$/,
};

describe('two nodes upon one Redis, sixty windows, five thousand tickets', function () {
  this.timeout(400_000);
  let redis: RedisServer;
  /** The second node's cable to Redis. */
  let cable: TcpProxy;
  let ports: number[];
  let nodes: (Program | null)[];
  let client: PersistentClient;
  let walls: Connection<Audience>[];

  function hall(): HallConfig {
    const windows = Array.from({ length: WINDOWS }, (_, index) => ({
      id: `w${index + 1}`,
      number: index + 1,
      zone: index % 2 === 0 ? 'east' : 'west',
      queues: index % 3 === 0 ? ['tax', 'social'] : ['social', 'tax'],
    }));
    return smallHall({ windows });
  }

  async function startNode(index: number): Promise<void> {
    const url = index === 0 ? redis.url : cable.url.replace('http:', 'redis:');
    const { CLOCK_START: _, ...settings } = settingsFor(tempDir(), hall());
    nodes[index] = await startProgram({
      ...settings,
      PORT: `${ports[index]}`,
      REDIS_URL: url,
      VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'fatal',
    });
  }

  beforeEach(async () => {
    redis = await startRedis();
    cable = await tcpProxy(redis.port);
    ports = [await freePort(), await freePort()];
    nodes = [];
    await Promise.all([startNode(0), startNode(1)]);
    let turn = 0;
    client = new PersistentClient(() => ports[turn++ % 2] ?? 0);
    walls = ports.map(
      (port) =>
        new Connection<Audience>(
          { hall: 'small', audience: 'wall' },
          () => undefined,
          `http://127.0.0.1:${port}`,
        ),
    );
  });
  afterEach(async () => {
    client.close();
    for (const wall of walls) wall.close();
    await endChildren();
    await cable.close();
    await endRedisServers();
  });

  async function citizen(): Promise<void> {
    for (let taken = 0; taken * CITIZENS < TICKETS && !client.isGivingUp; taken++)
      await client.post(`${HALL}/tickets`, { queue: taken % 3 === 0 ? 'tax' : 'social', print: false });
  }

  let isClosing = false;
  async function clerk(window: string): Promise<void> {
    await client.post(`${HALL}/windows/${window}/open`);
    while (!client.isGivingUp) {
      const called = await client.post(`${HALL}/windows/${window}/call-next`);
      if (called?.status !== 200) {
        if (isClosing) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      await client.post(`${HALL}/windows/${window}/start`);
      await client.post(`${HALL}/windows/${window}/finish`);
    }
  }

  const done = (): number => client.acknowledged.length;
  async function more(count: number): Promise<void> {
    const enough = done() + count;
    await waitFor('work to go on', () => done() > enough, SOON_MS);
  }

  async function disturb(): Promise<void> {
    await more(1500);
    await nodes[0]?.kill('SIGKILL');
    await more(800);
    await startNode(0);
    await more(1500);
    await redis.kill('SIGKILL');
    await redis.start();
    await more(1500);
    cable.freeze();
    await more(1500);
    cable.thaw();
    await more(1500);
    await nodes[1]?.kill('SIGKILL');
    await redis.kill('SIGKILL');
    await redis.start();
    await startNode(1);
  }

  it('lose nothing, do nothing twice and call nobody twice, whatever is killed or cut', async () => {
    isClosing = false;
    const clerks = Array.from({ length: WINDOWS }, (_, index) => clerk(`w${index + 1}`));
    await Promise.all([disturb(), ...Array.from({ length: CITIZENS }, citizen)]);
    isClosing = true;
    await Promise.all(clerks);

    const link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
    const log = await readAll(new RedisJournal(link, 'small'));
    await link.close();
    expectEachOnce(log, client.acknowledged);
    expectAllServed(log);
    for (const file of dayFiles(log.map(unsealed))) {
      const report = verifyDay(file, verifierParts);
      expect(report.breakCount, JSON.stringify(report.breaks.slice(0, 3))).to.equal(0);
    }
    expect(client.retried, 'the clients were in the middle of something').to.be.at.least(1);
    await expectTrueScreens(log.length);
  });

  function expectEachOnce(log: readonly Recorded[], acknowledged: readonly Acknowledged[]): void {
    const byKey = new Map<string, Recorded[]>();
    for (const event of log) byKey.set(event.commandId, [...(byKey.get(event.commandId) ?? []), event]);
    for (const { key, path, status, body } of acknowledged) {
      const events = byKey.get(key) ?? [];
      if (status >= 300) {
        expect(events, `${key} ${path} was refused: ${body.code}`).to.deep.equal([]);
        continue;
      }
      expect(events, `${key} ${path}`).to.have.length(1);
      expect(events[0]?.type).to.match(EVENTS[path.split('/').at(-1) ?? ''] ?? /^$/);
      if (events[0] !== undefined && 'ticket' in events[0])
        expect(events[0].number, key).to.equal(body.ticket.number);
    }
  }

  function expectAllServed(log: readonly Recorded[]): void {
    const numbersOf = (type: string): string[] =>
      log.flatMap((event) => (event.type === type && 'number' in event ? [String(event.number)] : []));
    const issued = numbersOf('TicketIssued');
    expect(issued.length).to.be.at.least(TICKETS);
    expect(new Set(issued).size, 'no number twice').to.equal(issued.length);
    expect(numbersOf('TicketCalled').sort(), 'all called, each once').to.deep.equal(issued.sort());
  }

  /** What hung on the wall all the time is what a wall that is hung up now shows. */
  async function expectTrueScreens(seq: number): Promise<void> {
    for (const [index, wall] of walls.entries()) {
      await waitFor(
        `wall ${index} to show it all`,
        () => wall.state.status === 'live' && wall.state.seq >= seq,
        SOON_MS,
      );
      const socket = await openSocket(`http://127.0.0.1:${ports[index]}`);
      const fresh = await waitFor(`the node of wall ${index} to show its hall`, async () => {
        const answer = await subscribe(socket, { hall: 'small', audience: 'wall' });
        return answer.ok && answer;
      });
      socket.close();
      const plain = (view: unknown): unknown => JSON.parse(JSON.stringify(view));
      expect(plain(wall.state.view), `wall ${index}`).to.deep.equal(plain(fresh.view));
    }
  }
});
