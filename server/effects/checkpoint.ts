import { readFile, rename, writeFile } from 'node:fs/promises';

/** How far an effect has read the log. Losing the last steps repeats them, never skips one. */
export interface Checkpoint {
  /** The seq of the last event done; 0 before the first. */
  load(): Promise<number>;
  save(seq: number): Promise<void>;
}

/** In a file of one machine. */
export class FileCheckpoint implements Checkpoint {
  constructor(private readonly file: string) {}

  async load(): Promise<number> {
    try {
      const seq = Number(JSON.parse(await readFile(this.file, 'utf8')));
      return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0;
    } catch {
      // Absent or torn: from the beginning; jobs that come too late drop themselves.
      return 0;
    }
  }

  async save(seq: number): Promise<void> {
    await writeFile(`${this.file}.new`, JSON.stringify(seq));
    await rename(`${this.file}.new`, this.file);
  }
}
