import { expect } from 'chai';
import type { WindowView } from '../../../common/contract/views.ts';
import {
  countStates,
  crossingsOf,
  figuresOf,
  LONG_SERVICE_MS,
  tilesOf,
} from '../../../counter-client/manager/floor/floor.ts';
import { crossingSentence, furtherWords, tileSentence } from '../../../counter-client/manager/floor/words.ts';
import { queue, TEN, ticket, windowOf } from '../fixtures.ts';

const QUEUES = { a: queue('a', 3, 12), b: queue('b', 0), c: queue('c', 1, 2) };

function windows(...all: Partial<WindowView>[]): Record<string, WindowView> {
  return Object.fromEntries(
    all.map((more, index) => {
      const id = `w${index + 1}`;
      return [id, { ...windowOf('free'), id, number: index + 1, ...more }];
    }),
  );
}

describe('the floor: what a window is doing', () => {
  it('orders the windows by number, whatever the order they came in', () => {
    const tiles = tilesOf(windows({ number: 12 }, { number: 2 }, { number: 7 }), QUEUES, TEN);
    expect(tiles.map(({ number }) => number)).to.deep.equal([2, 7, 12]);
  });

  for (const [what, status, lastsMs, state] of [
    ['a service under the limit is a service', 'serving', LONG_SERVICE_MS - 1, 'serving'],
    ['a service at the limit takes long', 'serving', LONG_SERVICE_MS, 'long'],
    ['a pause never takes long', 'paused', 10 * LONG_SERVICE_MS, 'paused'],
    ['a window that waits for people never takes long', 'free', 10 * LONG_SERVICE_MS, 'free'],
  ] as const) {
    it(what, () => {
      const [tile] = tilesOf(windows({ status, since: TEN - lastsMs }), QUEUES, TEN);
      expect(tile).to.include({ state, lastsMs });
    });
  }

  it('never shows a time below 0, though the clocks disagree', () => {
    expect(tilesOf(windows({ since: TEN + 5000 }), QUEUES, TEN)[0]?.lastsMs).to.equal(0);
  });

  it('counts the states, and adds the hall up', () => {
    const at = { status: 'serving', ticket: { ...ticket('A007'), calledAt: TEN } } as const;
    const tiles = tilesOf(windows(at, { status: 'paused' }, { status: 'closed', served: 0 }), QUEUES, TEN);
    expect([...countStates(tiles)]).to.deep.equal([
      ['serving', 1],
      ['paused', 1],
      ['closed', 1],
    ]);
    expect(figuresOf(tiles, Object.values(QUEUES), TEN)).to.deep.equal({
      waiting: 4,
      longestMs: 12 * 60_000,
      served: 8,
      openWindows: 1,
      windows: 3,
    });
  });

  it('does not take a window that is asked to open for one with other queues', () => {
    const isAssigned = (opens: object): boolean | undefined => {
      const assignment = { queues: ['c'], from: TEN, until: null, begun: true, advice: null, ...opens };
      return tilesOf(windows({ assignment }), QUEUES, TEN)[0]?.isAssigned;
    };
    expect(isAssigned({})).to.equal(true);
    expect(isAssigned({ opens: true })).to.equal(false);
  });

  it('says of a tile what is on it, and that its queues are its for a while', () => {
    const assignment = { queues: ['c', 'a'], from: TEN, until: null, begun: true, advice: null };
    const at = { status: 'serving', since: TEN - 65_000, queues: ['c', 'a'], assignment } as const;
    const [tile] = tilesOf(
      windows({ ...at, queues: ['c', 'a'], ticket: ticketAt('C003') } as Partial<WindowView>),
      QUEUES,
      TEN,
    );
    expect(tile && tileSentence(tile, 'zh-CN')).to.equal('1 号窗口，办理中 C003 1:05；临时可办 c业务、a业务');
    expect(tile && tileSentence(tile, 'en')).to.equal('Window 1, Serving C003 1:05; serves c, a (for now)');
  });
});

function ticketAt(number: string) {
  return { id: ticket(number).id, number, queue: 'c', calledAt: TEN, calls: 1 };
}

describe('the floor: thresholds', () => {
  for (const [what, crossed, sentence] of [
    ['30 minutes are not over 30', queue('a', 1, 30), null],
    ['31 minutes are', queue('a', 1, 31), 'a业务：最长已等 31 分钟'],
    ['20 people are not over 20', queue('a', 20, 5), null],
    ['21 people are', { ...queue('a', 21, 5), openWindows: 3 }, 'a业务：21 人等候'],
    ['10 a window are not over 10', { ...queue('a', 10, 5), openWindows: 1 }, null],
    ['11 a window are', { ...queue('a', 11, 5), openWindows: 1 }, 'a业务：平均每窗 11 人'],
    [
      'nobody serves those who wait',
      { ...queue('a', 2, 5), openWindows: 0 },
      'a业务：2 人等候，没有开放窗口可办',
    ],
    ['an empty queue without a window is calm', { ...queue('a', 0), openWindows: 0 }, null],
  ] as const) {
    it(what, () => {
      const said = crossingsOf([crossed], TEN).map((crossing) => crossingSentence(crossing, 'zh-CN'));
      expect(said).to.deep.equal(sentence === null ? [] : [sentence]);
    });
  }

  it('counts the queues that are not told in full', () => {
    expect([1, 11].map((further) => furtherWords(further, 'en'))).to.deep.equal([
      'and 1 more queue',
      'and 11 more queues',
    ]);
    expect(furtherWords(11, 'zh-CN')).to.equal('另有 11 项业务');
  });

  it('tells the longest wait first', () => {
    const crossings = crossingsOf([queue('a', 30, 5), queue('b', 1, 50), queue('c', 1, 40)], TEN);
    expect(crossings.map(({ queue: { id } }) => id)).to.deep.equal(['b', 'c', 'a']);
  });
});
