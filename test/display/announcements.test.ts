import { expect } from 'chai';
import type { CallView } from '../../common/contract/views.ts';
import {
  ANNOUNCE_WITHIN_MS,
  type Announcements,
  advance,
  FRESH_MS,
  GIVE_UP_AFTER_MS,
  isFresh,
  LONGEST_MS,
  listedCalls,
  MAX_WAITING,
  NOTHING_ANNOUNCED,
  SHORTEST_MS,
  standingCall,
  standsFor,
  takeIn,
} from '../../display/announcements.ts';

const NOON = Date.parse('2026-11-23T12:00:00+08:00');

function call(id: number, over: Partial<CallView> = {}): CallView {
  const number = `A${String(id).padStart(3, '0')}`;
  return { id, number, window: id, zone: 'a', at: NOON, times: 1, ...over };
}

/** Plays a wall: views arrive at given instants, steps are taken when due. Returns [ms, number] announced. */
function play(arrivals: [ms: number, calls: CallView[]][], untilMs: number): [number, string][] {
  const announced: [number, string][] = [];
  let state: Announcements = NOTHING_ANNOUNCED;
  let due: number | null = null;
  for (let ms = 0; ms <= untilMs; ms++) {
    for (const [, calls] of arrivals.filter(([at]) => at === ms)) {
      state = takeIn(state, calls, NOON + ms);
      due = ms;
    }
    if (due === null || ms < due) continue;
    const step = advance(state, NOON + ms, ms);
    state = step.state;
    due = step.nextInMs === null ? null : ms + step.nextInMs;
    if (step.announced !== null) announced.push([ms, step.announced.number]);
  }
  return announced;
}

const numbers = (calls: readonly CallView[]): string[] => calls.map(({ number }) => number);

describe('announcements: one serial queue, nothing overwrites anything', () => {
  it('shows the first call at once', () => {
    expect(play([[0, [call(1)]]], 10)).to.deep.equal([[0, 'A001']]);
  });

  it('lets two calls of one instant stand one after the other, by id, however they arrive', () => {
    const both = [call(2), call(1)];
    expect(play([[0, both]], 20_000)).to.deep.equal([
      [0, 'A001'],
      [LONGEST_MS, 'A002'],
    ]);
  });

  it('shows a call at once when the one before has had its time', () => {
    const arrivals: [number, CallView[]][] = [
      [0, [call(1)]],
      [9000, [call(2), call(1)]],
    ];
    expect(play(arrivals, 20_000)).to.deep.equal([
      [0, 'A001'],
      [9000, 'A002'],
    ]);
  });

  it('shows every window of a hall that calls in one instant, each for at least the shortest time', () => {
    const all = Array.from({ length: 55 }, (_, index) => call(index + 1));
    const announced = play([[0, all]], 120_000);
    expect(announced.map(([, number]) => number)).to.deep.equal(numbers(all));
    announced.slice(1).forEach(([ms], index) => {
      expect(ms - (announced[index]?.[0] ?? 0)).to.be.at.least(SHORTEST_MS);
    });
  });

  it('announces a call once, though every view repeats it', () => {
    const same: [number, CallView[]][] = [0, 100, 5000, 9000].map((ms) => [ms, [call(1)]]);
    expect(play(same, 20_000)).to.deep.equal([[0, 'A001']]);
  });

  it('announces a recall again', () => {
    const recall = call(7, { number: 'A001', window: 1, times: 2 });
    expect(
      play(
        [
          [0, [call(1)]],
          [6000, [recall, call(1)]],
        ],
        20_000,
      ),
    ).to.deep.equal([
      [0, 'A001'],
      [6000, 'A001'],
    ]);
  });

  it('shows a ticket once when it is recalled before its first call was shown', () => {
    const recall = call(9, { number: 'A002', window: 2, times: 2 });
    const arrivals: [number, CallView[]][] = [
      [0, [call(1), call(2), call(3)]],
      [100, [recall, call(3), call(2), call(1)]],
    ];
    expect(play(arrivals, 20_000).map(([, number]) => number)).to.deep.equal(['A001', 'A002', 'A003']);
  });
});

