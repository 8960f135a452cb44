import type { CommandOf } from '../../../server/hall/commands.ts';
import type { BookingMade, TicketIssued } from '../../../server/hall/events.ts';
import { atWindow, given, issued, ofWindow, type Past } from '../../support/given.ts';
import { at, DAY, MIDNIGHT, smallHall, smallSetup } from '../../support/small-hall.ts';

const TOMORROW = '2026-03-03';
const A = 'person-person-person-a';
const B = 'person-person-person-b';
const C = 'person-person-person-c';

const { queues } = smallHall();
const withSlots = queues.map((queue) =>
  queue.id === 'social'
    ? { ...queue, booking: { perSlot: 2, slotMinutes: 30, from: '09:00', until: '12:00' } }
    : queue,
);
const setup = (bookings: object = {}, more: object = {}) =>
  smallSetup({ queues: withSlots, bookings, ...more });
const begun = (changed = setup()): Past => ({
  ...{ type: 'DayOpened', day: DAY, startsAt: MIDNIGHT, setup: changed, at: at('08:00') },
  bookable: [
    { day: DAY, startsAt: MIDNIGHT },
    { day: TOMORROW, startsAt: at('24:00') },
  ],
});
const made = (nth: number, person: string, slot = '10:00', day = DAY): Past & BookingMade => ({
  ...{
    type: 'BookingMade',
    id: `B${day.replaceAll('-', '')}-00${nth}`,
    person,
    queue: 'social',
    matter: null,
  },
  ...{ day, slot, slotAt: at(slot) + (day === DAY ? 0 : at('24:00') - MIDNIGHT) },
});
const ID = made(1, A).id;
const book = (person: string | undefined, slot = '10:00', more: object = {}): CommandOf<'MakeBooking'> => ({
  ...{ type: 'MakeBooking', queue: 'social', day: DAY, slot },
  ...(person === undefined ? {} : { person }),
  ...more,
});
const checkIn = (more: object = {}): CommandOf<'CheckIn'> => ({
  ...{ type: 'CheckIn', booking: ID, ground: 'card', locale: 'zh-CN', source: 'kiosk', print: true },
  ...more,
});
const cancel = { type: 'CancelBooking', booking: ID } as const;
const cancelled: Past = { type: 'BookingCancelled', id: ID };

describe('booking a slot', () => {
  it('gives the next number of its day, and says what it is of', () => {
    given(begun()).when(book(A)).thenHappened(made(1, A));
    given(begun(), made(1, A))
      .when(book(B, '11:30', { matter: 'pension' }))
      .thenHappened({ ...made(2, B, '11:30'), matter: 'pension' });
    given(begun(), made(1, A))
      .when(book(B, '10:00', { day: TOMORROW }))
      .thenHappened(made(1, B, '10:00', TOMORROW));
  });

  it('is refused where there is no slot: another time, queue, day, or what is past', () => {
    for (const slot of ['08:30', '09:15', '12:00'])
      given(begun()).when(book(A, slot)).thenRefused('NOT_BOOKABLE', `${DAY} ${slot}`);
    given(begun())
      .when(book(A, '10:00', { queue: 'tax' }))
      .thenRefused('NOT_BOOKABLE', `${DAY} 10:00`);
    given(begun())
      .when(book(A, '10:00', { day: '2026-03-04' }))
      .thenRefused('NOT_BOOKABLE', '2026-03-04 10:00');
    given(begun()).when(book(A), at('10:00')).thenRefused('NOT_BOOKABLE', `${DAY} 10:00`);
    given(begun())
      .when(book(A), at('10:00') - 1)
      .thenHappened(made(1, A));
    given(begun())
      .when(book(A, '10:00', { queue: 'fishing' }))
      .thenRefused('UNKNOWN_QUEUE', 'fishing');
    given(begun()).when(book(undefined)).thenRefused('NOT_BOOKABLE', 'a booking needs a person');
  });

  it('is refused once the slot is full; a cancelled booking makes room, its number is not given again', () => {
    const full = [begun(), made(1, A), made(2, B)];
    given(...full)
      .when(book(C))
      .thenRefused('SLOT_FULL', `${DAY} 10:00`);
    given(...full)
      .when(book(C, '10:30'))
      .thenHappened(made(3, C, '10:30'));
    given(...full, cancelled)
      .when(book(C))
      .thenHappened(made(3, C));
  });

  it('is refused beyond what a person may book on a day; another day counts for itself', () => {
    given(begun(), made(1, A)).when(book(A, '11:00')).thenRefused('BOOKING_LIMIT', DAY);
    given(begun(), made(1, A), cancelled)
      .when(book(A, '11:00'))
      .thenHappened(made(2, A, '11:00'));
    given(begun(), made(1, A))
      .when(book(A, '10:00', { day: TOMORROW }))
      .thenHappened(made(1, A, '10:00', TOMORROW));
    given(begun(setup({ perPersonAndDay: 2 })), made(1, A))
      .when(book(A, '11:00'))
      .thenHappened(made(2, A, '11:00'));
  });

  it('is refused to who is blocked, until the block ends', () => {
    const carried = { bookings: [], noShows: {}, supplements: [], lastSupplement: 0, tickets: [] };
    const blocked = { ...begun(), carried: { ...carried, blocked: { [A]: at('08:30') } } } as Past;
    given(blocked)
      .when(book(A), at('08:30') - 1)
      .thenRefused('BOOKING_BLOCKED');
    given(blocked).when(book(A), at('08:30')).thenHappened(made(1, A));
    given(blocked).when(book(B), at('08:10')).thenHappened(made(1, B));
  });
});

