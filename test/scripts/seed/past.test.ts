import { expect } from 'chai';
import type { Options } from '../../../scripts/seed/options.ts';
import { type PastDay, pastDays } from '../../../scripts/seed/past.ts';

const asked: Options = { days: 30, until: '2026-09-13', lastYear: false, share: 1, seed: 1 };

function comersOf({ comers }: PastDay, queue: string): number {
  return comers.filter((each) => each.queue === queue).length;
}

describe('the days of a past', function () {
  this.timeout(30_000);

  it('are the working days up to the one that is named', () => {
    const days = pastDays({ ...asked, days: 10, until: '2026-10-11' }).map(({ day }) => day);
    // The first week of October is a holiday, and the Saturday behind it a working day instead.
    expect(days).to.deep.equal(['2026-10-08', '2026-10-09', '2026-10-10']);
  });

  it('have a season: school enrolment fills its queue from the 20th of August to the 10th of September', () => {
    const past = pastDays(asked);
    const mean = (days: PastDay[]): number =>
      days.reduce((sum, day) => sum + comersOf(day, 'jiaoyu'), 0) / days.length;
    const inSeason = past.filter(({ day }) => day >= '2026-08-20' && day <= '2026-09-10');
    const outside = past.filter(({ day }) => !inSeason.some((each) => each.day === day));
    expect(inSeason.length).to.be.above(10);
    expect(mean(inSeason)).to.be.above(3 * mean(outside));
  });

  it('are the same for the same seed, and of last year when that is asked for', () => {
    expect(pastDays({ ...asked, days: 3 })).to.deep.equal(pastDays({ ...asked, days: 3 }));
    expect(pastDays({ ...asked, seed: 2 })).not.to.deep.equal(pastDays(asked));
    const days = pastDays({ ...asked, days: 3, lastYear: true }).map(({ day }) => day);
    expect(days[0]).to.match(/^2025-08/);
    expect(days.filter((day) => day.startsWith('2025')).length).to.be.above(35);
    expect(days.at(-1)).to.equal('2026-09-11');
  });

  it('bring as many as are asked for', () => {
    const many = (share: number): number =>
      pastDays({ ...asked, days: 3, share }).reduce((sum, { comers }) => sum + comers.length, 0);
    expect(many(0.5) / many(1)).to.be.within(0.45, 0.55);
  });

  it('bring people while the hall is open, in order of time', () => {
    for (const { comers } of pastDays({ ...asked, days: 3 })) {
      const times = comers.map(({ afterMs }) => afterMs);
      expect(times).to.deep.equal([...times].sort((a, b) => a - b));
      expect(Math.min(...times)).to.be.at.least(9 * 3_600_000);
      expect(Math.max(...times)).to.be.below(17 * 3_600_000);
    }
  });
});
