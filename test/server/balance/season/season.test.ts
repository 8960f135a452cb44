import { expect } from 'chai';
import { HallCalendar } from '../../../../common/contract/calendar.ts';
import { ArrivalForecast } from '../../../../server/balance/forecast/arrivals.ts';
import type { DayFeatures } from '../../../../server/balance/forecast/day-features.ts';
import { dayNumber, sameDayLastYear } from '../../../../server/balance/season/last-year.ts';
import { rosterHead, rosterRows } from '../../../../server/balance/season/roster.ts';
import { planSeason } from '../../../../server/balance/season/season.ts';
import { dayFeatures, daysAfter } from '../../../../server/balancing/day-features.ts';

const CALENDAR = HallCalendar.parse({
  events: [{ id: 'enrolment', name: { 'zh-CN': '入学季' }, from: '08-25', until: '09-05' }],
});
const featuresOf = (day: string): DayFeatures => dayFeatures(day, CALENDAR);
const open = (count: number): number[] =>
  Array.from({ length: 96 }, (_, slot) => (slot >= 36 && slot < 68 ? count : 0));
const SERVICE = { meanMinutes: 6, squaredVariation: 0.6 };
const NEEDS = ['a', 'b'].map((queue) => ({
  queue,
  service: SERVICE,
  promise: { targetMinutes: 20, overShare: 0.1 },
}));

/** Every day from one to another, as the calendar has them. */
function days(from: string, count: number): { features: DayFeatures }[] {
  return Array.from({ length: count }, (_, ahead) => ({ features: featuresOf(daysAfter(from, ahead)) }));
}

describe('the same time last year', () => {
  const past = days('2024-01-01', 366);
  const table: [string, string, string][] = [
    ['an ordinary Wednesday: the Wednesday 52 weeks before', '2025-03-19', '2024-03-20'],
    ['the last day before 国庆节, a Tuesday: the last before it, a Monday', '2025-09-30', '2024-09-30'],
    ['the first day after 春节, which moves with the moon', '2025-02-05', '2024-02-18'],
    ['a day of enrolment: one of enrolment, on the same weekday', '2025-09-05', '2024-08-30'],
    ['the first day after enrolment: none of enrolment', '2025-09-08', '2024-09-09'],
  ];
  for (const [title, day, expected] of table)
    it(title, () => {
      expect(sameDayLastYear(featuresOf(day), past)?.features.day).to.equal(expected);
    });

  it('there is none when the log does not reach back so far', () => {
    expect(sameDayLastYear(featuresOf('2026-03-18'), past)).to.equal(null);
  });

  it('closed days are not compared with', () => {
    const closed = past.map(({ features }) => ({ features: { ...features, open: false } }));
    expect(sameDayLastYear(featuresOf('2025-03-19'), closed)).to.equal(null);
  });

  it('days are counted through leap years and centuries', () => {
    for (const day of ['1970-01-01', '2000-02-29', '2024-02-29', '2024-03-01', '2100-03-01', '2025-12-31'])
      expect(dayNumber(day), day).to.equal(Date.parse(day) / 86_400_000);
  });
});

describe('planning a season', () => {
  const forecast = new ArrivalForecast({ perDay: { a: 320, b: 64 }, profile: open(1 / 32) });
  const past = days('2025-02-01', 180)
    .filter(({ features }) => features.open)
    .map(({ features }) => ({ features, queues: { a: { perSlot: open(10) }, b: { perSlot: open(2) } } }));
  for (const { features, queues } of past) forecast.learn(features, queues);
  const season = planSeason(
    forecast,
    days('2026-03-02', 14).map(({ features }) => features),
    NEEDS,
    past,
  );

  it('has the open days of the next fortnight, each with what is expected and needed', () => {
    expect(season.map(({ day }) => day)).to.deep.equal([
      ...['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'],
      ...['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'],
    ]);
    for (const { queues } of season) {
      expect(queues.map(({ queue }) => queue)).to.deep.equal(['a', 'b']);
      expect(queues[0]?.arrivals[20]).to.be.within(18, 23);
    }
  });

  it('the farther ahead, the wider the band', () => {
    const width = (index: number): number => {
      const [a] = season[index]?.queues ?? [];
      const sum = (values: readonly number[] = []): number => values.reduce((all, each) => all + each, 0);
      return sum(a?.high) - sum(a?.low);
    };
    // Both are Fridays.
    expect(width(9)).to.be.at.least(width(4));
  });

  it('has what came on the same day last year', () => {
    expect(season[0]?.lastYear?.day).to.equal('2025-03-03');
    expect(season[0]?.lastYear?.arrivals.a?.[20]).to.equal(20);
    expect(season[0]?.lastYear?.arrivals.b?.[17]).to.equal(0);
  });

  it('is handed to the roster as rows, one for each half hour in which somebody is needed', () => {
    expect(rosterHead(season)).to.deep.equal(['day', 'from', 'until', 'a', 'b', 'pooled']);
    expect(rosterHead([])).to.deep.equal(['day', 'from', 'until', 'pooled']);
    const rows = rosterRows(season);
    const [first] = rows;
    expect(first?.slice(0, 3)).to.deep.equal(['2026-03-02', '09:00', '09:30']);
    const [at, , , ...windows] = rows[1]?.slice(1) ?? [];
    expect(at).to.equal('09:30');
    expect(windows.every((each) => typeof each === 'number' && each >= 0)).to.equal(true);
    const needed = season[0]?.queues.map((queue) => queue.windows[18]);
    expect(first?.slice(3)).to.deep.equal([...(needed ?? []), season[0]?.pooled[18]]);
    expect(rows.filter(([day]) => day === '2026-03-02').length).to.be.within(16, 18);
  });
});
