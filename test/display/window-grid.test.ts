import { expect } from 'chai';
import { callScale, gridOf, LEAST_CELL, listRows, pageOf } from '../../display/window-grid.ts';

const LYING = { width: 1840, height: 352 };
const UPRIGHT = { width: 1000, height: 712 };

describe('window grid: every window legible', () => {
  for (const [count, bounds, shape] of [
    [1, LYING, { columns: 1, rows: 1, pages: 1 }],
    [4, LYING, { columns: 4, rows: 1, pages: 1 }],
    [12, LYING, { columns: 6, rows: 2, pages: 1 }],
    [55, LYING, { columns: 11, rows: 5, pages: 1 }],
    [56, LYING, { columns: 10, rows: 3, pages: 2 }],
    [200, LYING, { columns: 10, rows: 5, pages: 4 }],
    [55, UPRIGHT, { columns: 6, rows: 10, pages: 1 }],
  ] as const) {
    it(`lays ${count} windows out on ${bounds.width} × ${bounds.height}`, () => {
      expect(gridOf(count, bounds)).to.include(shape);
    });
  }

  it('holds every window on some page, in cells no smaller than the least, with figures that fit', () => {
    for (const bounds of [LYING, UPRIGHT]) {
      for (let count = 1; count <= 500; count++) {
        const { columns, rows, pages, cellHeight, figure } = gridOf(count, bounds);
        expect(columns * rows * pages, `${count}`).to.be.at.least(count);
        expect(cellHeight, `${count}`).to.be.at.least(LEAST_CELL.height);
        expect(rows * (cellHeight + 8) - 8, `${count}`).to.be.at.most(bounds.height);
        expect((bounds.width + 8) / columns - 8, `${count}`).to.be.at.least(LEAST_CELL.width);
        expect(figure, `${count}`).to.be.at.least(39);
      }
    }
  });

  it('shows each window on exactly one page', () => {
    const windows = Array.from({ length: 56 }, (_, index) => index);
    const { columns, rows, pages } = gridOf(windows.length, LYING);
    const shown = Array.from({ length: pages }, (_, page) => pageOf(windows, page, columns * rows)).flat();
    expect(shown).to.deep.equal(windows);
  });
});

describe('window grid: the call takes what the windows leave', () => {
  for (const [count, width, scale] of [
    [55, 900, 1],
    [33, 900, 1.05],
    [4, 900, 1.25],
    [4, 1250, 1.56],
  ] as const) {
    it(`stands at ${scale} with ${count} windows and a width of ${width}`, () => {
      expect(callScale(gridOf(count, LYING), LYING, width)).to.equal(scale);
    });
  }
});

describe('window grid: the lists grow with the call', () => {
  for (const [count, calls, queues] of [
    [55, 5, 7],
    [33, 5, 7],
    [8, 8, 11],
  ] as const) {
    it(`lists ${calls} calls and ${queues} queues above ${count} windows`, () => {
      expect(listRows(gridOf(count, LYING), LYING, true)).to.deep.equal({ calls, queues });
    });
  }

  it('lists as many as under all windows where they stand below the call', () => {
    expect(listRows(gridOf(8, LYING), LYING, false)).to.deep.equal({ calls: 5, queues: 7 });
  });
});
