import { spawn } from 'node:child_process';
import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
const { root } = await import('./lib/root.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { ensureSystem, findChromium } = await import('./lib/system.mjs');

if (!(await ensureDependencies()) || !(await ensureBuilt())) process.exit(1);
const missing = await ensureSystem();
if (missing) {
  console.error(missing);
  process.exit(1);
}
// The photographer is TypeScript, run from source.
const photographer = spawn(
  process.execPath,
  ['--import', './test/support/register.mjs', 'scripts/screens/main.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: findChromium() } },
);
photographer.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
