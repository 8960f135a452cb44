import { expect } from 'chai';
import type { CommandOf } from '../../../server/hall/commands.ts';
import type { Carried, HallEvent, KeptTicket } from '../../../server/hall/events.ts';
import {
  atWindow,
  given,
  issued,
  issueTicket,
  ofWindow,
  opened,
  type Past,
  ticketId,
} from '../../support/given.ts';
import { transferred, WINDOW_IS } from '../../support/pasts.ts';
import { at, DAY, smallSetup } from '../../support/small-hall.ts';

const TOMORROW = '2026-03-03';
const DAY_MS = at('24:00') - at('00:00');
const NOTHING: Carried = {
  ...{ bookings: [], blocked: {}, noShows: {}, supplements: [], lastSupplement: 0, tickets: [] },
};
const night = smallSetup({ rule: { keepOver: true } });
const closed = (more: object = {}): HallEvent => ({
  ...{ type: 'DayClosed', day: DAY, ended: {}, noShows: [], blocked: {}, kept: [] },
  ...more,
});
const next = (carried: Partial<Carried>, setup = smallSetup()): HallEvent => ({
  ...{ type: 'DayOpened', day: TOMORROW, startsAt: at('24:00'), setup, bookable: [] },
  carried: { ...NOTHING, ...carried },
});
const openNext = (setup = smallSetup()): CommandOf<'OpenDay'> => ({
  ...{ type: 'OpenDay', day: TOMORROW, startsAt: at('24:00'), setup, bookable: [] },
});
const booking = (nth: number, person: string, day = DAY): HallEvent & Past & { type: 'BookingMade' } => ({
  ...{ type: 'BookingMade', id: `B${day.replaceAll('-', '')}-00${nth}`, person, queue: 'social' },
  ...{ matter: null, day, slot: '10:00', slotAt: at('10:00') + (day === DAY ? 0 : DAY_MS) },
});
const A = 'person-person-person-a';
const B = 'person-person-person-b';
const kept: KeptTicket = {
  ...{ ticket: ticketId('A001'), number: 'A001', queue: 'social', matter: null, category: null },
  ...{
    locale: 'zh-CN',
    source: 'api',
    issuedAt: at('23:50'),
    dueAt: at('24:10'),
    order: 2,
    cameBy: 'command-2',
  },
};

