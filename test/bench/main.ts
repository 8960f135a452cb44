import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bench, Report } from './bench.ts';
import { clearFolders, root } from './folders.ts';
import { machine } from './machine.ts';
import { BENCHES } from './registry.ts';
import { document, section, sectionsOf } from './write.ts';

/** Runs the benchmarks that are named, or all; writes down a run of all, and of some after the word `write`. */

const REPORT_FILE = fileURLToPath(new URL('docs/benchmarks.md', root));

const words = process.argv.slice(2);
const names = words.filter((word) => word !== 'write');
const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown === undefined)
  await runAll(BENCHES.filter(({ name }) => names.length === 0 || names.includes(name)));
else {
  console.error(`There is no benchmark ${unknown}; there are ${BENCHES.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
}

async function runAll(benches: readonly Bench[]): Promise<void> {
  const sections = new Map<string, string>();
  for (const bench of benches) {
    console.log(`\n… ${bench.name}`);
    const report = await runOne(bench);
    if (report === null) process.exitCode = 1;
    const text = section(bench, report);
    sections.set(bench.title, text);
    console.log(`\n${text}`);
  }
  if (process.exitCode === 1 || (names.length > 0 && names.length === words.length)) return;
  const written = existsSync(REPORT_FILE) ? sectionsOf(readFileSync(REPORT_FILE, 'utf8')) : new Map();
  const all = BENCHES.map(({ title }) => sections.get(title) ?? written.get(title)).filter(
    (each) => each !== undefined,
  );
  mkdirSync(fileURLToPath(new URL('docs', root)), { recursive: true });
  writeFileSync(REPORT_FILE, document(machine(), all));
  console.log('Written to docs/benchmarks.md');
}

/** In a process of its own, so that no benchmark inherits another's heap; null when it failed. */
function runOne({ name, limitMs }: Bench): Promise<Report | null> {
  return new Promise((resolve) => {
    const script = fileURLToPath(new URL('run.ts', import.meta.url));
    // What a benchmark has started ends when the channel to it closes, so killing this one is enough.
    const child = fork(script, [name], { execArgv: process.execArgv });
    let report: Report | null = null;
    const limit = setTimeout(() => {
      console.error(`${name} took longer than ${limitMs / 1000} s and was ended.`);
      child.kill('SIGKILL');
    }, limitMs);
    child.once('message', (message) => {
      report = message as Report;
    });
    child.once('exit', () => {
      clearTimeout(limit);
      clearFolders();
      resolve(report);
    });
  });
}
