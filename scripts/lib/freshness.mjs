import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Everything that decides what dist/ holds. */
const INPUTS = [
  'common',
  'server',
  'display',
  'ticket-client',
  'counter-client',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
  'scripts/lib/build.mjs',
];

/** All files below a folder, or the file itself; sorted, as paths from the root with forward slashes. */
export function filesUnder(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry) return [];
  if (!entry.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/**
 * Whether the build recorded in the stamp was made of today's inputs. Sizes and times answer a second
 * start in milliseconds; contents are read only when those differ (a fresh clone, a `touch`, a switched
 * branch), so that an equal tree is never built twice.
 *
 * @param {string} stampFile
 */
export function isFresh(stampFile) {
  if (!existsSync(stampFile)) return false;
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  const files = INPUTS.flatMap(filesUnder);
  const glance = glanceAt(files);
  if (stamp.glance === glance) return true;
  if (stamp.content !== contentOf(files)) return false;
  writeFileSync(stampFile, JSON.stringify({ ...stamp, glance }));
  return true;
}

/** The inputs as they are now. Take it before a build: what is saved during one must count as newer. */
export function stampOfInputs() {
  const files = INPUTS.flatMap(filesUnder);
  return JSON.stringify({ glance: glanceAt(files), content: contentOf(files) });
}

function glanceAt(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function contentOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
