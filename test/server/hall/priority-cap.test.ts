import { atWindow, given, issued, ofWindow, opened, type Past } from '../../support/given.ts';
import { at, smallSetup } from '../../support/small-hall.ts';

/** Twenty calls or so at 09:00, some of them with a target that a category shortened; then two wait. */
function hour(all: number, shortened: number, share = 0.5): Past[] {
  const calls = Array.from({ length: all }, (_, index): Past[] => {
    const number = `A${String(index + 1).padStart(3, '0')}`;
    const category = index < shortened ? { category: 'elderly', dueAt: at('09:12') } : {};
    const served = (['TicketCalled', 'ServiceStarted', 'ServiceFinished'] as const).map((type) =>
      atWindow(type, number, 'w1'),
    );
    return [issued(number, '09:00', category), ...served];
  });
  return [
    opened(smallSetup({ rule: { shortenedShare: share } })),
    ofWindow('WindowOpened', 'w1'),
    ...calls.flat(),
    issued('A100', '09:10'),
    issued('A101', '09:15', { category: 'elderly', dueAt: at('09:27') }),
  ];
}

const next = { type: 'CallNext', window: 'w1', ready: false } as const;
const calls = (past: Past[], number: string, instant = at('09:16')) =>
  given(...past)
    .when(next, instant)
    .thenHappened(atWindow('TicketCalled', number, 'w1'));

describe('the share of an hour’s calls that shortened targets may take', () => {
  it('is theirs while it is not used up: who is due earlier comes earlier', () => {
    calls(hour(20, 9), 'A101');
  });

  it('once used up lets their full target count', () => {
    calls(hour(20, 10), 'A100');
    calls(hour(20, 11), 'A100');
  });

  it('says nothing yet of fewer than twenty calls', () => {
    calls(hour(19, 19), 'A101');
  });

  it('is what the hall says: none at all, or all of them', () => {
    calls(hour(20, 0, 0), 'A100');
    calls(hour(20, 19, 1), 'A101');
    calls(hour(20, 20, 1), 'A100');
  });

  it('is of the last hour only: a call is out of it an hour later to the millisecond', () => {
    calls(hour(20, 20), 'A100', at('10:00') - 1);
    calls(hour(20, 20), 'A101', at('10:00'));
  });
});
