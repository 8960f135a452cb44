import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import type { Head, LogDay } from '../ports.ts';
import { GENESIS, type Sealed } from './chain.ts';
import type { Archive } from './export.ts';
import { PAGE } from './page.ts';
import { daysOf } from './sqlite-days.ts';

/**
 * A journal's file read by somebody else than its server, which may be running: nothing is written, and
 * rows come as they lie there, whole or not, so that whoever proves the log sees for themselves.
 */
export class SqliteArchive implements Archive {
  #database: Database.Database;

  /** @throws when there is no such file. */
  constructor(file: string) {
    this.#database = new Database(`${pathToFileURL(file).href}?mode=ro`);
  }

  async days(): Promise<LogDay[]> {
    return daysOf(this.#database);
  }

  async last(): Promise<Head> {
    const end = this.#database.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1').get();
    const { seq, hash } = (end as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: GENESIS };
    return { seq, hash, daySeq: daysOf(this.#database).at(-1)?.seq ?? 0 };
  }

  async *rows(from: number, to: number): AsyncGenerator<Sealed[]> {
    const page = this.#database.prepare(
      'SELECT seq, text, hash FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?',
    );
    for (let next = from; next <= to; ) {
      const rows = page.all(next, to, PAGE) as Sealed[];
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      next = last.seq + 1;
    }
  }

  close(): void {
    this.#database.close();
  }
}
