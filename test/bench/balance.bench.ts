import { adviceReport } from './balance/advice.ts';
import { tableReport } from './balance/table.ts';
import { waitReport } from './balance/waits.ts';
import type { Report } from './bench.ts';

/** The scenarios' days, what waits are expected in them, and what advice does to them; all seeds are fixed. */
export async function run(): Promise<Report> {
  const parts = [tableReport(), waitReport(), adviceReport()];
  return {
    how: parts.map(({ how }) => how).join(' '),
    tables: parts.flatMap(({ tables }) => tables),
    aims: parts.flatMap(({ aims }) => aims),
  };
}
