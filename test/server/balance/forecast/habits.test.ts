import { expect } from 'chai';
import { categoryShares, learnHabits } from '../../../../server/balance/forecast/habits.ts';
import type { DayHistory } from '../../../../server/balance/forecast/history.ts';
import { NO_HABITS } from '../../../../server/balance/model.ts';

const day: DayHistory = {
  day: '2026-03-02',
  queues: {
    a: { perSlot: [100, 150], booked: 30, noShows: 20, categories: { elderly: 60 } },
    b: { perSlot: [0, 0], booked: 0, noShows: 0, categories: {} },
  },
  services: [],
  called: 250,
  missed: 30,
  missedMinutes: 90,
};
const learnt = (days: DayHistory[]) => learnHabits(days, { secondaryFactor: 1.2 });

describe('habits from the log', () => {
  it('without a log there are none', () => {
    expect(learnt([])).to.deep.equal({ ...NO_HABITS, secondaryFactor: 1.2 });
    expect(categoryShares([], 'a')).to.deep.equal({});
  });

  it('shares of those who do not come, counted against fifty who did', () => {
    // 30 of 250 + 50 and 20 of 50 + 50.
    expect(learnt([day])).to.include({ missedShare: 0.1, missedMinutes: 3, noShowShare: 0.2 });
  });

  it('many days outweigh what was assumed', () => {
    const { missedShare, noShowShare } = learnt(new Array<DayHistory>(200).fill(day));
    expect(missedShare).to.be.closeTo(0.12, 0.001);
    expect(noShowShare).to.be.closeTo(0.4, 0.003);
  });

  it('categories are shares of a queue’s arrivals', () => {
    expect(categoryShares([day], 'a')).to.deep.equal({ elderly: 60 / 300 });
    expect(categoryShares([day], 'b')).to.deep.equal({});
    expect(categoryShares([day], 'unknown')).to.deep.equal({});
  });
});
