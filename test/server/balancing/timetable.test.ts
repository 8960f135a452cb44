import { expect } from 'chai';
import { setupOf } from '../../../common/contract/config.ts';
import { dayFeatures } from '../../../server/balancing/day-features.ts';
import {
  eventNames,
  rosteredOn,
  shiftsOn,
  standbyOn,
  timetableOf,
} from '../../../server/balancing/timetable.ts';
import { bookableDays } from '../../../server/service/calendar.ts';
import { at, smallHall } from '../../support/small-hall.ts';

const HALL = smallHall({
  calendar: {
    openWeekdays: ['sat'],
    closed: ['2026-03-04'],
    open: ['2026-03-08'],
    events: [{ id: 'policy', name: { 'zh-CN': '新政实施' }, from: '2026-03-02', until: '2026-03-06' }],
    deadlines: [{ id: 'tax', name: { 'zh-CN': '申报期' }, on: '15', workdays: 2 }],
  },
  roster: {
    lunch: { A: { from: '11:30', until: '12:00' }, B: { from: '12:00', until: '12:30' } },
    windows: [
      { window: 'w1', shifts: [{ from: '09:00', until: '17:00' }], lunch: 'A' },
      {
        window: 'w2',
        shifts: [
          { days: ['mon', 'wed'], from: '09:00', until: '12:00' },
          { days: ['mon'], from: '14:00', until: '16:30' },
          { days: ['sat'], from: '09:00', until: '12:00' },
        ],
      },
      {
        ...{ window: 'w3', shifts: [{ from: '13:00', until: '17:00' }], lunch: 'B' },
        standby: [{ days: ['mon', 'tue'], from: '10:00', until: '13:00' }],
      },
      { window: 'w4', standby: [{ from: '09:30', until: '11:00' }] },
    ],
    absences: [
      { window: 'w1', day: '2026-03-03', until: '11:45' },
      { window: 'w1', day: '2026-03-03', from: '14:00', until: '15:00' },
      { window: 'w3', day: '2026-03-03' },
    ],
  },
});
const timetable = timetableOf(HALL);

/** “09:00–11:30 12:00–17:00” */
function words(window: string, day: string): string | null {
  const time = (at: number): string => new Date(at).toISOString().slice(11, 16);
  const shifts = shiftsOn(timetable, window, day, 0);
  return shifts?.map(({ from, until }) => `${time(from)}–${time(until)}`).join(' ') ?? null;
}

