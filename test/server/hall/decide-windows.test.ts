import type { RejectionCode } from '../../../common/contract/rejections.ts';
import type { WindowStatus } from '../../../common/contract/views.ts';
import type { HallCommand } from '../../../server/hall/commands.ts';
import type { HallEvent } from '../../../server/hall/events.ts';
import { atWindow, given, issued, ofWindow, opened, type Past, ticketId } from '../../support/given.ts';
import { at } from '../../support/small-hall.ts';

const paused: Past = { type: 'WindowPaused', window: 'w1', reason: 'meal' };
const calledA001 = [issued('A001', '09:00'), atWindow('TicketCalled', 'A001', 'w1')];

/** What makes window w1 be in each status; calling and serving with ticket A001. */
const PASTS: Record<WindowStatus, Past[]> = {
  closed: [],
  free: [ofWindow('WindowOpened', 'w1')],
  ready: [ofWindow('WindowOpened', 'w1'), ofWindow('WindowReady', 'w1')],
  calling: [ofWindow('WindowOpened', 'w1'), ...calledA001],
  serving: [ofWindow('WindowOpened', 'w1'), ...calledA001, atWindow('ServiceStarted', 'A001', 'w1')],
  paused: [ofWindow('WindowOpened', 'w1'), paused],
};

type Refused = [code: RejectionCode, detail: string];
type Row = Record<WindowStatus, HallEvent | Refused>;

const CLOSED: Refused = ['WINDOW_CLOSED', 'w1'];
const PAUSED: Refused = ['WINDOW_PAUSED', 'w1'];
const BUSY: Refused = ['WINDOW_BUSY', 'w1'];
const OPEN: Refused = ['WINDOW_ALREADY_OPEN', 'w1'];
const NOT_PAUSED: Refused = ['WINDOW_NOT_PAUSED', 'w1'];
const NO_ONE: Refused = ['NO_ONE_WAITING', 'w1'];
const NONE_CALLED: Refused = ['TICKET_NOT_CALLED', 'w1'];
const NONE_SERVED: Refused = ['TICKET_NOT_SERVING', 'w1'];
const IS_SERVED: Refused = ['TICKET_NOT_CALLED', 'serving'];

const event = (type: 'WindowOpened' | 'WindowReady' | 'WindowReopened' | 'WindowClosed'): HallEvent => ({
  type,
  window: 'w1',
});
const breakTaken: HallEvent = { type: 'WindowPaused', window: 'w1', reason: 'break' };
const recalled: HallEvent = {
  ...atWindow('TicketCalled', 'A001', 'w1'),
  type: 'TicketRecalled',
  times: 2,
} as HallEvent;

