import { expect } from 'chai';
import { HallCalendar } from '../../../common/contract/calendar.ts';
import { dayFeatures, daysAfter } from '../../../server/balancing/day-features.ts';

const name = { 'zh-CN': '事' };
const CALENDAR = HallCalendar.parse({
  openWeekdays: ['sat'],
  closed: ['2025-03-12', '2025-03-15'],
  open: ['2025-03-16', '2025-10-03'],
  events: [
    { id: 'enrolment', name, from: '08-20', until: '09-10' },
    { id: 'new-year', name, from: '12-20', until: '01-05' },
    { id: 'policy', name, from: '2025-07-01', until: '2025-07-04' },
  ],
  deadlines: [
    { id: 'tax', name, on: '15', workdays: 4 },
    { id: 'yearly', name, on: '06-30', workdays: 2 },
    { id: 'once', name, on: '2025-11-21', workdays: 1 },
  ],
});
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
    ['a working day on which the hall is shut', '2025-03-12', [false, 2, {}, { tax: 0.25 }]],
    ['a Saturday on which it would be open', '2025-03-15', [false, 5, {}, {}]],
    ['a Sunday on which it opens', '2025-03-16', [true, 6, {}, {}]],
    ['a public holiday on which it opens', '2025-10-03', [true, 4, {}, {}]],
    ['a policy starts', '2025-07-01', [true, 1, {}, { policy: 1 }]],
    ['and does not in the next year', '2026-07-01', [true, 2, {}, {}]],
    ['a deadline of one year', '2025-11-21', [true, 4, {}, { once: 1 }]],
    ['and not of the next', '2026-11-20', [true, 4, {}, {}]],
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
