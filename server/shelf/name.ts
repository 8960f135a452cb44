import { ShelfRefused } from '../ports.ts';

/** Documents of one hall: a few kinds of them for each of some hundred days. */
export const MAX_DOCUMENTS = 1000;
/** Of one text, in UTF-8. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024;

/** Words with dots and dashes between them: no path, no hidden file, alike on every system. */
const NAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const MAX_NAME_LENGTH = 64;

export function isName(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && NAME.test(name);
}

/** @throws ShelfRefused unless hall and name are names, and the text is no longer than a shelf takes. */
export function refuseUnfit(hall: string, name: string, text = ''): void {
  for (const each of [hall, name])
    if (!isName(each)) throw new ShelfRefused(`nothing on a shelf is called ${JSON.stringify(each)}`);
  if (Buffer.byteLength(text) > MAX_DOCUMENT_BYTES)
    throw new ShelfRefused(`${name} of ${hall} is longer than ${MAX_DOCUMENT_BYTES} bytes`);
}

/** @returns why one more has no room. */
export function full(hall: string): ShelfRefused {
  return new ShelfRefused(
    `there are ${MAX_DOCUMENTS} documents of ${hall}: none is taken before one is removed`,
  );
}
