import { expect } from 'chai';
import { presenceOf, served, shiftsAsked, standbyLeft } from '../../../server/balancing/presence.ts';
import type { Ticket, WindowState } from '../../../server/hall/state.ts';
import { at } from '../../support/small-hall.ts';

const SHIFTS = [
  { from: at('09:00'), until: at('11:30') },
  { from: at('12:00'), until: at('17:00') },
];
const FOREVER = Number.POSITIVE_INFINITY;
type Status = WindowState['status'];
type Seen = {
  status: Status;
  since?: string;
  calledAt?: string;
  shifts?: typeof SHIFTS | null;
  closing?: number;
};

/** “10:00–11:30 12:00–17:00” */
function words(
  now: string,
  { status, since = '08:00', calledAt, shifts = SHIFTS, closing = FOREVER }: Seen,
): string {
  const ticket = calledAt === undefined ? null : ({ calledAt: at(calledAt) } as Ticket);
  const time = (instant: number): string =>
    instant === FOREVER ? '∞' : new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);
  return presenceOf({ status, since: at(since), ticket }, shifts, closing, at(now))
    .map(({ from, until }) => `${time(from)}–${time(until)}`)
    .join(' ');
}

describe('when a window is expected to be staffed', () => {
  const table: [string, string, Seen, string][] = [
    ['open on its shift: until lunch, and after it', '10:00', { status: 'free' }, '10:00–11:30 12:00–17:00'],
    [
      'before opening: by the roster',
      '08:00',
      { status: 'closed', since: '00:00' },
      '09:00–11:30 12:00–17:00',
    ],
    [
      'not there yet, a little late: any moment',
      '09:05',
      { status: 'closed', since: '00:00' },
      '09:07–11:30 12:00–17:00',
    ],
    [
      'not there after a quarter of an hour: absent until lunch',
      '09:15',
      { status: 'closed', since: '00:00' },
      '12:00–17:00',
    ],
    [
      'closed within the shift: comes back with the next',
      '10:00',
      { status: 'closed', since: '09:58' },
      '12:00–17:00',
    ],
    [
      'closed for lunch, and back a little late',
      '12:03',
      { status: 'closed', since: '11:31' },
      '12:05–17:00',
    ],
    ['closed after the last shift: not again today', '17:30', { status: 'closed', since: '17:01' }, ''],
    ['open before its shift: until that ends', '08:30', { status: 'ready' }, '08:30–11:30 12:00–17:00'],
    ['open in its lunch: works through it', '11:45', { status: 'free' }, '11:45–17:00'],
    [
      'called somebody in its lunch: works through it',
      '11:45',
      { status: 'serving', calledAt: '11:40' },
      '11:45–17:00',
    ],
    [
      'still finishes whom it called before lunch: goes then',
      '11:35',
      { status: 'serving', calledAt: '11:25' },
      '12:00–17:00',
    ],
    [
      'paused for lunch: back when lunch is over',
      '11:40',
      { status: 'paused', since: '11:31' },
      '12:00–17:00',
    ],
    [
      'paused on its shift: its plan stays, the pause is the start’s',
      '10:00',
      { status: 'paused' },
      '10:00–11:30 12:00–17:00',
    ],
    ['finishes after its last shift', '17:05', { status: 'serving', calledAt: '16:55' }, ''],
    [
      'open after its last shift: until the hall closes',
      '17:05',
      { status: 'free', closing: at('18:00') },
      '17:05–18:00',
    ],
    ['open after hours: until nobody waits', '18:05', { status: 'free', closing: at('18:00') }, '18:05–∞'],
    ['without a shift today, and open', '10:00', { status: 'free', shifts: [] }, '10:00–∞'],
    ['without a shift today, and closed', '10:00', { status: 'closed', shifts: [] }, ''],
    [
      'without a roster, and open: until the hall closes',
      '10:00',
      { status: 'free', shifts: null, closing: at('17:00') },
      '10:00–17:00',
    ],
    ['without a roster, and closed', '10:00', { status: 'closed', shifts: null }, ''],
  ];
  for (const [title, now, seen, expected] of table)
    it(`${title} (${now})`, () => {
      expect(words(now, seen)).to.equal(expected);
    });

  const asked = (from: string, until: string | null) => ({
    ...{ queues: ['social'], opens: true as const, from: at(from), until: until === null ? null : at(until) },
    ...{ begun: false, advice: null },
  });
  const spans = (found: ReturnType<typeof shiftsAsked>): string | undefined =>
    found
      ?.map(({ from, until }) => `${(from - at('00:00')) / 3_600_000}–${(until - at('00:00')) / 3_600_000}`)
      .join(' ');
  const openings: [
    string,
    Status,
    ReturnType<typeof asked> | null,
    typeof SHIFTS | null,
    string | undefined,
  ][] = [
    ['not asked', 'closed', null, SHIFTS, '9–11.5 12–17'],
    ['asked between shifts', 'closed', asked('11:30', '12:00'), SHIFTS, '9–11.5 11.5–12 12–17'],
    ['asked before, into a shift', 'closed', asked('08:00', '10:00'), SHIFTS, '8–9 9–11.5 12–17'],
    ['asked until the end', 'closed', asked('17:00', null), SHIFTS, '9–11.5 12–17 17–18'],
    ['asked on a day without shifts', 'closed', asked('10:00', '11:00'), [], '10–11'],
    ['asked, and no roster speaks of it', 'closed', asked('10:00', '11:00'), null, '10–11'],
    ['open anyway, and no roster speaks of it', 'free', asked('10:00', '11:00'), null, undefined],
  ];
  for (const [title, status, assignment, shifts, expected] of openings)
    it(`is to be staffed, too, when its manager asks for it: ${title}`, () => {
      expect(spans(shiftsAsked({ status, assignment }, shifts, at('18:00')))).to.equal(expected);
    });

  const comes: [string, string, string, string][] = [
    ['before it is due', '09:30', '08:00', '10:00–11:00'],
    ['due, not open yet', '10:05', '08:00', '10:07–11:00'],
    ['not open after a quarter of an hour', '10:15', '08:00', ''],
    ['opened, and closed again', '10:10', '10:05', ''],
  ];
  for (const [title, now, since, expected] of comes)
    it(`asked to open counts as coming for as long as a shift does: ${title} (${now})`, () => {
      const window = { status: 'closed' as const, assignment: asked('10:00', '11:00') };
      const shifts = shiftsAsked(window, [], FOREVER) as typeof SHIFTS;
      expect(words(now, { status: 'closed', since, shifts })).to.equal(expected);
    });

  const standby = [{ from: at('10:00'), until: at('13:00') }];
  const left: [string, Status, ReturnType<typeof asked> | null, typeof SHIFTS, string, string][] = [
    ['closed, later', 'closed', null, [], '09:00', '10–13'],
    ['closed, now', 'closed', null, [], '11:00', '11–13'],
    ['closed, over', 'closed', null, [], '13:00', ''],
    ['closed, staffed in part', 'closed', null, SHIFTS, '08:00', '11.5–12'],
    ['asked already', 'closed', asked('10:00', '13:00'), [], '10:20', ''],
    ['open now', 'free', null, [], '10:30', ''],
    [
      'open now, standing by later',
      'free',
      null,
      [{ from: at('09:00'), until: at('09:30') }],
      '09:10',
      '10–13',
    ],
  ];
  for (const [title, status, assignment, presence, now, expected] of left)
    it(`who could still be had: ${title}`, () => {
      expect(spans(standbyLeft({ status, assignment }, standby, presence, at(now)))).to.equal(expected);
    });

  it('what is assigned holds in its time, and lunch stays lunch', () => {
    const assignment = {
      ...{ queues: ['tax'], from: at('11:00'), until: at('13:00') },
      ...{ begun: false, advice: null },
    };
    expect(served({ ownQueues: ['social'], assignment }, SHIFTS)).to.deep.equal([
      { from: at('09:00'), until: at('11:00'), queues: ['social'] },
      { from: at('11:00'), until: at('11:30'), queues: ['tax'] },
      { from: at('12:00'), until: at('13:00'), queues: ['tax'] },
      { from: at('13:00'), until: at('17:00'), queues: ['social'] },
    ]);
  });
});
