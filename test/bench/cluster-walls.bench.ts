import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Patch } from '../../common/contract/socket.ts';
import type { CallView } from '../../common/contract/views.ts';
import type { Report } from './bench.ts';
import { Clerks } from './clerks.ts';
import { withFolder } from './folders.ts';
import { takeTickets } from './phones.ts';
import { type Served, serve, serveBare } from './processes.ts';
import { withRedis } from './redis.ts';
import { figure, median, percentile, times } from './stats.ts';
import { connection, WALLS, Walls } from './walls.ts';

const ROUNDS = 3;
const ROUND_MS = 8000;
const BARE_ROUND_MS = 5000;
const BARE_INTERVAL_MS = 100;
const OURS = 'two nodes of the hall';
const BARE = 'two bare servers with the Redis Streams adapter';

const HOW =
  'A clerk presses at one node; 50 walls hang at the other. From the press until each wall has heard of the call, ' +
  'which by then is flushed by Redis (appendfsync always). Next to it, upon the same Redis: two bare Socket.IO ' +
  'servers, one of which broadcasts as many bytes to 50 walls of the other through Socket.IO’s Redis Streams ' +
  `adapter. ${ROUNDS} interleaved rounds, every receipt of every wall counted.`;

export function run(): Promise<Report> {
  return withFolder((folder) =>
    withRedis(async ({ url }) => {
      const [here, there] = await Promise.all([node(folder, 'here', url), node(folder, 'there', url)]);
      // Somebody waits for every press.
      await takeTickets(here.port, 1000);
      const clerks = new Clerks(connection(here.port));
      await clerks.openWindows();
      const rounds: Record<string, number[][]> = { [OURS]: [], [BARE]: [] };
      let bare: [Served, Served] | null = null;
      for (let round = 0; round < ROUNDS; round++) {
        const walls = await Walls.open(there.port, callsOf);
        await clerks.press(walls, ROUND_MS);
        await pause(500);
        walls.close();
        rounds[OURS]?.push(walls.latenciesMs());
        const bytes = Buffer.byteLength(JSON.stringify(walls.lastMessage));
        bare ??= await Promise.all([serveBare(bytes, url), serveBare(bytes, url)]);
        rounds[BARE]?.push(await measureBare(bare));
      }
      for (const each of [here, there, ...(bare ?? [])]) await each.stop();
      return report(rounds);
    }),
  );
}

function node(folder: string, name: string, redisUrl: string): Promise<Served> {
  const own = join(folder, name);
  mkdirSync(own);
  return serve(own, { REDIS_URL: redisUrl, VAULT_KEY: Buffer.alloc(32, 1).toString('base64') });
}

function callsOf(message: unknown): number[] {
  const calls = (message as Patch).set?.calls as CallView[] | undefined;
  return calls?.map(({ id }) => id) ?? [];
}

async function measureBare([here, there]: [Served, Served]): Promise<number[]> {
  const walls = await Walls.open(there.port, (message) => [(message as { id: number }).id]);
  const clerk = connection(here.port);
  // The adapter reads from the end of its stream, which it finds out at its first entry.
  await clerk.emitWithAck('command', { id: 0 });
  await pause(1000);
  const end = performance.now() + BARE_ROUND_MS;
  for (let id = 1; performance.now() < end; id++) {
    walls.pressed(id, performance.now());
    await clerk.emitWithAck('command', { id });
    await pause(BARE_INTERVAL_MS);
  }
  await pause(500);
  walls.close();
  clerk.disconnect();
  return walls.latenciesMs();
}

function report(rounds: Record<string, number[][]>): Report {
  const at = (name: string, share: number): number => percentile((rounds[name] ?? []).flat(), share);
  const rows = [OURS, BARE].map((name) => [
    name,
    figure((rounds[name] ?? []).flat().length / WALLS),
    ...[0.5, 0.99, 1].map((share) => figure(at(name, share))),
    times(at(name, 0.5) / at(BARE, 0.5)),
  ]);
  const ratio = median(
    (rounds[OURS] ?? []).map((each, round) => median(each) / median(rounds[BARE]?.[round] ?? [])),
  );
  return {
    how: HOW,
    tables: [
      {
        title: 'Press to wall across nodes',
        head: ['', 'presses', 'P50 ms', 'P99 ms', 'max ms', 'P50 to bare'],
        rows,
      },
    ],
    aims: [
      {
        aim: 'P50 across nodes ≤ 1.5 × a bare broadcast of the adapter',
        measured: times(ratio),
        met: ratio <= 1.5,
      },
    ],
  };
}
