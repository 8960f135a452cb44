import { expect } from 'chai';
import * as fc from 'fast-check';
import { ChainReader, GENESIS, type Sealed, seal } from '../../../server/journal/chain.ts';
import { JournalBroken } from '../../../server/ports.ts';
import { draft, drafts, unsealed } from '../../support/drafts.ts';

const TOTAL = 30;

/** The seq at which reading these rows stops, and why; null when they are whole. */
function brokenAt(rows: readonly Sealed[]): number | null {
  const reader = new ChainReader(0, GENESIS);
  try {
    for (const row of rows) reader.open(row);
    return null;
  } catch (error) {
    if (error instanceof JournalBroken) return error.seq;
    throw error;
  }
}

function sealed(): Sealed[] {
  return seal(0, GENESIS, drafts(1, TOTAL));
}

function at(rows: Sealed[], seq: number): Sealed {
  const row = rows[seq - 1];
  if (row === undefined) throw new Error(`no row ${seq}`);
  return row;
}

const anySeq = fc.integer({ min: 1, max: TOTAL });

describe('the chain of a log', () => {
  it('opens to what was sealed', () => {
    const reader = new ChainReader(0, GENESIS);
    expect(sealed().map((row) => unsealed(reader.open(row)))).to.deep.equal(drafts(1, TOTAL));
  });

  it('names the event in which a single character is another', () => {
    void fc.assert(
      fc.property(anySeq, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (seq, where, character) => {
        const rows = sealed();
        const row = at(rows, seq);
        const index = where % row.text.length;
        fc.pre(row.text[index] !== character);
        row.text = row.text.slice(0, index) + character + row.text.slice(index + 1);
        expect(brokenAt(rows)).to.equal(seq);
      }),
    );
  });

  it('names the event whose hash is another', () => {
    void fc.assert(
      fc.property(anySeq, fc.integer({ min: 0, max: 63 }), (seq, index) => {
        const rows = sealed();
        const row = at(rows, seq);
        const other = row.hash[index] === '0' ? '1' : '0';
        row.hash = row.hash.slice(0, index) + other + row.hash.slice(index + 1);
        expect(brokenAt(rows)).to.equal(seq);
      }),
    );
  });

  it('names the first event that is gone, in another place, or was put in', () => {
    void fc.assert(
      fc.property(anySeq, anySeq, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const without = sealed().filter((row) => row.seq !== low);
        expect(brokenAt(without), 'gone').to.equal(low === TOTAL ? null : low);
        const swapped = sealed();
        const [first, second] = [at(swapped, low), at(swapped, high)];
        [first.text, second.text] = [second.text, first.text];
        [first.hash, second.hash] = [second.hash, first.hash];
        expect(brokenAt(swapped), 'swapped').to.equal(low === high ? null : low);
        const copied = sealed().flatMap((row) => (row.seq === low ? [row, row] : [row]));
        expect(brokenAt(copied.map((row, index) => ({ ...row, seq: index + 1 }))), 'copied').to.equal(
          low + 1,
        );
      }),
    );
  });

  it('names an event that was written anew, though its own hash fits: the next one does not', () => {
    const rows = sealed();
    rows.splice(9, 1, ...seal(9, at(rows, 9).hash, [draft(10, 'somebody else')]));
    expect(brokenAt(rows)).to.equal(11);
  });

  it('names an event that calls itself another, or is no JSON, though its hash fits', () => {
    const [renumbered] = seal(3, GENESIS, [draft(4)]);
    expect(brokenAt([{ ...renumbered, seq: 1 } as Sealed])).to.equal(1);
    const text = 'not JSON';
    const { hash } = new ChainReader(0, GENESIS).open(at(sealed(), 1));
    expect(() => new ChainReader(1, hash).open({ seq: 2, text, hash })).to.throw(JournalBroken);
  });
});
