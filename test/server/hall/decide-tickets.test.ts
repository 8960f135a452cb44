import { expect } from 'chai';
import type { TicketState } from '../../../common/contract/views.ts';
import {
  atWindow,
  given,
  hallAfter,
  issued,
  issueTicket,
  ofWindow,
  opened,
  type Past,
  ticketId,
} from '../../support/given.ts';
import { at, DAY, smallSetup } from '../../support/small-hall.ts';

const issue = issueTicket;

const withoutTime = ({ at: _, ...event }: ReturnType<typeof issued>): ReturnType<typeof issued> => event;

describe('issuing a ticket', () => {
  it('gives the first number of the queue, due when the hall promises', () => {
    given(opened())
      .when(issue('social'), at('09:00'))
      .thenHappened(withoutTime(issued('A001', '09:00')));
  });

  it('records the matter, the category, the language, where it was taken, and whether it is printed', () => {
    const asked = {
      matter: 'pension',
      category: 'elderly',
      locale: 'en',
      source: 'kiosk',
      print: false,
      ground: 'certificate',
    } as const;
    given(opened())
      .when(issue('social', asked), at('09:00'))
      .thenHappened(withoutTime(issued('A001', '09:00', { ...asked, dueAt: at('09:12') })));
  });

  it('counts each queue by itself', () => {
    given(opened(), issued('A001', '09:00'), issued('A002', '09:01'), issued('B001', '09:02'))
      .when(issue('tax'), at('09:03'))
      .thenHappened(withoutTime(issued('B002', '09:03', { ahead: 1 })));
  });

  it('counts on past 999 with four digits', () => {
    const past = Array.from({ length: 999 }, (_, index) =>
      issued(`A${String(index + 1).padStart(3, '0')}`, '09:00'),
    );
    given(opened(), ...past)
      .when(issue('social'), at('09:00'))
      .thenHappened(withoutTime(issued('A1000', '09:00', { ahead: 999 })));
  });

  it('never gives the number of a cancelled ticket again', () => {
    const cancelled: Past = { type: 'TicketCancelled', ticket: ticketId('A001'), number: 'A001' };
    given(opened(), issued('A001', '09:00'), cancelled)
      .when(issue('social'), at('09:01'))
      .thenHappened(withoutTime(issued('A002', '09:01')));
  });

  it('begins again with 001 on another day', () => {
    const tomorrow = '2026-03-03';
    const next: Past = {
      type: 'DayOpened',
      day: tomorrow,
      startsAt: at('24:00'),
      setup: smallSetup(),
      at: at('24:00'),
    };
    given(opened(), issued('A001', '09:00'), { type: 'DayClosed', day: DAY, ended: {} }, next)
      .when(issue('social'), at('33:00'))
      .thenHappened({ ...withoutTime(issued('A001', '33:00')), ticket: '20260303-A001' });
  });

  it('says how many of its queue are due before it, whatever their category', () => {
    const past = [
      issued('A001', '09:00'),
      issued('A002', '09:01'),
      issued('A003', '09:02', { category: 'elderly', dueAt: at('09:14') }),
      issued('B001', '09:02'),
    ];
    const veteran = { category: 'veteran', ground: 'seen' } as const;
    given(opened(), ...past)
      .when(issue('social', veteran), at('09:18'))
      .thenHappened(withoutTime(issued('A004', '09:18', { ...veteran, dueAt: at('09:18'), ahead: 1 })));
  });

  it('is refused for a queue or a category the hall does not have', () => {
    for (const queue of ['fishing', 'constructor', '__proto__'])
      given(opened()).when(issue(queue), at('09:00')).thenRefused('UNKNOWN_QUEUE', queue);
    for (const category of ['tall', 'toString'])
      given(opened())
        .when(issue('social', { category }), at('09:00'))
        .thenRefused('UNKNOWN_CATEGORY', category);
    const { queue: _, ...noQueue } = issue('social');
    given(opened()).when(noQueue, at('09:00')).thenRefused('UNKNOWN_QUEUE');
  });

  it('is refused while no day is open', () => {
    given().when(issue('social'), 0).thenRefused('DAY_NOT_OPEN');
  });

  const hours: [time: string, open: boolean][] = [
    ['08:59:59', false],
    ['09:00', true],
    ['11:59:59', true],
    ['12:00', false],
    ['13:59:59', false],
    ['14:00', true],
    ['17:00', false],
  ];
  for (const [time, open] of hours) {
    it(`${open ? 'goes on' : 'is refused'} at ${time} with hours 09:00–12:00 and 14:00–17:00`, () => {
      const decision = given(opened()).when(issue('estate'), at(time));
      if (open) decision.thenHappened(withoutTime(issued('C001', time)));
      else decision.thenRefused('QUEUE_CLOSED', 'estate');
    });
  }

  it('goes on until the end of the day when the hours say 24:00', () => {
    const queues = smallSetup().queues.map((queue) => ({
      ...queue,
      hours: [{ from: '00:00', until: '24:00' }],
    }));
    given(opened(smallSetup({ queues })))
      .when(issue('estate'), at('24:00') - 1)
      .thenHappened({ ...withoutTime(issued('C001', '24:00')), dueAt: at('24:20') - 1 });
  });
});

describe('cancelling a ticket', () => {
  const cancel = { type: 'CancelTicket', ticket: ticketId('A001') } as const;
  const called = [
    ofWindow('WindowOpened', 'w1'),
    issued('A001', '09:00'),
    atWindow('TicketCalled', 'A001', 'w1'),
  ];
  const serving = [...called, atWindow('ServiceStarted', 'A001', 'w1')];
  const pasts: [TicketState, Past[]][] = [
    ['called', called],
    ['serving', serving],
    ['finished', [...serving, atWindow('ServiceFinished', 'A001', 'w1')]],
    ['missed', [...called, atWindow('TicketMissed', 'A001', 'w1')]],
    [
      'cancelled',
      [issued('A001', '09:00'), { type: 'TicketCancelled', ticket: cancel.ticket, number: 'A001' }],
    ],
  ];

  it('ends a waiting one', () => {
    given(opened(), issued('A001', '09:00'))
      .when(cancel)
      .thenHappened({ type: 'TicketCancelled', ticket: cancel.ticket, number: 'A001' });
  });

  for (const [state, past] of pasts) {
    it(`is refused once it is ${state}`, () => {
      expect(hallAfter(opened(), ...past).tickets.get(cancel.ticket)?.state).to.equal(state);
      given(opened(), ...past)
        .when(cancel)
        .thenRefused('TICKET_NOT_WAITING', state);
    });
  }

  it('is refused for a ticket nobody has', () => {
    given(opened()).when(cancel).thenRefused('UNKNOWN_TICKET', cancel.ticket);
    given().when(cancel, 0).thenRefused('DAY_NOT_OPEN');
  });
});
