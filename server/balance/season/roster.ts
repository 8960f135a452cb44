import { type DayPlan, HALF_HOUR_MINUTES, type QueuePlan } from './plan.ts';

/** The windows needed as rows for the duty roster: what a spreadsheet is made of at the edge. */

/** What of a planned day the roster shows. */
export interface RosterDay extends Pick<DayPlan, 'day' | 'pooled'> {
  queues: readonly Pick<QueuePlan, 'queue' | 'windows'>[];
}

/** The heading names queues by their ids; whoever shows it knows their names. */
export function rosterHead([first]: readonly RosterDay[]): string[] {
  return ['day', 'from', 'until', ...(first?.queues ?? []).map(({ queue }) => queue), 'pooled'];
}

/** A row for each half hour in which any window is needed; times as HH:mm. */
export function rosterRows(days: readonly RosterDay[]): (string | number)[][] {
  return days.flatMap(({ day, queues, pooled }) =>
    pooled.flatMap((all, at) => {
      const windows = queues.map((queue) => queue.windows[at] ?? 0);
      if (all === 0) return [];
      return [[day, clock(at), clock(at + 1), ...windows, all]];
    }),
  );
}

function clock(halfHour: number): string {
  const minutes = halfHour * HALF_HOUR_MINUTES;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
