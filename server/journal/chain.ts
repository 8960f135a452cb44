import { hash as digest } from 'node:crypto';
import { canonical } from '../hall/canonical.ts';
import type { Draft, Recorded } from '../hall/events.ts';
import { JournalBroken } from '../ports.ts';

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

/** An event as it is stored: the canonical draft, and its link. */
export interface Sealed {
  seq: number;
  text: string;
  hash: string;
}

/** hash = SHA-256(previous hash as hex ‖ canonical draft), hex. */
export function linkHash(previous: string, text: string): string {
  return digest('sha256', previous + text, 'hex');
}

/**
 * Links drafts to the event `seq`, whose hash is `previous`.
 * @throws when their seqs do not follow it: such a log could never be read again.
 */
export function seal(seq: number, previous: string, drafts: readonly Draft[]): Sealed[] {
  let hash = previous;
  return drafts.map((draft, index) => {
    if (draft.seq !== seq + 1 + index) throw new Error(`event ${draft.seq} can not follow ${seq + index}`);
    const text = canonical(draft);
    hash = linkHash(hash, text);
    return { seq: draft.seq, text, hash };
  });
}

/** Follows a chain and opens what was sealed. */
export class ChainReader {
  #seq: number;
  #hash: string;

  /** @param seq @param hash the event before the first to be read. */
  constructor(seq: number, hash: string) {
    this.#seq = seq;
    this.#hash = hash;
  }

  /** @throws JournalBroken when the row is not the sealed next one. */
  open(row: Sealed): Recorded {
    const seq = this.#seq + 1;
    if (row.seq !== seq) throw new JournalBroken(seq, `found event ${row.seq} in its place`);
    if (linkHash(this.#hash, row.text) !== row.hash)
      throw new JournalBroken(seq, 'its content does not match its hash');
    const draft = parse(row);
    if (draft.seq !== seq) throw new JournalBroken(seq, `it calls itself ${draft.seq}`);
    this.#seq = seq;
    this.#hash = row.hash;
    return Object.assign(draft, { hash: row.hash });
  }
}

function parse(row: Sealed): Draft {
  try {
    return JSON.parse(row.text) as Draft;
  } catch (cause) {
    throw Object.assign(new JournalBroken(row.seq, 'it is not JSON'), { cause });
  }
}
