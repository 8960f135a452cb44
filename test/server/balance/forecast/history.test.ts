import { expect } from 'chai';
import fc from 'fast-check';
import { type DayHistory, historyOf } from '../../../../server/balance/forecast/history.ts';
import { visitsOf } from '../../../../server/balance/forecast/visits.ts';
import type { Draft, HallEvent } from '../../../../server/hall/events.ts';
import { playHall, randomDay } from '../../../support/random-hall.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../../support/small-hall.ts';

type Told = [clock: string, event: HallEvent];

function told(...events: Told[]): DayHistory {
  const opened: Told = ['08:00', { type: 'DayOpened', day: DAY, startsAt: MIDNIGHT, setup: smallSetup() }];
  const drafts = [opened, ...events].map(
    ([clock, event], index): Draft => ({
      ...event,
      ...{ seq: index + 1, at: at(clock), by: 'test', commandId: `c-${index}` },
    }),
  );
  return historyOf(drafts);
}

const place = (ticket: string, window = 'w1') => ({ ticket, number: ticket, window });
function issued(clock: string, ticket: string, queue = 'social', more: object = {}): Told {
  const what = { type: 'TicketIssued', ticket, number: ticket, queue, matter: null, category: null };
  const how = { locale: 'zh-CN', source: 'kiosk', print: false, dueAt: at(clock), ahead: 0 };
  return [clock, { ...what, ...how, ...more } as HallEvent];
}
const called = (clock: string, ticket: string, window = 'w1'): Told => [
  clock,
  { type: 'TicketCalled', ...place(ticket, window) },
];
const started = (clock: string, ticket: string): Told => [
  clock,
  { type: 'ServiceStarted', ...place(ticket) },
];
const finished = (clock: string, ticket: string, window = 'w1'): Told => [
  clock,
  { type: 'ServiceFinished', ...place(ticket, window) },
];
const held = (clock: string, ticket: string): Told => [clock, { type: 'TicketHeld', ...place(ticket) }];
const resumed = (clock: string, ticket: string, window = 'w1'): Told => [
  clock,
  { type: 'TicketResumed', ...place(ticket, window) },
];
const missed = (clock: string, ticket: string): Told => [clock, { type: 'TicketMissed', ...place(ticket) }];
const sent = (clock: string, ticket: string, queue: string, toWindow: string | null = null): Told => [
  clock,
  { type: 'TicketTransferred', ...place(ticket), queue, toWindow, ahead: 0 },
];
const closed = (...ids: string[]): Told => [
  '23:59',
  { type: 'DayClosed', day: DAY, ended: Object.fromEntries(ids.map((id) => [id, 'unfinished'])) },
];

/** Arrivals of a queue as slot → count. */
function slots(history: DayHistory, queue = 'social'): Record<string, number> {
  const { perSlot = [] } = history.queues[queue] ?? {};
  return Object.fromEntries([...perSlot.entries()].filter(([, count]) => count > 0));
}

const services = ({ services: all }: DayHistory) =>
  all.map(({ queue, window, primary, minutes, complete }) => [queue, window, primary, minutes, complete]);