describe('announcements: after a reconnect', () => {
  const shown = (): Announcements => advance(takeIn(NOTHING_ANNOUNCED, [call(1)], NOON), NOON, 0).state;

  for (const [what, age, waiting] of [
    ['announces a call of the last minute that was missed', ANNOUNCE_WITHIN_MS, ['A002']],
    ['does not announce one that is older', ANNOUNCE_WITHIN_MS + 1, []],
  ] as const) {
    it(what, () => {
      const state = takeIn(shown(), [call(2), call(1)], NOON + age);
      expect(numbers(state.waiting)).to.deep.equal(waiting);
      expect(state.seen).to.equal(2);
    });
  }

  it('lets the newest missed call stand, not fresh, and lists the others', () => {
    const calls = [call(4), call(3), call(2), call(1)];
    const state = takeIn(shown(), calls, NOON + 600_000);
    const standing = standingCall(state, calls);
    expect(standing?.number).to.equal('A004');
    expect(isFresh(state, standing, 1000)).to.equal(false);
    expect(numbers(listedCalls(state, calls, standing, 9))).to.deep.equal(['A003', 'A002', 'A001']);
  });

  it('starts anew when the ids are lower: the hall was set up anew', () => {
    const state = takeIn({ ...shown(), seen: 900 }, [call(3)], NOON);
    expect(numbers(state.waiting)).to.deep.equal(['A003']);
    expect(state.seen).to.equal(3);
  });

  it('keeps its place when a new day begins with no calls', () => {
    const state = shown();
    expect(takeIn(state, [], NOON)).to.equal(state);
  });
});

describe('announcements: bounds', () => {
  for (const [waiting, ms] of [
    [0, LONGEST_MS],
    [1, LONGEST_MS],
    [2, 3500],
    [5, 2000],
    [6, SHORTEST_MS],
    [64, SHORTEST_MS],
  ] as const) {
    it(`lets a call stand ${ms} ms with ${waiting} behind it`, () => {
      expect(standsFor(waiting)).to.equal(ms);
    });
  }

  it(`keeps the newest ${MAX_WAITING} of more`, () => {
    const many = Array.from({ length: MAX_WAITING + 2 }, (_, index) => call(index + 1));
    const { waiting } = takeIn(NOTHING_ANNOUNCED, many, NOON);
    expect([waiting.length, waiting[0]?.number]).to.deep.equal([MAX_WAITING, 'A003']);
  });

  it('does not send anybody to a window minutes late, after the screen was suspended', () => {
    const state = takeIn(NOTHING_ANNOUNCED, [call(1)], NOON);
    expect(advance(state, NOON + GIVE_UP_AFTER_MS + 1, 0)).to.deep.equal({
      state: { seen: 1, waiting: [], standing: null },
      announced: null,
      nextInMs: null,
    });
  });

  it('keeps a call fresh for a while after it appeared', () => {
    const { state } = advance(takeIn(NOTHING_ANNOUNCED, [call(1)], NOON), NOON, 500);
    expect([500, 500 + FRESH_MS - 1, 500 + FRESH_MS].map((at) => isFresh(state, call(1), at))).to.deep.equal([
      true,
      true,
      false,
    ]);
  });
});

describe('announcements: the list beside', () => {
  it('lists each ticket once by its latest call, without the standing one and those still to be shown', () => {
    const recall = call(5, { number: 'A001', window: 1, times: 2 });
    const calls = [call(6), recall, call(4), call(3), call(2), call(1)];
    const state: Announcements = { seen: 6, waiting: [call(6)], standing: { call: call(4), since: 0 } };
    const standing = standingCall(state, calls);
    expect(standing?.number).to.equal('A004');
    expect(listedCalls(state, calls, standing, 9).map(({ id }) => id)).to.deep.equal([5, 3, 2]);
    expect(listedCalls(state, calls, standing, 2).map(({ id }) => id)).to.deep.equal([5, 3]);
  });
});
