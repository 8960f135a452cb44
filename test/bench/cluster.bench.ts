import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Aim, Report } from './bench.ts';
import { bareAppend, withRedis } from './redis.ts';
import { figure, median, percentile, times, withSpread } from './stats.ts';
import type { Measured } from './workload.ts';

const ROUNDS = 5;
const ROUND_MS = 1000;
const MANY = 64;
const BARE = 'bare compare-and-append, 64 in flight';

const HOW =
  'Commands that are answered, and thereby flushed by Redis (appendonly, appendfsync always): issue, call, start ' +
  'and finish over the 55 windows of the demo hall, 64 in flight in all, divided over the nodes. Each node is a ' +
  'process of its own; with two, each serves half of the windows, and both write to the same log. Next to them, ' +
  'upon the same Redis: one event of 300 bytes a call of a script that compares and appends, 64 in flight from ' +
  `one process that knows which seq comes next. ${ROUNDS} interleaved rounds of ${ROUND_MS} ms; the median, and the extremes. ` +
  'The nodes, Redis and the bare client share two cores.';

const CASES = [
  { name: 'one node, one hall', nodes: 1, halls: 1 },
  { name: 'two nodes, one hall', nodes: 2, halls: 1 },
  { name: 'one node, 16 halls', nodes: 1, halls: 16 },
  { name: 'two nodes, 16 halls', nodes: 2, halls: 16 },
];

export function run(): Promise<Report> {
  return withRedis(async ({ url }) => {
    const nodes = await Promise.all([startNode(url), startNode(url)]);
    const bare = await bareAppend(url);
    const rounds = new Map<string, Measured[]>([[BARE, []], ...CASES.map(({ name }) => [name, []] as never)]);
    for (const each of CASES) await work(nodes, each, 0);
    for (let round = 0; round < ROUNDS; round++) {
      rounds.get(BARE)?.push(await bare.run(MANY, ROUND_MS));
      for (const each of CASES) rounds.get(each.name)?.push(await work(nodes, each, ROUND_MS));
    }
    for (const node of nodes) node.kill();
    await bare.close();
    return report(rounds);
  });
}

async function startNode(url: string): Promise<ChildProcess> {
  const node = fork(fileURLToPath(new URL('cluster-node.ts', import.meta.url)), [url]);
  await once(node, 'message');
  // Without it nobody would answer any more: the run ends by its limit.
  node.once('exit', (code) => code !== null && process.exit(1));
  return node;
}

async function work(
  all: readonly ChildProcess[],
  { name, nodes, halls }: (typeof CASES)[number],
  forMs: number,
): Promise<Measured> {
  // Halls of its own for each case: a log that others have filled is another case.
  const ids = Array.from({ length: halls }, (_, index) => `${name.replace(/\W+/g, '-')}-${index}`);
  const measured = await Promise.all(
    all.slice(0, nodes).map(async (process, node) => {
      process.send({ halls: ids, inFlight: MANY / nodes, forMs, node, nodes });
      const [answer] = (await once(process, 'message')) as [Measured];
      return answer;
    }),
  );
  return {
    perSecond: measured.reduce((sum, { perSecond }) => sum + perSecond, 0),
    latenciesMs: measured.flatMap(({ latenciesMs }) => latenciesMs),
  };
}

function report(rounds: Map<string, Measured[]>): Report {
  const rates = (name: string): number[] => (rounds.get(name) ?? []).map(({ perSecond }) => perSecond);
  const toBare = (name: string): number[] =>
    rates(name).map((rate, round) => rate / (rates(BARE)[round] ?? Number.NaN));
  const rows = [...rounds].map(([name, measured]) => {
    const all = measured.flatMap(({ latenciesMs }) => latenciesMs);
    const [p50, p99] = [0.5, 0.99].map((share) => figure(percentile(all, share)));
    return [name, withSpread(rates(name)), times(median(toBare(name))), p50 ?? '', p99 ?? ''];
  });
  const aims = CASES.map(({ name }): Aim => {
    const ratios = toBare(name);
    return {
      aim: `${name}: ≥ 0.5 × the bare compare-and-append`,
      measured: `${withSpread(ratios)} ×`,
      met: median(ratios) >= 0.5,
    };
  });
  const head = ['', 'a second', 'to bare', 'P50 ms', 'P99 ms'];
  return { how: HOW, tables: [{ title: 'Durable commands upon Redis', head, rows }], aims };
}
