import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const root = new URL('../../', import.meta.url);

/** Runs with a folder of its own beside the halls' data: the same disk, never one in memory. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const data = fileURLToPath(new URL('data', root));
  mkdirSync(data, { recursive: true });
  const folder = mkdtempSync(join(data, 'bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
