import { expect } from 'chai';
import * as fc from 'fast-check';
import { FreeHeap } from '../../../../server/balance/simulate/free-heap.ts';

describe('busy windows', () => {
  it('are free in the order of time, then of number', () => {
    void fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (times) => {
        const heap = new FreeHeap(times.length);
        for (const [window, at] of times.entries()) heap.add(window, at);
        const taken = times.map(() => {
          const at = heap.firstAt;
          return { at, window: heap.take() };
        });
        const sorted = times
          .map((at, window) => ({ at, window }))
          .sort((a, b) => a.at - b.at || a.window - b.window);
        expect(taken).to.deep.equal(sorted);
        expect(heap.firstAt).to.equal(Number.POSITIVE_INFINITY);
        expect(heap.take()).to.equal(-1);
      }),
    );
  });
});
