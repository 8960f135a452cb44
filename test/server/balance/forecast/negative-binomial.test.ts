import { expect } from 'chai';
import fc from 'fast-check';
import { countQuantiles, countShares } from '../../../../server/balance/forecast/negative-binomial.ts';

describe('counts with an uncertain rate', () => {
  const cases: [string, number, number, number, number][] = [
    ['Poisson 3: P(N ≤ 3)', 3, 0, 3, 0.647232],
    ['Poisson 3: P(N ≤ 0)', 3, 0, 0, 0.049787],
    // With variation 1 it is geometric: P(N ≤ k) = 1 − (mean / (1 + mean))^(k + 1).
    ['geometric of mean 4: P(N ≤ 5)', 4, 1, 5, 1 - 0.8 ** 6],
    ['geometric of mean 4: P(N ≤ 0)', 4, 1, 0, 0.2],
    // r = 2, p = 1/3 of two coins' kind: P(N = 0) = 1/9, P(N = 1) = 4/27.
    ['variation ½, mean 4: P(N ≤ 1)', 4, 0.5, 1, 1 / 9 + 4 / 27],
    ['nobody is expected', 0, 0.3, 0, 1],
  ];
  for (const [title, mean, variation, k, share] of cases)
    it(title, () => {
      expect(countShares(mean, variation, k)[1]).to.be.closeTo(share, 1e-6);
    });

  it('their mean and variance are as they are defined, also where a single probability would underflow', () => {
    for (const [mean, variation] of [
      [0.3, 2],
      [12, 0.05],
      [600, 0.01],
      [9000, 0.0005],
    ] as const) {
      let sum = 0;
      let squares = 0;
      const last = countQuantiles(mean, variation, [1 - 1e-10])[0] ?? 0;
      let below = 0;
      for (let k = 0; k <= Math.min(last, 600); k++) {
        const [, upTo] = countShares(mean, variation, k);
        sum += k * (upTo - below);
        squares += k * k * (upTo - below);
        below = upTo;
      }
      if (last > 600) continue;
      expect(sum).to.be.closeTo(mean, 1e-5 * (1 + mean));
      expect(squares - sum * sum).to.be.closeTo(mean + variation * mean ** 2, 1e-3 * (1 + mean));
    }
    const [low, middle, high] = countQuantiles(9000, 0.0005, [0.1, 0.5, 0.9]);
    // Nearly normal: standard deviation √(9000 + 0.0005 × 9000²) = 222.5.
    expect(middle).to.be.closeTo(9000, 5);
    expect(((high ?? 0) - (low ?? 0)) / (2 * 1.28155)).to.be.closeTo(222.5, 1);
  });

  it('a quantile is the smallest count whose share reaches it', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        share,
        (mean, variation, wanted) => {
          const [count = 0] = countQuantiles(mean, variation, [wanted]);
          const [below, upTo] = countShares(mean, variation, count);
          expect(upTo).to.be.at.least(wanted - 1e-9);
          expect(below).to.be.at.most(wanted + 1e-9);
        },
      ),
    );
  });
});
