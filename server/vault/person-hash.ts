import { createHmac } from 'node:crypto';
import type { PersonalRecord } from '../../common/contract/personal-record.ts';

/** 132 bits in 22 letters: nobody's by chance, and short in the log. */
const LETTERS = 22;

/**
 * Keyed hashes (HMAC-SHA-256) that stand for a person where who it is must not be. An ID number has
 * few enough possible values to try them all, so without the key they say nothing, and with the key
 * deleted they never will.
 */
export class PersonHashes {
  constructor(
    private readonly key: Buffer,
    private readonly hall: string,
  ) {}

  /** For one open ticket per person and queue: the log of one day can not be joined with another's. */
  daily(day: string, identity: string): string {
    return this.#hash('day', day, identity);
  }

  /** For bookings and those who may not book: these outlive a day, so the hash must. */
  booking(identity: string): string {
    return this.#hash('booking', identity);
  }

  /** For finding all that the vault holds of a person; stands in no log. */
  vault(identity: string): string {
    return this.#hash('vault', identity);
  }

  #hash(...parts: string[]): string {
    const text = JSON.stringify([this.hall, ...parts]);
    return createHmac('sha256', this.key).update(text).digest('base64url').slice(0, LETTERS);
  }
}

/** What tells a person from others: the ID number, else the phone; null when neither was given. */
export function identityOf(person: PersonalRecord): string | null {
  return identitiesOf(person)[0] ?? null;
}

/** Everything a person may later be found by. */
export function identitiesOf({ idNumber, phone }: PersonalRecord): string[] {
  const identities: string[] = [];
  if (idNumber !== undefined) identities.push(`id ${idNumber}`);
  if (phone !== undefined) identities.push(`phone ${phone}`);
  return identities;
}
