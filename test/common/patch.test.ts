import { expect } from 'chai';
import type { LineMoves } from '../../common/contract/socket.ts';
import type { TicketView } from '../../common/contract/views.ts';
import { applyLineMoves, applyPatch, waitAlong } from '../../common/patch.ts';
import { ticket } from '../counter-client/fixtures.ts';

describe('a patch', () => {
  const view = { hall: { day: '2026-03-02' }, queues: { a: { waiting: 1 }, b: { waiting: 2 } } };

  it('replaces slots whole', () => {
    expect(applyPatch(view, { set: { hall: { day: '2026-03-03' } } })).to.deep.equal({
      ...view,
      hall: { day: '2026-03-03' },
    });
  });

  it('merges collections by key, and null takes one out', () => {
    const merge = { queues: { a: { waiting: 5 }, b: null, c: { waiting: 3 } } };
    expect(applyPatch(view, { merge })).to.deep.equal({
      ...view,
      queues: { a: { waiting: 5 }, c: { waiting: 3 } },
    });
  });

  it('merges into what it sets, and makes a collection that is not there', () => {
    const patch = { set: { queues: {} }, merge: { queues: { d: 1 }, windows: { w1: 2 } } };
    expect(applyPatch(view, patch)).to.deep.equal({ ...view, queues: { d: 1 }, windows: { w1: 2 } });
  });

  it('leaves the view it was applied to alone', () => {
    const before = structuredClone(view);
    applyPatch(view, { set: { hall: {} }, merge: { queues: { a: null } } });
    expect(view).to.deep.equal(before);
  });
});

describe('the moves of a line', () => {
  const mine = ticket('A010', { state: 'waiting', ahead: 3, dueAt: 1000, order: 50 });
  const aheadAfter = (moves: LineMoves['moves'], seq = 100, of: TicketView = mine): number =>
    applyLineMoves(of, { moves }, seq).ahead;

  it('count who is ordered before, by due instant and then by order', () => {
    expect(aheadAfter([[101, 999, 80, 1]])).to.equal(4);
    expect(aheadAfter([[101, 1000, 49, -1]])).to.equal(2);
    expect(
      aheadAfter([
        [101, 1000, 51, 1],
        [102, 1001, 20, 1],
        [103, 1000, 50, -1],
      ]),
    ).to.equal(3);
  });

  it('count nobody the snapshot has counted already', () => {
    expect(
      aheadAfter([
        [99, 1, 1, -1],
        [100, 1, 2, -1],
        [101, 1, 3, -1],
      ]),
    ).to.equal(2);
  });

  it('never count below nobody, and change nothing for who no longer waits', () => {
    expect(
      aheadAfter([
        [101, 1, 1, -1],
        [102, 1, 2, -1],
        [103, 1, 3, -1],
        [104, 1, 4, -1],
      ]),
    ).to.equal(0);
    const called = { ...mine, state: 'called' as const, ahead: 0 };
    expect(applyLineMoves(called, { moves: [[101, 1, 1, 1]] }, 100)).to.equal(called);
    expect(applyLineMoves(mine, { moves: [] }, 100)).to.equal(mine);
  });
});

describe('the expected waits along a line', () => {
  const [short, long] = [
    { p50: 2, p90: 5 },
    { p50: 9, p90: 15 },
  ];
  const mine = ticket('A010', { state: 'waiting', dueAt: 1000, order: 50 });
  const before = { p50: 30, p90: 40 };

  it('are a ticket’s by the last place not behind its own', () => {
    const along = (...waits: NonNullable<LineMoves['waits']>) => waitAlong(mine, { waits }, before);
    expect(along([900, 10, short], [1000, 50, long])).to.equal(long);
    expect(along([900, 10, short], [1000, 51, long])).to.equal(short);
    expect(along([900, 10, short], [1000, 49, null])).to.equal(null);
    expect(along([1001, 1, short])).to.equal(null);
    expect(along()).to.equal(null);
  });

  it('stay as they were where a message tells none, or the ticket stands in no line', () => {
    expect(waitAlong(mine, {}, before)).to.equal(before);
    expect(waitAlong({ ...mine, reservedFor: 'w1' }, { waits: [[1, 1, short]] }, before)).to.equal(before);
    expect(waitAlong({ ...mine, state: 'called' }, { waits: [[1, 1, short]] }, before)).to.equal(null);
  });
});
