import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that others see whole or not at all, also after a power failure: beside its place, under a
 * name that begins with a dot; then it is flushed and moved there, over the one before it.
 */
export async function writeWhole(place: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(place);
  const beside = join(folder, `.${basename(place)}.${randomUUID()}.new`);
  const handle = await open(beside, 'wx');
  try {
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

/** The name of a file is on the disk when its folder is. Windows flushes no folders, and needs not. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is read of a file or a folder; null when there is none. */
export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
