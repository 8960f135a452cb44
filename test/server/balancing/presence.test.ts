import { expect } from 'chai';
import { presenceOf, served } from '../../../server/balancing/presence.ts';
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
