import { expect } from 'chai';
import { waitingAt } from '../../counter-client/waiting.ts';
import { queue, TEN, view } from './fixtures.ts';

describe('who waits for a window', () => {
  it("is listed in the window's own order, its primary queue marked, with the longest wait of all", () => {
    const { rows, total, longestMs, late } = waitingAt(view('free'), TEN);
    expect(rows.map(({ id, waiting, primary, late }) => [id, waiting, primary, late])).to.deep.equal([
      ['a', 3, true, true],
      ['b', 0, false, false],
      ['c', 2, false, false],
    ]);
    expect([total, longestMs, late]).to.deep.equal([5, 25 * 60_000, true]);
  });

  it('has each queue’s expected wait, and none where nobody can tell', () => {
    const { window, queues } = view('free');
    const expected = { p50: 12, p90: 20 };
    const { rows } = waitingAt(
      { window, queues: { ...queues, a: { ...queue('a', 3), wait: expected } } },
      TEN,
    );
    expect(rows.map(({ wait }) => wait)).to.deep.equal([expected, null, null]);
  });

  it('leaves out queues the view does not hold, and waits for nobody at nobody', () => {
    const empty = { ...view('free'), queues: {} };
    expect(waitingAt(empty, TEN)).to.deep.equal({
      rows: [],
      reserved: 0,
      total: 0,
      longestMs: null,
      late: false,
    });
  });

  it('counts those who wait for this very window', () => {
    const { window, queues } = view('ready');
    const waiting = waitingAt({ window: { ...window, reserved: 2 }, queues }, TEN);
    expect([waiting.reserved, waiting.total]).to.deep.equal([2, 7]);
  });
});
