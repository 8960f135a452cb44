import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DayStore } from '../ports.ts';
import { dayOf, nameOf } from './name.ts';

/** Days in a folder for each hall: a disk, or a share that all nodes have. */
export class FolderStore implements DayStore {
  constructor(private readonly folder: string) {}

  /** Others see the whole file or none: it is written beside its place, flushed, and moved there. */
  async put(hall: string, day: string, file: Uint8Array): Promise<void> {
    const folder = join(this.folder, hall);
    await mkdir(folder, { recursive: true });
    const place = join(folder, nameOf(day));
    const beside = `${place}.${randomUUID()}.new`;
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(file);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, place);
    await flush(folder);
  }

  async get(hall: string, day: string): Promise<Uint8Array | null> {
    return orNull(readFile(join(this.folder, hall, nameOf(day))));
  }

  async days(hall: string): Promise<string[]> {
    const names = (await orNull(readdir(join(this.folder, hall)))) ?? [];
    return names.flatMap((name) => dayOf(name) ?? []).sort();
  }
}

/** The name of a file is on the disk when its folder is. Windows flushes no folders, and needs not. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
