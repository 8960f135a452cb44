import { expect } from 'chai';
import type { HallEvent } from '../../../server/hall/events.ts';
import {
  atWindow,
  given,
  hallAfter,
  issued,
  ofWindow,
  opened,
  type Past,
  ticketId,
} from '../../support/given.ts';
import { held, TICKET_IS, transferred, WINDOW_IS } from '../../support/pasts.ts';
import { plainHall } from '../../support/plain-hall.ts';
import { at, smallSetup } from '../../support/small-hall.ts';

const A001 = { ticket: ticketId('A001'), number: 'A001', window: 'w1' };
const undo = { type: 'UndoAction', window: 'w1' } as const;
type Action = 'ServiceStarted' | 'ServiceFinished' | 'TicketMissed';
const undone = (action: Action, undoes: number): HallEvent => ({
  type: 'ActionUndone',
  ...A001,
  action,
  undoes,
});
const begun: Past[] = [opened()];
const further = [{ queue: 'tax', matter: null }];
const visit: Past[] = [
  ...[opened(), ofWindow('WindowOpened', 'w1'), issued('A001', '09:00', { further })],
  ...[atWindow('TicketCalled', 'A001', 'w1'), atWindow('ServiceStarted', 'A001', 'w1')],
  atWindow('ServiceFinished', 'A001', 'w1'),
  { type: 'MatterBegun', ticket: A001.ticket, number: 'A001', queue: 'tax', matter: null, ahead: 0 },
];

/** Each action that may be taken back: what was before it, and the log number it has. */
const ACTIONS: [Action, before: Past[], undoes: number][] = [
  ['ServiceStarted', TICKET_IS.called, 5],
  ['ServiceFinished', TICKET_IS.serving, 6],
  ['TicketMissed', TICKET_IS.called, 5],
];

describe('taking a misclick back', () => {
  for (const [action, before, undoes] of ACTIONS) {
    const past = [...begun, ...before, { ...atWindow(action, 'A001', 'w1'), at: at('09:05') }];

    it(`is done for ${action} within the time the hall allows, to the millisecond`, () => {
      given(...past)
        .when(undo, at('09:06'))
        .thenHappened(undone(action, undoes));
      given(...past)
        .when(undo, at('09:06') + 1)
        .thenRefused('UNDO_TOO_LATE', 'w1');
      given({ ...opened(smallSetup({ rule: { undoSeconds: 0 } })) }, ...past.slice(1))
        .when(undo, at('09:05') + 1)
        .thenRefused('UNDO_TOO_LATE', 'w1');
    });

    it(`is refused for ${action} to another clerk, and a second time`, () => {
      given(...past)
        .when(undo, at('09:05'), { by: 'counter:w2' })
        .thenRefused('NOTHING_TO_UNDO', 'w1');
      given(...past, undone(action, undoes))
        .when(undo)
        .thenRefused('NOTHING_TO_UNDO', 'w1');
    });

    it(`leaves the hall as it was before ${action}, its times included`, () => {
      const was = { seq: 0, at: 0 };
      const after = hallAfter(...past, { ...undone(action, undoes), at: at('09:05:30') } as Past);
      const before = hallAfter(...past.slice(0, -1));
      for (const window of before.windows.values()) window.last = null;
      expect(plainHall({ ...after, ...was })).to.deep.equal(plainHall({ ...before, ...was }));
    });
  }

  it('takes back the next matter with the finish that began it, while nothing has become of it', () => {
    given(...visit)
      .when(undo)
      .thenHappened(undone('ServiceFinished', 6));
    const called = [...visit, ofWindow('WindowOpened', 'w2'), atWindow('TicketCalled', 'A001', 'w2')];
    given(...called)
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'called');
    const cancelled: Past = { type: 'TicketCancelled', ticket: A001.ticket, number: 'A001' };
    given(...visit, cancelled)
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'cancelled');
    const moved: Past = {
      ...{ type: 'MovedOutOfTurn', ...A001, role: 'lead', reason: 'other', toWindow: 'w2' },
    };
    given(...visit, moved)
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'waiting');
  });

  it('is refused once the ticket has come back, or the window has gone on', () => {
    const missed = [...begun, ...TICKET_IS.missed];
    const due = at('09:20');
    const back: Past = {
      type: 'TicketReturned',
      ticket: A001.ticket,
      number: 'A001',
      dueAt: due,
      returns: 1,
      ahead: 0,
    };
    given(...missed, back)
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'waiting');
    const called = [...missed, issued('A002', '09:01'), atWindow('TicketCalled', 'A002', 'w1')];
    given(...called)
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'w1');
    given(...missed, ofWindow('WindowClosed', 'w1'))
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'missed');
    const paused: Past = { type: 'WindowPaused', window: 'w1', reason: 'meal' };
    given(...missed, paused)
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'missed');
  });

  it('is only of a start, a finish or a miss', () => {
    for (const past of [
      WINDOW_IS.closed,
      WINDOW_IS.free,
      WINDOW_IS.ready,
      WINDOW_IS.paused,
      WINDOW_IS.calling,
    ])
      given(...begun, ...past)
        .when(undo)
        .thenRefused('NOTHING_TO_UNDO', 'w1');
    given(...begun, ...TICKET_IS.held)
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'w1');
    given(...begun, ...TICKET_IS.serving, transferred('A001', 'w1', 'tax'))
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'w1');
    given(...begun, ...TICKET_IS.serving, held('A001', 'w1'), { type: 'TicketResumed', ...A001 })
      .when(undo)
      .thenRefused('NOTHING_TO_UNDO', 'w1');
    given(...begun)
      .when({ ...undo, window: 'w9' })
      .thenRefused('UNKNOWN_WINDOW', 'w9');
  });
});
