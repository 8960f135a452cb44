import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * Runs mocha over one set of files and counts. A run that dies, hangs or finds no test is one failure
 * more.
 *
 * @param {{files: string[], except?: string[], testLimitMs: number, runLimitMs: number}} suite
 * @param {{grep: string | undefined, env: NodeJS.ProcessEnv, output?: number}} options with `grep`, an empty run
 *   is no failure here; with `output`, an open file takes what mocha says
 * @returns {Promise<Counts>}
 */
export async function runMocha({ files, except = [], testLimitMs, runLimitMs }, { grep, env, output }) {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-test-'));
  const countsFile = join(folder, 'counts.json');
  const name = files.join(', ');
  try {
    const { ok, timedOut } = await runNode(
      [
        ...['--import', './test/support/register.mjs'],
        'node_modules/mocha/lib/cli/cli.js',
        ...['--reporter', join(root, 'scripts/lib/counting-reporter.mjs')],
        ...['--reporter-option', `counts=${countsFile}`],
        ...['--timeout', String(testLimitMs)],
        ...['--forbid-only', '--forbid-pending'],
        ...(grep === undefined ? [] : ['--grep', grep]),
        ...except.flatMap((each) => ['--ignore', each]),
        ...files,
      ],
      { cwd: root, timeoutMs: runLimitMs, env, output },
    );
    const counts = readCounts(countsFile);
    if (timedOut) return oneMoreFailure(counts, `${name} did not end within ${runLimitMs / 60_000} minutes.`);
    if (!counts || (!ok && counts.failed === 0))
      return oneMoreFailure(counts, `${name} could not be run to its end.`);
    if (counts.passed + counts.failed === 0 && grep === undefined)
      return oneMoreFailure(counts, `${name} ran no test at all.`);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs sets at the same time: what the first says comes through, what the others said comes after it.
 *
 * @param {Parameters<typeof runMocha>[0][]} suites
 * @param {Parameters<typeof runMocha>[1]} options
 * @returns {Promise<Counts>}
 */
export async function runBeside([heard, ...kept], options) {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-test-'));
  const files = kept.map((_, index) => join(folder, `${index}`));
  const outputs = files.map((file) => openSync(file, 'w'));
  try {
    const counts = await Promise.all([
      runMocha(heard, options),
      ...kept.map((suite, index) => runMocha(suite, { ...options, output: outputs[index] })),
    ]);
    for (const file of files) process.stdout.write(readFileSync(file));
    return {
      passed: counts.reduce((sum, { passed }) => sum + passed, 0),
      failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    };
  } finally {
    for (const output of outputs) closeSync(output);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Counts | undefined} nothing when the run ended before it could count */
function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function oneMoreFailure(counts, why) {
  console.error(why);
  return { passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + 1 };
}
