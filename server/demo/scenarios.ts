import type { Random } from './random.ts';
import { lognormal, randomOf } from './random.ts';

/**
 * Demand of one day in a hall of 14 queues and 55 windows. The shares, means and profiles are
 * assumptions made for comparing rules, not measurements of any hall. Minutes count from opening.
 */
export type ScenarioId = 'S1' | 'S2' | 'S3' | 'S5';

export interface Demand {
  readonly name: string;
  readonly english: string;
  /** Share of a day's tickets before a scenario's multiplier; all shares together are 1. */
  readonly share: number;
  readonly meanServiceMinutes: number;
  readonly targetMinutes: number;
  readonly primaryWindows: number;
}

export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly name: string;
  /** Tickets of a day before multipliers and the day factor. */
  readonly tickets: number;
  /** Factor on the arrivals of a queue, by its place in `DEMAND`; 1 where absent. */
  readonly multiplier: Readonly<Record<number, number>>;
  /** Share of the windows that stay open in a span; replaces the lunch in two halves. */
  readonly openShare: readonly (Span & { readonly share: number })[];
}

export interface Arrival {
  readonly minute: number;
  readonly queueIndex: number;
}

export const OPEN_MINUTES = 480;
export const OPENS_AT = '09:00';
export const SERVICE_SCV = 0.6;
export const DAY_FACTOR_SIGMA = 0.1;
export const SLOT_MINUTES = 15;
export const LUNCH_HALVES: readonly [Span, Span] = [
  { from: 180, until: 210 },
  { from: 210, until: 240 },
];

export const DEMAND: readonly Demand[] = [
  demand('社保', 'social insurance', 0.16, 6, 20, 8),
  demand('医保', 'medical insurance', 0.12, 5, 20, 5),
  demand('税务', 'tax', 0.12, 6, 20, 6),
  demand('不动产', 'real estate', 0.09, 11, 30, 8),
  demand('企业登记', 'enterprise registration', 0.07, 9, 30, 5),
  demand('户籍', 'household registration', 0.08, 6, 20, 4),
  demand('出入境', 'entry–exit', 0.08, 5, 20, 3),
  demand('车驾管', 'vehicle and driver', 0.09, 5, 20, 4),
  demand('公积金', 'housing fund', 0.06, 6, 20, 3),
  demand('民政', 'civil affairs', 0.03, 8, 15, 2),
  demand('教育', 'education', 0.02, 6, 20, 1),
  demand('工程建设', 'construction', 0.02, 14, 30, 3),
  demand('水电气', 'water, power, gas', 0.03, 4, 10, 1),
  demand('综合', 'general', 0.03, 5, 15, 2),
];

/** The order in which second and third queues rotate over the windows. */
export const CHAIN_ORDER: readonly number[] = [0, 9, 3, 10, 2, 13, 7, 12, 1, 11, 5, 4, 6, 8];

/** Share of a day's arrivals in each quarter of an hour from opening: two peaks, a quiet noon. */
// biome-ignore format: eight slots, two hours, to a line
export const SLOT_SHARES: readonly number[] = [
  0.035893, 0.044538, 0.051864, 0.055112, 0.052913, 0.046203, 0.037592, 0.029748,
  0.024145, 0.020886, 0.019317, 0.018694, 0.018522, 0.018594, 0.018942, 0.019787,
  0.021511, 0.024528, 0.029036, 0.034679, 0.040382, 0.044589, 0.045933, 0.043942,
  0.039309, 0.033502, 0.028022, 0.023806, 0.021074, 0.019561, 0.018837, 0.018536,
];

const SCENARIOS: Readonly<Record<ScenarioId, Scenario>> = {
  S1: { id: 'S1', name: 'ordinary day', tickets: 3200, multiplier: {}, openShare: [] },
  S2: {
    id: 'S2',
    name: 'school enrolment 入学季',
    tickets: 3100,
    multiplier: { 3: 1.15, 5: 1.5, 10: 7 },
    openShare: [],
  },
  S3: {
    id: 'S3',
    name: 'social insurance deadline',
    tickets: 2900,
    multiplier: { 0: 1.9, 1: 1.4 },
    openShare: [],
  },
  S5: {
    id: 'S5',
    name: 'lunch dip',
    tickets: 3000,
    multiplier: {},
    openShare: [{ from: 165, until: 285, share: 0.4 }],
  },
};

export function scenarioOf(id: ScenarioId): Scenario {
  return SCENARIOS[id];
}

/** Tickets to be expected of a queue on a day whose factor is 1. */
export function expectedTickets(scenario: Scenario, queueIndex: number): number {
  return scenario.tickets * demandOf(queueIndex).share * (scenario.multiplier[queueIndex] ?? 1);
}

/**
 * Everyone who comes on one day, in order of time: per queue a Poisson process whose rate is constant
 * within each quarter of an hour. The same scenario and seed give the same day.
 */
export function arrivals(scenario: Scenario, seed: number): Arrival[] {
  const random = randomOf(seed);
  const dayFactor = lognormal(random, 1, Math.expm1(DAY_FACTOR_SIGMA ** 2));
  const day = DEMAND.flatMap((_, queueIndex) => {
    const tickets = expectedTickets(scenario, queueIndex) * dayFactor;
    return SLOT_SHARES.flatMap((share, slot) =>
      poissonTimes(random, tickets * share).map((at) => ({ minute: (slot + at) * SLOT_MINUTES, queueIndex })),
    );
  });
  return day.sort((a, b) => a.minute - b.minute);
}

/** One service time in minutes: lognormal, the queue's mean, squared coefficient of variation 0.6. */
export function serviceMinutes(queueIndex: number, random: Random): number {
  return lognormal(random, demandOf(queueIndex).meanServiceMinutes, SERVICE_SCV);
}

/** When a window is shut during the day. `windowIndex` counts from 0 in the order of numbers. */
export function closuresOf(scenario: Scenario, windowIndex: number): Span[] {
  if (scenario.openShare.length === 0) return [LUNCH_HALVES[windowIndex % 2 === 0 ? 0 : 1]];
  return scenario.openShare
    .filter(({ share }) => !staysOpen(windowIndex, share))
    .map(({ from, until }) => ({ from, until }));
}

/** Spreads the open windows evenly over the numbers, so that no queue loses all of its own at once. */
function staysOpen(windowIndex: number, share: number): boolean {
  return Math.floor((windowIndex + 1) * share) > Math.floor(windowIndex * share);
}

/** Times of a Poisson process of `mean` points on [0, 1). */
function poissonTimes(random: Random, mean: number): number[] {
  const times: number[] = [];
  for (let at = exponential(random, mean); at < 1; at += exponential(random, mean)) times.push(at);
  return times;
}

function exponential(random: Random, rate: number): number {
  return -Math.log1p(-random()) / rate;
}

function demandOf(queueIndex: number): Demand {
  const found = DEMAND[queueIndex];
  if (found === undefined) throw new RangeError(`there is no queue ${queueIndex}`);
  return found;
}

function demand(
  name: string,
  english: string,
  share: number,
  meanServiceMinutes: number,
  targetMinutes: number,
  primaryWindows: number,
): Demand {
  return { name, english, share, meanServiceMinutes, targetMinutes, primaryWindows };
}
