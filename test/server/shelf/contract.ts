import { expect } from 'chai';
import { type Shelf, ShelfRefused } from '../../../server/ports.ts';
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENTS } from '../../../server/shelf/name.ts';
import { failureOf } from '../../support/drafts.ts';

/** What every shelf keeps to. */
export function shelfContract(name: string, open: () => Shelf): void {
  describe(`${name}: the contract of every shelf`, () => {
    it('has nothing at first, and removes what is not there', async () => {
      const shelf = open();
      expect(await shelf.get('small', 'report.2026-03-02')).to.equal(null);
      expect(await shelf.names('small', '')).to.deep.equal([]);
      await shelf.remove('small', 'report.2026-03-02');
    });

    it('gives back what was put, to the letter', async () => {
      const shelf = open();
      for (const text of ['', '{"部门":"社保"}\n', '\u0000\uFEFF😀', 'x'.repeat(200_000)]) {
        await shelf.put('small', 'a', text);
        expect(await shelf.get('small', 'a')).to.equal(text);
      }
      expect(await shelf.names('small', '')).to.deep.equal(['a']);
    });

    it('tells the names that begin so, in order', async () => {
      const shelf = open();
      for (const each of ['report.2026-03-10', 'forecast.2026-03-02', 'report.2026-03-02', 'report'])
        await shelf.put('small', each, each);
      expect(await shelf.names('small', 'report.')).to.deep.equal(['report.2026-03-02', 'report.2026-03-10']);
      expect(await shelf.names('small', 'report')).to.have.length(3);
      expect(await shelf.names('small', '*')).to.deep.equal([]);
    });

    it('has no longer what was removed', async () => {
      const shelf = open();
      for (const each of ['a', 'b']) await shelf.put('small', each, each);
      await shelf.remove('small', 'a');
      expect(await shelf.get('small', 'a')).to.equal(null);
      expect(await shelf.names('small', '')).to.deep.equal(['b']);
    });

    it('keeps halls apart, also one whose name another begins with', async () => {
      const shelf = open();
      await shelf.put('small', 'a', 'of small');
      await shelf.put('small-2', 'a', 'of small-2');
      await shelf.remove('small', 'a');
      expect(await shelf.get('small', 'a')).to.equal(null);
      expect(await shelf.get('small-2', 'a')).to.equal('of small-2');
    });

    const noNames = [
      '',
      '.',
      '..',
      '../secret.key',
      'a/b',
      'a\\b',
      '.a',
      'a.',
      'a..b',
      'A',
      '部',
      'a b',
      'a\n',
    ];
    for (const wrong of [...noNames, 'x'.repeat(65)])
      it(`refuses ${JSON.stringify(wrong.slice(0, 20))} as a name and as a hall`, async () => {
        const shelf = open();
        const attempts = [
          ...[shelf.put('small', wrong, ''), shelf.put(wrong, 'a', '')],
          ...[shelf.get('small', wrong), shelf.get(wrong, 'a'), shelf.names(wrong, '')],
          ...[shelf.remove('small', wrong), shelf.remove(wrong, 'a')],
        ];
        for (const failure of await Promise.all(attempts.map(failureOf)))
          expect(failure).to.be.instanceOf(ShelfRefused);
      });

    it('refuses a text that is too long, and keeps the one before', async () => {
      const shelf = open();
      await shelf.put('small', 'a', '长'.repeat(MAX_DOCUMENT_BYTES / 4));
      const failure = await failureOf(shelf.put('small', 'a', '长'.repeat(MAX_DOCUMENT_BYTES / 3 + 1)));
      expect(failure).to.be.instanceOf(ShelfRefused);
      expect(await shelf.get('small', 'a')).to.have.length(MAX_DOCUMENT_BYTES / 4);
    });

    it('refuses one document more than there may be of a hall, and replaces those there are', async () => {
      const shelf = open();
      const names = Array.from({ length: MAX_DOCUMENTS }, (_, index) => `n${index}`);
      for (const each of names.slice(1)) await shelf.put('small', each, '');
      // Two at once for the last place.
      const last = await Promise.allSettled(['n0', 'more'].map((each) => shelf.put('small', each, '')));
      expect(last.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
      expect(await failureOf(shelf.put('small', 'still-more', ''))).to.be.instanceOf(ShelfRefused);
      await shelf.put('small', 'n1', 'again');
      expect(await shelf.get('small', 'n1')).to.equal('again');
      await shelf.put('other', 'a', 'another hall has its own places');
      await shelf.remove('small', 'n1');
      await shelf.put('small', 'still-more', '');
      expect(await shelf.names('small', '')).to.have.length(MAX_DOCUMENTS);
    });

    it('shows one whole text while it is being replaced', async () => {
      const shelf = open();
      const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(100_000));
      await shelf.put('small', 'a', texts[0] ?? '');
      const puts = Promise.all(texts.map((text) => shelf.put('small', 'a', text)));
      for (let count = 0; count < 20; count++) expect(texts).to.include(await shelf.get('small', 'a'));
      await puts;
    });
  });
}
