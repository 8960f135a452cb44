import type { SealedRecord, Vault } from '../ports.ts';
import { moduleBeside, Thread } from '../thread.ts';
import type { Request } from './sqlite-worker.ts';

/**
 * A hall's personal data in one SQLite file, written by a thread of its own. Deleted bytes are
 * overwritten, in the file and in its write-ahead log.
 */
export class SqliteVault implements Vault {
  #thread: Thread<Request>;

  constructor(file: string) {
    this.#thread = new Thread(moduleBeside(import.meta.url, 'sqlite-worker'), { file }, `the vault ${file}`);
  }

  async put(key: string, { persons, at, sealed }: SealedRecord): Promise<boolean> {
    return (await this.#thread.ask({ op: 'put', key, persons: [...persons], at, sealed })) as boolean;
  }

  async get(key: string): Promise<SealedRecord | null> {
    return (await this.#thread.ask({ op: 'get', key })) as SealedRecord | null;
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#thread.ask({ op: 'delete', key })) === 1;
  }

  async deletePerson(person: string): Promise<number> {
    return (await this.#thread.ask({ op: 'deletePerson', person })) as number;
  }

  async deleteBefore(at: number): Promise<number> {
    return (await this.#thread.ask({ op: 'deleteBefore', at })) as number;
  }

  async *entries(): AsyncGenerator<[string, SealedRecord][]> {
    for (let after = ''; ; ) {
      const page = (await this.#thread.ask({ op: 'page', after })) as [string, SealedRecord][];
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      [after] = last;
    }
  }

  close(): Promise<void> {
    return this.#thread.end({ op: 'close' });
  }
}
