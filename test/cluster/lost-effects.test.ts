import { expect } from 'chai';
import pino from 'pino';
import { Waits } from '../../server/balancing/expected-waits.ts';
import { BullJobs } from '../../server/effects/bull.ts';
import { Outbox } from '../../server/effects/outbox.ts';
import { RedisCheckpoint } from '../../server/effects/redis-checkpoint.ts';
import { slipJob } from '../../server/jobs/slips.ts';
import { RedisJournal } from '../../server/journal/redis.ts';
import type { Job } from '../../server/ports.ts';
import { parseRedisAddress } from '../../server/redis/address.ts';
import { RedisLink } from '../../server/redis/link.ts';
import { HallService } from '../../server/service/service.ts';
import { asking, issueTicket, wordOf } from '../support/commands.ts';
import { endRedisServers, type RedisServer, startRedis } from '../support/redis-server.ts';
import { smallSetup } from '../support/small-hall.ts';
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

const silent = pino({ level: 'silent' });
const SOON_MS = 30_000;

interface Node {
  service: HallService;
  stop(): Promise<void>;
}

describe('effects, after a failover that lost what the replica did not have', function () {
  this.timeout(90_000);
  let leader: RedisServer;
  let replica: RedisServer;
  /** What the nodes are told is Redis: the leader, and after the failover the replica. */
  let address: TcpProxy;
  let nodes: Node[];
  let done: string[];

  beforeEach(async () => {
    leader = await startRedis();
    replica = await startRedis(['--replicaof', '127.0.0.1', `${leader.port}`]);
    await waitFor('the replica to follow', async () =>
      (await replica.ask('INFO', 'replication')).includes('master_link_status:up'),
    );
    address = await tcpProxy(leader.port);
    nodes = [];
    done = [];
  });
  afterEach(async () => {
    for (const node of nodes) await node.stop();
    await address.close();
    await endRedisServers();
  });

  async function join(url: string): Promise<Node> {
    const redis = parseRedisAddress(url);
    const link = new RedisLink(redis);
    await link.start();
    const journal = new RedisJournal(link, 'small');
    const clock = new TestClock();
    const service = new HallService(smallSetup(), journal, clock);
    await service.start();
    const stop = async (): Promise<void> => {
      await service.stop();
      await journal.close();
      await link.close();
    };
    const node = { service, stop };
    nodes.push(node);
    return node;
  }

  /** A node that prints as well. */
  async function joinPrinting(): Promise<Node & { kept(): Promise<number> }> {
    const url = address.url.replace('http:', 'redis:');
    const node = await join(url);
    const redis = parseRedisAddress(url);
    const link = new RedisLink(redis);
    await link.start();
    const checkpoint = new RedisCheckpoint(link, 'small.printed');
    const jobs = new BullJobs({ address: redis, clock: new TestClock(), log: silent });
    jobs.work({ kind: 'print', hall: 'small', run: async ({ data }) => void done.push(String(data.number)) });
    await jobs.start();
    const { service } = node;
    const jobOf = (event: Parameters<typeof slipJob>[2]): Job | null =>
      slipJob('small', 1, event, service.state, new Waits());
    const journal = new RedisJournal(link, 'small');
    const outbox = new Outbox({ journal, hall: service, checkpoint, jobs, jobOf, log: silent });
    await outbox.start();
    const stop = async (): Promise<void> => {
      await jobs.stop();
      await outbox.stop();
      await journal.close();
      await link.close();
      await node.stop();
    };
    nodes.splice(nodes.indexOf(node), 1, { service, stop });
    return { service, stop, kept: () => checkpoint.load().catch(() => 0) };
  }

  const slip = (queue: string) => ({ ...issueTicket(queue), print: true }) as ReturnType<typeof issueTicket>;

  async function failOver(): Promise<void> {
    await leader.kill();
    address.turnTo(replica.port);
  }

  async function detachReplica(): Promise<void> {
    const [, offset = ''] = /master_repl_offset:(\d+)/.exec(await leader.ask('INFO', 'replication')) ?? [];
    await waitFor('the replica to have it all', async () =>
      (await replica.ask('INFO', 'replication')).includes(`master_repl_offset:${offset}`),
    );
    await replica.ask('REPLICAOF', 'NO', 'ONE');
  }

  it('follow what others appended in the place of it, though all of those have died since', async () => {
    const node = await joinPrinting();
    const ask = asking(node.service);
    expect(wordOf(await ask(slip('social')))).to.equal('A001');
    await waitFor('its slip', async () => done.includes('A001') && (await node.kept()) === 2);
    await detachReplica();
    expect(wordOf(await ask(slip('social')))).to.equal('A002');
    await waitFor('the slip that will be of no ticket', () => done.includes('A002'));

    const other = await join(replica.url);
    expect(wordOf(await asking(other.service, 'other')(slip('tax')))).to.equal('B001');
    await other.stop();
    await failOver();
    await waitFor('the slip of the other past', () => done.includes('B001'), SOON_MS);
  });

  it('are asked for again where the failover has lost the jobs, but not the events', async () => {
    const node = await joinPrinting();
    const ask = asking(node.service);
    for (const number of ['A001', 'A002']) {
      expect(wordOf(await ask(slip('social')))).to.equal(number);
      await waitFor('its slip', () => done.includes(number));
    }
    await waitFor('the place to be kept', async () => (await node.kept()) === 3);
    await detachReplica();
    // As if the replica had had the second ticket, but not yet what came of it.
    await replica.ask('SET', '{ow}:read:small.printed', '2');
    await replica.ask('DEL', '{ow}:jobs:print.small:small.20260302-A002');
    await replica.ask('ZREM', '{ow}:jobs:print.small:completed', 'small.20260302-A002');
    await failOver();
    await waitFor('the slip once more', () => done.filter((each) => each === 'A002').length === 2, SOON_MS);
    expect(done.filter((each) => each === 'A001')).to.have.length(1);
  });
});
