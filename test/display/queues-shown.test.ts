import { expect } from 'chai';
import { queuesShown } from '../../display/queues-shown.ts';
import { queue } from '../counter-client/fixtures.ts';

const EAST = { ...queue('a', 1), zone: 'east' };
const WEST = { ...queue('b', 2), zone: 'west' };
const NORTH = { ...queue('c', 3), zone: 'north' };

describe('the queues a wall lists', () => {
  for (const [what, zone, shown] of [
    ['every queue, of the whole hall', null, [EAST, WEST, NORTH]],
    ['a zone’s own alone, whatever else its windows serve', 'west', [WEST]],
    ['those its windows serve, in a zone without one of its own', 'south', [EAST, WEST, NORTH]],
  ] as const) {
    it(what, () => expect(queuesShown([EAST, WEST, NORTH], zone)).to.deep.equal(shown));
  }
});
