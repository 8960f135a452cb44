import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Aim, Report } from './bench.ts';
import { bareFlush, rawAppend } from './disk.ts';
import { withFolder } from './folders.ts';
import { serve } from './processes.ts';
import { figure, median, percentile, times, withSpread } from './stats.ts';
import { atService, overHttp, overSockets, type Way } from './ways.ts';
import { drive, inBulk, type Measured, Workload } from './workload.ts';

const ROUNDS = 7;
const ROUND_MS = 800;
const WARM_UP_MS = 1500;
const MANY = 64;
const FLUSH = 'bare fdatasync';
const RAW = 'raw SQLite append';
/** Rounds of the raw append that differ by more than this say nothing of what is compared with them. */
const STEADY = 2;

const HOW =
  'Commands that are answered, and thereby on the disk: issue, call, start and finish, a quarter each, over ' +
  'the 55 windows of the demo hall. The service runs in the process that measures; sockets and HTTP reach the ' +
  'real server in its own process. Next to them, on the same disk: 4 KiB written at increasing offsets into a ' +
  'preallocated file and flushed with fdatasync, and one row of 300 bytes a transaction into SQLite (WAL, ' +
  `synchronous=FULL). ${ROUNDS} interleaved rounds of ${ROUND_MS} ms; the median, and the extremes. Ratios are of the same round.`;

interface Lane {
  name: string;
  run: (forMs: number) => Measured | Promise<Measured>;
}

export function run(): Promise<Report> {
  return withFolder(async (folder) => {
    const serverFolder = join(folder, 'server');
    mkdirSync(serverFolder);
    const server = await serve(serverFolder);
    const service = await atService(folder);
    const sockets = await overSockets(server.port, MANY);
    const http = overHttp(server.port, MANY);
    const here = await prepared(service);
    const there = await prepared(sockets);
    const rounds = await interleaved([
      { name: FLUSH, run: bareFlush(folder) },
      { name: RAW, run: rawAppend(folder) },
      ...lanesOf('service', service, here),
      ...lanesOf('sockets', sockets, there),
      ...lanesOf('HTTP', http, there),
    ]);
    for (const way of [service, sockets, http]) await way.close();
    await server.stop();
    return report(rounds);
  });
}

async function prepared({ submit }: Way): Promise<Workload> {
  const workload = new Workload();
  await inBulk(workload.preparation(), (command) => submit(command, 0));
  return workload;
}

function lanesOf(name: string, { submit }: Way, workload: Workload): Lane[] {
  return [1, MANY].map((inFlight) => ({
    name: `${name}, ${inFlight === 1 ? 'one by one' : `${inFlight} in flight`}`,
    run: (forMs) => drive(workload, submit, inFlight, forMs),
  }));
}

async function interleaved(lanes: Lane[]): Promise<Map<string, Measured[]>> {
  for (const { run } of lanes) await run(WARM_UP_MS);
  const rounds = new Map<string, Measured[]>(lanes.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, run } of lanes) rounds.get(name)?.push(await run(ROUND_MS));
  }
  return rounds;
}

function report(rounds: Map<string, Measured[]>): Report {
  const rates = (name: string): number[] => (rounds.get(name) ?? []).map(({ perSecond }) => perSecond);
  const latencies = (name: string): number[] =>
    (rounds.get(name) ?? []).map(({ latenciesMs }) => median(latenciesMs));
  const rows = [...rounds].map(([name, measured]) => {
    const all = measured.flatMap(({ latenciesMs }) => latenciesMs);
    return [
      name,
      withSpread(rates(name)),
      times(median(ratios(rates(name), rates(FLUSH)))),
      times(median(ratios(rates(name), rates(RAW)))),
      figure(percentile(all, 0.5)),
      figure(percentile(all, 0.99)),
    ];
  });
  const head = ['', 'a second', 'to fdatasync', 'to raw append', 'P50 ms', 'P99 ms'];
  const steady = Math.max(...rates(RAW)) <= Math.min(...rates(RAW)) * STEADY;
  const aims = ['service', 'sockets'].flatMap((name): Aim[] => {
    const many = ratios(rates(`${name}, ${MANY} in flight`), rates(RAW));
    const one = ratios(latencies(`${name}, one by one`), latencies(RAW));
    return [
      {
        aim: `${name}: ${MANY} in flight ≥ 3 × the raw append rate`,
        measured: `${withSpread(many)} ×`,
        met: steady ? median(many) >= 3 : null,
      },
      {
        aim: `${name}: one by one ≤ 2 × the raw append latency`,
        measured: `${withSpread(one)} ×`,
        met: steady ? median(one) <= 2 : null,
      },
    ];
  });
  return { how: HOW, tables: [{ title: 'Durable commands', head, rows }], aims };
}

/** Each round against the same round: what slows the machine for a while slows both. */
function ratios(samples: readonly number[], base: readonly number[]): number[] {
  return samples.map((sample, round) => sample / (base[round] ?? Number.NaN));
}
