import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** 96 bits in 16 letters: short enough for a slip's QR code, far too long to guess. */
const SECRET_LETTERS = 16;
export const KEY_BYTES = 32;

/** The secrets of tickets: derived from one key, so nothing has to be stored for each. */
export class TicketSecrets {
  constructor(private readonly key: Buffer) {}

  of(hall: string, ticket: string): string {
    return createHmac('sha256', this.key)
      .update(`${hall}/${ticket}`)
      .digest('base64url')
      .slice(0, SECRET_LETTERS);
  }

  fits(hall: string, ticket: string, secret: string): boolean {
    const expected = Buffer.from(this.of(hall, ticket));
    const given = Buffer.from(secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

/** Reads the key, or makes one on the first start; only its owner may read the file. */
export function loadKey(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${file} does not hold a key of ${KEY_BYTES} bytes`);
  return key;
}
