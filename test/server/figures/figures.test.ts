import { expect } from 'chai';
import type { Figures, Spread } from '../../../common/contract/report.ts';
import { spreadOf } from '../../../server/figures/spread.ts';
import { at, DAY, MIDNIGHT, MINUTE, smallSetup } from '../../support/small-hall.ts';
import {
  begun,
  called,
  closed,
  figures,
  finished,
  held,
  issued,
  missed,
  opened,
  paused,
  recalled,
  reopened,
  report,
  resumed,
  returned,
  sent,
  started,
  type Told,
  undone,
} from './day.ts';

/** What of the figures a case looks at; times in minutes. */
const LOOKS = {
  waits: ({ wait }: Figures) => [wait.count, minutes(wait)],
  walks: ({ walk }: Figures) => [walk.count, minutes(walk)],
  services: ({ service }: Figures) => [service.count, minutes(service)],
  abandoned: ({ missed: of, called: all, abandonRate }: Figures) => [of, all, abandonRate],
  onTarget: ({ onTarget, served, onTargetRate }: Figures) => [onTarget, served, onTargetRate],
  utilised: ({ servingMs, openMs, pausedMs, utilisation }: Figures) => [
    ...[servingMs, openMs, pausedMs].map((ms) => (ms ?? Number.NaN) / MINUTE),
    utilisation,
  ],
};

function minutes({ totalMs }: Spread): number {
  return totalMs / MINUTE;
}

type Case = [title: string, told: Told[], expected: (number | null)[]];

function table(title: string, look: keyof typeof LOOKS, cases: Case[]): void {
  describe(title, () => {
    for (const [name, told, expected] of cases)
      it(name, () => expect(LOOKS[look](figures(...told))).to.deep.equal(expected));
  });
}

const slot = (clock: string) => ({ booking: 'b', kind: 'booked', notBefore: at(clock) - 15 * MINUTE });
const booking = (clock: string): Told => {
  const what = { id: 'b', person: 'p', queue: 'social', matter: null, day: DAY };
  return ['08:10', { type: 'BookingMade', ...what, slot: clock, slotAt: at(clock) }];
};
const toWindow = (...told: Told[]): Told[] => [opened('08:30'), issued('09:00', 'A001'), ...told];
const served = (from: string, until: string, number = 'A001'): Told[] => [
  called(from, number),
  started(from, number),
  finished(until, number),
];
const kept = (more: object = {}): Told => {
  const rest = { matter: null, category: null, locale: 'zh-CN', source: 'api' } as const;
  const ticket = { ticket: '20260302-A009', number: 'A009', queue: 'social', order: 1 };
  const tickets = [{ ...ticket, ...rest, issuedAt: at('07:50'), dueAt: at('08:10'), ...more }];
  const nothing = { bookings: [], blocked: {}, noShows: {}, supplements: [], lastSupplement: 0 };
  const carried = { ...nothing, tickets };
  return ['08:00', { type: 'DayOpened', day: DAY, startsAt: MIDNIGHT, setup: smallSetup(), carried }];
};

table('a wait is from the issue to the first call', 'waits', [
  ['nobody came', [], [0, 0]],
  ['who was not called has not waited yet', toWindow(), [0, 0]],
  ['one who was called', toWindow(called('09:07', 'A001')), [1, 7]],
  ['a recall ends no second wait', toWindow(called('09:07', 'A001'), recalled('09:09', 'A001')), [1, 7]],
  [
    'of a booking it is from the slot, however early the check-in',
    [opened('08:30'), booking('10:00'), issued('09:50', 'A001', slot('10:00')), called('10:04', 'A001')],
    [1, 4],
  ],
  [
    'of a booking that is called before its slot it is none',
    [opened('08:30'), booking('10:00'), issued('09:50', 'A001', slot('10:00')), called('09:55', 'A001')],
    [1, 0],
  ],
  [
    'of a booking that came too late it is from the issue, as of a walk-in',
    [
      ...[opened('08:30'), booking('10:00'), issued('10:30', 'A001', { booking: 'b', kind: 'walkin' })],
      called('10:36', 'A001'),
    ],
    [1, 6],
  ],
  [
    'who is sent on, or has a further matter, waits once',
    toWindow(
      ...[called('09:07', 'A001'), sent('09:08', 'A001', 'tax'), called('09:20', 'A001')],
      ...[started('09:20', 'A001'), finished('09:21', 'A001'), begun('09:21', 'A001', 'social')],
      called('09:40', 'A001'),
    ),
    [1, 7],
  ],
  [
    'who missed the call and came back waits once',
    toWindow(
      ...[called('09:07', 'A001'), missed('09:08', 'A001')],
      ...[returned('09:10', 'A001'), called('09:30', 'A001')],
    ),
    [1, 7],
  ],
  [
    'a call out of turn ends it as any other',
    toWindow(called('09:07', 'A001', 'w1', { type: 'CalledOutOfTurn', role: 'lead', reason: 'infant' })),
    [1, 7],
  ],
  [
    'who was kept from the day before waits from the issue',
    [kept(), opened('08:10'), called('08:20', 'A009')],
    [1, 30],
  ],
  [
    'who was called the day before has waited then',
    [kept({ firstCalledAt: at('07:55') }), opened('08:10'), called('08:20', 'A009')],
    [0, 0],
  ],
]);

