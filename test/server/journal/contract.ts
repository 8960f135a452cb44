import { expect } from 'chai';
import * as fc from 'fast-check';
import { canonical } from '../../../server/hall/canonical.ts';
import type { Draft } from '../../../server/hall/events.ts';
import { GENESIS, linkHash } from '../../../server/journal/chain.ts';
import { PAGE } from '../../../server/journal/page.ts';
import { type Journal, JournalBroken, JournalConflict } from '../../../server/ports.ts';
import { dayDraft, draft, drafts, failureOf, readAll, unsealed } from '../../support/drafts.ts';
import { DAY } from '../../support/small-hall.ts';

/** What every journal keeps to, whatever it is made of. `open` gives a fresh, empty one. */
export function journalContract(name: string, open: () => Journal | Promise<Journal>): void {
  describe(`${name}: the contract of every journal`, () => {
    let journal: Journal;

    beforeEach(async () => {
      journal = await open();
    });
    afterEach(() => journal.close());

    it('is empty at first', async () => {
      expect(await journal.last()).to.deep.equal({ seq: 0, hash: GENESIS, daySeq: 0 });
      expect(await readAll(journal)).to.deep.equal([]);
    });

    it('gives back what was appended, in order', async () => {
      await journal.append(0, [dayDraft(1), ...drafts(2, 5)]);
      await journal.append(5, [draft(6)]);
      expect((await readAll(journal)).map(unsealed)).to.deep.equal([dayDraft(1), ...drafts(2, 6)]);
    });

    it('links every event to the one before it, across appends', async () => {
      await journal.append(0, drafts(1, 3));
      await journal.append(3, drafts(4, 5));
      let hash = GENESIS;
      for (const event of await readAll(journal)) {
        hash = linkHash(hash, canonical(unsealed(event)));
        expect(event.hash, `event ${event.seq}`).to.equal(hash);
      }
      expect((await journal.last()).hash).to.equal(hash);
    });

    it('knows where its last day begins', async () => {
      await journal.append(0, [dayDraft(1), draft(2)]);
      expect((await journal.last()).daySeq).to.equal(1);
      await journal.append(2, [draft(3), dayDraft(4), draft(5)]);
      expect(await journal.last()).to.include({ seq: 5, daySeq: 4 });
    });

    it('knows all its days, and with which hash each began', async () => {
      expect(await journal.days()).to.deep.equal([]);
      await journal.append(0, [dayDraft(1), draft(2)]);
      await journal.append(2, [draft(3), dayDraft(4), draft(5)]);
      const closing = (await readAll(journal))[2]?.hash;
      expect(await journal.days()).to.deep.equal([
        { day: DAY, seq: 1, previousHash: GENESIS },
        { day: DAY, seq: 4, previousHash: closing },
      ]);
    });

    it('reads on from any seq, and nothing from behind the end', async () => {
      await journal.append(0, drafts(1, 9));
      for (const from of [0, 1, 2, 8, 9])
        expect((await readAll(journal, from)).map(unsealed)).to.deep.equal(drafts(Math.max(from, 1), 9));
      expect(await readAll(journal, 10)).to.deep.equal([]);
    });

    it('says so when it is asked to read on from an event it does not have', async () => {
      await journal.append(0, drafts(1, 3));
      const failure = await failureOf(readAll(journal, 9));
      expect(failure).to.be.instanceOf(JournalBroken).and.to.include({ seq: 8 });
    });

    it('reads in bounded pages, none lost or twice between them', async () => {
      const total = 2 * PAGE + 3;
      await journal.append(0, drafts(1, total));
      const sizes: number[] = [];
      let expected = 1;
      for await (const page of journal.read(1)) {
        sizes.push(page.length);
        for (const event of page) expect(event.seq).to.equal(expected++);
      }
      expect(expected).to.equal(total + 1);
      expect(Math.max(...sizes)).to.be.at.most(PAGE);
      expect(await readAll(journal, PAGE + 2)).to.have.length(PAGE + 2);
    });

    it('ends a page-sized log without another page', async () => {
      await journal.append(0, drafts(1, PAGE));
      expect(await readAll(journal)).to.have.length(PAGE);
    });

    for (const [expected, what] of [
      [2, 'too early'],
      [4, 'too late'],
    ] as const) {
      it(`refuses what was decided ${what}, and stays as it was`, async () => {
        await journal.append(0, drafts(1, 3));
        const before = await journal.last();
        const failure = await failureOf(journal.append(expected, [draft(expected + 1)]));
        expect(failure).to.be.instanceOf(JournalConflict);
        expect(failure).to.include({ expectedSeq: expected, actualSeq: 3 });
        expect(await journal.last()).to.deep.equal(before);
        await journal.append(3, [draft(4)]);
      });
    }

    it('lets one of several win who append at once upon the same end', async () => {
      await journal.append(0, [draft(1)]);
      const racers = ['a', 'b', 'c', 'd'].map((by) => journal.append(1, drafts(2, 4, by)));
      const outcomes = await Promise.allSettled(racers);
      expect(outcomes.map(({ status }) => status)).to.deep.equal([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
      expect((await readAll(journal, 2)).map(({ by }) => by)).to.deep.equal(['a', 'a', 'a']);
    });

    for (const [what, batch] of [
      ['twice', [draft(3), draft(4), draft(4)]],
      ['with a gap', [draft(3), draft(5)]],
      ['from elsewhere', [draft(7), draft(8)]],
    ] as [string, Draft[]][]) {
      it(`takes all of a batch or none: one numbered ${what} is refused whole`, async () => {
        await journal.append(0, drafts(1, 2));
        const before = await journal.last();
        await failureOf(journal.append(2, batch));
        expect(await journal.last()).to.deep.equal(before);
        expect(await readAll(journal)).to.have.length(2);
        await journal.append(2, drafts(3, 4));
      });
    }

    it('takes an empty batch as nothing', async () => {
      await journal.append(0, []);
      expect((await journal.last()).seq).to.equal(0);
    });

    it('keeps any text whole', async () => {
      let seq = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          async (by, commandId) => {
            const strange: Draft = { ...draft(seq + 1), by, commandId };
            await journal.append(seq, [strange]);
            seq++;
            expect((await readAll(journal, seq)).map(unsealed)).to.deep.equal([strange]);
          },
        ),
        {
          numRuns: 50,
          examples: [
            ['\u0000', '𠮷🈳'],
            ['"\\\n', '\ud800'],
            ['__proto__', 'é'],
          ],
        },
      );
    });

    it('shows a reader nothing but whole batches, in order, while others append', async () => {
      const writing = (async () => {
        for (let seq = 0; seq < 60; seq += 3) await journal.append(seq, drafts(seq + 1, seq + 3));
      })();
      let seen = 0;
      while (seen < 60) {
        const all = await readAll(journal);
        expect(all.length % 3).to.equal(0);
        expect(all.length).to.be.at.least(seen);
        seen = all.length;
      }
      await writing;
    });
  });
}
