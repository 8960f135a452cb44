import type { CommandOf } from '../../../server/hall/commands.ts';
import type { HallEvent } from '../../../server/hall/events.ts';
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
import { at, DAY, smallSetup } from '../../support/small-hall.ts';

const PERSON = 'person-person-person-a';
const OTHER = 'person-person-person-b';
const BOOKED = 'booking-booking-booking';

type Asked = NonNullable<Parameters<typeof issueTicket>[1]>;

const his = { person: PERSON };
const transferred = (number: string, queue: string): HallEvent => ({
  ...{ type: 'TicketTransferred', ticket: ticketId(number), number, window: 'w1' },
  ...{ queue, toWindow: null, ahead: 0 },
});
const begun: Past[] = [opened(), ofWindow('WindowOpened', 'w1')];
const alreadyHas = (number: string): ['ALREADY_HAS_TICKET', string] => [
  'ALREADY_HAS_TICKET',
  ticketId(number),
];

/** Asks for a number of the queue, as this person. */
function asking(past: Past[], queue: string, more: Asked = his) {
  return given(...past).when(issueTicket(queue, more), at('10:00'));
}

/** @param ahead people of the queue who are due earlier. */
function gets(past: Past[], queue: string, number: string, more: Asked = his, ahead = 0): void {
  const { person } = more;
  const { at: _, ...event } = issued(number, '10:00', { ahead, ...(person === undefined ? {} : { person }) });
  asking(past, queue, more).thenHappened(event);
}

