import { expect } from 'chai';
import {
  choiceOf,
  current,
  forward,
  isAdding,
  isAtStart,
  mayGoBack,
  startTrail,
  type Trail,
} from '../../ticket-client/kiosk/trail.ts';
import { walked } from '../../ticket-client/kiosk/walk.ts';
import type { Wish } from '../../ticket-client/kiosk/wish.ts';

const start = startTrail(null);
const choose: Wish = { do: 'choose', subject: { matter: 'a-001', queue: 'a' } };
const second = { do: 'choose' as const, subject: { matter: 'b-001', queue: 'b' } };

function walk(...wishes: Wish[]): Trail {
  return wishes.reduce((trail, wish) => walked(trail, wish, start), start);
}

describe('the way through the kiosk', () => {
  it('is two touches from the start to the button that takes the number', () => {
    expect(current(walk({ do: 'zone', zone: 'zone-a' }, choose))).to.deep.equal({
      at: 'choice',
      subject: { matter: 'a-001', queue: 'a' },
      further: [],
      category: null,
      identity: null,
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

  it('adds a further matter without leaving the first, in the order they were chosen', () => {
    const trail = walk(choose, { do: 'add' }, { do: 'zone', zone: 'zone-b' }, second);
    expect(choiceOf(trail)?.further).to.deep.equal([second.subject]);
    expect(current(trail).at).to.equal('choice');
    expect(trail).to.have.length(2);
    const dropped = walked(trail, { do: 'drop', index: 0 }, start);
    expect(choiceOf(dropped)?.further).to.deep.equal([]);
  });

  it('keeps the choice while another matter is looked for, and when nothing is found', () => {
    const looking = walk(choose, { do: 'add' });
    expect(isAdding(looking)).to.equal(true);
    expect(current(walked(looking, { do: 'back' }, start))).to.deep.include({ at: 'choice', further: [] });
  });

  it('takes a matter once, and six at the most', () => {
    expect(choiceOf(walk(choose, { do: 'add' }, choose))?.further).to.deep.equal([]);
    const more = Array.from({ length: 8 }, (_, index): Wish[] => [
      { do: 'add' },
      { do: 'choose', subject: { matter: `b-${index}`, queue: 'b' } },
    ]).flat();
    const full = walk(choose, ...more);
    expect(choiceOf(full)?.further).to.have.length(5);
    expect(current(full).at).to.equal('choice');
  });

  it('leads those who come back to a form in two touches', () => {
    const trail = walk({ do: 'errands' }, { do: 'hand', what: 'booking' });
    expect(current(trail)).to.deep.equal({ at: 'hand', what: 'booking', idNumber: null });
    expect(trail).to.have.length(3);
  });
});
