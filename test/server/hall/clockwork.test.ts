import { expect } from 'chai';
import { dueCommands } from '../../../server/hall/clockwork.ts';
import type { HallCommand } from '../../../server/hall/commands.ts';
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
import { WINDOW_IS } from '../../support/pasts.ts';
import { at, DAY, smallSetup } from '../../support/small-hall.ts';

const due = (instant: number, ...past: Past[]): HallCommand[] => dueCommands(hallAfter(...past), instant);

describe('what the passing of time asks for', () => {
  it('is to miss a call nobody answers, once the time to come has passed, where the hall has set one', () => {
    const setup = smallSetup({ rule: { autoMissMinutes: 2 } });
    const miss = { type: 'MissUnanswered', window: 'w1', ticket: ticketId('A001') };
    expect(due(at('09:02') - 1, opened(setup), ...WINDOW_IS.calling)).to.deep.equal([]);
    expect(due(at('09:02'), opened(setup), ...WINDOW_IS.calling)).to.deep.equal([miss]);
    expect(due(at('12:00'), opened(setup), ...WINDOW_IS.serving)).to.deep.equal([]);
    expect(due(at('12:00'), opened(), ...WINDOW_IS.calling)).to.deep.equal([]);
  });

  it('is to call to a ready window whom another window, by closing, has let go', () => {
    const past: Past[] = [
      ...[opened(), ofWindow('WindowOpened', 'w3'), issued('A001', '09:00')],
      {
        ...{ type: 'MovedOutOfTurn', ticket: ticketId('A001'), number: 'A001', window: 'w1' },
        ...{ role: 'lead', reason: 'other', toWindow: 'w3' },
      },
      ...WINDOW_IS.ready,
    ];
    expect(due(at('09:01'), ...past)).to.deep.equal([]);
    expect(due(at('09:01'), ...past, ofWindow('WindowClosed', 'w3'))).to.deep.equal([
      { type: 'CallNext', window: 'w1', ready: false },
    ]);
  });

  it('is nothing before the first day and between days', () => {
    expect(due(at('09:00'))).to.deep.equal([]);
    expect(
      due(at('23:00'), opened(), ...WINDOW_IS.calling, { type: 'DayClosed', day: DAY, ended: {} }),
    ).to.deep.equal([]);
  });
});

describe('a hall that calls by itself', () => {
  const begun = opened(smallSetup({ rule: { automatic: true, callsBeforeMiss: 1 } }));
  const ready = ofWindow('WindowReady', 'w1') as { type: 'WindowReady'; window: string };

  it('makes a window ready as it opens, comes back from a pause, or has done with a ticket', () => {
    given(begun)
      .when({ type: 'OpenWindow', window: 'w1' })
      .thenHappened({ type: 'WindowOpened', window: 'w1' }, ready);
    given(begun, ...WINDOW_IS.paused)
      .when({ type: 'ReopenWindow', window: 'w1' })
      .thenHappened({ type: 'WindowReopened', window: 'w1' }, ready);
    given(begun, ...WINDOW_IS.serving)
      .when({ type: 'FinishService', window: 'w1' })
      .thenHappened(atWindow('ServiceFinished', 'A001', 'w1'), ready);
    given(begun, ...WINDOW_IS.calling)
      .when({ type: 'MissTicket', window: 'w1' })
      .thenHappened(atWindow('TicketMissed', 'A001', 'w1'), ready);
  });

  it('calls the next at once when somebody waits', () => {
    given(begun, ...WINDOW_IS.serving, issued('A002', '09:01'))
      .when({ type: 'FinishService', window: 'w1' })
      .thenHappened(atWindow('ServiceFinished', 'A001', 'w1'), atWindow('TicketCalled', 'A002', 'w1'));
  });

  it('leaves a window alone that is paused or closed', () => {
    const { at: _, ...event } = issued('A001', '09:00');
    for (const past of [WINDOW_IS.paused, WINDOW_IS.closed])
      given(begun, ...past)
        .when(issueTicket('social'), at('09:00'))
        .thenHappened(event);
  });
});
