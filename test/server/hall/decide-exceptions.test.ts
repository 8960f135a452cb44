import type { OutOfTurnReason } from '../../../common/contract/commands.ts';
import type { Role } from '../../../common/contract/config.ts';
import type { HallCommand } from '../../../server/hall/commands.ts';
import type { HallEvent } from '../../../server/hall/events.ts';
import { atWindow, given, issued, ofWindow, opened, type Past, ticketId } from '../../support/given.ts';
import { all, type Cell, type OpenDayState, TICKET_IS, tabulate, WINDOW_IS } from '../../support/pasts.ts';
import { at } from '../../support/small-hall.ts';

const asker = { role: 'lead' } as const;
const about = (number: string, window: string, reason: OutOfTurnReason = 'frail') =>
  ({ window, ticket: ticketId(number), reason }) as const;
const because = (number: string, window: string) =>
  ({ ...about(number, window), number, role: 'lead' }) as const;

const called = (number: string, window: string): HallEvent => ({
  type: 'CalledOutOfTurn',
  ...because(number, window),
});
const moved = (number: string, toWindow: string, window = 'w2'): HallEvent & Past => ({
  type: 'MovedOutOfTurn',
  ...because(number, window),
  toWindow,
});
const changed = (number: string, category: string | null, due: string): HallEvent & Past => ({
  ...{ type: 'CategoryChanged', ...because(number, 'w2'), category, ground: 'seen', dueAt: at(due) },
});
const change = (category: string | null, number = 'A001') =>
  ({ type: 'ChangeCategory', ...about(number, 'w2'), category, ground: 'seen' }) as const;

const COMMANDS: HallCommand[] = [
  { type: 'CallTicket', ...about('A001', 'w2') },
  { type: 'MoveTicket', ...about('A001', 'w2'), toWindow: 'w3' },
  change('veteran'),
];

describe('out of turn', () => {
  const w2: Past[] = [ofWindow('WindowOpened', 'w2'), ofWindow('WindowOpened', 'w3')];
  const notWaiting = (['called', 'serving', 'held', 'missed', 'finished', 'cancelled'] as OpenDayState[]).map(
    (state): [string, Cell] => [state, ['TICKET_NOT_WAITING', state]],
  );
  const happens = [called('A001', 'w2'), moved('A001', 'w3'), changed('A001', 'veteran', '09:00')];
  tabulate(
    TICKET_IS,
    'ticket being',
    COMMANDS.map((command, index) => ({
      ...{ command, asker, before: w2 },
      cells: { ...Object.fromEntries(notWaiting), waiting: happens[index] as Cell },
    })),
  );

  const A002 = [ofWindow('WindowOpened', 'w3'), issued('A002', '08:50')];
  tabulate(WINDOW_IS, 'window being', [
    {
      ...{ command: { type: 'CallTicket', ...about('A002', 'w1') }, asker, before: A002 },
      cells: {
        closed: ['WINDOW_CLOSED', 'w1'],
        ...all(['free', 'ready'], called('A002', 'w1')),
        ...all(['calling', 'serving'], ['WINDOW_BUSY', 'w1']),
        paused: ['WINDOW_PAUSED', 'w1'],
      },
    },
    {
      command: { type: 'MoveTicket', ...about('A002', 'w1'), toWindow: 'w3' },
      ...{ asker, before: A002 },
      cells: all(Object.keys(WINDOW_IS), moved('A002', 'w3', 'w1')),
    },
  ]);

  for (const command of COMMANDS) {
    const waiting = given(opened(), ...w2, ...TICKET_IS.waiting);

    it(`${command.type} needs a lead or a manager, and says which`, () => {
      waiting.when(command, at('09:01'), { role: null }).thenRefused('ROLE_REQUIRED');
      waiting.when(command, at('09:01'), { role: 'clerk' }).thenRefused('ROLE_REQUIRED', 'clerk');
      const event = happens[COMMANDS.indexOf(command)] as HallEvent;
      for (const role of ['lead', 'manager'] as Role[])
        waiting.when(command, at('09:01'), { role }).thenHappened({ ...event, role } as HallEvent);
    });

    it(`${command.type} says why it was done`, () => {
      const event = happens[COMMANDS.indexOf(command)] as HallEvent;
      for (const reason of ['medical', 'infant', 'correction', 'fault', 'other'] as OutOfTurnReason[])
        waiting
          .when({ ...command, reason } as HallCommand, at('09:01'), asker)
          .thenHappened({ ...event, reason } as HallEvent);
    });

    it(`${command.type} is refused for a ticket or a window there is not, and between days`, () => {
      const ticket = ticketId('A777');
      waiting
        .when({ ...command, ticket } as HallCommand, at('09:01'), asker)
        .thenRefused('UNKNOWN_TICKET', ticket);
      waiting
        .when({ ...command, window: 'w9' } as HallCommand, at('09:01'), asker)
        .thenRefused('UNKNOWN_WINDOW', 'w9');
      given().when(command, 0, asker).thenRefused('DAY_NOT_OPEN');
    });
  }
});

