import type { CommandOf } from '../../../server/hall/commands.ts';
import type { Carried, HallEvent, Supplement, TicketIssued } from '../../../server/hall/events.ts';
import { atWindow, given, issued, ofWindow, opened, type Past } from '../../support/given.ts';
import { WINDOW_IS } from '../../support/pasts.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../support/small-hall.ts';

const UNTIL = '2026-03-05';
const supplement = (number: string, until = UNTIL): Supplement => ({
  ...{ number, queue: 'social', matter: null, until },
});
const finish = { type: 'FinishService', window: 'w1', outcome: 'supplement', until: UNTIL } as const;
const finished = (number: string): HallEvent =>
  ({
    ...atWindow('ServiceFinished', 'A001', 'w1'),
    ...{ type: 'ServiceFinished', outcome: 'supplement', supplement: supplement(number) },
  }) as HallEvent;
/** The day begun with these papers still to come. */
const awaiting = (supplements: Supplement[], lastSupplement = supplements.length): Past => ({
  ...{ type: 'DayOpened', day: DAY, startsAt: MIDNIGHT, setup: smallSetup(), at: at('08:00') },
  carried: { bookings: [], blocked: {}, noShows: {}, tickets: [], supplements, lastSupplement },
});
const redeem = (number = 'R001') =>
  ({ type: 'RedeemSupplement', supplement: number, locale: 'en', print: true }) as const;
const redeemed = (when: string): Past & TicketIssued =>
  issued('R001', when, {
    ...{ queue: 'social', dueAt: at(when), locale: 'en', source: 'kiosk' },
    ...{ kind: 'supplement', supplement: 'R001' },
  });

describe('papers that are missing', () => {
  it('give a number to come back with, R001 and on, which passes over those still out', () => {
    given(opened(), ...WINDOW_IS.serving)
      .when(finish)
      .thenHappened(finished('R001'));
    given(awaiting([supplement('R001')]), ...WINDOW_IS.serving)
      .when(finish)
      .thenHappened(finished('R002'));
    given(awaiting([supplement('R001')], 999), ...WINDOW_IS.serving)
      .when(finish)
      .thenHappened(finished('R002'));
  });

  it('give none without a last day, and no other outcome does', () => {
    const done = atWindow('ServiceFinished', 'A001', 'w1');
    given(opened(), ...WINDOW_IS.serving)
      .when({ type: 'FinishService', window: 'w1', outcome: 'supplement' })
      .thenHappened({ ...done, outcome: 'supplement' } as HallEvent);
    given(opened(), ...WINDOW_IS.serving)
      .when({ ...finish, outcome: 'accepted', caseNumber: 'C-1' })
      .thenHappened({ ...done, outcome: 'accepted', caseNumber: 'C-1' } as HallEvent);
  });

  it('are brought under that number, due at once, up to the last day', () => {
    const { at: _, ...event } = redeemed('09:00');
    for (const until of [UNTIL, DAY])
      given(awaiting([supplement('R001', until)]))
        .when(redeem(), at('09:00'))
        .thenHappened(event);
    given(awaiting([supplement('R001', '2026-03-01')]))
      .when(redeem(), at('09:00'))
      .thenRefused('SUPPLEMENT_EXPIRED', '2026-03-01');
  });

  it('are brought once', () => {
    given(opened()).when(redeem('R777')).thenRefused('UNKNOWN_SUPPLEMENT', 'R777');
    given(awaiting([supplement('R001')]), redeemed('09:00'))
      .when(redeem())
      .thenRefused('SUPPLEMENT_USED', 'R001');
  });

  it('are known as used, or as too late, on the days after, until their number is given again', () => {
    const setup = smallSetup();
    const nextDay = (day: string, carried: Carried): HallEvent => ({
      ...{ type: 'DayOpened', day, startsAt: MIDNIGHT, setup, bookable: [], carried },
    });
    const nothing = { bookings: [], blocked: {}, noShows: {}, tickets: [] };
    const open = (day: string): CommandOf<'OpenDay'> => ({
      ...{ type: 'OpenDay', day, startsAt: MIDNIGHT, setup, bookable: [] },
    });
    const ended = { '20260302-R001': 'unserved' } as const;
    const closed: HallEvent = { type: 'DayClosed', day: DAY, ended };
    const past = [awaiting([supplement('R001'), supplement('R002', DAY)]), redeemed('09:00'), closed];
    const spent = { R001: 'used', R002: 'expired' } as const;
    const opens = nextDay('2026-03-03', { ...nothing, supplements: [], lastSupplement: 2, spent });
    given(...past)
      .when(open('2026-03-03'))
      .thenHappened(opens);
    const after = [...past, opens];
    given(...after)
      .when(redeem())
      .thenRefused('SUPPLEMENT_USED', 'R001');
    given(...after)
      .when(redeem('R002'))
      .thenRefused('SUPPLEMENT_EXPIRED', 'R002');
    const again = given(...after, ...WINDOW_IS.serving, finished('R001'));
    const { at: _, ...event } = redeemed('09:00');
    again.when(redeem(), at('09:00')).thenHappened({ ...event, ticket: '20260303-R001' });
  });

  it('are forgotten when the finish is taken back, which is too late once they were brought', () => {
    const past = [opened(), ...WINDOW_IS.serving, finished('R001')];
    const undo = { type: 'UndoAction', window: 'w1' } as const;
    const undone: HallEvent = {
      ...{ type: 'ActionUndone', ticket: '20260302-A001', number: 'A001', window: 'w1' },
      ...{ action: 'ServiceFinished', undoes: 6 },
    };
    given(...past)
      .when(undo)
      .thenHappened(undone);
    given(...past, undone)
      .when(redeem())
      .thenRefused('UNKNOWN_SUPPLEMENT', 'R001');
    given(...past, redeemed('09:00'))
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'finished');
  });

  it('are called in the same breath to a window that is ready', () => {
    const { at: _, ...event } = redeemed('09:00');
    given(awaiting([supplement('R001')]), ofWindow('WindowOpened', 'w1'), ofWindow('WindowReady', 'w1'))
      .when(redeem(), at('09:00'))
      .thenHappened(event, { type: 'TicketCalled', ticket: event.ticket, number: 'R001', window: 'w1' });
  });
});

describe('the paper of a supplement', () => {
  const print = { type: 'PrintSupplement', window: 'w1', supplement: 'R001', locale: 'en' } as const;
  const { type: _, ...asked } = print;
  const printed: HallEvent = { type: 'SupplementPrinted', ...asked };

  it('is printed as often as a clerk asks, while the number is good', () => {
    given(awaiting([supplement('R001')]))
      .when(print)
      .thenHappened(printed);
    given(awaiting([supplement('R001')]), printed)
      .when(print)
      .thenHappened(printed);
  });

  it('is refused for a number that was never given, or has been used, and at no window', () => {
    given(opened()).when(print).thenRefused('UNKNOWN_SUPPLEMENT', 'R001');
    given(awaiting([supplement('R001')]), redeemed('09:00'))
      .when(print, at('09:30'))
      .thenRefused('SUPPLEMENT_USED', 'R001');
    given(awaiting([supplement('R001')]))
      .when({ ...print, window: 'w99' })
      .thenRefused('UNKNOWN_WINDOW', 'w99');
  });
});