describe('one open ticket per person and queue', () => {
  const first = [...begun, issued('A001', '09:00', his)];

  it('refuses a second number and names the first, for as long as it is open', () => {
    asking(first, 'social').thenRefused(...alreadyHas('A001'));
    const called = [...first, atWindow('TicketCalled', 'A001', 'w1')];
    asking(called, 'social').thenRefused(...alreadyHas('A001'));
    const serving = [...called, atWindow('ServiceStarted', 'A001', 'w1')];
    asking(serving, 'social').thenRefused(...alreadyHas('A001'));
    const held: HallEvent = { type: 'TicketHeld', ticket: ticketId('A001'), number: 'A001', window: 'w1' };
    asking([...serving, held], 'social').thenRefused(...alreadyHas('A001'));
    gets([...serving, atWindow('ServiceFinished', 'A001', 'w1')], 'social', 'A002');
    gets([...called, atWindow('TicketMissed', 'A001', 'w1')], 'social', 'A002');
    gets([...first, { type: 'TicketCancelled', ticket: ticketId('A001'), number: 'A001' }], 'social', 'A002');
  });

  it('is no concern of other persons, of other queues, or of who has shown nothing', () => {
    gets(first, 'social', 'A002', { person: OTHER }, 1);
    gets(first, 'social', 'A002', {}, 1);
    gets(first, 'tax', 'B001');
  });

  it('counts the further matters of a visit, on either ticket', () => {
    const visit = [...begun, issued('A001', '09:00', { ...his, further: [{ queue: 'tax', matter: null }] })];
    asking(visit, 'tax').thenRefused(...alreadyHas('A001'));
    asking(first, 'tax', { ...his, further: [{ queue: 'social' }] }).thenRefused(...alreadyHas('A001'));
  });

  it('follows a ticket that was sent on, and lets go of the queue it left', () => {
    const sent = [...first, atWindow('TicketCalled', 'A001', 'w1'), transferred('A001', 'tax')];
    asking(sent, 'tax').thenRefused(...alreadyHas('A001'));
    gets(sent, 'social', 'A002');
  });

  /** He has a ticket in each queue, and one of them is being served. */
  const both: Past[] = [
    ...[...begun, issued('A001', '09:00', his), issued('B001', '09:01', his)],
    ...[atWindow('TicketCalled', 'A001', 'w1'), atWindow('ServiceStarted', 'A001', 'w1')],
  ];

  it('lets no clerk send a ticket, or add a matter, where the same person already waits', () => {
    const send = { type: 'TransferTicket', window: 'w1', queue: 'tax' } as const;
    const add = { type: 'AddMatter', window: 'w1', queue: 'tax' } as const;
    for (const command of [send, add]) {
      given(...both)
        .when(command)
        .thenRefused(...alreadyHas('B001'));
      given(...both)
        .when({ ...command, queue: 'estate' })
        .thenHappened(
          command.type === 'TransferTicket'
            ? transferred('A001', 'estate')
            : {
                ...{ type: 'MatterAdded', ticket: ticketId('A001'), number: 'A001', window: 'w1' },
                queue: 'estate',
                matter: null,
              },
        );
    }
    const over: HallEvent = { type: 'TicketCancelled', ticket: ticketId('B001'), number: 'B001' };
    given(...both, over)
      .when(send)
      .thenHappened(transferred('A001', 'tax'));
  });

  it('knows the person under another hash too, when the server says which', () => {
    const booked = [...begun, issued('A001', '09:00', his), issued('B001', '09:01', { person: BOOKED })];
    const serving = [
      ...booked,
      atWindow('TicketCalled', 'A001', 'w1'),
      atWindow('ServiceStarted', 'A001', 'w1'),
    ];
    given(...serving)
      .when({ type: 'TransferTicket', window: 'w1', queue: 'tax', aliases: [BOOKED] })
      .thenRefused(...alreadyHas('B001'));
    given(...serving)
      .when({ type: 'TransferTicket', window: 'w1', queue: 'tax' })
      .thenHappened({ ...transferred('A001', 'tax'), ahead: 1 } as HallEvent);
  });

  it('lets nothing be taken back that would open a ticket beside the next one', () => {
    const undo = { type: 'UndoAction', window: 'w1' } as const;
    const missed = [...begun, issued('A001', '09:00', his), atWindow('TicketCalled', 'A001', 'w1')];
    for (const past of [
      [...both, atWindow('ServiceFinished', 'A001', 'w1')],
      [...missed, atWindow('TicketMissed', 'A001', 'w1')],
    ])
      given(...past, { ...issued('A002', '09:01', his) })
        .when(undo)
        .thenRefused(...alreadyHas('A002'));
  });

  it('holds also though two are open in one queue, as logs of earlier versions may have it', () => {
    const sent = [...both, transferred('A001', 'tax')];
    const done = [
      atWindow('TicketCalled', 'A001', 'w1'),
      atWindow('ServiceStarted', 'A001', 'w1'),
      atWindow('ServiceFinished', 'A001', 'w1'),
    ];
    asking([...sent, ...done], 'tax').thenRefused(...alreadyHas('B001'));
  });

  it('does not let a missed ticket come back beside the new one', () => {
    const missed = [...first, atWindow('TicketCalled', 'A001', 'w1'), atWindow('TicketMissed', 'A001', 'w1')];
    given(...missed, issued('A002', '09:30', his))
      .when({ type: 'ReturnTicket', ticket: ticketId('A001') }, at('10:00'))
      .thenRefused(...alreadyHas('A002'));
    const visit = { ...his, further: [{ queue: 'tax', matter: null }] };
    const gone = [atWindow('TicketCalled', 'A001', 'w1'), atWindow('TicketMissed', 'A001', 'w1')];
    given(...begun, issued('A001', '09:00', visit), ...gone, issued('B001', '09:30', his))
      .when({ type: 'ReturnTicket', ticket: ticketId('A001') }, at('10:00'))
      .thenRefused(...alreadyHas('B001'));
  });

  const booking: HallEvent & { id: string } = {
    ...{
      type: 'BookingMade' as const,
      id: `B${DAY.replaceAll('-', '')}-001`,
      person: BOOKED,
      queue: 'social',
    },
    ...{ matter: null, day: DAY, slot: '10:00', slotAt: at('10:00') },
  };
  const checkIn: CommandOf<'CheckIn'> = {
    type: 'CheckIn',
    booking: booking.id,
    ground: 'declared',
    locale: 'zh-CN',
    source: 'kiosk',
    print: true,
  };

  it('holds between a walk-in and a booking of the same person, whichever comes first', () => {
    const walkedIn = [opened(), booking, issued('A001', '09:00', his)];
    given(...walkedIn)
      .when({ ...checkIn, aliases: [PERSON] }, at('09:50'))
      .thenRefused(...alreadyHas('A001'));
    const checkedIn = [opened(), booking, issued('A001', '09:50', { person: BOOKED, booking: booking.id })];
    asking(checkedIn, 'social', { ...his, aliases: [BOOKED] }).thenRefused(...alreadyHas('A001'));
  });

  it('holds over midnight in a hall that keeps who waits', () => {
    const setup = smallSetup({ rule: { keepOver: true } });
    const night: HallEvent = {
      ...{ type: 'DayOpened', day: '2026-03-03', startsAt: at('24:00'), setup },
      carried: {
        ...{ bookings: [], blocked: {}, noShows: {}, supplements: [], lastSupplement: 0 },
        tickets: [
          {
            ...{ ticket: ticketId('A001'), number: 'A001', queue: 'social', matter: null, category: null },
            ...{ locale: 'zh-CN', source: 'api', issuedAt: at('23:00'), dueAt: at('23:20'), order: 7 },
            ...{ person: PERSON, cameBy: 'command-7' },
          },
        ],
      },
    };
    given({ ...night, at: at('24:00') })
      .when(issueTicket('social', { person: OTHER, aliases: [PERSON] }), at('24:30'))
      .thenRefused(...alreadyHas('A001'));
  });
});
