import { expect } from 'chai';
import { sidePages } from '../../display/side-pages.ts';
import { queue } from '../counter-client/fixtures.ts';

const missed = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    number: `A${String(at).padStart(3, '0')}`,
    zone: 'zone-a',
    at,
  }));
const SIZES = { queues: 2, missed: 3 };

describe('the column beside the calls', () => {
  it('is the waiting alone while nobody was missed', () => {
    const pages = sidePages([queue('a', 1), queue('b', 2)], [], SIZES);
    expect(pages.map(({ of, page, pages }) => [of, page, pages])).to.deep.equal([['waiting', 0, 1]]);
  });

  it('shows every queue and every missed number on some page, each kind counted by itself', () => {
    const queues = [queue('a', 1), queue('b', 2), queue('c', 3)];
    const pages = sidePages(queues, missed(4), SIZES);
    expect(pages.map(({ of, page, pages }) => [of, page, pages])).to.deep.equal([
      ['waiting', 0, 2],
      ['waiting', 1, 2],
      ['missed', 0, 2],
      ['missed', 1, 2],
    ]);
    expect(pages.flatMap((page) => (page.of === 'waiting' ? page.queues : []))).to.deep.equal(queues);
    expect(pages.flatMap((page) => (page.of === 'missed' ? page.missed : []))).to.deep.equal(missed(4));
  });

  it('has a page even for a hall without queues', () => {
    expect(sidePages([], [], SIZES).length).to.equal(1);
  });
});
