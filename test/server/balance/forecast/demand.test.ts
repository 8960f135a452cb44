import { expect } from 'chai';
import type { DayForecast } from '../../../../server/balance/forecast/arrivals.ts';
import { demandOf } from '../../../../server/balance/forecast/demand.ts';

const forecast: DayForecast = {
  day: '2026-03-02',
  sharedVariation: 0.01,
  queues: [
    { queue: 'a', perSlot: [1, 2], levelVariation: 0.02, slotVariation: 0.03 },
    { queue: 'gone', perSlot: [5, 5], levelVariation: 0.02, slotVariation: 0.03 },
  ],
};
const services = {
  queues: { a: { meanMinutes: 6, squaredVariation: 0.6, services: 40 } },
  windows: {},
  secondaryFactor: 1,
};

describe('a forecast as the simulator’s demand', () => {
  const expected = {
    queue: 'a',
    perSlot: [1, 2],
    levelVariation: 0.02,
    service: { meanMinutes: 6, squaredVariation: 0.6 },
  };

  it('has the queues whose service times are known, from the day’s first instant on', () => {
    expect(demandOf(forecast, services, 1000)).to.deep.equal({
      from: 1000,
      queues: [{ ...expected, categoryShares: {}, bookings: [] }],
    });
  });

  it('takes categories and bookings as they are given', () => {
    const extras = { a: { categoryShares: { elderly: 0.1 }, bookings: [5000] } };
    expect(demandOf(forecast, services, 0, extras).queues).to.deep.equal([{ ...expected, ...extras.a }]);
  });
});
