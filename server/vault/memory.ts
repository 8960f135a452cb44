import type { SealedRecord, Vault } from '../ports.ts';

/** A vault that lasts as long as its process: for simulation and tests. */
export class MemoryVault implements Vault {
  readonly records = new Map<string, SealedRecord>();

  async put(key: string, { persons, at, sealed }: SealedRecord): Promise<boolean> {
    if (this.records.has(key)) return false;
    this.records.set(key, { persons: [...persons], at, sealed: Uint8Array.from(sealed) });
    return true;
  }

  async get(key: string): Promise<SealedRecord | null> {
    return this.records.get(key) ?? null;
  }

  async delete(key: string): Promise<boolean> {
    return this.records.delete(key);
  }

  async deletePerson(person: string): Promise<number> {
    return this.#deleteWhere(({ persons }) => persons.includes(person));
  }

  async deleteBefore(at: number): Promise<number> {
    return this.#deleteWhere((record) => record.at < at);
  }

  async *entries(): AsyncGenerator<[string, SealedRecord][]> {
    yield [...this.records];
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }

  #deleteWhere(is: (record: SealedRecord) => boolean): number {
    const keys = [...this.records].filter(([, record]) => is(record)).map(([key]) => key);
    for (const key of keys) this.records.delete(key);
    return keys.length;
  }
}
