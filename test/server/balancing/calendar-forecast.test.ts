import { expect } from 'chai';
import { HallCalendar } from '../../../common/contract/calendar.ts';
import { ArrivalForecast } from '../../../server/balance/forecast/arrivals.ts';
import { type DayHistory, SLOTS_PER_DAY } from '../../../server/balance/forecast/history.ts';
import { dayFeatures, daysAfter } from '../../../server/balancing/day-features.ts';
import { knowledgeOf } from '../../../server/balancing/knowledge.ts';
import { timetableOf } from '../../../server/balancing/timetable.ts';
import { ASSUMPTIONS, generatedYears } from '../../support/generated-years.ts';
import { queueId } from '../../support/scenario-hall.ts';
import { smallHall, smallSetup } from '../../support/small-hall.ts';

const name = { 'zh-CN': '新政实施' };
const NOTHING_SAID = HallCalendar.parse({});
const sum = (of: readonly number[]): number => of.reduce((all, each) => all + each, 0);

describe('a season of which the hall’s calendar speaks', function () {
  this.timeout(60_000);
  const EDUCATION = queueId(10);

  /** Root mean squared error of the enrolment's day totals in the third year, each forecast from the days before. */
  function error(seed: number, isTold: boolean): number {
    const forecast = new ArrivalForecast(ASSUMPTIONS);
    const squares: number[] = [];
    for (const { features: said, queues } of generatedYears(seed)) {
      const features = isTold ? said : dayFeatures(said.day, NOTHING_SAID);
      if (said.events.enrolment === 1 && said.day >= '2025') {
        const of = forecast.forecast(features).queues.find(({ queue }) => queue === EDUCATION);
        squares.push((sum(of?.perSlot ?? []) - sum(queues[EDUCATION]?.perSlot ?? [])) ** 2);
      }
      forecast.learn(features, queues);
    }
    return Math.sqrt(sum(squares) / squares.length);
  }

  for (const seed of [1, 2])
    it(`is forecast better with it than without: school enrolment, year ${seed}`, () => {
      expect(error(seed, true)).to.be.below(0.7 * error(seed, false));
    });
});

describe('an event that has never been, with what the manager expects of it', () => {
  const today = '2026-03-02';
  const days = Array.from({ length: 40 }, (_, back) => daysAfter(today, back - 40))
    .filter((day) => dayFeatures(day, NOTHING_SAID).open)
    .map((day): DayHistory => {
      const perSlot = Array.from({ length: SLOTS_PER_DAY }, (_, slot) => (slot >= 36 && slot < 68 ? 3 : 0));
      const queue = { perSlot, booked: 0, noShows: 0, categories: {} };
      const queues = { social: queue, tax: queue, estate: queue };
      return { day, queues, services: [], called: 0, missed: 0, missedMinutes: 0 };
    });
  const expectedOf = (queue: string, factors: Record<string, number> | null): number => {
    const events = [{ id: 'policy', name, from: today, until: '2026-03-06', factors: factors ?? {} }];
    const timetable = timetableOf(smallHall(factors === null ? {} : { calendar: { events } }));
    const { forecast } = knowledgeOf(smallSetup(), days, today, timetable);
    const { queues } = forecast.forecast(dayFeatures(today, timetable.calendar));
    return sum(queues.find((each) => each.queue === queue)?.perSlot ?? []);
  };

  it('is expected to bring so many times as many, from its first day on, and only where it says so', () => {
    const [without, withIt] = [expectedOf('social', null), expectedOf('social', { social: 3 })];
    expect(without).to.be.within(80, 115);
    expect(withIt / without).to.be.within(2.5, 3.5);
    expect(expectedOf('tax', { social: 3 }) / expectedOf('tax', null)).to.be.within(0.8, 1.3);
  });
});