describe('a day’s history', () => {
  it('arrivals are counted in the slot in which the ticket was issued', () => {
    const history = told(
      issued('09:00', 'a'),
      issued('09:14', 'b'),
      issued('09:15', 'c'),
      issued('23:59', 'd'),
    );
    expect(slots(history)).to.deep.equal({ 36: 2, 37: 1, 95: 1 });
    expect(slots(history, 'tax')).to.deep.equal({});
  });

  it('bookings are not arrivals to be forecast, whether they came or not', () => {
    const booking = { id: 'k2', person: 'p', queue: 'social', matter: null, day: DAY, slot: '10:00' };
    const history = told(
      ['08:30', { type: 'BookingMade', ...booking, slotAt: at('10:00') }],
      issued('09:00', 'a', 'social', { booking: 'k1', kind: 'booked' }),
      ['23:59', { type: 'DayClosed', day: DAY, ended: { a: 'unserved' }, noShows: ['k2'] }],
    );
    expect(slots(history)).to.deep.equal({});
    expect(history.queues.social).to.include({ booked: 1, noShows: 1 });
  });

  it('categories are counted for those who came without a booking', () => {
    const history = told(issued('09:00', 'a', 'tax', { category: 'elderly' }), issued('09:01', 'b', 'tax'));
    expect(history.queues.tax?.categories).to.deep.equal({ elderly: 1 });
  });

  it('tickets that waited over night are served today, and came yesterday', () => {
    const kept = { ticket: 'old', number: 'old', queue: 'social', matter: null, category: null };
    const rest = { locale: 'zh-CN', source: 'kiosk', issuedAt: at('08:00') - 1, dueAt: 0, order: 1 };
    const carried = { tickets: [{ ...kept, ...rest }], bookings: [], blocked: {}, noShows: {} };
    const day = { type: 'DayOpened', day: DAY, startsAt: MIDNIGHT, setup: smallSetup() };
    const opened = { ...day, carried: { ...carried, supplements: [], lastSupplement: 0 } } as HallEvent;
    const history = told(['08:00', opened], called('09:00', 'old'), finished('09:05', 'old'));
    expect(slots(history)).to.deep.equal({});
    expect(services(history)).to.deep.equal([['social', 'w1', true, 5, true]]);
  });

  const table: [string, Told[], unknown[]][] = [
    [
      'a service lasts from the call to the finish',
      [called('09:10', 'a'), started('09:12', 'a'), finished('09:20', 'a')],
      [['social', 'w1', true, 10, true]],
    ],
    [
      'a window whose primary queue is another is told apart',
      [called('09:10', 'a', 'w4'), finished('09:16', 'a', 'w4')],
      [['social', 'w4', false, 6, true]],
    ],
    [
      'holds do not count, at whichever window they end',
      [called('09:10', 'a'), held('09:15', 'a'), resumed('10:00', 'a', 'w3'), finished('10:02', 'a', 'w3')],
      [['social', 'w3', true, 7, true]],
    ],
    ['whoever does not come is no service', [called('09:10', 'a'), missed('09:14', 'a')], []],
    [
      'who comes back after being missed is served from the next call on',
      [
        called('09:10', 'a'),
        missed('09:14', 'a'),
        ['09:30', { type: 'TicketReturned', ticket: 'a', number: 'a', dueAt: 0, returns: 1, ahead: 0 }],
        called('09:40', 'a'),
        finished('09:45', 'a'),
      ],
      [['social', 'w1', true, 5, true]],
    ],
    [
      'sent to another queue: a service here, an arrival and a service there',
      [
        called('09:10', 'a'),
        sent('09:12', 'a', 'tax'),
        called('09:20', 'a', 'w2'),
        finished('09:25', 'a', 'w2'),
      ],
      [
        ['social', 'w1', true, 2, true],
        ['tax', 'w2', true, 5, true],
      ],
    ],
    [
      'sent to another window of the same queue: one service, both parts together',
      [
        called('09:10', 'a'),
        sent('09:12', 'a', 'social', 'w3'),
        called('09:20', 'a', 'w3'),
        finished('09:25', 'a', 'w3'),
      ],
      [['social', 'w3', true, 7, true]],
    ],
    [
      'a finish undone has not been',
      [
        called('09:10', 'a'),
        started('09:11', 'a'),
        finished('09:12', 'a'),
        ['09:13', { type: 'ActionUndone', ...place('a'), action: 'ServiceFinished', undoes: 5 }],
        finished('09:18', 'a'),
      ],
      [['social', 'w1', true, 8, true]],
    ],
    [
      'a finish undone takes the next matter back with it',
      [
        called('09:10', 'a'),
        finished('09:12', 'a'),
        ['09:12', { type: 'MatterBegun', ticket: 'a', number: 'a', queue: 'tax', matter: null, ahead: 0 }],
        ['09:13', { type: 'ActionUndone', ...place('a'), action: 'ServiceFinished', undoes: 4 }],
        finished('09:15', 'a'),
      ],
      [['social', 'w1', true, 5, true]],
    ],
    [
      'a service still open has lasted so long at the least',
      [called('09:10', 'a'), issued('09:20', 'b')],
      [['social', 'w1', true, 10, false]],
    ],
    [
      'one found open by the day’s end lasted until the clerk last did anything with it, at the least',
      [called('09:10', 'a'), started('09:13', 'a'), closed('a')],
      [['social', 'w1', true, 3, false]],
    ],
    [
      'one forgotten open is cut at eight of the catalogue’s means, an hour at the least',
      [called('09:10', 'a'), finished('13:10', 'a')],
      [['social', 'w1', true, 64, false]],
    ],
    [
      'a finish at the very instant of the call was a slip',
      [called('09:10', 'a'), finished('09:10', 'a')],
      [],
    ],
  ];
  for (const [title, events, expected] of table)
    it(title, () => {
      expect(services(told(issued('09:00', 'a'), ...events))).to.deep.equal(expected);
    });

  it('an arrival from another queue counts in the slot in which it was sent', () => {
    const history = told(issued('09:00', 'a'), called('09:10', 'a'), sent('09:46', 'a', 'tax'));
    expect(slots(history, 'tax')).to.deep.equal({ 39: 1 });
    expect(slots(history, 'social')).to.deep.equal({ 36: 1 });
    expect(
      slots(told(issued('09:00', 'a'), called('09:10', 'a'), sent('09:46', 'a', 'social', 'w3'))),
    ).to.deep.equal({ 36: 1 });
  });

  it('of those called it is known how many did not come, and how long they were waited for', () => {
    const history = told(
      ...[issued('09:00', 'a'), issued('09:00', 'b'), issued('09:00', 'c')],
      ...[called('09:10', 'a'), missed('09:14', 'a'), called('09:14', 'b')],
    );
    expect(history).to.include({ called: 2, missed: 1, missedMinutes: 4 });
  });

  it('a log that does not begin with a day is refused', () => {
    expect(() => historyOf([])).to.throw(RangeError, 'DayOpened');
  });

  it('on any day every ticket ends as the hall has it, after as long at windows as the hall has it', () => {
    const ends: Record<string, string> = { finished: 'finished', missed: 'missed', cancelled: 'gone' };
    fc.assert(
      fc.property(randomDay(200), (presses) => {
        const { state, drafts } = playHall(presses);
        const visits = visitsOf(drafts);
        for (const ticket of state.tickets.values()) {
          const own = visits.filter((visit) => visit.ticket === ticket.id);
          const last = own.at(-1);
          expect(last).to.include({ queue: ticket.queue, end: ends[ticket.state] ?? 'open' });
          if (ticket.state !== 'finished' || own.length > 1 || ticket.joinedAgain) continue;
          const { endedAt, calledAt, heldMs } = ticket;
          expect(last?.servedMs).to.equal((endedAt ?? 0) - (calledAt ?? 0) - heldMs);
          expect(last?.window).to.equal(ticket.window);
        }
      }),
      { numRuns: 60 },
    );
  });
});
