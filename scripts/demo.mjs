import { spawn } from 'node:child_process';
import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
const { root } = await import('./lib/root.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');

// Standard output is the summary's alone: with --json somebody parses it.
console.log = console.error;
if (!(await ensureDependencies()) || !(await ensureBuilt())) process.exit(1);
// The player is TypeScript, run from source; --import also reaches the thread that reads the log back.
const player = spawn(
  process.execPath,
  ['--import', './test/support/register.mjs', 'scripts/demo/main.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
// A terminal's Ctrl-C reaches the player by itself: stay, so that its summary is waited for.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => player.kill('SIGTERM'));
player.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
