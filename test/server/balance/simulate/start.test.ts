import { expect } from 'chai';
import type { PauseReason } from '../../../../common/contract/commands.ts';
import { startOf } from '../../../../server/balance/simulate/start.ts';
import { hallAfter, ofWindow, opened, type Past } from '../../../support/given.ts';
import { at } from '../../../support/small-hall.ts';

const w1 = ofWindow('WindowOpened', 'w1');
const paused = (reason: PauseReason, when: string): Past => ({
  ...{ type: 'WindowPaused', window: 'w1', reason, at: at(when) },
});
const awayUntil = (...past: Past[]): number | undefined =>
  startOf(hallAfter(opened(), ...past), at('10:00')).windows[0]?.awayUntil;

describe('a window that is paused serves nobody for a while', () => {
  const table: [string, PauseReason, string, string][] = [
    ['a break: a quarter of an hour from its beginning', 'break', '09:55', '10:10'],
    ['a meal: half an hour', 'meal', '09:50', '10:20'],
    ['a meeting: an hour', 'meeting', '09:30', '10:30'],
    ['overstayed: five minutes from now, again and again', 'break', '09:00', '10:05'],
  ];
  for (const [title, reason, since, back] of table)
    it(title, () => {
      expect(awayUntil(w1, paused(reason, since))).to.equal(at(back));
    });

  it('a window that is open, or closed, is away by its plan alone', () => {
    expect(awayUntil(w1)).to.equal(at('10:00'));
    expect(awayUntil()).to.equal(at('10:00'));
    expect(awayUntil(w1, paused('break', '09:55'), ofWindow('WindowReopened', 'w1'))).to.equal(at('10:00'));
  });
});
