import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './root.mjs';
import { run, runNode } from './run.mjs';

const INSTALL_LIMIT_MS = 15 * 60_000;
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.onewindow-stamp');
/** npm's own record of what it put into node_modules, written at the end of an install. */
const installedFile = join(root, 'node_modules', '.package-lock.json');

/**
 * Installs the locked packages unless they are there already.
 * @returns {Promise<boolean>} false when npm failed; it has then said why
 */
export async function ensureDependencies() {
  const stamp = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  if (!installedByHand()) {
    console.log('Installing packages (npm ci) …');
    // The build needs the development packages also where NODE_ENV=production leaves them out.
    const args = ['ci', '--loglevel=warn', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'];
    const { ok, timedOut } = await npm(args);
    if (timedOut) console.error(`npm ci did not end within ${INSTALL_LIMIT_MS / 60_000} minutes.`);
    if (!ok) return false;
  }
  writeFileSync(stampFile, stamp);
  return true;
}

/** Packages with prebuilt binaries differ by platform: a folder copied from another machine is not current. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(lockFile));
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

/** True when a plain `npm ci` or `npm install` has already put here exactly what the lock file asks for. */
function installedByHand() {
  if (existsSync(stampFile) || !existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, integrity }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function npm(args) {
  const options = { cwd: root, timeoutMs: INSTALL_LIMIT_MS };
  const nodeFolder = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(nodeFolder, 'node_modules/npm/bin/npm-cli.js'),
    join(nodeFolder, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const cli = candidates.find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path));
  return cli ? runNode([cli, ...args], options) : run('npm', args, options);
}
