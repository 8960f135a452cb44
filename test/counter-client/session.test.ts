import { expect } from 'chai';
import { seen } from '../../counter-client/seen.ts';
import { handoutOf, withEnded } from '../../counter-client/session.ts';
import { TEN, ticket, view, windowOf } from './fixtures.ts';

const serving = ticket('A012', { state: 'serving', startedAt: TEN });
const finished = ticket('A012', { state: 'finished', startedAt: TEN, endedAt: TEN + 60_000 });
const finish = { type: 'FinishService' as const, window: 'w3' };

describe('what was done in this session', () => {
  it('has the outcome that was recorded', () => {
    const [done] = withEnded([], { ...finish, outcome: 'accepted' }, { seq: 1, ticket: finished }, serving);
    expect(done?.outcome).to.equal('accepted');
    expect(done?.serviceMs).to.equal(60_000);
  });

  it('counts no hold as service', () => {
    const paused = { ...serving, heldMs: 20_000 };
    const [done] = withEnded([], finish, { seq: 1, ticket: finished }, paused);
    expect(done?.serviceMs).to.equal(40_000);
  });

  it('has each matter of a visit that goes on', () => {
    const next = ticket('A012', { state: 'waiting', queue: 'b', startedAt: null });
    const window = { ...windowOf('free'), since: TEN + 90_000 };
    const [done] = withEnded([], finish, { seq: 1, ticket: next, window }, serving);
    expect(done).to.deep.equal({
      ...{ id: serving.id, number: 'A012', queue: 'a', state: 'finished' },
      ...{ endedAt: TEN + 90_000, serviceMs: 90_000, outcome: null, handout: null },
    });
  });

  it('keeps the number and code of missing papers to be told again', () => {
    const answer = {
      ...{ seq: 1, ticket: finished, secret: 'Atkd8pPslNvBOcXZ' },
      supplement: { number: 'R012', queue: 'a', until: '2026-11-26' },
    };
    const [done] = withEnded([], { ...finish, outcome: 'supplement' }, answer, serving);
    const handout = { number: 'R012', until: '2026-11-26', secret: 'Atkd8pPslNvBOcXZ' };
    expect(done?.handout).to.deep.equal(handout);
    expect(handoutOf({ seq: 1 })).to.equal(null);
  });

  it('forgets what was undone, and only the latest of it', () => {
    const undo = { type: 'UndoAction' as const, window: 'w3' };
    const once = withEnded([], finish, { seq: 1, ticket: finished }, serving);
    const twice = withEnded(
      once,
      { type: 'MissTicket', window: 'w3' },
      { seq: 2, ticket: finished },
      serving,
    );
    expect(twice.map(({ state }) => state)).to.deep.equal(['missed', 'finished']);
    expect(withEnded(twice, undo, { seq: 3, ticket: serving }, null)).to.deep.equal(once);
  });

  it('is not changed by what ends nothing', () => {
    expect(
      withEnded([], { type: 'HoldTicket', window: 'w3' }, { seq: 1, ticket: serving }, serving),
    ).to.deep.equal([]);
  });
});

describe('what the clerk sees before the patch of her answer has come', () => {
  const held = ticket('A012', { state: 'held' });

  it('is the ticket she has put on hold', () => {
    const next = seen(view('serving', serving), 1, { seq: 2, ticket: held, window: windowOf('free') });
    expect(next.held).to.deep.equal([held]);
    expect(next.ticket).to.equal(null);
  });

  it('is no longer on hold once she has resumed it', () => {
    const before = { ...view('free'), held: [held] };
    const next = seen(before, 1, { seq: 2, ticket: serving, window: windowOf('serving', serving) });
    expect(next.held).to.deep.equal([]);
    expect(next.ticket).to.equal(serving);
  });

  it('offers no undo of what is older than the answer', () => {
    const before = {
      ...view('free'),
      undoable: { action: 'ServiceFinished' as const, number: 'A011', until: TEN + 1 },
    };
    const next = seen(before, 1, { seq: 2, ticket: serving, window: windowOf('serving', serving) });
    expect(next.undoable).to.equal(null);
  });
});
