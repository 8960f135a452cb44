import { expect } from 'chai';
import * as fc from 'fast-check';
import { DepartureHeap } from './departures.ts';
import { erlangC, meanWait, waitsLonger } from './erlang.ts';
import { controlled, estimate } from './estimate.ts';
import { oneLine } from './models.ts';
import { simulate } from './queueing.ts';

describe('the simulation that the router is proved with', () => {
  it('comes to the same waits from the same seed, and to others from another', () => {
    const waits = (seed: number): number[] => [
      ...simulate(oneLine(2, 1, 1.5), { customers: 500, warmUp: 50, seed }).wait,
    ];
    expect(waits(7)).to.deep.equal(waits(7));
    expect(waits(7)).not.to.deep.equal(waits(8));
  });

  it('lets everybody in one line wait exactly as long as whoever is served first come, first served', () => {
    const { wait, oneLineWait } = simulate(oneLine(3, 1.9, 1.5), { customers: 5000, warmUp: 0, seed: 9 });
    for (const [index, each] of wait.entries()) expect(each).to.be.closeTo(oneLineWait[index] ?? -1, 1e-9);
  });

  it('lets go first whoever is done first', () => {
    void fc.assert(
      fc.property(fc.array(fc.nat(1000)), (times) => {
        const heap = new DepartureHeap();
        for (const at of times) heap.add({ at, window: 'w1', ticket: '' });
        const taken = times.map(() => heap.take()?.at);
        expect(taken).to.deep.equal(times.toSorted((a, b) => a - b));
        expect(heap.first()).to.equal(null);
      }),
    );
  });

  it('knows Erlang’s figures', () => {
    expect(erlangC(4, 3.2)).to.be.closeTo(0.596432, 1e-6);
    expect(meanWait(55, 3.3, 15)).to.be.closeTo(0.936343, 1e-6);
    expect(waitsLonger(1, 0.8, 1, 5)).to.be.closeTo(0.294304, 1e-6);
  });

  it('takes out of a mean what a known one was off by', () => {
    const luck = [0.3, -0.2, 0.9, 0.1, -0.4, 0.6];
    const batches = luck.map((each) => 5 + 2 * each);
    const better = controlled(batches, [{ batches: luck.map((each) => 1 + each), mean: 1 }]);
    expect(better.mean).to.be.closeTo(5, 1e-12);
    expect(better.standardError).to.be.closeTo(0, 1e-7);
    expect(estimate(batches).mean).to.be.greaterThan(5.2);
  });
});
