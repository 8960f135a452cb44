import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder, isFresh, stampOfInputs } from './freshness.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

const COMPILE_LIMIT_MS = 3 * 60_000;
const BUNDLE_LIMIT_MS = 3 * 60_000;
const CLIENTS = ['display', 'ticket-client', 'counter-client'];
const dist = join(root, 'dist');
const stampFile = join(dist, '.stamp');

/** Builds only what has gone stale. @returns {Promise<boolean>} whether dist/ is usable now */
export async function ensureBuilt() {
  if (existsSync(join(dist, 'server/main.js')) && isFresh(stampFile)) return true;
  return build();
}

/** Builds server and clients into dist/. @returns {Promise<boolean>} false when a tool failed; it has said why */
export async function build() {
  const stamp = stampOfInputs();
  // Leftovers of deleted sources must not be served; the stamp goes first, so a half build is never fresh.
  rmSync(stampFile, { force: true });
  rmSync(dist, { recursive: true, force: true });

  console.log('Building the server …');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const compiled = await runNode([compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    timeoutMs: COMPILE_LIMIT_MS,
  });
  if (!compiled.ok) return false;
  copyAssets();

  if (CLIENTS.flatMap(filesUnder).some((file) => file.endsWith('.html'))) {
    console.log('Building the screens …');
    const bundler = join(root, 'node_modules/vite/bin/vite.js');
    const bundled = await runNode([bundler, 'build', '--logLevel', 'warn'], {
      cwd: root,
      timeoutMs: BUNDLE_LIMIT_MS,
    });
    if (!bundled.ok) return false;
  }
  writeFileSync(stampFile, stamp);
  return true;
}

/** The compiler leaves behind what it does not compile: the demo hall's data, pictures, fonts. */
function copyAssets() {
  for (const file of filesUnder('server')) {
    if (/\.[cm]?ts$/.test(file)) continue;
    const target = join(dist, file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, file), target);
  }
}