/** One row a command, one column a status of its window: nobody else waits. */
const TABLE: [HallCommand, Row][] = [
  [
    { type: 'OpenWindow', window: 'w1' },
    { closed: event('WindowOpened'), free: OPEN, ready: OPEN, calling: OPEN, serving: OPEN, paused: OPEN },
  ],
  [
    { type: 'ReopenWindow', window: 'w1' },
    {
      closed: NOT_PAUSED,
      free: NOT_PAUSED,
      ready: NOT_PAUSED,
      calling: NOT_PAUSED,
      serving: NOT_PAUSED,
      paused: event('WindowReopened'),
    },
  ],
  [
    { type: 'PauseWindow', window: 'w1', reason: 'break' },
    { closed: CLOSED, free: breakTaken, ready: breakTaken, calling: BUSY, serving: BUSY, paused: PAUSED },
  ],
  [
    { type: 'CloseWindow', window: 'w1' },
    {
      closed: CLOSED,
      free: event('WindowClosed'),
      ready: event('WindowClosed'),
      calling: BUSY,
      serving: BUSY,
      paused: event('WindowClosed'),
    },
  ],
  [
    { type: 'CallNext', window: 'w1', ready: false },
    { closed: CLOSED, free: NO_ONE, ready: NO_ONE, calling: BUSY, serving: BUSY, paused: PAUSED },
  ],
  [
    { type: 'CallNext', window: 'w1', ready: true },
    {
      closed: CLOSED,
      free: event('WindowReady'),
      ready: NO_ONE,
      calling: BUSY,
      serving: BUSY,
      paused: PAUSED,
    },
  ],
  [
    { type: 'Recall', window: 'w1' },
    {
      closed: CLOSED,
      free: NONE_CALLED,
      ready: NONE_CALLED,
      calling: recalled,
      serving: IS_SERVED,
      paused: NONE_CALLED,
    },
  ],
  [
    { type: 'StartService', window: 'w1' },
    {
      closed: CLOSED,
      free: NONE_CALLED,
      ready: NONE_CALLED,
      calling: atWindow('ServiceStarted', 'A001', 'w1'),
      serving: IS_SERVED,
      paused: NONE_CALLED,
    },
  ],
  [
    { type: 'MissTicket', window: 'w1' },
    {
      closed: CLOSED,
      free: NONE_CALLED,
      ready: NONE_CALLED,
      calling: atWindow('TicketMissed', 'A001', 'w1'),
      serving: IS_SERVED,
      paused: NONE_CALLED,
    },
  ],
  [
    { type: 'FinishService', window: 'w1' },
    {
      closed: CLOSED,
      free: NONE_SERVED,
      ready: NONE_SERVED,
      calling: ['TICKET_NOT_SERVING', 'called'],
      serving: atWindow('ServiceFinished', 'A001', 'w1'),
      paused: NONE_SERVED,
    },
  ],
];

describe('what a clerk may do at a window', () => {
  for (const [command, row] of TABLE) {
    const title = command.type === 'CallNext' && command.ready ? 'CallNext and wait' : command.type;
    for (const [status, outcome] of Object.entries(row) as [WindowStatus, Row[WindowStatus]][]) {
      const refused = Array.isArray(outcome);
      it(`${title} at a ${status} window ${refused ? `is refused: ${outcome[0]}` : `is ${outcome.type}`}`, () => {
        const decision = given(opened(), ...PASTS[status]).when(command);
        if (refused) decision.thenRefused(...outcome);
        else decision.thenHappened(outcome);
      });
    }
    it(`${title} at a window that does not exist is refused: UNKNOWN_WINDOW`, () => {
      for (const window of ['w9', 'constructor', '']) {
        const elsewhere = { ...command, window } as HallCommand;
        given(opened()).when(elsewhere).thenRefused('UNKNOWN_WINDOW', window);
      }
    });
    it(`${title} before the first day, and between days, is refused: DAY_NOT_OPEN`, () => {
      given().when(command, 0).thenRefused('DAY_NOT_OPEN');
      given(opened(), { type: 'DayClosed', day: '2026-03-02', ended: {} })
        .when(command)
        .thenRefused('DAY_NOT_OPEN');
    });
  }
});

describe('what a clerk may do with a ticket', () => {
  const types = ['Recall', 'StartService', 'MissTicket', 'FinishService'] as const;

  for (const type of types) {
    it(`${type} of another ticket than the one at the window is refused: TICKET_NOT_AT_WINDOW`, () => {
      const past = type === 'FinishService' ? PASTS.serving : PASTS.calling;
      const ticket = ticketId('A002');
      given(opened(), ...past, issued('A002', '09:05'))
        .when({ type, window: 'w1', ticket })
        .thenRefused('TICKET_NOT_AT_WINDOW', ticket);
    });
  }

  it('names its ticket to be sure: the right one is as good as none', () => {
    given(opened(), ...PASTS.calling)
      .when({ type: 'StartService', window: 'w1', ticket: ticketId('A001') })
      .thenHappened(atWindow('ServiceStarted', 'A001', 'w1'));
  });

  it('counts every recall', () => {
    const again: Past = { ...recalled, at: at('09:01') };
    given(opened(), ...PASTS.calling, again)
      .when({ type: 'Recall', window: 'w1' })
      .thenHappened({ ...recalled, times: 3 } as HallEvent);
  });
});
