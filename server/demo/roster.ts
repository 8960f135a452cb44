import type { HallCalendar } from '../../common/contract/calendar.ts';
import { WEEKDAYS } from '../../common/contract/hours.ts';
import type { Roster } from '../../common/contract/roster.ts';
import { demoWindows } from './queues.ts';
import { LUNCH_HALVES, OPEN_MINUTES, OPENS_AT, type Span } from './scenarios.ts';

/** Their clerks work through files behind the window after lunch, and could be had. Minutes since opening. */
const HALF_DAY_WINDOWS: ReadonlySet<string> = new Set(['w9', 'w35']);
const MORNING: Span = { from: 0, until: 240 };
const STANDBY: Span = { from: 240, until: 450 };

/**
 * Who is on duty in the demo hall: windows on working days for the scenarios' hours, two of them in the morning
 * alone; lunch in two halves as the scenarios have it, neighbours in different ones. It stays open at any hour to
 * whoever tries it.
 */
export function demoRoster(): Roster {
  const [A, B] = LUNCH_HALVES;
  const days = WEEKDAYS.slice(0, 5);
  return {
    lunch: { A: hoursOf(A), B: hoursOf(B) },
    windows: demoWindows().map(({ id: window }, index) => {
      const lunch = index % 2 === 0 ? 'A' : 'B';
      if (!HALF_DAY_WINDOWS.has(window))
        return {
          window,
          shifts: [{ days, ...hoursOf({ from: 0, until: OPEN_MINUTES }) }],
          standby: [],
          lunch,
        };
      return {
        ...{ window, lunch },
        shifts: [{ days, ...hoursOf(MORNING) }],
        standby: [{ days, ...hoursOf(STANDBY) }],
      };
    }),
    absences: [],
  };
}

/** What moves the year of Yunzhou; the factors are the scenarios' assumptions. */
export function demoCalendar(): HallCalendar {
  return {
    ...{ openWeekdays: [], closed: [], open: [] },
    events: [
      {
        id: 'enrolment',
        name: { 'zh-CN': '入学季', en: 'School enrolment' },
        from: '08-20',
        until: '09-10',
        factors: { jiaoyu: 7, huji: 1.5, budongchan: 1.15 },
      },
    ],
    deadlines: [
      {
        id: 'tax-return',
        name: { 'zh-CN': '纳税申报期', en: 'Tax returns due' },
        on: '15',
        workdays: 4,
        factors: { shuiwu: 1.8 },
      },
      {
        id: 'insurance-fees',
        name: { 'zh-CN': '社保医保集中缴费期', en: 'Insurance fees due' },
        on: '12-25',
        workdays: 15,
        factors: { shebao: 1.9, yibao: 1.4 },
      },
    ],
  };
}

/** Minutes counted from the scenarios' opening, as times of day. */
function hoursOf({ from, until }: Span): { from: string; until: string } {
  return { from: clockTime(from), until: clockTime(until) };
}

function clockTime(sinceOpening: number): string {
  const [hours = 0, minutes = 0] = OPENS_AT.split(':').map(Number);
  const all = hours * 60 + minutes + sinceOpening;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(all / 60))}:${two(all % 60)}`;
}
