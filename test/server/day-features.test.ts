import { expect } from 'chai';
import { dayFeatures, daysAfter, type HallCalendar } from '../../server/day-features.ts';

const CALENDAR: HallCalendar = {
  openWeekdays: [5],
  periods: [
    { id: 'enrolment', from: '08-20', until: '09-10' },
    { id: 'new-year', from: '12-20', until: '01-05' },
  ],
  deadlines: [
    { id: 'tax', on: '15', workdays: 4 },
    { id: 'yearly', on: '06-30', workdays: 2 },
  ],
};
type Told = [open: boolean, weekday: number, marks: Record<string, number>, events: Record<string, number>];

describe('what the forecast is told of a day', () => {
  const table: [string, string, Told][] = [
    ['an ordinary Wednesday', '2025-03-05', [true, 2, {}, {}]],
    ['a Saturday of a hall that opens on Saturdays', '2025-03-08', [true, 5, {}, {}]],
    ['a Sunday', '2025-03-09', [false, 6, {}, {}]],
    ['a Saturday within a public holiday', '2025-10-04', [false, 5, {}, {}]],
    ['a public holiday', '2025-10-01', [false, 2, {}, {}]],
    ['the day before a holiday', '2025-09-30', [true, 1, { 'before-holiday': 1 }, {}]],
    ['the day after it', '2025-10-09', [true, 3, { 'after-holiday': 1 }, {}]],
    ['调休: a Sunday worked for a holiday', '2025-09-28', [true, 6, { makeup: 1 }, {}]],
    ['a Monday after a weekend is no day after a holiday', '2025-03-10', [true, 0, {}, {}]],
    ['a named period’s first day', '2025-08-20', [true, 2, {}, { enrolment: 1 }]],
    ['its last day', '2025-09-10', [true, 2, {}, { enrolment: 1, tax: 0.25 }]],
    ['the day after it', '2025-09-11', [true, 3, {}, { tax: 0.5 }]],
    [
      'a period that spans the year’s end',
      '2025-12-31',
      [true, 2, { 'before-holiday': 1 }, { 'new-year': 1 }],
    ],
    ['the same, in the new year', '2026-01-05', [true, 0, {}, { 'new-year': 1 }]],
    ['a deadline’s own day', '2025-04-15', [true, 1, {}, { tax: 1 }]],
    ['one working day left', '2025-04-14', [true, 0, {}, { tax: 0.75 }]],
    ['a weekend in between does not count', '2025-04-11', [true, 4, {}, { tax: 0.5 }]],
    ['four working days left is too early', '2025-04-09', [true, 2, {}, {}]],
    ['a deadline on a Saturday is due on Monday', '2025-03-17', [true, 0, {}, { tax: 1 }]],
    ['and the Friday before is one working day before', '2025-03-14', [true, 4, {}, { tax: 0.75 }]],
    ['a yearly deadline', '2025-06-30', [true, 0, {}, { yearly: 1 }]],
    ['is not in another month', '2025-05-30', [true, 4, { 'before-holiday': 1 }, {}]],
  ];
  for (const [title, day, [open, weekday, marks, events]] of table)
    it(`${title}: ${day}`, () => {
      expect(dayFeatures(day, CALENDAR)).to.deep.equal({ day, open, weekday, marks, events });
    });

  it('days follow one another over the ends of months and years', () => {
    expect(daysAfter('2024-02-28', 1)).to.equal('2024-02-29');
    expect(daysAfter('2025-12-31', 1)).to.equal('2026-01-01');
    expect(daysAfter('2026-01-01', -1)).to.equal('2025-12-31');
  });
});
