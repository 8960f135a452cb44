import { expect } from 'chai';
import { found, matterPlaces, type Option, queuePlaces, windowPlaces } from '../../counter-client/places.ts';
import { stepped } from '../../counter-client/step-focus.ts';
import { queue, view, windowOf } from './fixtures.ts';

const OPTIONS: Option[] = [
  { id: 'q:shebao', mark: 'A', name: '社会保险和就业' },
  { id: 'q:jiaoyu', mark: 'K', name: '教育和入学' },
  { id: 'w:w1', mark: '1', name: '1号窗口' },
  { id: 'w:w12', mark: '12', name: '12号窗口' },
  { id: 'w:w2', mark: '2', name: '2号窗口' },
];
const ids = (typed: string, options = OPTIONS): string[] => found(options, typed).map(({ id }) => id);

describe('what is typed to find a place', () => {
  const CASES: [typed: string, ids: string[]][] = [
    ['', OPTIONS.map(({ id }) => id)],
    ['a', ['q:shebao']],
    ['k', ['q:jiaoyu']],
    ['1', ['w:w1', 'w:w12']],
    ['12', ['w:w12']],
    ['2', ['w:w2', 'w:w12']],
    ['教育', ['q:jiaoyu']],
    ['jiao', ['q:jiaoyu']],
    ['Ａ', ['q:shebao']],
    ['zz', []],
  ];
  for (const [typed, expected] of CASES) {
    it(`“${typed}” finds ${expected.join(', ') || 'nothing'}`, () => {
      expect(ids(typed)).to.deep.equal(expected);
    });
  }

  it('keeps every matter the hall has found, and none while nothing is typed', () => {
    const options = [...OPTIONS, { id: 'm:x', mark: 'A', name: '失业登记' }];
    expect(ids('sydj', options)).to.deep.equal(['m:x']);
    expect(ids('a', options)).to.deep.equal(['q:shebao', 'm:x']);
    expect(ids('', options)).not.to.include('m:x');
  });
});

describe('places of a hall', () => {
  const { hall, queues } = view('free');
  const board = {
    ...{ hall, seq: 1, at: 1, calls: [] },
    windows: [{ ...windowOf('free'), id: 'w9', number: 9 }, windowOf('free')],
    queues: [queue('a', 0), queue('x', 0)],
  };
  const matters = [
    { id: 'x-1', name: { 'zh-CN': '办证' }, department: 'd', queue: 'x', promisedWorkingDays: 0 },
  ];
  const known = { window: 'w3', queues, board, matters };

  it('are every queue of the hall, or the own ones until it has been read', () => {
    expect(queuePlaces(known, 'zh-CN').map(({ id }) => id)).to.deep.equal(['q:a', 'q:x']);
    expect(queuePlaces({ ...known, board: null }, 'zh-CN').map(({ id }) => id)).to.deep.equal([
      'q:a',
      'q:b',
      'q:c',
    ]);
  });

  it('are every window but the own, by number', () => {
    expect(windowPlaces(known, 'en')).to.deep.equal([{ id: 'w:w9', mark: '9', name: 'Window 9' }]);
  });

  it('are the matters found, with the letter of their queue', () => {
    expect(matterPlaces(known, 'zh-CN')).to.deep.equal([{ id: 'm:x-1', mark: 'X', name: '办证' }]);
  });
});

describe('the step through a list', () => {
  it('enters it at an end and goes round', () => {
    expect([stepped(-1, 1, 3), stepped(-1, -1, 3), stepped(2, 1, 3), stepped(0, -1, 3)]).to.deep.equal([
      0, 2, 0, 2,
    ]);
    expect(stepped(-1, 1, 0)).to.equal(-1);
  });
});
