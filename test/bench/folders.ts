import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const root = new URL('../../', import.meta.url);

const data = fileURLToPath(new URL('data', root));

/** The folders of a run carry the number of its first process, so that it can clear up after all. */
const prefixOf = (runner: number): string => `bench-${runner}-`;

/** Runs with a folder of its own beside the halls' data: the same disk, never one in memory. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(data, { recursive: true });
  const folder = mkdtempSync(join(data, prefixOf(process.ppid)));
  try {
    return await use(folder);
  } finally {
    remove(folder);
  }
}

/** What a benchmark that was ended has left behind. */
export function clearFolders(): void {
  if (!existsSync(data)) return;
  const left = readdirSync(data).filter((name) => name.startsWith(prefixOf(process.pid)));
  for (const name of left) remove(join(data, name));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
