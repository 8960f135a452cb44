import type { HallEvent, TicketReturned } from '../../../server/hall/events.ts';
import { atWindow, given, issued, ofWindow, opened, ticketId } from '../../support/given.ts';
import { all, TICKET_IS, tabulate } from '../../support/pasts.ts';
import { at, MINUTE, smallSetup } from '../../support/small-hall.ts';

const A001 = { ticket: ticketId('A001'), number: 'A001' };
const comeBack = { type: 'ReturnTicket', ticket: A001.ticket } as const;
const returned = (due: string, more = {}): TicketReturned => ({
  ...{ type: 'TicketReturned', ...A001, dueAt: at(due), returns: 1, ahead: 0 },
  ...more,
});
const reprinted: HallEvent = { type: 'TicketReprinted', ...A001 };
const missedAgain = [atWindow('TicketCalled', 'A001', 'w1'), atWindow('TicketMissed', 'A001', 'w1')];

describe('coming back after a missed call, and printing a slip again', () => {
  tabulate(TICKET_IS, 'ticket being', [
    {
      command: comeBack,
      instant: at('09:10'),
      cells: {
        ...all(['waiting'], ['TICKET_NOT_MISSED', 'waiting']),
        ...all(['called'], ['TICKET_NOT_MISSED', 'called']),
        ...all(['serving'], ['TICKET_NOT_MISSED', 'serving']),
        ...all(['held'], ['TICKET_NOT_MISSED', 'held']),
        missed: returned('09:20'),
        ...all(['finished'], ['TICKET_NOT_MISSED', 'finished']),
        ...all(['cancelled'], ['TICKET_NOT_MISSED', 'cancelled']),
      },
    },
    {
      command: { type: 'ReprintTicket', ticket: A001.ticket },
      cells: {
        ...all(['waiting', 'called'], reprinted),
        ...all(['serving'], ['TICKET_NOT_WAITING', 'serving']),
        ...all(['held'], ['TICKET_NOT_WAITING', 'held']),
        ...all(['missed'], ['TICKET_NOT_WAITING', 'missed']),
        ...all(['finished'], ['TICKET_NOT_WAITING', 'finished']),
        ...all(['cancelled'], ['TICKET_NOT_WAITING', 'cancelled']),
      },
    },
  ]);

  it('is refused for a ticket nobody has', () => {
    const ticket = ticketId('A777');
    given(opened()).when({ type: 'ReturnTicket', ticket }).thenRefused('UNKNOWN_TICKET', ticket);
    given(opened()).when({ type: 'ReprintTicket', ticket }).thenRefused('UNKNOWN_TICKET', ticket);
  });

  it('is due when it was, or five minutes after coming back: whichever is later', () => {
    const missed = given(opened(), ...TICKET_IS.missed);
    missed.when(comeBack, at('09:15')).thenHappened(returned('09:20'));
    missed.when(comeBack, at('09:15') + 1).thenHappened({ ...returned('09:20'), dueAt: at('09:20') + 1 });
    missed.when(comeBack, at('11:00')).thenHappened(returned('11:05'));
    given(opened(smallSetup({ rule: { returnDelayMinutes: 8 } })), ...TICKET_IS.missed)
      .when(comeBack, at('11:00'))
      .thenHappened(returned('11:08'));
  });

  it('comes back twice, then only with a new number', () => {
    const once = [...TICKET_IS.missed, returned('09:20'), ...missedAgain];
    given(opened(), ...once)
      .when(comeBack, at('09:10'))
      .thenHappened(returned('09:20', { returns: 2 }));
    given(opened(), ...once, returned('09:20', { returns: 2 }), ...missedAgain)
      .when(comeBack, at('09:10'))
      .thenRefused('RETURN_LIMIT', 'A001');
    given(opened(smallSetup({ rule: { maxReturns: 0 } })), ...TICKET_IS.missed)
      .when(comeBack)
      .thenRefused('RETURN_LIMIT', 'A001');
  });

  it('counts who is due before it now', () => {
    const others = [issued('A002', '09:01'), issued('A003', '09:20'), issued('A004', '10:00')];
    given(opened(), ...TICKET_IS.missed, ...others)
      .when(comeBack, at('09:40'))
      .thenHappened({ ...returned('09:45', { ahead: 2 }), dueAt: at('09:40') + 5 * MINUTE });
  });

  it('calls it in the same breath to a window that is ready for it', () => {
    given(opened(), ...TICKET_IS.missed, ofWindow('WindowReady', 'w1'))
      .when(comeBack, at('09:10'))
      .thenHappened(returned('09:20'), atWindow('TicketCalled', 'A001', 'w1'));
  });
});
