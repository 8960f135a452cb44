import { expect } from 'chai';
import { IDLE_LIMITS, type Idleness, idleAfter } from '../../ticket-client/kiosk/idle.ts';

function idle(change: Partial<Idleness>) {
  return idleAfter({
    idleMs: 0,
    step: 'matters',
    isPristine: false,
    isBusy: false,
    isLarge: false,
    ...change,
  });
}

describe('a kiosk left alone', () => {
  it('goes back to its start after a minute, and shows the last fifteen seconds', () => {
    expect(idle({ idleMs: 44_999 })).to.deep.equal({ secondsLeft: 16, warns: false, isOver: false });
    expect(idle({ idleMs: 45_000 })).to.deep.equal({ secondsLeft: 15, warns: true, isOver: false });
    expect(idle({ idleMs: 59_999 })).to.deep.equal({ secondsLeft: 1, warns: true, isOver: false });
    expect(idle({ idleMs: 60_000 })).to.deep.equal({ secondsLeft: 0, warns: true, isOver: true });
  });

  it('goes home from a number after twelve seconds, counting from the first', () => {
    expect(idle({ step: 'ticket' })).to.deep.equal({ secondsLeft: 12, warns: true, isOver: false });
    expect(idle({ step: 'ticket', idleMs: IDLE_LIMITS.ticketMs }).isOver).to.equal(true);
  });

  it('gives more time to those who read in large type', () => {
    expect(idle({ isLarge: true, idleMs: 60_000 }).isOver).to.equal(false);
    expect(idle({ isLarge: true, idleMs: 90_000 }).isOver).to.equal(true);
    expect(idle({ isLarge: true, step: 'ticket', idleMs: 12_000 }).isOver).to.equal(false);
  });

  it('counts nothing down on an untouched start, and sends nobody away from a number under way', () => {
    const never = { secondsLeft: null, warns: false, isOver: false };
    expect(idle({ isPristine: true, idleMs: 3_600_000 })).to.deep.equal(never);
    expect(idle({ isBusy: true, idleMs: 3_600_000 })).to.deep.equal(never);
  });
});