table('a walk is from the call to the start', 'walks', [
  ['started', toWindow(called('09:07', 'A001'), started('09:09', 'A001')), [1, 2]],
  [
    'from the first call, not the recall',
    toWindow(called('09:07', 'A001'), recalled('09:08', 'A001'), started('09:10', 'A001')),
    [1, 3],
  ],
  ['who never comes has not walked', toWindow(called('09:07', 'A001'), missed('09:10', 'A001')), [0, 0]],
  [
    'after a return it is from the new call',
    toWindow(
      ...[called('09:07', 'A001'), missed('09:10', 'A001'), returned('09:15', 'A001')],
      ...[called('09:20', 'A001'), started('09:21', 'A001')],
    ),
    [1, 1],
  ],
  [
    'a start that was undone was none',
    toWindow(
      ...[called('09:07', 'A001'), started('09:08', 'A001'), undone('09:09', 'A001', 'ServiceStarted', 4)],
      started('09:11', 'A001'),
    ),
    [1, 4],
  ],
]);

table('a service is from the start to the end, holds not included', 'services', [
  ['finished', toWindow(...served('09:10', '09:18')), [1, 8]],
  ['not yet finished', toWindow(called('09:10', 'A001'), started('09:10', 'A001')), [0, 0]],
  [
    'held twice',
    toWindow(
      ...[called('09:10', 'A001'), started('09:10', 'A001'), held('09:12', 'A001'), resumed('09:20', 'A001')],
      ...[held('09:21', 'A001'), resumed('09:30', 'A001'), finished('09:33', 'A001')],
    ),
    [1, 6],
  ],
  [
    'resumed at another window, where it ends',
    toWindow(
      ...[opened('09:00', 'w3'), called('09:10', 'A001'), started('09:10', 'A001'), held('09:12', 'A001')],
      ...[resumed('09:20', 'A001', 'w3', { heldBy: 'w1' }), finished('09:25', 'A001', 'w3')],
    ),
    [1, 7],
  ],
  [
    'one that was sent on ends where it is finished',
    toWindow(
      ...[called('09:10', 'A001'), started('09:10', 'A001'), sent('09:14', 'A001', 'tax')],
      ...served('09:20', '09:23'),
    ),
    [1, 3],
  ],
  [
    'one for each matter of a visit',
    toWindow(...served('09:10', '09:14'), begun('09:14', 'A001', 'tax'), ...served('09:20', '09:23')),
    [2, 7],
  ],
  [
    'a finish that was undone was none, and the time until the real one counts',
    toWindow(
      ...served('09:10', '09:14'),
      undone('09:15', 'A001', 'ServiceFinished', 5),
      finished('09:20', 'A001'),
    ),
    [1, 10],
  ],
]);

