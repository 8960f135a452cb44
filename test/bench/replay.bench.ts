import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from './bench.ts';
import { root, withFolder } from './folders.ts';
import { PROBE } from './processes.ts';
import { figure, median, withSpread } from './stats.ts';
import { hall } from './workload.ts';
import { EVENTS, writeDay } from './written-day.ts';

const ROUNDS = 5;
const START_LIMIT_MS = 30_000;

const HOW =
  `A day of ${figure(EVENTS)} events is written, then read again by a fresh process each time: the journal opened ` +
  'and the service started upon it (every hash checked), and the whole program, as `npm start` runs it, until ' +
  `/readyz answers 200. ${ROUNDS} rounds.`;

export function run(): Promise<Report> {
  return withFolder(async (folder) => {
    await writeDay(folder);
    const replays: number[] = [];
    const starts: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      replays.push(await replayMs(join(folder, `${hall.id}.db`)));
      starts.push(await startMs(folder));
    }
    return report(replays, starts);
  });
}

async function replayMs(file: string): Promise<number> {
  const script = fileURLToPath(new URL('replay-process.ts', import.meta.url));
  const child = fork(script, [file], { execArgv: process.execArgv });
  const [ms] = (await once(child, 'message')) as [number];
  return ms;
}

async function startMs(folder: string): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn' };
  const from = performance.now();
  const script = fileURLToPath(new URL('scripts/start.mjs', root));
  const child = fork(script, {
    env,
    execArgv: ['--import', PROBE],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = `http://127.0.0.1:${port}/readyz`;
  while ((await statusOf(ready)) !== 200) {
    if (performance.now() - from > START_LIMIT_MS) throw new Error('the program did not start');
  }
  const took = performance.now() - from;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return took;
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url).catch(() => null);
  if (response === null) await new Promise((resolve) => setTimeout(resolve, 10));
  return response?.status ?? 0;
}

function report(replays: number[], starts: number[]): Report {
  const rows = [
    ['replay through the service', withSpread(replays)],
    ['second start of the program', withSpread(starts)],
  ];
  const aim = (text: string, samples: number[], limitMs: number) => ({
    aim: text,
    measured: `${figure(median(samples))} ms`,
    met: median(samples) <= limitMs,
  });
  return {
    how: HOW,
    tables: [{ title: `A day of ${figure(EVENTS)} events`, head: ['', 'ms'], rows }],
    aims: [
      aim('replay of 100,000 events ≤ 1 s', replays, 1000),
      aim('second start to serving ≤ 3 s', starts, 3000),
    ],
  };
}
