import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import type { Shelf } from '../ports.ts';
import { orNull, writeWhole } from '../whole-file.ts';
import { full, isName, MAX_DOCUMENTS, refuseUnfit } from './name.ts';

/** Documents as files, in a folder for each hall. */
export class FolderShelf implements Shelf {
  /** One after the other, so that two can not both take the last place. */
  #writes = new PQueue({ concurrency: 1 });

  constructor(private readonly folder: string) {}

  async put(hall: string, name: string, text: string): Promise<void> {
    refuseUnfit(hall, name, text);
    await this.#writes.add(async () => {
      const names = await this.names(hall, '');
      if (names.length >= MAX_DOCUMENTS && !names.includes(name)) throw full(hall);
      await mkdir(join(this.folder, hall), { recursive: true });
      await writeWhole(join(this.folder, hall, name), text);
    });
  }

  async get(hall: string, name: string): Promise<string | null> {
    refuseUnfit(hall, name);
    return orNull(readFile(join(this.folder, hall, name), 'utf8'));
  }

  async names(hall: string, prefix: string): Promise<string[]> {
    refuseUnfit(hall, 'any');
    const names = (await orNull(readdir(join(this.folder, hall)))) ?? [];
    return names.filter((name) => isName(name) && name.startsWith(prefix)).sort();
  }

  async remove(hall: string, name: string): Promise<void> {
    refuseUnfit(hall, name);
    await rm(join(this.folder, hall, name), { force: true });
  }
}