table('the abandon rate is of those called who are missed for good', 'abandoned', [
  ['nobody was called', toWindow(), [0, 0, null]],
  ['called and served', toWindow(...served('09:10', '09:14')), [0, 1, 0]],
  ['missed', toWindow(called('09:10', 'A001'), missed('09:12', 'A001')), [1, 1, 1]],
  [
    'missed and come back',
    toWindow(called('09:10', 'A001'), missed('09:12', 'A001'), returned('09:15', 'A001')),
    [0, 1, 0],
  ],
  [
    'missed, come back and missed again counts once',
    toWindow(
      ...[called('09:10', 'A001'), missed('09:12', 'A001'), returned('09:15', 'A001')],
      ...[called('09:20', 'A001'), missed('09:22', 'A001')],
    ),
    [1, 1, 1],
  ],
  [
    'a miss that was undone was none',
    toWindow(
      ...[called('09:10', 'A001'), missed('09:12', 'A001'), undone('09:13', 'A001', 'TicketMissed', 4)],
    ),
    [0, 1, 0],
  ],
  [
    'served in one queue and missed in the next: one of two',
    toWindow(
      ...[called('09:10', 'A001'), started('09:10', 'A001'), sent('09:11', 'A001', 'tax')],
      ...[called('09:20', 'A001'), missed('09:22', 'A001')],
    ),
    [1, 2, 0.5],
  ],
  [
    'sent to another window of its queue it goes on with its visit',
    toWindow(
      ...[called('09:10', 'A001'), sent('09:11', 'A001', 'social', 'w3'), opened('09:12', 'w3')],
      ...[called('09:20', 'A001', 'w3')],
    ),
    [0, 1, 0],
  ],
  [
    'two matters in one queue are two visits',
    toWindow(...served('09:10', '09:14'), begun('09:14', 'A001', 'social'), ...served('09:20', '09:23')),
    [0, 2, 0],
  ],
  [
    'a further matter that a finish began is gone when that is undone',
    toWindow(
      ...served('09:10', '09:14'),
      begun('09:14', 'A001', 'tax'),
      undone('09:15', 'A001', 'ServiceFinished', 5),
      finished('09:16', 'A001'),
    ),
    [0, 1, 0],
  ],
]);

table('the on-target rate is of the served whose wait was within the target', 'onTarget', [
  ['nobody was served', toWindow(called('09:07', 'A001')), [0, 0, null]],
  ['called at the target, to the minute', toWindow(...served('09:20', '09:25')), [1, 1, 1]],
  ['called a second later', toWindow(...served('09:20:01', '09:25')), [0, 1, 0]],
  [
    "by the queue's own target",
    [opened('08:30'), issued('09:00', 'B001'), ...served('09:15', '09:20', 'B001')],
    [0, 1, 0],
  ],
  [
    "by the category's, where that is shorter",
    [opened('08:30'), issued('09:00', 'A001', { category: 'elderly' }), ...served('09:13', '09:20')],
    [0, 1, 0],
  ],
  [
    'by the target of the queue in which it was first called',
    toWindow(called('09:15', 'A001'), sent('09:16', 'A001', 'tax'), ...served('09:40', '09:45')),
    [1, 1, 1],
  ],
  [
    'of a booking, by the wait from its slot',
    [
      ...[opened('08:30'), booking('10:00'), issued('09:50', 'A001', slot('10:00'))],
      ...served('10:20', '10:25'),
    ],
    [1, 1, 1],
  ],
  [
    'of who was called the day before, by that call',
    [kept({ firstCalledAt: at('07:55') }), opened('08:10'), ...served('08:50', '08:55', 'A009')],
    [1, 1, 1],
  ],
]);

