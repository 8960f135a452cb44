import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import pino from 'pino';
import { BullJobs } from '../../../server/effects/bull.ts';
import { JobsUnavailable } from '../../../server/ports.ts';
import { parseRedisAddress } from '../../../server/redis/address.ts';
import { endChildren, startChild } from '../../support/child.ts';
import { failureOf } from '../../support/drafts.ts';
import {
  endRedisServers,
  redisForSuite,
  startCluster,
  startRedis,
  startSentinel,
} from '../../support/redis-server.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';
import { type Bench, bench, jobsContract } from './contract.ts';

const silent = pino({ level: 'silent' });
const tempDir = tempDirs();

describe('jobs kept in Redis', function () {
  this.timeout(60_000);
  const redis = redisForSuite();
  let seen: Bench;
  let opened: BullJobs[];

  beforeEach(() => {
    seen = bench();
    opened = [];
  });
  afterEach(async () => {
    redis.server.thaw();
    await endChildren();
    await redis.server.start();
    await Promise.all(opened.map((jobs) => jobs.stop()));
  });
  after(() => endRedisServers());

  jobsContract(() => ({
    open: (clock) => new BullJobs({ address: parseRedisAddress(redis.url), clock, log: silent }),
    openPaced: (clock, minuteMs) =>
      new BullJobs({ address: parseRedisAddress(redis.url), clock, log: silent, minuteMs }),
  }));

  /** Another machine with the same workers. */
  async function machine({ url = redis.url, holdMs = 10_000, name = '' } = {}): Promise<BullJobs> {
    const jobs = new BullJobs({ address: parseRedisAddress(url), clock: seen.clock, log: silent, holdMs });
    const { run } = seen.worker();
    jobs.work({
      kind: 'print',
      async run(job) {
        if (name !== '') seen.tried.push(`${name} ${job.id}`);
        await run(job);
      },
    });
    opened.push(jobs);
    await jobs.start();
    return jobs;
  }

  const ids = (from: number, until: number): string[] =>
    Array.from({ length: until - from }, (_, index) => `north.${from + index}`);
  const doneAll = (all: readonly string[], withinMs?: number) =>
    waitFor(`${all.length} jobs`, () => all.every((id) => seen.done.includes(id)), withinMs);

  it('keep one pace on all machines, and their order', async () => {
    const minuteMs = 400;
    const options = { address: parseRedisAddress(redis.url), clock: seen.clock, log: silent, minuteMs };
    const machines = [new BullJobs(options), new BullJobs(options)];
    opened.push(...machines);
    for (const jobs of machines) {
      jobs.work({ ...seen.worker(), perMinute: 2 });
      await jobs.start();
    }
    const all = ids(0, 7);
    const beganAt = performance.now();
    for (const id of all) await machines[0]?.add(seen.job(id));
    await doneAll(all);
    expect(performance.now() - beganAt).to.be.at.least(3 * (minuteMs - 2));
    expect(seen.done).to.deep.equal(all);
    const own = await redis.server.ask('PTTL', '{ow}:jobs:print:pace');
    expect(Number(own.slice(1)), 'the pace leaves nothing behind').to.be.within(1, minuteMs);
  });

  it('are done once though two machines read the same log, one after the other and in order', async () => {
    let atOnce = 0;
    let most = 0;
    const done: string[] = [];
    const machines = [1, 2].map(
      () => new BullJobs({ address: parseRedisAddress(redis.url), clock: seen.clock, log: silent }),
    );
    const doers = new Set<number>();
    for (const [index, jobs] of machines.entries()) {
      opened.push(jobs);
      jobs.work({
        kind: 'print',
        async run({ id }) {
          doers.add(index);
          most = Math.max(most, ++atOnce);
          await sleep(3);
          atOnce--;
          done.push(id);
        },
      });
      await jobs.start();
    }
    const all = ids(0, 60);
    for (const id of all) await Promise.all(machines.map((jobs) => jobs.add(seen.job(id))));
    await waitFor('all', () => done.length >= all.length);
    expect([done, most]).to.deep.equal([all, 1]);
    expect(doers.size).to.equal(2);
  });

  it('of a machine that is killed while it does one are done by another, the lost one too', async () => {
    const file = join(tempDir(), 'seen');
    const args = [redis.url, file, '1000', '100000'];
    const first = startChild('test/support/job-machine.ts', args);
    const written = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
    await waitFor('the machine', () => written().includes('ready'), 20_000);
    const reader = await machine({ holdMs: 1000 });
    // The machine of this process must not be the one that takes the first.
    await reader.stop();
    await reader.start();
    let count = 0;
    await waitFor('the machine to have one', async () => {
      await reader.add(seen.job(`north.${count++}`));
      return written().includes('begins');
    });
    await reader.add(seen.job('north.after'));
    await first.kill();
    const [, lost = ''] = /begins (\S+)/.exec(written()) ?? [];
    await doneAll([lost, 'north.after'], 20_000);
    expect(await reader.deadLetters()).to.deep.equal([]);
  });

  it('are taken up by another machine when theirs is stopped between two tries', async () => {
    const first = await machine();
    seen.failing.add('north.0');
    await first.add(seen.job('north.0'));
    await waitFor('a try', () => seen.tried.length > 0);
    await first.stop();
    seen.failing.clear();
    await machine();
    await doneAll(['north.0']);
  });

  it('go on by themselves after Redis was killed and came back', async () => {
    const jobs = await machine({ holdMs: 1000 });
    for (const id of ids(0, 5)) await jobs.add(seen.job(id));
    await redis.server.kill();
    const added = Promise.all(ids(5, 10).map((id) => jobs.add(seen.job(id))));
    expect(await failureOf(jobs.lines())).to.be.instanceOf(JobsUnavailable);
    await redis.server.start();
    await added;
    await doneAll(ids(0, 10), 20_000);
    expect(await jobs.deadLetters()).to.deep.equal([]);
  });

  it('go on by themselves after Redis was frozen, and its lines were dead', async () => {
    const jobs = await machine({ holdMs: 1000 });
    await jobs.add(seen.job('north.0'));
    await doneAll(['north.0']);
    redis.server.freeze();
    const added = jobs.add(seen.job('north.1'));
    expect(await failureOf(jobs.deadLetters())).to.be.instanceOf(JobsUnavailable);
    redis.server.thaw();
    await added;
    await doneAll(['north.1'], 20_000);
  });

  it('can be stopped while Redis is away', async () => {
    const jobs = await machine();
    seen.failing.add('north.0');
    await jobs.add(seen.job('north.0'));
    await waitFor('a try', () => seen.tried.length > 0);
    await redis.server.kill();
    await jobs.stop();
  });

  it('carry to Redis only what they were given', async () => {
    const jobs = await machine();
    await jobs.add(seen.job('north.0'));
    await doneAll(['north.0']);
    const kept = await redis.server.ask('HGET', '{ow}:jobs:print:north.0', 'data');
    expect(JSON.parse(kept.split('\r\n')[1] ?? '')).to.deep.equal(seen.job('north.0'));
  });

  it('lie in one slot of a Cluster', async () => {
    const [leader] = await startCluster();
    const jobs = await machine({ url: `redis+cluster://127.0.0.1:${leader?.port}` });
    for (const id of ids(0, 10)) await jobs.add(seen.job(id));
    await doneAll(ids(0, 10));
    expect(seen.done).to.deep.equal(ids(0, 10));
    expect((await jobs.lines())[0]).to.include({ waiting: 0, active: 0, dead: 0 });
    await jobs.stop();
  });

  it('go on with the server that Sentinel names after a failover', async () => {
    const leader = await startRedis();
    const replica = await startRedis(['--replicaof', '127.0.0.1', `${leader.port}`]);
    await waitFor('the replica', async () =>
      (await replica.ask('INFO', 'replication')).includes('link_status:up'),
    );
    const sentinel = await startSentinel(leader);
    await waitFor('the Sentinel to know both', async () =>
      (await sentinel.ask('SENTINEL', 'REPLICAS', 'halls')).includes(`${replica.port}`),
    );
    const url = `redis+sentinel://127.0.0.1:${sentinel.port}/halls`;
    const jobs = await machine({ url, holdMs: 1000 });
    for (const id of ids(0, 5)) await jobs.add(seen.job(id));
    await doneAll(ids(0, 5));
    await leader.kill();
    await Promise.all(ids(5, 10).map((id) => jobs.add(seen.job(id))));
    await doneAll(ids(5, 10), 30_000);
    await jobs.stop();
  });
});