describe('the duty roster', () => {
  const table: [string, string, string, string | null][] = [
    ['lunch is no shift', 'w1', '2026-03-02', '09:00–11:30 12:00–17:00'],
    ['a lunch before the shift takes nothing', 'w3', '2026-03-02', '13:00–17:00'],
    ['two shifts of one day', 'w2', '2026-03-02', '09:00–12:00 14:00–16:30'],
    ['a weekday without a shift', 'w2', '2026-03-03', ''],
    [
      'an absence in the morning, running into lunch, and one in the afternoon',
      'w1',
      '2026-03-03',
      '12:00–14:00 15:00–17:00',
    ],
    ['a whole day’s absence', 'w3', '2026-03-03', ''],
    ['a day on which the hall is shut', 'w2', '2026-03-04', ''],
    ['a weekday on which the hall opens besides', 'w2', '2026-03-07', '09:00–12:00'],
    ['has only its own shifts', 'w1', '2026-03-07', ''],
    [
      'a Sunday opened by the calendar is served like the Monday',
      'w2',
      '2026-03-08',
      '09:00–12:00 14:00–16:30',
    ],
    ['a public holiday', 'w1', '2026-10-01', ''],
    [
      '调休: a Sunday worked for a holiday is served like the Monday',
      'w2',
      '2025-09-28',
      '09:00–12:00 14:00–16:30',
    ],
    ['a window with standby alone', 'w4', '2026-03-02', ''],
  ];
  for (const [title, window, day, shifts] of table)
    it(`${title}: ${window} on ${day}`, () => {
      expect(words(window, day)).to.equal(shifts);
    });

  const standby: [string, string, string, number[][]][] = [
    [
      'lunch left out',
      'w3',
      '2026-03-02',
      [
        [600, 720],
        [750, 780],
      ],
    ],
    ['nobody who is absent', 'w3', '2026-03-03', []],
    ['a weekday without', 'w3', '2026-03-05', []],
    ['a window without shifts', 'w4', '2026-03-03', [[570, 660]]],
    ['a day on which the hall is shut', 'w4', '2026-03-04', []],
    ['a window that has none', 'w1', '2026-03-02', []],
    ['a window it does not name', 'w9', '2026-03-02', []],
  ];
  for (const [title, window, day, minutes] of standby)
    it(`who could be had besides, ${title}: ${window} on ${day}`, () => {
      const spans = standbyOn(timetable, window, day, 0);
      expect(spans.map(({ from, until }) => [from / 60_000, until / 60_000])).to.deep.equal(minutes);
    });

  it('knows nothing of a window it does not name', () => {
    expect(shiftsOn(timetable, 'w9', '2026-03-02', 0)).to.equal(null);
  });

  it('serves a 调休 Saturday like the Friday where the hall is shut on Saturdays', () => {
    const weekdays = smallHall({
      roster: { windows: [{ window: 'w1', shifts: [{ days: ['fri'], from: '09:00', until: '10:00' }] }] },
    });
    expect(shiftsOn(timetableOf(weekdays), 'w1', '2025-10-11', 0)).to.have.length(1);
    expect(shiftsOn(timetableOf(weekdays), 'w1', '2025-10-18', 0)).to.deep.equal([]);
  });

  it('lets nothing be booked for a day on which the hall is shut', () => {
    const { timeZone, bookings } = setupOf(HALL);
    expect(bookings.closed).to.deep.equal(['2026-03-04']);
    const days = bookableDays('2026-03-02', at('00:00'), timeZone, 3, bookings.closed);
    expect(days.map(({ day }) => day)).to.deep.equal([
      '2026-03-02',
      '2026-03-03',
      '2026-03-05',
      '2026-03-06',
    ]);
    expect(setupOf(smallHall()).bookings).to.not.have.property('closed');
  });

  it('counts the windows of each half hour, in part where a shift has a part of it', () => {
    const there = rosteredOn(timetable, HALL.windows, '2026-03-03');
    // w1 from 12:00 to 14:00 and from 15:00; w3 is away.
    expect(there?.slice(22, 32)).to.deep.equal([0, 0, 1, 1, 1, 1, 0, 0, 1, 1]);
    const monday = rosteredOn(timetable, HALL.windows, '2026-03-02');
    expect(monday?.[32]).to.equal(3);
    const { roster: _none, ...without } = HALL;
    expect(rosteredOn(timetableOf(without), HALL.windows, '2026-03-02')).to.equal(null);
  });

  it('names what the calendar knows of a day', () => {
    const names = (day: string): string[] =>
      eventNames(dayFeatures(day, timetable.calendar), timetable.calendar).map((each) => each['zh-CN']);
    expect(names('2026-03-02')).to.deep.equal(['新政实施']);
    expect(names('2026-03-13')).to.deep.equal(['申报期']);
    expect(names('2027-03-02')).to.deep.equal([]);
  });
});

