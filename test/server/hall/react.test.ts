import { atWindow, given, issued, ofWindow, opened, type Past, ticketId } from '../../support/given.ts';
import { at, smallSetup } from '../../support/small-hall.ts';

const moved = (number: string): Past => ({
  ...{ type: 'MovedOutOfTurn', ticket: ticketId(number), number, window: 'w3' },
  ...{ role: 'lead', reason: 'other', toWindow: 'w3' },
});
const ready = (...windows: string[]): Past[] =>
  windows.flatMap((window) => [ofWindow('WindowOpened', window), ofWindow('WindowReady', window)]);
const closed = { type: 'WindowClosed', window: 'w3' } as const;
const close = { type: 'CloseWindow', window: 'w3' } as const;

/** w3 is to serve two who wait for it alone, and one more who waits for anybody of the estate queue. */
const forW3: Past[] = [
  ...[opened(), ofWindow('WindowOpened', 'w3')],
  ...[issued('A001', '09:00'), issued('A002', '09:01'), issued('B001', '09:02')],
  ...[moved('A001'), moved('A002'), moved('B001')],
];

describe('windows that are ready', () => {
  it('get whom a window that closes lets go of, each by the rule, in the same breath', () => {
    // w1: social and tax; w2: tax; w4: estate and social. B001 is due first, and tax is w2's own business.
    given(...forW3, ...ready('w1', 'w2', 'w4'))
      .when(close, at('09:05'))
      .thenHappened(
        closed,
        atWindow('TicketCalled', 'B001', 'w2'),
        atWindow('TicketCalled', 'A001', 'w1'),
        atWindow('TicketCalled', 'A002', 'w4'),
      );
    given(...forW3, ...ready('w4'))
      .when(close, at('09:05'))
      .thenHappened(closed, atWindow('TicketCalled', 'A001', 'w4'));
  });

  it('get nobody they can not serve, and nobody is called where no clerk is ready', () => {
    given(...forW3.slice(0, 3), moved('A001'), ...ready('w2'))
      .when(close, at('09:05'))
      .thenHappened(closed);
    given(...forW3, ofWindow('WindowOpened', 'w1'), ofWindow('WindowOpened', 'w2'))
      .when(close, at('09:05'))
      .thenHappened(closed);
  });

  it('get whom a changed setup lets them serve', () => {
    const windows = smallSetup().windows.map((window) =>
      window.id === 'w2' || window.id === 'w1' ? { ...window, queues: ['tax', 'social', 'estate'] } : window,
    );
    const setup = smallSetup({ windows });
    const waiting = [issued('C001', '09:00'), issued('C002', '09:01'), issued('C003', '09:02')];
    given(opened(), ...waiting, ...ready('w1', 'w2'))
      .when({ type: 'ConfigureHall', setup }, at('09:05'))
      .thenHappened(
        { type: 'HallConfigured', setup },
        atWindow('TicketCalled', 'C001', 'w1'),
        atWindow('TicketCalled', 'C002', 'w2'),
      );
  });
});
