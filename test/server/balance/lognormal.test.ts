import { expect } from 'chai';
import { Chance } from '../../../server/balance/chance.ts';
import { normalQuantile, normalTail, serviceBeyondMs, serviceMs } from '../../../server/balance/lognormal.ts';

const SERVICE = { meanMinutes: 6, squaredVariation: 0.6 };
const MINUTE_MS = 60_000;
const DRAWS = 100_000;

describe('service times', function () {
  this.timeout(20_000);

  it('have the mean and the squared coefficient of variation asked for', () => {
    const chance = new Chance(1);
    const times = Array.from({ length: DRAWS }, () => serviceMs(SERVICE, chance.open()) / MINUTE_MS);
    const mean = average(times);
    expect(mean).to.be.closeTo(6, 4 * 6 * Math.sqrt(0.6 / DRAWS));
    expect(average(times.map((each) => (each - mean) ** 2)) / mean ** 2).to.be.closeTo(0.6, 0.03);
    expect(serviceMs({ meanMinutes: 6, squaredVariation: 0 }, 0.9)).to.equal(6 * MINUTE_MS);
  });

  for (const elapsed of [2, 6, 20]) {
    it(`under way for ${elapsed} minutes are those that last longer, and no others`, () => {
      const all = new Chance(2);
      const longer = Array.from({ length: 6 * DRAWS }, () => serviceMs(SERVICE, all.open()))
        .filter((each) => each > elapsed * MINUTE_MS)
        .sort((a, b) => a - b);
      const chance = new Chance(3);
      const drawn = Array.from({ length: longer.length }, () =>
        serviceBeyondMs(SERVICE, elapsed * MINUTE_MS, chance.open()),
      ).sort((a, b) => a - b);
      expect(drawn[0]).to.be.at.least(elapsed * MINUTE_MS);
      for (const share of [0.1, 0.5, 0.9]) {
        const place = Math.floor(share * longer.length);
        expect((drawn[place] ?? 0) / (longer[place] ?? 1), `${share}`).to.be.closeTo(1, 0.05);
      }
    });
  }

  it('end, even of a ticket that was forgotten open', () => {
    for (const minutes of [1e3, 1e6, 1e9]) {
      const total = serviceBeyondMs(SERVICE, minutes * MINUTE_MS, 0.5);
      expect(Number.isFinite(total)).to.equal(true);
      expect(total).to.be.at.least(minutes * MINUTE_MS);
    }
    expect(serviceBeyondMs({ meanMinutes: 6, squaredVariation: 0 }, 7 * MINUTE_MS, 0.5)).to.equal(
      7 * MINUTE_MS,
    );
  });

  it('know the normal distribution in its middle and far out', () => {
    const table: [z: number, tail: number][] = [
      ...([
        [0, 0.5],
        [1, 0.15865525393],
        [-1, 0.84134474607],
        [2.5, 0.00620966533],
      ] as [number, number][]),
      ...([
        [5, 2.8665157e-7],
        [10, 7.619853e-24],
      ] as [number, number][]),
    ];
    for (const [z, tail] of table) {
      expect(normalTail(z) / tail).to.be.closeTo(1, 1e-6);
      expect(normalQuantile(tail)).to.be.closeTo(-z, 1e-6);
    }
  });
});

function average(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
