/**
 * How the hall display lays its windows out. Lengths are in parts of the design's 1080: what is 1 here
 * is one pixel on a wall of 1920 × 1080.
 */

export interface GridBounds {
  width: number;
  height: number;
}

export interface Grid {
  columns: number;
  rows: number;
  cellHeight: number;
  /** The font size of a ticket's number in its cell. */
  figure: number;
  pages: number;
}

/** Four digits of 40 beside a window's number: the least that is still read across a waiting area. */
export const LEAST_CELL = { width: 160, height: 64 } as const;
/** Few windows do not grow without end: the calls stay the largest. */
export const MOST_CELL_HEIGHT = 104;
export const GAP = 8;
/** What of a cell's width the window's own number takes, with the space around. */
const LABEL_WIDTH = 62;
/** Four figures of Barlow, in em. */
const FIGURES_WIDTH = 2.45;

/** Few queues and windows: the waiting are listed below the calls, and the call has two thirds of the width. */
export const FEW_QUEUES = 3;

/**
 * The fewest rows, and so the largest cells, that hold `count` windows; pages of equal size where even
 * the smallest legible cells do not fit.
 */
export function gridOf(count: number, { width, height }: GridBounds): Grid {
  const mostColumns = Math.max(1, Math.floor((width + GAP) / (LEAST_CELL.width + GAP)));
  const mostRows = Math.max(1, Math.floor((height + GAP) / (LEAST_CELL.height + GAP)));
  const pages = Math.max(1, Math.ceil(count / (mostColumns * mostRows)));
  const onPage = Math.max(1, Math.ceil(count / pages));
  const rows = Math.ceil(onPage / mostColumns);
  const columns = Math.ceil(onPage / rows);
  const cellHeight = Math.min(MOST_CELL_HEIGHT, Math.floor((height + GAP) / rows) - GAP);
  const cellWidth = (width + GAP) / columns - GAP;
  const figure = Math.floor(Math.min(cellHeight * 0.62, (cellWidth - LABEL_WIDTH) / FIGURES_WIDTH));
  return { columns, rows, cellHeight, figure, pages };
}

/** What a list beside the call has below its heading when the windows take all of theirs. */
const LIST_HEIGHT = 410;
/** A row of the lists: five calls, seven queues in that height. */
export const CALL_ROW = 82;
export const QUEUE_ROW = 58.5;

/** The standing call's own height at scale 1, and its width: four figures of 278 within the frame. */
const CALL = { height: 440, width: 720 } as const;

/**
 * How much larger than at its least the standing call may be: it takes the height that the windows
 * leave of theirs, as far as `width` holds it.
 */
export function callScale(grid: Grid, bounds: GridBounds, width: number): number {
  const scale = Math.min(1 + spareHeight(grid, bounds) / CALL.height, width / CALL.width);
  return Math.max(1, Math.floor(scale * 100) / 100);
}

/** How many rows the lists hold: where they stand beside the call, they grow with it. */
export function listRows(
  grid: Grid,
  bounds: GridBounds,
  isBeside: boolean,
): { calls: number; queues: number } {
  const height = LIST_HEIGHT + (isBeside ? spareHeight(grid, bounds) : 0);
  return { calls: Math.floor(height / CALL_ROW), queues: Math.floor(height / QUEUE_ROW) };
}

/** What the windows leave of their height. */
function spareHeight({ rows, cellHeight }: Grid, { height }: GridBounds): number {
  return height - (rows * (cellHeight + GAP) - GAP);
}

/** The items of one page; pages have `size` items, the last what is left. */
export function pageOf<T>(items: readonly T[], page: number, size: number): T[] {
  return items.slice(page * size, (page + 1) * size);
}
