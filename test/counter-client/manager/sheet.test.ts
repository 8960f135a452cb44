import { expect } from 'chai';
import fc from 'fast-check';
import {
  assignmentsOf,
  changedWindows,
  changesCount,
  EMPTY_SHEET,
  hoursSet,
  instantAt,
  queuesOn,
  queueToggled,
  simulateOf,
  targetSet,
  unqualifiedOn,
  windowsReset,
} from '../../../counter-client/manager/what-if/sheet.ts';
import { TEN } from '../fixtures.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const WINDOWS = { w1: { queues: ['a', 'b'] }, w2: { queues: ['b'] } };

describe('what if: the sheet', () => {
  it('gives a queue to every chosen window that lacks it', () => {
    const sheet = queueToggled(EMPTY_SHEET, WINDOWS, ['w1', 'w2'], 'a');
    expect(queuesOn(sheet, WINDOWS, 'w1')).to.deep.equal(['a', 'b']);
    expect(queuesOn(sheet, WINDOWS, 'w2')).to.deep.equal(['b', 'a']);
    expect([...changedWindows(sheet)]).to.deep.equal(['w2']);
  });

  it('takes it away where all have it, and is empty again', () => {
    const given = queueToggled(EMPTY_SHEET, WINDOWS, ['w1', 'w2'], 'c');
    const taken = queueToggled(given, WINDOWS, ['w1', 'w2'], 'c');
    expect(taken).to.deep.equal(EMPTY_SHEET);
  });

  it('leaves a window its last queue', () => {
    const sheet = queueToggled(EMPTY_SHEET, WINDOWS, ['w2'], 'b');
    expect(queuesOn(sheet, WINDOWS, 'w2')).to.deep.equal(['b']);
    expect(changesCount(sheet)).to.equal(0);
  });

  it('never leaves a window without a queue, nor names one twice, whatever is pressed', () => {
    const presses = fc.array(
      fc.tuple(fc.subarray(['w1', 'w2'], { minLength: 1 }), fc.constantFrom('a', 'b', 'c')),
    );
    fc.assert(
      fc.property(presses, (all) => {
        const sheet = all.reduce(
          (each, [ids, queue]) => queueToggled(each, WINDOWS, ids, queue),
          EMPTY_SHEET,
        );
        for (const id of ['w1', 'w2']) {
          const queues = queuesOn(sheet, WINDOWS, id);
          expect(queues).to.not.be.empty;
          expect(new Set(queues).size).to.equal(queues.length);
        }
      }),
    );
  });

  it('asks for exactly what is changed', () => {
    let sheet = queueToggled(EMPTY_SHEET, WINDOWS, ['w2'], 'a');
    sheet = hoursSet(sheet, ['w1'], null);
    sheet = hoursSet(sheet, ['w2'], { from: '10:30', until: '12:00' });
    sheet = targetSet(sheet, 'a', 15, 20);
    expect(changesCount(sheet)).to.equal(3);
    expect(simulateOf(sheet, TEN, ZONE)).to.deep.equal({
      windows: [
        { window: 'w2', queues: ['b', 'a'], open: [{ from: TEN + HOUR / 2, until: TEN + 2 * HOUR }] },
        { window: 'w1', open: [] },
      ],
      targets: { a: 15 },
    });
    expect(assignmentsOf(sheet)).to.deep.equal([{ window: 'w2', queues: ['b', 'a'] }]);
    expect(changesCount(windowsReset(sheet, ['w1', 'w2']))).to.equal(1);
  });

  for (const [what, minutes] of [
    ['the present target', 20],
    ['less than none', -1],
    ['more than a day', 1441],
    ['no number', Number.NaN],
  ] as const) {
    it(`takes ${what} for no change`, () => {
      const changed = targetSet(EMPTY_SHEET, 'a', 15, 20);
      expect(targetSet(changed, 'a', minutes, 20)).to.deep.equal(EMPTY_SHEET);
    });
  }

  it('opens nobody for hours that end before they begin', () => {
    const sheet = hoursSet(EMPTY_SHEET, ['w1'], { from: '12:00', until: '11:00' });
    expect(simulateOf(sheet, TEN, ZONE).windows).to.deep.equal([{ window: 'w1', open: [] }]);
  });

  it('reads a time by the hall’s clock, to the minute', () => {
    expect(instantAt('10:00', TEN + 25_250, ZONE)).to.equal(TEN);
    expect(instantAt('08:30', TEN, ZONE)).to.equal(TEN - 1.5 * HOUR);
  });

  it('names the windows whose clerks are not qualified; their own queues they always are', () => {
    const windows = [
      { id: 'w2', number: 2, zone: 'z', queues: ['b'], qualified: ['b'], shifts: null },
      { id: 'w1', number: 1, zone: 'z', queues: ['a', 'b'], qualified: ['c'], shifts: null },
    ];
    const setup = { windows, queues: [] };
    const sheet = queueToggled(EMPTY_SHEET, WINDOWS, ['w1', 'w2'], 'c');
    expect(unqualifiedOn(sheet, setup)).to.deep.equal([2]);
  });
});
