import { expect } from 'chai';
import { Turns } from '../../../server/service/turns.ts';

describe('turns', () => {
  it('are not taken before a race was lost', () => {
    const turns = new Turns();
    turns.come(true);
    turns.over(true);
    expect(turns.areTaken).to.equal(false);
    expect(turns.lostRace()).to.equal(true);
    expect(turns.areTaken).to.equal(true);
  });

  it('are taken until nobody else has appended in fifty of them on end', () => {
    const turns = new Turns();
    turns.lostRace();
    for (const isQuiet of [...Array(50).fill(true), false, ...Array(50).fill(true)] as boolean[]) {
      turns.come(isQuiet);
      turns.over(true);
      expect(turns.areTaken).to.equal(true);
    }
    turns.come(true);
    turns.over(true);
    expect(turns.areTaken).to.equal(false);
  });

  it('decide what comes while they are had, and what comes later in the next', () => {
    const turns = new Turns();
    const decide: boolean[] = [turns.decideAtOnce];
    for (const act of ['lostRace', 'come', 'close', 'come', 'over', 'come', 'lostRace'] as const) {
      (turns[act] as (is: boolean) => void).call(turns, false);
      decide.push(turns.decideAtOnce);
    }
    expect(decide).to.deep.equal([true, false, true, false, true, false, true, false]);
  });

  it('go on while something waits for the next', () => {
    const turns = new Turns();
    turns.lostRace();
    for (let turn = 0; turn < 60; turn++) {
      turns.come(true);
      turns.over(false);
    }
    expect(turns.areTaken).to.equal(true);
  });

  it('are no help to whom they cost twenty races on end', () => {
    const turns = new Turns();
    for (let lost = 1; lost < 20; lost++) expect(turns.lostRace(), `race ${lost}`).to.equal(true);
    expect(turns.lostRace()).to.equal(false);
    turns.won();
    expect(turns.lostRace()).to.equal(true);
  });
});
