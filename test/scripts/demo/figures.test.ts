import { expect } from 'chai';
import { figuresOf, spread, type Visit } from '../../../scripts/demo/figures.ts';

const MINUTE_MS = 60_000;

describe('the figures of a day', () => {
  const visits: Visit[] = [
    visit({ state: 'finished', issued: 0, due: 20, called: 4, started: 5, ended: 15, window: 'w1' }),
    visit({ state: 'finished', issued: 0, due: 20, called: 30, started: 30, ended: 40, window: 'w1' }),
    visit({ state: 'missed', issued: 0, due: 20, called: 8, ended: 9, window: 'w2' }),
    visit({ state: 'cancelled', issued: 0, due: 20, ended: 3 }),
    visit({ state: 'waiting', issued: 50, due: 70 }),
  ];
  const moves = [
    { type: 'WindowOpened', window: 'w1', at: 0 },
    { type: 'WindowPaused', window: 'w1', at: 10 * MINUTE_MS },
    { type: 'WindowReopened', window: 'w1', at: 20 * MINUTE_MS },
    { type: 'WindowClosed', window: 'w1', at: 50 * MINUTE_MS },
    { type: 'WindowOpened', window: 'w2', at: 20 * MINUTE_MS },
  ];
  const { total, callsPerWindow, utilisation } = figuresOf(visits, moves, ['w1', 'w2'], 60 * MINUTE_MS);

  it('counts a wait from issue to first call, of everyone who was called', () => {
    expect(total.wait).to.deep.equal({ mean: 14, median: 8, p90: 30, max: 30 });
  });

  it('counts the walk from call to start and the service from start to end, of the served', () => {
    expect([total.walkMean, total.serviceMean]).to.deep.equal([0.5, 10]);
  });

  it('holds waits within the target against the served, the missed against the called', () => {
    expect([total.onTargetRate, total.abandonRate]).to.deep.equal([1 / 2, 1 / 3]);
  });

  it('gives every ticket one place', () => {
    const { issued, called, served, missed, cancelled, left } = total;
    expect({ issued, called, served, missed, cancelled, left }).to.deep.equal({
      issued: 5,
      called: 3,
      served: 2,
      missed: 1,
      cancelled: 1,
      left: 1,
    });
  });

  it('takes utilisation as serving of the time open and not paused', () => {
    expect(utilisation).to.equal(20 / (10 + 30 + 40));
    expect(callsPerWindow).to.deep.equal({ min: 1, mean: 1.5, max: 2 });
  });

  it('takes the nearest rank for a percentile', () => {
    expect(spread([5, 1, 3, 2, 4, 10, 9, 8, 7, 6])).to.deep.equal({ mean: 5.5, median: 5, p90: 9, max: 10 });
    expect(spread([])).to.deep.equal({ mean: 0, median: 0, p90: 0, max: 0 });
  });
});

interface Minutes {
  state: Visit['state'];
  issued: number;
  due: number;
  called?: number;
  started?: number;
  ended?: number;
  window?: string;
}

function visit({ state, issued, due, called, started, ended, window = undefined }: Minutes): Visit {
  const instant = (minute: number | undefined): number | null =>
    minute === undefined ? null : minute * MINUTE_MS;
  return {
    queue: 'tax',
    state,
    issuedAt: issued * MINUTE_MS,
    dueAt: due * MINUTE_MS,
    window: window ?? null,
    calledAt: instant(called),
    startedAt: instant(started),
    endedAt: instant(ended),
  };
}
