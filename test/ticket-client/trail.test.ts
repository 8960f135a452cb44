import { expect } from 'chai';
import {
  choiceOf,
  current,
  forward,
  isAtStart,
  mayGoBack,
  startTrail,
  type Trail,
  walked,
} from '../../ticket-client/kiosk/trail.ts';
import type { Wish } from '../../ticket-client/kiosk/wish.ts';

const start = startTrail(null);
const choose: Wish = { do: 'choose', subject: { matter: 'a-001', queue: 'a' } };

function walk(...wishes: Wish[]): Trail {
  return wishes.reduce((trail, wish) => walked(trail, wish, start), start);
}

describe('the way through the kiosk', () => {
  it('is two touches from the start to the button that takes the number', () => {
    expect(current(walk({ do: 'zone', zone: 'zone-a' }, choose))).to.deep.equal({
      at: 'choice',
      subject: { matter: 'a-001', queue: 'a' },
      category: null,
    });
  });

  it('begins with the matters of the zone that a kiosk stands in, and does not go back from there', () => {
    const own = startTrail('zone-a');
    expect(own).to.deep.equal([{ at: 'matters', zone: 'zone-a', department: null }]);
    expect(mayGoBack(own)).to.equal(false);
    expect(walked(own, { do: 'back' }, own)).to.deep.equal(own);
  });

  it('goes back screen by screen, not choice by choice', () => {
    const trail = walk(
      { do: 'zone', zone: 'zone-a' },
      { do: 'filter', department: 'x' },
      { do: 'filter', department: 'y' },
      choose,
    );
    const once = walked(trail, { do: 'back' }, start);
    expect(current(once)).to.deep.equal({ at: 'matters', zone: 'zone-a', department: 'y' });
    expect(walked(once, { do: 'back' }, start)).to.deep.equal(start);
  });

  it('is at its start again after going back to it, but not where another list was chosen', () => {
    const away = walk({ do: 'zone', zone: 'zone-a' });
    expect(isAtStart(away, start)).to.equal(false);
    expect(isAtStart(walked(away, { do: 'back' }, start), start)).to.equal(true);
    expect(isAtStart(walk({ do: 'list', by: 'department' }), start)).to.equal(false);
  });

  it('keeps what is searched when coming back from a matter', () => {
    const trail = walk({ do: 'search' }, { do: 'query', query: 'S' }, { do: 'query', query: 'SF' }, choose);
    expect(current(walked(trail, { do: 'back' }, start))).to.deep.equal({ at: 'search', query: 'SF' });
  });

  it('returns from the categories to the choice, with the one chosen or with none', () => {
    const trail = walk(choose, { do: 'categories' });
    expect(choiceOf(trail)?.category).to.equal(null);
    const chosen = walked(trail, { do: 'category', category: 'elderly' }, start);
    expect(current(chosen)).to.deep.include({ at: 'choice', category: 'elderly' });
    const none = walked(
      walked(chosen, { do: 'categories' }, start),
      { do: 'category', category: null },
      start,
    );
    expect(current(none)).to.deep.include({ at: 'choice', category: null });
    expect(none).to.have.length(2);
  });

  it('opens a matter once, however often its row is touched', () => {
    expect(walk(choose, choose)).to.have.length(2);
  });

  it('leads only home from a number that has been taken', () => {
    const trail = forward(walk(choose), { at: 'ticket' });
    expect(mayGoBack(trail)).to.equal(false);
    expect(walked(trail, { do: 'back' }, start)).to.equal(trail);
    expect(walked(trail, choose, start)).to.equal(trail);
    expect(walked(trail, { do: 'home' }, start)).to.equal(start);
  });
});