describe('what a day hands on to the next', () => {
  it('is nobody who waits, but in a night hall everybody, who keep number, place and due instant', () => {
    given(opened(), issued('A001', '23:50'))
      .when({ type: 'CloseDay' })
      .thenHappened(closed({ ended: { [kept.ticket]: 'unserved' } }));
    const past = [opened(night), issued('A001', '23:50')];
    const keeps = closed({ kept: [kept.ticket] });
    given(...past)
      .when({ type: 'CloseDay' })
      .thenHappened(keeps);
    given(...past, keeps)
      .when(openNext(night), at('24:00'))
      .thenHappened(next({ tickets: [kept] }, night));
  });

  it('is with a ticket all that it has yet to do, and how often it may still come back', () => {
    const further = [{ queue: 'tax', matter: 'invoice' }];
    const more = { kind: 'delivery', ground: 'seen', further } as const;
    const back: HallEvent = {
      ...{
        type: 'TicketReturned',
        ticket: kept.ticket,
        number: 'A001',
        dueAt: at('24:10'),
        returns: 2,
        ahead: 0,
      },
    };
    const waiting = issued('A001', '23:50', { ...more, further });
    const missed = [atWindow('TicketCalled', 'A001', 'w1'), atWindow('TicketMissed', 'A001', 'w1')];
    const past = [opened(night), waiting, ofWindow('WindowOpened', 'w1'), ...missed, back];
    const again = { returns: 2, joinedAgain: true, firstCalledAt: at('23:50') } as const;
    const tickets = [{ ...kept, ...more, further, ...again }];
    given(...past, closed({ kept: [kept.ticket] }))
      .when(openNext(night), at('24:00'))
      .thenHappened(next({ tickets }, night));
    given({ ...next({ tickets }, night), at: at('24:00') }, ofWindow('WindowOpened', 'w1'), ...missed)
      .when({ type: 'ReturnTicket', ticket: kept.ticket }, at('24:20'))
      .thenRefused('RETURN_LIMIT', 'A001');
  });

  it('is the window a ticket waits for, its booking, and what was done for it out of turn', () => {
    const moved: HallEvent = {
      ...{ type: 'MovedOutOfTurn', ticket: kept.ticket, number: 'A001', window: 'w2' },
      ...{ role: 'lead', reason: 'frail', toWindow: 'w3' },
    };
    const late: HallEvent & Past & { type: 'BookingMade' } = {
      ...{ ...booking(1, A), slot: '23:55', slotAt: at('23:55') },
    };
    const { at: _, type: _type, ...arrived } = { ...late, commandId: 'command-3', at: 0 };
    const early = { booking: late.id, kind: 'booked', person: A, notBefore: at('23:40') } as const;
    const came = issued('A001', '23:50', { ...early, dueAt: at('24:10') });
    const opens = (setup = night): HallEvent => {
      const exception = { what: 'moved', reason: 'frail' } as const;
      const ticket = { ...kept, ...early, order: 4, reservedFor: 'w3', exception };
      return next({ bookings: [arrived], tickets: [{ ...ticket, cameBy: 'command-3' }] }, setup);
    };
    const past: Past[] = [opened(night), ofWindow('WindowOpened', 'w3'), late, came, moved];
    given(...past, closed({ kept: [kept.ticket] }))
      .when(openNext(night), at('24:00'))
      .thenHappened(opens());
    const tomorrow: Past[] = [
      { ...opens(), at: at('24:00') },
      ...[ofWindow('WindowOpened', 'w1'), ofWindow('WindowOpened', 'w3')],
    ];
    const call = (window: string) => ({ type: 'CallNext', window, ready: false }) as const;
    given(...tomorrow)
      .when(call('w1'))
      .thenRefused('NO_ONE_WAITING', 'w1');
    given(...tomorrow)
      .when(call('w3'))
      .thenHappened(atWindow('TicketCalled', 'A001', 'w3'));
    // The booking was used: nobody has missed it.
    given(...tomorrow)
      .when({ type: 'CloseDay' })
      .thenHappened(closed({ day: TOMORROW, kept: [kept.ticket] }));

    const without = smallSetup({
      ...{ rule: { keepOver: true } },
      windows: night.windows.filter(({ id }) => id !== 'w3'),
    });
    given({ ...opens(without), at: at('24:00') }, ofWindow('WindowOpened', 'w1'))
      .when(call('w1'))
      .thenHappened(atWindow('TicketCalled', 'A001', 'w1'));
  });

  it('is an end, told in the new day, for who waits in a queue that is there no more', () => {
    const setup = smallSetup({
      ...{ rule: { keepOver: true }, queues: night.queues.filter(({ id }) => id !== 'social') },
      windows: [{ id: 'w1', number: 1, zone: 'east', queues: ['tax'] }],
      matters: [],
    });
    const opens: HallEvent = {
      ...(next({ tickets: [kept] }, setup) as HallEvent & { type: 'DayOpened' }),
      ended: { [kept.ticket]: 'unserved' },
    };
    given(opened(night), issued('A001', '23:50'), closed({ kept: [kept.ticket] }))
      .when(openNext(setup), at('24:00'))
      .thenHappened(opens);
    const tomorrow: Past[] = [{ ...opens, at: at('24:00') }, ofWindow('WindowOpened', 'w1')];
    const { state, when } = given(...tomorrow);
    expect(state.tickets.get(kept.ticket)).to.include({ state: 'unserved', endedAt: at('24:00') });
    when({ type: 'CallNext', window: 'w1', ready: false }).thenRefused('NO_ONE_WAITING', 'w1');
    when({ type: 'CloseDay' }).thenHappened(closed({ day: TOMORROW }));
  });

  it('is nobody who was called, served or held, in a night hall neither', () => {
    given(opened(night), ...WINDOW_IS.serving)
      .when({ type: 'CloseDay' })
      .thenHappened(closed({ ended: { [kept.ticket]: 'unfinished' } }));
  });

  it('is called on the next day by its place among those who came since', () => {
    const today: Past[] = [
      { ...next({ tickets: [kept] }, night), at: at('24:00') },
      ofWindow('WindowOpened', 'w1'),
    ];
    const later: Past = { ...issued('A002', '24:01'), ticket: '20260303-A002' };
    given(...today, later)
      .when({ type: 'CallNext', window: 'w1', ready: false })
      .thenHappened(atWindow('TicketCalled', 'A001', 'w1'));
  });

  it('is a number that is not given again, though its ticket is in another queue by now', () => {
    const today = (queue: string): Past => ({
      ...next({ tickets: [{ ...kept, queue }] }, night),
      at: at('24:00'),
    });
    for (const [queue, ahead] of [
      ['social', 1],
      ['tax', 0],
    ] as const) {
      const { at: _, ...event } = issued('A002', '24:01', { ahead });
      given(today(queue))
        .when(issueTicket('social'), at('24:01'))
        .thenHappened({ ...event, ticket: '20260303-A002' });
    }
    const { at: _, ...sent } = transferred('A001', 'w1', 'tax') as HallEvent & Past;
    given(opened(night), ...WINDOW_IS.calling, sent, closed({ kept: [kept.ticket] }))
      .when(openNext(night), at('24:00'))
      .thenHappened(
        next(
          {
            tickets: [
              {
                ...kept,
                queue: 'tax',
                issuedAt: at('09:00'),
                dueAt: at('09:20'),
                order: 3,
                cameBy: 'command-3',
                sentBy: 'command-5',
                joinedAgain: true,
                firstCalledAt: at('09:00'),
              },
            ],
          },
          night,
        ),
      );
  });

  it('is every booking still to come, none that is over, cancelled or used, and no number a second time', () => {
    const { at: _, type: _type, ...ahead } = { ...booking(1, A, TOMORROW), commandId: 'command-2', at: 0 };
    const past = [opened(), booking(1, A, TOMORROW), booking(2, B, TOMORROW), booking(1, B)];
    const over = closed({ noShows: [booking(1, B).id] });
    given(...past, { type: 'BookingCancelled', id: booking(2, B, TOMORROW).id }, over)
      .when(openNext(), at('24:00'))
      .thenHappened(next({ bookings: [ahead], lastBooking: { [TOMORROW]: 2 }, noShows: { [B]: 1 } }));
  });
});

