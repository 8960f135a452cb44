import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
const { root } = await import('./lib/root.mjs');
const { runNode } = await import('./lib/run.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');

/** A year of a large hall takes a few minutes. */
const RUN_LIMIT_MS = 30 * 60_000;

if (!(await ensureDependencies())) process.exit(1);
// TypeScript, run from source; --import also reaches the thread that writes the log.
const { ok } = await runNode(
  ['--import', './test/support/register.mjs', 'scripts/seed/main.ts', ...process.argv.slice(2)],
  { cwd: root, timeoutMs: RUN_LIMIT_MS },
);
process.exit(ok ? 0 : 1);
