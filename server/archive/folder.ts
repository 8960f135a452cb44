import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DayStore } from '../ports.ts';
import { orNull, writeWhole } from '../whole-file.ts';
import { dayOf, nameOf } from './name.ts';

/** Days in a folder for each hall: a disk, or a share that all nodes have. */
export class FolderStore implements DayStore {
  constructor(private readonly folder: string) {}

  async put(hall: string, day: string, file: Uint8Array): Promise<void> {
    const folder = join(this.folder, hall);
    await mkdir(folder, { recursive: true });
    await writeWhole(join(folder, nameOf(day)), file);
  }

  async get(hall: string, day: string): Promise<Uint8Array | null> {
    return orNull(readFile(join(this.folder, hall, nameOf(day))));
  }

  async days(hall: string): Promise<string[]> {
    const names = (await orNull(readdir(join(this.folder, hall)))) ?? [];
    return names.flatMap((name) => dayOf(name) ?? []).sort();
  }
}
