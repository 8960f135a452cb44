import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from './bench.ts';
import { root, withFolder } from './folders.ts';
import { figure, median, withSpread } from './stats.ts';
import { hall } from './workload.ts';
import { EVENTS, writeDay } from './written-day.ts';

const ROUNDS = 5;
const LIMIT_MS = 5000;

const HOW =
  `A day of ${figure(EVENTS)} events is written by the service and then proved by the command an auditor types, in a ` +
  `fresh process each time, its start included: from the hall's own file, and from an export alone. ${ROUNDS} rounds.`;

export function run(): Promise<Report> {
  return withFolder(async (folder) => {
    await writeDay(folder);
    const file = join(folder, 'day.ndjson');
    await proveMs(['--hall', hall.id, '--data', folder, '--export', file]);
    const own: number[] = [];
    const exported: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      own.push(await proveMs(['--hall', hall.id, '--data', folder]));
      exported.push(await proveMs(['--file', file]));
    }
    return report(own, exported);
  });
}

async function proveMs(args: string[]): Promise<number> {
  const from = performance.now();
  const script = fileURLToPath(new URL('scripts/verify.mjs', root));
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the day was not proved: ${args.join(' ')} ended with ${code}`);
  return performance.now() - from;
}

function report(own: number[], exported: number[]): Report {
  const worst = Math.max(median(own), median(exported));
  return {
    how: HOW,
    tables: [
      {
        title: `A day of ${figure(EVENTS)} events`,
        head: ['', 'ms'],
        rows: [
          ["from the hall's own file", withSpread(own)],
          ['from an export alone', withSpread(exported)],
        ],
      },
    ],
    aims: [{ aim: 'proof of 100,000 events ≤ 5 s', measured: `${figure(worst)} ms`, met: worst <= LIMIT_MS }],
  };
}
