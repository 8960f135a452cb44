/** What a day's file is called, in its hall's folder. */

const ENDING = '.ndjson.gz';
const NAME = /^(\d{4}-\d{2}-\d{2})\.ndjson\.gz$/;

export function nameOf(day: string): string {
  return day + ENDING;
}

/** Null when it is no day's file. */
export function dayOf(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null;
}
