import { expect } from 'chai';
import { type Lasting, survivalQuantiles } from '../../../../server/balance/forecast/survival.ts';

const done = (value: number): Lasting => ({ value, complete: true });
const more = (value: number): Lasting => ({ value, complete: false });

describe('quantiles of what is partly known only from below', () => {
  const cases: [string, Lasting[], number[], (number | null)[]][] = [
    ['nothing is known of nothing', [], [0.5], [null]],
    ['the middle of an odd sample', [9, 1, 5].map(done), [0.5], [5]],
    ['between the middle ones of an even sample', [1, 2, 4, 8].map(done), [0.5], [3]],
    ['the lowest and the highest half steps', [1, 2, 4, 8].map(done), [0.125, 0.875], [1, 8]],
    ['beyond the last step nothing is said', [1, 2, 4, 8].map(done), [0.9], [null]],
    // Of 6-MP's remission times in Kaplan and Meier's tradition (Freireich 1963): S(6) = 0.857, S(7) = 0.807.
    [
      'what was lost sight of counts as surviving until then',
      [6, 6, 6, 7, 10, 13, 16, 22, 23]
        .map(done)
        .concat([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(more)),
      [(1 - 0.8571 + 1 - 0.8067) / 2],
      [7],
    ],
  ];
  for (const [title, lastings, shares, expected] of cases)
    it(title, () => {
      for (const [index, value] of survivalQuantiles(lastings, shares).entries()) {
        const wanted = expected[index] ?? null;
        if (wanted === null) expect(value).to.equal(null);
        else expect(value).to.be.closeTo(wanted, 0.01);
      }
    });
});