describe('bookings nobody came for', () => {
  const misses = (before: number): Past =>
    ({ ...opened(), carried: { ...NOTHING, noShows: { [A]: before } } }) as Past;
  const blocked = { [A]: at('18:00') + 30 * DAY_MS };

  it('are named at the end of the day, and the second in a row blocks for thirty days', () => {
    const noShows = [booking(1, A).id];
    given(misses(0), booking(1, A)).when({ type: 'CloseDay' }, at('18:00')).thenHappened(closed({ noShows }));
    given(misses(1), booking(1, A))
      .when({ type: 'CloseDay' }, at('18:00'))
      .thenHappened(closed({ noShows, blocked }));
  });

  it('are forgotten with the next that is kept, and once they have blocked', () => {
    const came = issued('A001', '09:50', { booking: booking(1, A).id });
    given(misses(1), booking(1, A), came, closed({ ended: { [kept.ticket]: 'unserved' } }))
      .when(openNext(), at('24:00'))
      .thenHappened(next({}));
    given(misses(1), booking(1, A), closed({ noShows: [booking(1, A).id], blocked }))
      .when(openNext(), at('24:00'))
      .thenHappened(next({ blocked }));
  });

  it('block until the block is over', () => {
    const past: Past = {
      ...opened(),
      carried: { ...NOTHING, blocked: { [A]: at('20:00'), [B]: at('20:00') + 1 } },
    } as Past;
    given(past, { ...closed(), at: at('20:00') })
      .when(openNext(), at('24:00'))
      .thenHappened(next({ blocked: { [B]: at('20:00') + 1 } }));
  });
});
