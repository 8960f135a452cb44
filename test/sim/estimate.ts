/** Means of long simulations, and how far they may be off. */

export const BATCHES = 20;

export interface Estimate {
  mean: number;
  standardError: number;
}

/** The means of equal stretches, one after the other: long enough, they are as good as independent. */
export function batchMeans(values: readonly number[] | Float64Array): number[] {
  const size = Math.floor(values.length / BATCHES);
  return Array.from({ length: BATCHES }, (_, batch) => {
    let sum = 0;
    for (let index = batch * size; index < (batch + 1) * size; index++) sum += values[index] ?? 0;
    return sum / size;
  });
}

export function estimate(batches: readonly number[]): Estimate {
  const mean = average(batches);
  const squares = batches.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (batches.length - 1) / batches.length) };
}

/** What a control's batches came to, and what their mean is known to be. */
export interface Control {
  batches: readonly number[];
  mean: number;
}

/**
 * The same mean, known better: what the same customers waited in systems whose means are known exactly says
 * how lucky the batches were, and that luck is taken out (control variates; Lavenberg and Welch,
 * Management Science 27, 1981). Regression of the batch means on the controls'; the error is that of the
 * fitted value at the controls' exact means.
 */
export function controlled(batches: readonly number[], controls: readonly Control[]): Estimate {
  const rows = batches.map((_, batch) => [
    1,
    ...controls.map((each) => (each.batches[batch] ?? 0) - each.mean),
  ]);
  const normal = gram(rows);
  const right = normal.map((_, key) =>
    rows.reduce((sum, row, batch) => sum + (row[key] ?? 0) * (batches[batch] ?? 0), 0),
  );
  const fit = solve(normal, right);
  const left = rows.reduce((sum, row, batch) => sum + ((batches[batch] ?? 0) - dot(row, fit)) ** 2, 0);
  const [spread = 0] = solve(
    normal,
    normal.map((_, key) => (key === 0 ? 1 : 0)),
  );
  const variance = (left / (batches.length - controls.length - 1)) * spread;
  return { mean: fit[0] ?? Number.NaN, standardError: Math.sqrt(variance) };
}

function gram(rows: readonly number[][]): number[][] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, a) =>
    Array.from({ length: width }, (_, b) =>
      rows.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0),
    ),
  );
}

/** Gauss and Jordan without pivoting, which a matrix of this kind does not need: it is positive definite. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const [column, pivot] of rows.entries()) {
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let key = column; key < row.length; key++) row[key] = (row[key] ?? 0) - factor * (pivot[key] ?? 0);
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, index) => sum + each * (b[index] ?? 0), 0);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
