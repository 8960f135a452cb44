import type Database from 'libsql';
import type { LogDay } from '../ports.ts';
import { GENESIS } from './chain.ts';

/** Every day of a journal's file, oldest first. */
export function daysOf(database: Database.Database): LogDay[] {
  const rows = database
    .prepare('SELECT d.day, d.seq, e.hash FROM days d LEFT JOIN events e ON e.seq = d.seq - 1 ORDER BY d.seq')
    .all() as { day: string; seq: number; hash: string | null }[];
  return rows.map(({ day, seq, hash }) => ({ day, seq, previousHash: hash ?? GENESIS }));
}
