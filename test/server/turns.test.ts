import { expect } from 'chai';
import { Turns } from '../../server/turns.ts';

describe('turns', () => {
  it('are not taken before a race was lost', () => {
    const turns = new Turns();
    turns.come(true);
    turns.over();
    expect(turns.areTaken).to.equal(false);
    expect(turns.lostRace()).to.equal(true);
    expect(turns.areTaken).to.equal(true);
  });

  it('are taken until nobody else has appended in fifty of them on end', () => {
    const turns = new Turns();
    turns.lostRace();
    for (const isQuiet of [...Array(50).fill(true), false, ...Array(50).fill(true)] as boolean[]) {
      turns.come(isQuiet);
      turns.over();
      expect(turns.areTaken).to.equal(true);
    }
    turns.come(true);
    turns.over();
    expect(turns.areTaken).to.equal(false);
  });

  it('are no help to whom they cost twenty races on end', () => {
    const turns = new Turns();
    for (let lost = 1; lost < 20; lost++) expect(turns.lostRace(), `race ${lost}`).to.equal(true);
    expect(turns.lostRace()).to.equal(false);
    turns.won();
    expect(turns.lostRace()).to.equal(true);
  });
});
