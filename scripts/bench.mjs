import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
const { root } = await import('./lib/root.mjs');
const { runNode } = await import('./lib/run.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');

/** Every benchmark has its own limit; this one ends a run that hangs in between. */
const RUN_LIMIT_MS = 20 * 60_000;

if (!(await ensureDependencies()) || !(await ensureBuilt())) process.exit(1);
const { ok } = await runNode(
  ['--expose-gc', '--import', 'tsx', 'test/bench/main.ts', ...process.argv.slice(2)],
  { cwd: root, timeoutMs: RUN_LIMIT_MS },
);
process.exit(ok ? 0 : 1);
