import { expect } from 'chai';
import { readOptions, SeedError } from '../../../scripts/seed/options.ts';

const YESTERDAY = '2026-11-22';

describe('the options of a past', () => {
  it('are the last sixty days unless told otherwise', () => {
    expect(readOptions([], YESTERDAY)).to.deep.equal({
      days: 60,
      until: YESTERDAY,
      lastYear: false,
      share: 1,
      seed: 6,
    });
  });

  for (const [name, value] of [
    ['--days', '0'],
    ['--days', '1.5'],
    ['--until', '22.11.2026'],
    ['--until', '2026-13-01'],
    ['--share', '0'],
    ['--share', '1.1'],
    ['--share', 'half'],
    ['--seed', '-1'],
    ['--years', '2'],
  ] as const) {
    it(`are refused by name: ${name} ${value}`, () => {
      expect(() => readOptions([`${name}=${value}`], YESTERDAY)).to.throw(SeedError, name);
    });
  }
});
