import { expect } from 'chai';
import { GENESIS, type Sealed, seal } from '../../../server/journal/chain.ts';
import { Heard, readSaid, type Said } from '../../../server/journal/heard.ts';
import { drafts } from '../../support/drafts.ts';

const START = { seq: 0, hash: GENESIS };
const rows = seal(0, GENESIS, drafts(1, 6));

/** The batch of the rows from one seq to another, as its program says it. */
function said(from: number, to: number, said: readonly Sealed[] = rows.slice(from - 1, to)): Said {
  return {
    program: 'p',
    before: rows[from - 2] ?? START,
    end: rows[to - 1] ?? START,
    called: '',
    rows: [...said],
  };
}

describe('what programs say they have appended', () => {
  it('is read as the script says it', () => {
    const { before, end } = said(3, 4);
    const words = ['p', `${end.seq}`, end.hash, `${before.seq}`, before.hash, 'q'];
    expect(readSaid([...words, ...rows.slice(2, 4).flatMap(({ text, hash }) => [text, hash])])).to.deep.equal(
      {
        ...said(3, 4),
        before: { seq: before.seq, hash: before.hash },
        end: { seq: end.seq, hash: end.hash },
        called: 'q',
      },
    );
    expect(readSaid(words).rows).to.deep.equal([]);
  });

  for (const [what, batches, place, expected] of [
    ['goes on from a place, batch after batch', [said(1, 2), said(3, 3), said(4, 6)], START, rows],
    ['goes on from where one stands', [said(3, 3), said(4, 6)], rows[1], rows.slice(2)],
    ['is passed over where it is behind one', [said(1, 2), said(3, 3)], rows[1], rows.slice(2, 3)],
    ['ends at the first gap', [said(1, 2), said(4, 6)], START, rows.slice(0, 2)],
    [
      'ends before a batch too long to be said',
      [said(1, 2), said(3, 3, []), said(4, 6)],
      START,
      rows.slice(0, 2),
    ],
    ['is nothing to whom stands elsewhere', [said(4, 6)], START, []],
    ['is nothing to whom has another past', [said(3, 3)], { seq: 2, hash: GENESIS }, []],
    ['is nothing when nobody has spoken', [], START, []],
  ] as [string, Said[], Said['end'], Sealed[]][]) {
    it(`${what}, and is told once`, () => {
      const heard = new Heard();
      for (const batch of batches) heard.add(batch);
      expect(heard.after(place)).to.deep.equal(expected);
      expect(heard.after(place)).to.deep.equal([]);
    });
  }

  it('is forgotten when nobody follows it for two hundred batches', () => {
    const heard = new Heard();
    for (let count = 0; count < 200; count++) heard.add(said(1, 2));
    heard.add(said(3, 3));
    expect(heard.after(START)).to.deep.equal([]);
  });
});
