import { expect } from 'chai';
import { identityAsked, shownTo } from '../../ticket-client/kiosk/identity-asked.ts';
import { choiceFor, current, startTrail, type Trail } from '../../ticket-client/kiosk/trail.ts';
import { walked } from '../../ticket-client/kiosk/walk.ts';
import type { Wish } from '../../ticket-client/kiosk/wish.ts';

const queues = {
  n: { identity: 'none' },
  o: { identity: 'optional' },
  r: { identity: 'required' },
} as const;
const identity = { idNumber: '11010519491231002X' };

describe('whether the kiosk asks who takes a number (R3)', () => {
  for (const [chosen, asked] of [
    ['n', 'none'],
    ['o', 'optional'],
    ['r', 'required'],
    ['no', 'optional'],
    ['or', 'required'],
    ['rno', 'required'],
    ['x', 'none'],
  ] as const) {
    it(`${asked} of ${chosen}: the strictest of a visit's queues`, () => {
      const [subject, ...further] = [...chosen].map((queue) => ({ matter: null, queue }));
      if (subject === undefined) throw new Error('nothing chosen');
      expect(identityAsked({ subject, further }, queues)).to.equal(asked);
    });
  }

  it('sends nobody to a hall that does not ask', () => {
    const choice = { ...choiceFor({ matter: null, queue: 'n' }), identity };
    expect(shownTo('none', choice).identity).to.equal(null);
    expect(shownTo('optional', choice)).to.equal(choice);
  });
});

describe('the screen that asks', () => {
  const start = startTrail(null);
  const choice = choiceFor({ matter: 'a-001', queue: 'a' });
  const asking = walk([...start, choice], { do: 'identify' });

  function walk(trail: Trail, ...wishes: Wish[]): Trail {
    return wishes.reduce((at, wish) => walked(at, wish, start), trail);
  }

  it('is reached from the choice alone, and left to it', () => {
    expect(current(asking)).to.deep.equal({ at: 'identity', isUnread: false });
    expect(walk(start, { do: 'identify' })).to.deep.equal(start);
    expect(walk(asking, { do: 'back' })).to.deep.equal([...start, choice]);
  });

  it('leads to the choice with who it is, or without where it is skipped', () => {
    expect(walk(asking, { do: 'identified', identity })).to.deep.equal([...start, { ...choice, identity }]);
    expect(walk(asking, { do: 'take' })).to.deep.equal([...start, choice]);
  });

  it('is forgotten again when it is not to be used', () => {
    const known = walk(asking, { do: 'identified', identity });
    expect(walk(known, { do: 'anonymous' })).to.deep.equal([...start, choice]);
  });
});