describe('cancelling a booking', () => {
  it('is possible until two hours before its slot, or what the hall says', () => {
    given(begun(), made(1, A))
      .when(cancel, at('08:00'))
      .thenHappened(cancelled as { type: 'BookingCancelled'; id: string });
    given(begun(), made(1, A))
      .when(cancel, at('08:00') + 1)
      .thenRefused('TOO_LATE_TO_CANCEL', ID);
    given(begun(setup({ cancelUntilMinutes: 0 })), made(1, A))
      .when(cancel, at('10:00'))
      .thenHappened({ type: 'BookingCancelled', id: ID });
  });

  it('is refused for one there is not, one cancelled before, and one that has arrived', () => {
    given(begun()).when(cancel).thenRefused('UNKNOWN_BOOKING', ID);
    given(begun(), made(1, A), cancelled).when(cancel).thenRefused('BOOKING_USED', 'cancelled');
    given(begun(), made(1, A), issued('A001', '09:50', { booking: ID }))
      .when(cancel)
      .thenRefused('BOOKING_USED', 'arrived');
  });
});

describe('checking in', () => {
  const past = [begun(), made(1, A)];
  const ticket = (more: Partial<TicketIssued>): TicketIssued => {
    const { at: _, ...event } = issued('A001', '09:50', { source: 'kiosk', person: A, booking: ID, ...more });
    return event;
  };
  const inTime = { kind: 'booked', dueAt: at('10:05'), notBefore: at('09:45') } as const;

  it('is due by its slot, however early and until 15 minutes after it', () => {
    for (const time of ['08:10', '09:45', '10:00', '10:15'])
      given(...past)
        .when(checkIn(), at(time))
        .thenHappened(ticket(inTime));
    given(begun(setup({ checkInMinutes: 5, dueAfterMinutes: 0 })), made(1, A))
      .when(checkIn(), at('10:05'))
      .thenHappened(ticket({ kind: 'booked', dueAt: at('10:00'), notBefore: at('09:55') }));
  });

  it('is a walk-in from its check-in when it is later', () => {
    given(...past)
      .when(checkIn(), at('10:15') + 1)
      .thenHappened(ticket({ dueAt: at('10:35') + 1 }));
    given(...past)
      .when(checkIn({ category: 'elderly' }), at('10:30'))
      .thenHappened(ticket({ dueAt: at('10:42'), category: 'elderly', ground: 'card' }));
  });

  it('comes before idling only, while it is early', () => {
    const early = [
      ...past,
      ofWindow('WindowOpened', 'w1'),
      issued('A001', '09:00', { ...inTime, booking: ID }),
    ];
    const next = { type: 'CallNext', window: 'w1', ready: false } as const;
    given(...early)
      .when(next, at('09:01'))
      .thenHappened(atWindow('TicketCalled', 'A001', 'w1'));
    const other = issued('A002', '09:44', { dueAt: at('10:30') });
    given(...early, other)
      .when(next, at('09:45') - 1)
      .thenHappened(atWindow('TicketCalled', 'A002', 'w1'));
    given(...early, other)
      .when(next, at('09:45'))
      .thenHappened(atWindow('TicketCalled', 'A001', 'w1'));
  });

  it('is refused for one there is not, one used, one of another day, and a category there is not', () => {
    given(begun()).when(checkIn()).thenRefused('UNKNOWN_BOOKING', ID);
    given(...past, cancelled)
      .when(checkIn())
      .thenRefused('BOOKING_USED', 'cancelled');
    given(...past, issued('A001', '09:50', { booking: ID }))
      .when(checkIn())
      .thenRefused('BOOKING_USED', 'arrived');
    const { id } = made(1, A, '10:00', TOMORROW);
    given(begun(), made(1, A, '10:00', TOMORROW))
      .when(checkIn({ booking: id }))
      .thenRefused('CHECK_IN_OTHER_DAY', TOMORROW);
    given(...past)
      .when(checkIn({ category: 'tall' }))
      .thenRefused('UNKNOWN_CATEGORY', 'tall');
  });

  it('is good though walk-ins have used up the day or the quarter of an hour', () => {
    for (const quota of [{ perDay: 1 }, { perSlot: { minutes: 15, tickets: 1 } }]) {
      const full = withSlots.map((queue) => (queue.id === 'social' ? { ...queue, quota } : queue));
      given(begun(smallSetup({ queues: full })), made(1, A), issued('A001', '09:50'))
        .when(checkIn(), at('09:50'))
        .thenHappened({ ...ticket({ ...inTime }), ticket: '20260302-A002', number: 'A002', ahead: 0 });
    }
  });
});
