import type { DayWaits } from './trial.ts';

/** What days come to, and by how much one plan is better than another on the same days. Minutes. */

export interface Estimate {
  mean: number;
  /** Of the mean, over the days. */
  standardError: number;
}

/** Every ticket's mean wait over all days. */
export function meanWait(days: readonly DayWaits[]): number {
  let tickets = 0;
  let waits = 0;
  for (const day of days) {
    for (let queue = 0; queue < day.tickets.length; queue++) {
      tickets += day.tickets[queue] as number;
      waits += day.waits[queue] as number;
    }
  }
  return tickets === 0 ? 0 : waits / tickets;
}

/** The mean wait of one queue; 0 when nobody came. */
export function meanWaitOf(days: readonly DayWaits[], queue: number): number {
  let tickets = 0;
  let waits = 0;
  for (const day of days) {
    tickets += day.tickets[queue] ?? 0;
    waits += day.waits[queue] ?? 0;
  }
  return tickets === 0 ? 0 : waits / tickets;
}

/** How much longer a ticket waits under the second plan than under the first, of the same days. */
export function difference(before: readonly DayWaits[], after: readonly DayWaits[]): Estimate {
  return estimate(before.map((day, index) => meanWait(after.slice(index, index + 1)) - meanWait([day])));
}

export function estimate(values: readonly number[]): Estimate {
  const count = values.length;
  const mean = values.reduce((sum, each) => sum + each, 0) / count;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / Math.max(1, count - 1) / count) };
}
