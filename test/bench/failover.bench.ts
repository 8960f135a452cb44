import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RedisServer, startRedis, startSentinel } from '../support/redis-server.ts';
import type { Report } from './bench.ts';
import { withFolder } from './folders.ts';
import { type Served, serve } from './processes.ts';
import { figure, median } from './stats.ts';
import { hall } from './workload.ts';

const ROUNDS = 3;
const SENTINEL_NOTICES_MS = 1000;
const ASK_EVERY_MS = 20;
const SETTLE_MS = 4000;

const HOW =
  'From the kill -9 to the first command that is acknowledged afterwards, for a client that asks again every ' +
  `${ASK_EVERY_MS} ms under the same id, at one node and then the other. Two nodes; Redis with two replicas, one of which must ` +
  `have every event before it is acknowledged, and a Sentinel that notices after ${SENTINEL_NOTICES_MS} ms. ${ROUNDS} rounds of each.`;

export function run(): Promise<Report> {
  return withFolder(async (folder) => {
    const servers: RedisServer[] = [];
    try {
      const ofNode: number[] = [];
      const ofRedis: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const place = join(folder, `${round}`);
        mkdirSync(place);
        const { node, redis } = await measure(place, servers);
        ofNode.push(node);
        ofRedis.push(redis);
        for (const server of servers.splice(0)) await server.stop();
      }
      return report(ofNode, ofRedis);
    } finally {
      for (const server of servers) await server.stop();
    }
  });
}

async function measure(folder: string, servers: RedisServer[]): Promise<{ node: number; redis: number }> {
  const leader = await startRedis();
  servers.push(leader);
  for (let count = 0; count < 2; count++)
    servers.push(await startRedis(['--replicaof', '127.0.0.1', `${leader.port}`]));
  const sentinel = await startSentinel(leader, SENTINEL_NOTICES_MS);
  servers.push(sentinel);
  await pause(SETTLE_MS);
  const settings = {
    REDIS_URL: `redis+sentinel://127.0.0.1:${sentinel.port}/halls`,
    REDIS_REPLICAS: '1',
    VAULT_KEY: Buffer.alloc(32, 1).toString('base64'),
    LOG_LEVEL: 'silent',
  };
  const nodes = await Promise.all(
    ['one', 'two'].map((name) => {
      mkdirSync(join(folder, name));
      return serve(join(folder, name), settings);
    }),
  );
  const [first, second] = nodes as [Served, Served];
  await acknowledged([first.port, second.port]);
  let from = performance.now();
  first.kill();
  await acknowledged([first.port, second.port]);
  const node = performance.now() - from;
  await pause(1000);
  from = performance.now();
  await leader.kill();
  await acknowledged([second.port]);
  const redis = performance.now() - from;
  await second.stop();
  return { node, redis };
}

let count = 0;

async function acknowledged(ports: readonly number[]): Promise<void> {
  const key = `failover-${++count}`;
  const body = JSON.stringify({ queue: hall.queues[0]?.id, print: false });
  for (let attempt = 0; ; attempt++) {
    const port = ports[attempt % ports.length] ?? 0;
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/halls/${hall.id}/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body,
    }).catch(() => null);
    if (answer?.ok === true) return;
    await answer?.body?.cancel();
    await pause(ASK_EVERY_MS);
  }
}

function report(ofNode: readonly number[], ofRedis: readonly number[]): Report {
  const row = (name: string, all: readonly number[]): string[] => [
    name,
    figure(median(all)),
    figure(Math.max(...all)),
  ];
  return {
    how: HOW,
    tables: [
      {
        title: 'From the kill to the first acknowledged command',
        head: ['killed', 'median ms', 'longest ms'],
        rows: [row('a node', ofNode), row('the leading Redis', ofRedis)],
      },
    ],
    aims: [
      {
        aim: 'a node: ≤ 2 s',
        measured: `${figure(Math.max(...ofNode))} ms at the longest`,
        met: Math.max(...ofNode) <= 2000,
      },
      {
        aim: 'Redis by Sentinel: ≤ 5 s',
        measured: `${figure(Math.max(...ofRedis))} ms at the longest`,
        met: Math.max(...ofRedis) <= 5000,
      },
    ],
  };
}