describe('a hall’s file that is wrong about its roster or calendar', () => {
  const shift = { from: '09:00', until: '17:00' };
  const w1 = { window: 'w1', shifts: [shift] };
  const event = { id: 'e', name: { 'zh-CN': '事' }, from: '03-01', until: '03-05' };
  const table: [string, Record<string, unknown>, RegExp][] = [
    [
      'a window there is not',
      { roster: { windows: [{ ...w1, window: 'w9' }] } },
      /there is no window \\?"w9/,
    ],
    ['a window named twice', { roster: { windows: [w1, w1] } }, /w1\\?" is named twice/],
    [
      'a shift that ends before it begins',
      { roster: { windows: [{ ...w1, shifts: [{ from: '17:00', until: '09:00' }] }] } },
      /must be later than from/,
    ],
    ['a window with neither', { roster: { windows: [{ window: 'w1' }] } }, /has neither shifts nor standby/],
    [
      'standby that ends before it begins',
      { roster: { windows: [{ ...w1, standby: [{ from: '18:00', until: '17:00' }] }] } },
      /"standby",\s+0,\s+"until"\s+\],\s+"message": "must be later than from/,
    ],
    [
      'standby within a shift',
      { roster: { windows: [{ ...w1, standby: [{ days: ['fri'], from: '16:30', until: '18:00' }] }] } },
      /"standby",\s+0\s+\],\s+"message": "overlaps an earlier shift/,
    ],
    [
      'standby twice at the same time',
      { roster: { windows: [{ window: 'w1', standby: [shift, { from: '10:00', until: '11:00' }] }] } },
      /"standby",\s+1\s+\],\s+"message": "overlaps an earlier shift/,
    ],
    [
      'more standby than fits on a page',
      {
        roster: {
          windows: [
            {
              window: 'w1',
              standby: Array.from({ length: 22 }, (_, hour) => ({
                from: `${String(hour).padStart(2, '0')}:00`,
                until: `${String(hour).padStart(2, '0')}:30`,
              })),
            },
          ],
        },
      },
      /too_big/,
    ],
    [
      'shifts that overlap',
      { roster: { windows: [{ ...w1, shifts: [shift, { days: ['fri'], from: '16:00', until: '18:00' }] }] } },
      /overlaps an earlier shift/,
    ],
    [
      'a lunch half without times',
      { roster: { windows: [{ ...w1, lunch: 'B' }] } },
      /does not say when half B is away/,
    ],
    [
      'an absence of no window',
      { roster: { windows: [w1], absences: [{ window: 'w9', day: '2026-03-02' }] } },
      /there is no window/,
    ],
    [
      'an absence that ends before it begins',
      {
        roster: {
          windows: [w1],
          absences: [{ window: 'w1', day: '2026-03-02', from: '12:00', until: '11:00' }],
        },
      },
      /must be later than from/,
    ],
    [
      'a day there is not',
      { roster: { windows: [w1], absences: [{ window: 'w1', day: '2026-02-30' }] } },
      /there is no such day/,
    ],
    [
      'more shifts than a week has room for',
      { roster: { windows: [{ ...w1, shifts: Array(22).fill(shift) }] } },
      /21/,
    ],
    ['a calendar’s day there is not', { calendar: { closed: ['2026-13-01'] } }, /there is no such day/],
    [
      'a day both open and shut',
      { calendar: { closed: ['2026-03-02'], open: ['2026-03-02'] } },
      /named under closed as well/,
    ],
    ['an event id used twice', { calendar: { events: [event, event] } }, /is used twice/],
    [
      'an event of half a year',
      { calendar: { events: [{ ...event, until: '2026-03-05' }] } },
      /must be written like from/,
    ],
    [
      'an event that ends before it begins',
      { calendar: { events: [{ ...event, from: '2026-03-06', until: '2026-03-05' }] } },
      /must not be earlier/,
    ],
    [
      'a factor of no queue',
      { calendar: { events: [{ ...event, factors: { post: 2 } }] } },
      /there is no queue/,
    ],
  ];
  for (const [title, changes, message] of table)
    it(`is refused: ${title}`, () => {
      expect(() => smallHall(changes)).to.throw(message);
    });

  it('is accepted with every form of what it may say', () => {
    const { roster, calendar } = smallHall({
      roster: { windows: [{ ...w1, shifts: [shift, { days: ['sat'], ...shift }] }] },
      calendar: {
        events: [{ ...event, from: '12-20', until: '01-05' }],
        deadlines: [{ id: 'd', name: event.name, on: '31' }],
      },
    });
    expect(roster?.windows[0]?.shifts[0]?.days).to.deep.equal(['mon', 'tue', 'wed', 'thu', 'fri']);
    expect(calendar?.deadlines[0]?.workdays).to.equal(5);
  });
});
