import { expect } from 'chai';
import { RedisJournal } from '../../server/journal/redis.ts';
import { parseRedisAddress } from '../../server/redis/address.ts';
import { RedisDown, RedisLink } from '../../server/redis/link.ts';
import { HallService } from '../../server/service/service.ts';
import { RedisVault } from '../../server/vault/redis.ts';
import { issueTicket } from '../support/commands.ts';
import { failureOf, readAll } from '../support/drafts.ts';
import {
  endRedisServers,
  type RedisServer,
  startCluster,
  startRedis,
  startSentinel,
} from '../support/redis-server.ts';
import { smallSetup } from '../support/small-hall.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

/** Failovers take a second or two here; a busy machine takes longer. */
const SOON_MS = 40_000;

describe('Redis that fails over', function () {
  this.timeout(120_000);
  let stops: (() => Promise<void>)[];

  beforeEach(() => {
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops.reverse()) await stop();
    await endRedisServers();
  });

  async function join(
    address: string,
    replicas = 0,
  ): Promise<{ service: HallService; journal: RedisJournal }> {
    const link = new RedisLink(parseRedisAddress(address));
    await link.start();
    const journal = new RedisJournal(link, 'small', replicas);
    const service = new HallService(smallSetup(), journal, new TestClock());
    stops.push(async () => {
      await service.stop();
      await journal.close();
      await link.close();
    });
    await service.start();
    return { service, journal };
  }

  /** Takes tickets on both nodes until told to stop, each asked for again under its id until it is had. */
  function load(
    services: readonly HallService[],
    name = 'taken',
  ): { taken: string[]; stop(): Promise<void> } {
    const taken: string[] = [];
    let isOver = false;
    const citizens = services.flatMap((service, node) =>
      Array.from({ length: 4 }, async (_, citizen) => {
        for (let count = 0; !isOver; ) {
          const envelope = { commandId: `${name}-${node}-${citizen}-${count}`, by: 'kiosk' };
          const outcome = await service.execute(issueTicket('social'), envelope);
          if (outcome.ok) {
            taken.push(`${envelope.commandId} ${outcome.ticket?.number}`);
            count++;
          }
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }),
    );
    return {
      taken,
      async stop() {
        isOver = true;
        await Promise.all(citizens);
      },
    };
  }

  async function goesOn({ taken }: { taken: string[] }): Promise<void> {
    const enough = taken.length + 40;
    await waitFor('work to go on', () => taken.length > enough, SOON_MS);
  }

  async function expectEachOnce(journal: RedisJournal, taken: readonly string[]): Promise<void> {
    // A line that has just been lost again is waited for, as everybody does.
    const log = await waitFor('the log', () => readAll(journal).catch(() => null), SOON_MS);
    const issued = log.flatMap((event) =>
      event.type === 'TicketIssued' ? [`${event.commandId} ${event.number}`] : [],
    );
    expect(new Set(issued).size).to.equal(issued.length);
    const lost = taken.filter((each) => !issued.includes(each));
    expect(lost, 'acknowledged and lost').to.deep.equal([]);
  }

  async function replicaOf(leader: RedisServer): Promise<RedisServer> {
    const replica = await startRedis(['--replicaof', '127.0.0.1', `${leader.port}`]);
    await waitFor(
      'the replica to have it all',
      async () => (await replica.ask('INFO', 'replication')).includes('master_link_status:up'),
      SOON_MS,
    );
    return replica;
  }

  it('by Sentinel: nothing acknowledged is lost when the leader dies, and its return changes nothing', async () => {
    const leader = await startRedis();
    const replicas = [await replicaOf(leader), await replicaOf(leader)];
    const sentinel = await startSentinel(leader);
    await waitFor(
      'the Sentinel to know both replicas',
      async () => (await sentinel.ask('INFO', 'sentinel')).includes('slaves=2'),
      SOON_MS,
    );
    const address = `redis+sentinel://127.0.0.1:${sentinel.port}/halls`;
    const [left, right] = [await join(address, 1), await join(address, 1)];
    const work = load([left.service, right.service]);
    await goesOn(work);
    await leader.kill();
    await goesOn(work);
    // It comes back as it was, and is told to follow.
    await leader.start();
    await goesOn(work);
    await work.stop();
    await expectEachOnce(left.journal, work.taken);
    await waitFor('both to agree', () => left.service.state.seq === right.service.state.seq);
    expect(replicas).to.have.length(2);
  });

  it('as a Cluster: a hall whose server dies goes on upon its replica', async () => {
    const servers = await startCluster();
    const address = `redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join()}`;
    const [left, right] = [await join(address, 1), await join(address, 0)];
    const work = load([left.service]);
    await goesOn(work);
    await work.stop();
    await waitFor('the other to follow', () => right.service.state.seq === left.service.state.seq);
    const owner = await ownerOf('ow:{small}:log', servers);
    await owner.kill();
    // Its replica has no replica of its own: what is asked for from now on is the leader alone.
    const more = load([right.service], 'more');
    await goesOn(more);
    await more.stop();
    await expectEachOnce(right.journal, [...work.taken, ...more.taken]);
  });

  it('acknowledges nothing that fewer replicas have than are asked for', async () => {
    const leader = await startRedis();
    const replica = await replicaOf(leader);
    const { service } = await join(leader.url, 1);
    const take = (commandId: string) => service.execute(issueTicket('social'), { commandId, by: 'kiosk' });
    expect((await take('with-a-replica')).ok).to.equal(true);
    await replica.kill();
    const refused = await take('without-a-replica');
    expect(!refused.ok && refused.rejection.code).to.equal('JOURNAL_UNAVAILABLE');
    await replica.start();
    await waitFor('the hall to go on', () => service.inTouch, SOON_MS);
    const again = await take('without-a-replica');
    expect(again.ok && again.ticket?.number, 'it was written, and is acknowledged now').to.equal('A002');
  });

  it('acknowledges no personal data that fewer replicas have than are asked for', async () => {
    const leader = await startRedis();
    const replica = await replicaOf(leader);
    const link = new RedisLink(parseRedisAddress(leader.url));
    stops.push(() => link.close());
    await link.start();
    const vault = new RedisVault(link, 'small', 1);
    const record = { persons: ['p'], at: 1, sealed: Uint8Array.of(1) };
    expect(await vault.put('with-a-replica', record)).to.equal(true);
    await replica.kill();
    expect(await failureOf(vault.put('without', record))).to.be.instanceOf(RedisDown);
  });

  it('does not take a replica for the leader', async () => {
    const leader = await startRedis();
    const replica = await replicaOf(leader);
    const link = new RedisLink(parseRedisAddress(replica.url));
    expect((await failureOf(link.start())).message).to.contain('slave');
    await link.close();
  });

  async function ownerOf(key: string, servers: readonly RedisServer[]): Promise<RedisServer> {
    for (const server of servers)
      if ((await server.ask('EXISTS', key)).startsWith(':1') && (await server.ask('ROLE')).includes('master'))
        return server;
    throw new Error(`no server has ${key}`);
  }
});
