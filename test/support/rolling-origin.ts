import {
  ArrivalForecast,
  type DayForecast,
  type QueueForecast,
} from '../../server/balance/forecast/arrivals.ts';
import { correctedToday } from '../../server/balance/forecast/today.ts';
import { type Score, Scoring } from './forecast-score.ts';
import { ASSUMPTIONS, type GeneratedDay, TRUE_VARIATION } from './generated-years.ts';

/**
 * Forecasts with an origin that rolls on: every day is forecast from the days before it alone, scored, and
 * then learned. The same days are forecast by two plain ways (the same weekday last week; the mean of the
 * last eight) and by one who knows the truth but not chance, whom nobody can beat.
 */

const WEEKS = 8;
/** 11:00, when the day's forecast is corrected. */
const CORRECTED_AT = 44;

export const WAYS = ['forecast', 'seasonal naive', 'same-weekday mean', 'truth'] as const;
export type Way = (typeof WAYS)[number];

export interface Evaluation {
  /** Of every queue's slots within opening hours, and of its whole days. */
  slots: Record<Way, Score>;
  days: Record<Way, Score>;
  /** Of the slots after 11:00, as forecast in the morning, and corrected by who had come. */
  morning: Score;
  corrected: Score;
}

export interface Choice {
  /** The first days are learned, and not scored. */
  warmUp: number;
  /** How many open days ahead is forecast; 1 unless told. */
  ahead?: number;
  /** Every how many-th day is scored; all are learned. */
  every?: number;
}

export function evaluate(
  years: readonly GeneratedDay[],
  { warmUp, ahead = 1, every = 1 }: Choice,
): Evaluation {
  const slots = scorings();
  const days = scorings();
  const morning = new Scoring();
  const corrected = new Scoring();
  const forecast = new ArrivalForecast(ASSUMPTIONS);
  for (const [index, day] of years.entries()) {
    const origin = index - ahead;
    if (index >= warmUp && index % every === 0) {
      const made = forecast.forecast(day.features, ahead);
      const { weekday } = day.features;
      const past = years
        .slice(0, Math.max(origin + 1, 0))
        .filter(({ features }) => features.weekday === weekday);
      scoreDay(made, day, past.slice(-WEEKS), slots, days);
      scoreSlotsAfter(CORRECTED_AT, made, day, morning);
      scoreSlotsAfter(CORRECTED_AT, correctedToday(made, cameOn(day), CORRECTED_AT), day, corrected);
    }
    const learned = years[origin + 1];
    if (learned !== undefined) forecast.learn(learned.features, learned.queues);
  }
  return { slots: scoresOf(slots), days: scoresOf(days), morning: morning.score, corrected: corrected.score };
}

function scoreDay(
  { queues }: DayForecast,
  day: GeneratedDay,
  past: readonly GeneratedDay[],
  slots: Record<Way, Scoring>,
  days: Record<Way, Scoring>,
): void {
  for (const of of queues) {
    const { perSlot, expected } = day.queues[of.queue] ?? { perSlot: [], expected: [] };
    const before = past.map((each) => each.queues[of.queue]?.perSlot ?? []);
    for (const [slot, came] of perSlot.entries()) {
      const truth = expected[slot] ?? 0;
      if (truth === 0) continue;
      slots.forecast.add(came, of.perSlot[slot] ?? 0, slotVariation(of));
      slots.truth.add(came, truth, TRUE_VARIATION.slot);
      const counts = before.map((each) => each[slot] ?? 0);
      addPlainWays(slots, came, counts);
    }
    const came = sum(perSlot);
    days.forecast.add(came, sum(of.perSlot), of.levelVariation);
    days.truth.add(came, sum(expected), TRUE_VARIATION.day);
    addPlainWays(days, came, before.map(sum));
  }
}

function scoreSlotsAfter(from: number, { queues }: DayForecast, day: GeneratedDay, into: Scoring): void {
  for (const of of queues)
    for (const [slot, came] of (day.queues[of.queue]?.perSlot ?? []).entries())
      if (slot >= from && (day.queues[of.queue]?.expected[slot] ?? 0) > 0)
        into.add(came, of.perSlot[slot] ?? 0, slotVariation(of));
}

function slotVariation(of: QueueForecast): number {
  return of.levelVariation + of.slotVariation;
}

/** The naive way as Poisson, the mean with the quantiles of the weeks it is made of. */
function addPlainWays(of: Record<Way, Scoring>, came: number, past: readonly number[]): void {
  of['seasonal naive'].add(came, past.at(-1) ?? 0, 0);
  const sorted = [...past].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  of['same-weekday mean'].addQuantiles(came, sum(past) / Math.max(past.length, 1), [
    at(0.1),
    at(0.5),
    at(0.9),
  ]);
}

function cameOn({ queues }: GeneratedDay): Record<string, readonly number[]> {
  return Object.fromEntries(Object.entries(queues).map(([queue, { perSlot }]) => [queue, perSlot]));
}

function scorings(): Record<Way, Scoring> {
  return byWay(() => new Scoring());
}

function scoresOf(of: Record<Way, Scoring>): Record<Way, Score> {
  return byWay((way) => of[way].score);
}

function byWay<T>(make: (way: Way) => T): Record<Way, T> {
  const [forecast, naive, mean, truth] = WAYS;
  return {
    [forecast]: make(forecast),
    [naive]: make(naive),
    [mean]: make(mean),
    [truth]: make(truth),
  } as Record<Way, T>;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
