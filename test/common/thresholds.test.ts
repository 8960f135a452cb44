import { expect } from 'chai';
import { type Crossed, crossedBy } from '../../common/thresholds.ts';

const NOW = 100 * 60_000;

describe('the thresholds of a queue', () => {
  const table: [string, waiting: number, minutes: number | null, windows: number, Crossed[]][] = [
    ['nobody waits', 0, null, 0, []],
    ['each reached, and none crossed', 20, 30.9, 2, []],
    ['a wait of whole minutes', 1, 31, 1, [{ kind: 'wait', value: 31, limit: 30 }]],
    ['a person more', 21, 5, 3, [{ kind: 'waiting', value: 21, limit: 20 }]],
    ['a window less', 15, 5, 1, [{ kind: 'per-window', value: 15, limit: 10 }]],
    ['no window counts as one', 11, 5, 0, [{ kind: 'per-window', value: 11, limit: 10 }]],
    [
      'all, the wait first',
      44,
      40,
      4,
      [
        { kind: 'wait', value: 40, limit: 30 },
        { kind: 'waiting', value: 44, limit: 20 },
        { kind: 'per-window', value: 11, limit: 10 },
      ],
    ],
  ];
  for (const [title, waiting, minutes, openWindows, crossed] of table)
    it(title, () => {
      const waitingSince = minutes === null ? null : NOW - minutes * 60_000;
      expect(crossedBy({ waiting, waitingSince, openWindows }, NOW)).to.deep.equal(crossed);
    });
});
