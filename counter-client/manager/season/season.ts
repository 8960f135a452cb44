import type { SeasonAnswer, SeasonDayView } from '../../../common/contract/balance.ts';

/** What the heat map shows. */
export type Measure = 'arrivals' | 'lastYear' | 'windows';

export interface Cell {
  /** Place of the half hour among those shown, and of the queue. */
  column: number;
  row: number;
  value: number;
}

export interface HeatMap {
  /** “09:00”, one for each half hour in which anybody comes. */
  times: string[];
  /** Ids of the queues. */
  queues: string[];
  cells: Cell[];
  highest: number;
}

/** What is below this is nobody, for a map that is read as whole people. */
const ANYBODY = 0.05;

/** The half hours from the first to the last in which anybody is expected; both ends. Null on an empty day. */
export function hoursOf(day: SeasonDayView): { first: number; last: number } | null {
  const busy = day.pooled.flatMap((_, index) =>
    day.queues.some(({ arrivals }) => (arrivals[index] ?? 0) >= ANYBODY) ? [index] : [],
  );
  const [first] = busy;
  const last = busy[busy.length - 1];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Queue × half hour of one day. */
export function heatMapOf(day: SeasonDayView, measure: Measure): HeatMap {
  const hours = hoursOf(day);
  if (hours === null) return { times: [], queues: [], cells: [], highest: 0 };
  const { first, last } = hours;
  const cells = day.queues.flatMap((queue, row) => {
    const figures = queue[measure] ?? [];
    return figures
      .slice(first, last + 1)
      .map((value, column) => ({ column, row, value: Math.round(value * 10) / 10 }));
  });
  return {
    times: timesBetween(first, last),
    queues: day.queues.map(({ queue }) => queue),
    cells,
    highest: cells.reduce((most, { value }) => Math.max(most, value), 0),
  };
}

/** Windows needed in each half hour shown: when each queue has its own, and when all are pooled. */
export interface Need {
  times: string[];
  apart: number[];
  pooled: number[];
  /** Windows whose clerks are there by the roster; null without one. */
  rostered: number[] | null;
}

export function needOf(day: SeasonDayView): Need {
  const hours = hoursOf(day);
  if (hours === null) return { times: [], apart: [], pooled: [], rostered: null };
  const { first, last } = hours;
  const places = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    times: timesBetween(first, last),
    apart: places.map((place) => day.queues.reduce((sum, { windows }) => sum + (windows[place] ?? 0), 0)),
    pooled: places.map((place) => day.pooled[place] ?? 0),
    rostered: day.rostered === null ? null : places.map((place) => day.rostered?.[place] ?? 0),
  };
}

/** Everybody expected on a day. */
export function arrivalsOn({ queues }: SeasonDayView): number {
  return Math.round(
    queues.reduce((sum, { arrivals }) => sum + arrivals.reduce((all, each) => all + each, 0), 0),
  );
}

/** Whether anything is known of the same time last year. */
export function hasLastYear({ queues }: SeasonDayView): boolean {
  return queues.some(({ lastYear }) => lastYear !== null);
}

/** What two clerks more are surely worth; minutes off the hall's mean wait. */
const WORTH_MINUTES = 0.1;
/** More sentences than this are not read. */
const MAX_SENTENCES = 3;

/** The qualifications that are worth a sentence: an effect that is sure and that somebody would notice. */
export function worthHaving(missing: SeasonAnswer['missing']): SeasonAnswer['missing'] {
  return missing
    .filter(({ effect }) => -effect.mean >= Math.max(WORTH_MINUTES, 2 * effect.standardError))
    .slice(0, MAX_SENTENCES);
}

/** The busiest cell, for whoever hears the map; null on an empty day. */
export function peakOf({
  times,
  queues,
  cells,
}: HeatMap): { queue: string; time: string; value: number } | null {
  const peak = cells.reduce<Cell | null>(
    (most, cell) => (most === null || cell.value > most.value ? cell : most),
    null,
  );
  if (peak === null) return null;
  return { queue: queues[peak.row] ?? '', time: times[peak.column] ?? '', value: peak.value };
}

function timesBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => timeOf(first + index));
}

function timeOf(halfHour: number): string {
  return `${String(Math.floor(halfHour / 2)).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`;
}