table('utilisation is serving over open without pauses', 'utilised', [
  ['no window was opened', [], [0, 0, 0, null]],
  ['open and idle', [opened('09:00'), closed('10:00')], [0, 60, 0, 0]],
  ['always paused', [opened('09:00'), paused('09:00'), closed('10:00')], [0, 60, 60, null]],
  [
    'served for a third of the time but pauses',
    [
      ...[opened('09:00'), issued('09:00', 'A001'), ...served('09:10', '09:30')],
      ...[paused('10:00'), reopened('10:30'), closed('10:30')],
    ],
    [20, 90, 30, 1 / 3],
  ],
  [
    'calling is not serving, and a hold is not either',
    [
      ...[opened('09:00'), issued('09:00', 'A001'), called('09:10', 'A001'), started('09:15', 'A001')],
      ...[held('09:20', 'A001'), resumed('09:30', 'A001'), finished('09:35', 'A001'), closed('09:40')],
    ],
    [10, 40, 0, 0.25],
  ],
  [
    'who is sent on was served here as long',
    [
      ...[opened('09:00'), issued('09:00', 'A001'), called('09:10', 'A001'), started('09:10', 'A001')],
      ...[sent('09:20', 'A001', 'tax'), closed('09:50')],
    ],
    [10, 50, 0, 0.2],
  ],
  [
    'a finish that was undone has not interrupted the service',
    [
      ...[opened('09:00'), issued('09:00', 'A001'), ...served('09:10', '09:20')],
      ...[undone('09:21', 'A001', 'ServiceFinished', 5), finished('09:30', 'A001'), closed('09:50')],
    ],
    [20, 50, 0, 0.4],
  ],
  [
    'a start that was undone was none',
    [
      ...[opened('09:00'), issued('09:00', 'A001'), called('09:10', 'A001'), started('09:15', 'A001')],
      ...[undone('09:20', 'A001', 'ServiceStarted', 4), missed('09:30', 'A001'), closed('09:40')],
    ],
    [0, 40, 0, 0],
  ],
  [
    'two windows together',
    [opened('09:00'), opened('09:00', 'w2'), closed('10:00'), closed('09:30', 'w2')],
    [0, 90, 0, 0],
  ],
  [
    'a window that nobody closed was left when its clerk did the last thing there',
    [opened('09:00'), issued('09:00', 'A001'), ...served('09:10', '09:20'), paused('09:30')],
    [10, 30, 0, 1 / 3],
  ],
  [
    'what the hall did there by itself afterwards is not the clerk',
    [
      ...[opened('09:00'), issued('09:00', 'A001'), paused('09:30'), reopened('09:40')],
      ['11:00', called('11:00', 'A001')[1], 'system'] as Told,
    ],
    [0, 40, 10, 0],
  ],
  [
    'closed and opened again',
    [opened('09:00'), closed('09:10'), opened('09:30'), closed('09:50')],
    [0, 30, 0, 0],
  ],
]);

describe('mean, median, P90 and longest', () => {
  const cases: [number[], [number | null, number | null, number | null, number | null]][] = [
    [[], [null, null, null, null]],
    [[7], [7, 7, 7, 7]],
    [
      [4, 2],
      [3, 3, 3.8, 4],
    ],
    [
      [9, 1, 2],
      [4, 2, 7.6, 9],
    ],
    [
      [100, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
      [145 / 11, 5, 9, 100],
    ],
  ];
  for (const [times, [meanMs, medianMs, p90Ms, maxMs]] of cases)
    it(`of ${times.join() || 'nothing'}`, () => {
      const totalMs = times.reduce((sum, each) => sum + each, 0);
      const expected = { count: times.length, totalMs, meanMs, medianMs, p90Ms, maxMs };
      const spread = spreadOf(times);
      expect(spread.p90Ms ?? 0).to.be.closeTo(p90Ms ?? 0, 1e-9);
      expect({ ...spread, p90Ms }).to.deep.equal(expected);
    });
});

describe('figures are grouped', () => {
  const told: Told[] = [
    ...[opened('08:30'), opened('08:30', 'w2', 'counter:w2'), issued('09:00', 'A001', { matter: 'pension' })],
    ...[issued('09:05', 'B001'), issued('09:06', 'C001'), ...served('09:50', '10:20')],
    ...[called('10:00', 'B001', 'w2'), missed('10:05', 'B001', 'w2'), closed('10:30'), closed('11:00', 'w2')],
  ];
  const rows = (grouping: 'departments' | 'queues' | 'windows' | 'clerks' | 'hours') =>
    report(...told)[grouping].map(
      ({ id, figures: { issued: taken, called: all, served: done, servingMs } }) => [
        id,
        ...[taken, all, done, servingMs / MINUTE],
      ],
    );

  it('by department: that of the matter, else the one all matters of the queue are of, else none', () =>
    expect(rows('departments')).to.deep.equal([
      ['bureau', 2, 2, 1, 30],
      [null, 1, 0, 0, 0],
    ]));

  it('by queue', () =>
    expect(rows('queues')).to.deep.equal([
      ['social', 1, 1, 1, 30],
      ['tax', 1, 1, 0, 0],
      ['estate', 1, 0, 0, 0],
    ]));

  it('by window, and by clerk as the log names who acted there', () => {
    expect(rows('windows')).to.deep.equal([
      ['w1', null, 1, 1, 30],
      ['w2', null, 1, 0, 0],
    ]);
    expect(rows('clerks').map(([id]) => id)).to.deep.equal(['counter:w1', 'counter:w2']);
  });

  it('by hour of the hall, a service in the hour of its end, and its time in the hours it took', () =>
    expect(rows('hours')).to.deep.equal([
      ['08:00', 0, 0, 0, 0],
      ['09:00', 3, 1, 0, 10],
      ['10:00', 0, 1, 1, 20],
    ]));
});
