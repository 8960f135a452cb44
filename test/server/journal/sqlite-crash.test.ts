import { join } from 'node:path';
import { expect } from 'chai';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import { type Child, endChildren, startChild } from '../../support/child.ts';
import { draft, readAll, unsealed } from '../../support/drafts.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

const APPENDER = 'test/server/journal/appender.ts';
const ROUNDS = 4;
const tempDir = tempDirs();

function append(file: string, name: string, enough?: number): Child {
  return startChild(APPENDER, [file, name, ...(enough === undefined ? [] : [String(enough)])]);
}

/** The batches a child was told are written. */
function acknowledged(child: Child): [first: number, last: number][] {
  const whole = child.out().slice(0, child.out().lastIndexOf('\n'));
  const lines = whole.split('\n').filter((line) => line !== '' && line !== 'begun');
  return lines.map((line) => line.split(' ').map(Number) as [number, number]);
}

describe('a journal whose process is killed while it writes', function () {
  this.timeout(60_000);
  afterEach(endChildren);

  it('has everything it had acknowledged, whole and without a gap, and goes on', async () => {
    const file = join(tempDir(), 'hall.db');
    let promised = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const child = append(file, `round${round}`);
      await waitFor('the child to write', () => acknowledged(child).length > 0, 20_000);
      // Any moment of a write may be the one: let the child go on for some more batches, and some part of one.
      const more = acknowledged(child).length + Math.floor(Math.random() * 40);
      await waitFor('the child to write on', () => acknowledged(child).length >= more, 20_000);
      expect(await child.kill('SIGKILL')).to.equal('SIGKILL');

      promised = acknowledged(child).at(-1)?.[1] ?? promised;
      const journal = new SqliteJournal(file);
      const events = (await readAll(journal)).map(unsealed);
      const { seq } = await journal.last();
      await journal.close();
      expect(seq).to.be.at.least(promised);
      expect(events.length).to.equal(seq);
      for (const [index, event] of events.entries()) expect(event).to.deep.equal(draft(index + 1, event.by));
    }
    expect(promised).to.be.greaterThan(ROUNDS);
  });

  it('is damaged by no second process that writes the same file: each seq is one event, of one of them', async () => {
    const file = join(tempDir(), 'hall.db');
    const children = ['left', 'right'].map((name) => append(file, name, 150));
    const ends = await Promise.all(children.map((child) => child.ended));
    expect(ends, children.map((child) => child.err()).join('\n')).to.deep.equal([0, 0]);
    const journal = new SqliteJournal(file);
    const events = (await readAll(journal)).map(unsealed);
    await journal.close();
    children.forEach((child, index) => {
      const name = ['left', 'right'][index];
      const seqs = acknowledged(child).flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
      );
      expect(events.filter((event) => event.by === name).map((event) => event.seq)).to.deep.equal(seqs);
    });
  });
});
