import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * Runs mocha over one set of files and counts. A run that dies, hangs or finds no test is one failure
 * more.
 *
 * @param {{files: string, testLimitMs: number, runLimitMs: number}} suite
 * @param {{grep: string | undefined, env: NodeJS.ProcessEnv}} options with `grep`, an empty run is no failure here
 * @returns {Promise<Counts>}
 */
export async function runMocha({ files, testLimitMs, runLimitMs }, { grep, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-test-'));
  const countsFile = join(folder, 'counts.json');
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
        files,
      ],
      { cwd: root, timeoutMs: runLimitMs, env },
    );
    const counts = readCounts(countsFile);
    if (timedOut)
      return oneMoreFailure(counts, `${files} did not end within ${runLimitMs / 60_000} minutes.`);
    if (!counts || (!ok && counts.failed === 0))
      return oneMoreFailure(counts, `${files} could not be run to its end.`);
    if (counts.passed + counts.failed === 0 && grep === undefined)
      return oneMoreFailure(counts, `${files} ran no test at all.`);
    return counts;
  } finally {
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
