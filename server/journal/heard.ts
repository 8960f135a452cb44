import type { Place } from '../ports.ts';
import type { Sealed } from './chain.ts';

/** Of a batch that is said whole, in characters; of a longer one only that it is there. */
export const MAX_SAID = 65_536;
/** Batches kept that nobody has followed yet; with one more all are forgotten, and read from the log. */
const MAX_BATCHES = 200;

/** What a program says of a batch it has appended. */
export interface Said {
  program: string;
  /** Where the log ended before, and ends since. */
  before: Place;
  end: Place;
  /** The program that has the turn since; empty when it was not passed on. */
  called: string;
  /** None where they are too long to be said. */
  rows: Sealed[];
}

/** Reads the words of the script that appends; canonical JSON has no line breaks. */
export function readSaid(words: readonly string[]): Said {
  const [program = '', endSeq, endHash = '', seq, hash = '', called = '', ...texts] = words;
  const before = { seq: Number(seq), hash };
  const rows = Array.from({ length: texts.length / 2 }, (_, row) => {
    return { seq: before.seq + 1 + row, text: texts[2 * row] ?? '', hash: texts[2 * row + 1] ?? '' };
  });
  return { program, before, end: { seq: Number(endSeq), hash: endHash }, called, rows };
}

/** The batches that others have said they appended, until they are followed. */
export class Heard {
  #batches: Said[] = [];

  add(said: Said): void {
    if (this.#batches.length >= MAX_BATCHES) this.#batches = [];
    this.#batches.push(said);
  }

  /** The rows that go on from a place without a gap. What does not is forgotten too: the log has it. */
  after(place: Place): Sealed[] {
    const rows: Sealed[] = [];
    let end = place;
    for (const said of this.#batches.splice(0)) {
      const isNext = said.before.seq === end.seq && said.before.hash === end.hash;
      if (!isNext || said.rows.length === 0) continue;
      rows.push(...said.rows);
      end = said.end;
    }
    return rows;
  }
}