describe('keeping a ticket for a window', () => {
  const waiting = [opened(), ofWindow('WindowOpened', 'w3'), ...TICKET_IS.waiting];
  const move = (toWindow: string) => ({ type: 'MoveTicket', ...about('A001', 'w2'), toWindow }) as const;

  it('is refused for a window there is not, and for the one it is kept for', () => {
    given(...waiting)
      .when(move('w9'), undefined, asker)
      .thenRefused('UNKNOWN_WINDOW', 'w9');
    given(...waiting, moved('A001', 'w3'))
      .when(move('w3'), undefined, asker)
      .thenRefused('TRANSFER_TO_SELF', 'w3');
    given(...waiting, moved('A001', 'w3'))
      .when(move('w1'), undefined, asker)
      .thenHappened(moved('A001', 'w1'));
  });

  it('is refused for a window that is closed, and not for one that is paused', () => {
    given(...waiting)
      .when(move('w4'), undefined, asker)
      .thenRefused('WINDOW_CLOSED', 'w4');
    const paused: Past = { type: 'WindowPaused', window: 'w4', reason: 'meal' };
    given(...waiting, ofWindow('WindowOpened', 'w4'), paused)
      .when(move('w4'), undefined, asker)
      .thenHappened(moved('A001', 'w4'));
  });

  it('lets that window alone call it in turn, until it closes', () => {
    const kept = [...waiting, moved('A001', 'w3')];
    const next = (window: string) => ({ type: 'CallNext', window, ready: false }) as const;
    given(...kept)
      .when(next('w1'))
      .thenRefused('NO_ONE_WAITING', 'w1');
    given(...kept)
      .when(next('w3'))
      .thenHappened(atWindow('TicketCalled', 'A001', 'w3'));
    given(...kept, ofWindow('WindowClosed', 'w3'))
      .when(next('w1'))
      .thenHappened(atWindow('TicketCalled', 'A001', 'w1'));
  });

  it('calls it there in the same breath if the window is ready', () => {
    given(opened(), ofWindow('WindowOpened', 'w2'), ofWindow('WindowReady', 'w2'), issued('A001', '09:00'))
      .when(move('w2'), undefined, asker)
      .thenHappened(moved('A001', 'w2'), atWindow('TicketCalled', 'A001', 'w2'));
  });
});

describe('changing a category', () => {
  const waiting = given(opened(), ...TICKET_IS.waiting);

  it('makes a ticket due as if it had come with it', () => {
    waiting.when(change('elderly'), at('09:10'), asker).thenHappened(changed('A001', 'elderly', '09:12'));
    waiting.when(change('veteran'), at('09:10'), asker).thenHappened(changed('A001', 'veteran', '09:00'));
    waiting.when(change(null), at('09:10'), asker).thenHappened(changed('A001', null, '09:20'));
  });

  it('is refused for a category the hall does not have', () => {
    waiting.when(change('tall'), at('09:10'), asker).thenRefused('UNKNOWN_CATEGORY', 'tall');
  });

  it('takes nothing off what a return has put back, and leaves a booking due by its slot', () => {
    const back: Past = {
      ...{ type: 'TicketReturned', ticket: ticketId('A001'), number: 'A001' },
      ...{ dueAt: at('09:45'), returns: 1, ahead: 0 },
    };
    given(opened(), ...TICKET_IS.missed, back)
      .when(change('veteran'), at('09:41'), asker)
      .thenHappened(changed('A001', 'veteran', '09:45'));
    const booked = issued('A002', '09:50', { kind: 'booked', dueAt: at('10:05'), notBefore: at('09:45') });
    given(opened(), booked)
      .when(change('veteran', 'A002'), at('09:51'), asker)
      .thenHappened(changed('A002', 'veteran', '10:05'));
  });
});
