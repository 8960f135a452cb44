import type { DayForecast, QueueForecast } from '../forecast/arrivals.ts';
import { countQuantiles } from '../forecast/negative-binomial.ts';
import { type ServiceTime, SLOT_MINUTES } from '../model.ts';
import { limitedMean, offeredLoad } from './offered-load.ts';
import { type WaitPromise, windowsNeeded } from './staffing.ts';

/** A day ahead by half hours: who is expected, and how many windows that takes. */

export const HALF_HOUR_MINUTES = 30;
export const HALF_HOURS_PER_DAY = (24 * 60) / HALF_HOUR_MINUTES;
const SLOTS = HALF_HOUR_MINUTES / SLOT_MINUTES;
const LOW = 0.1;
const HIGH = 0.9;

/** What of a queue the plan needs besides its forecast. */
export interface QueueNeeds {
  queue: string;
  service: ServiceTime;
  promise: WaitPromise;
}

export interface DayPlan {
  /** YYYY-MM-DD. */
  day: string;
  queues: readonly QueuePlan[];
  /** If every window served every queue: the fewest there may be. */
  pooled: readonly number[];
}

/** Every list has an entry for each half hour of the day. */
export interface QueuePlan {
  queue: string;
  /** Expected arrivals, and what these fall below with probability 0.1 and 0.9. */
  arrivals: readonly number[];
  low: readonly number[];
  high: readonly number[];
  /** Modified offered load, its mean over the half hour; erlangs, of the expected arrivals. */
  load: readonly number[];
  /** Windows that serve this queue alone; with comprehensive windows fewer do, down to `pooled`. */
  windows: readonly number[];
}

/** @param needs of the queues to plan, in the order wanted. */
export function planDay(forecast: DayForecast, needs: readonly QueueNeeds[]): DayPlan {
  const planned = needs.flatMap((need) => {
    const of = forecast.queues.find(({ queue }) => queue === need.queue);
    return of === undefined ? [] : [{ need, plan: planQueue(of, need) }];
  });
  const halfHours = Array.from({ length: HALF_HOURS_PER_DAY }, (_, index) => index);
  return {
    day: forecast.day,
    queues: planned.map(({ plan }) => plan),
    pooled: halfHours.map((at) =>
      pooledWindows(
        planned
          .filter(({ plan }) => (plan.windows[at] ?? 0) > 0)
          .map(({ need, plan }) => ({ need, load: plan.load[at] ?? 0 })),
      ),
    ),
  };
}

function planQueue(of: QueueForecast, { service, promise }: QueueNeeds): QueuePlan {
  const { queue, perSlot } = of;
  const variation = of.levelVariation + of.slotVariation / SLOTS;
  const arrivals = byHalfHour(perSlot);
  const ranges = arrivals.map((mean) => countQuantiles(mean, variation, [LOW, HIGH]));
  const load = loadOf(perSlot, service);
  return {
    queue,
    arrivals,
    low: ranges.map(([low = 0]) => low),
    high: ranges.map(([, high = 0]) => high),
    load,
    windows: load.map((each) => windowsNeeded(each, service, promise)),
  };
}

export function byHalfHour(perSlot: readonly number[]): number[] {
  return Array.from({ length: HALF_HOURS_PER_DAY }, (_, at) =>
    perSlot.slice(at * SLOTS, (at + 1) * SLOTS).reduce((sum, each) => sum + each, 0),
  );
}

/** The mean of each half hour, by Simpson's rule: what staffing to a target is most exact with. */
function loadOf(perSlot: readonly number[], service: ServiceTime): number[] {
  const limited = limitedMean(service);
  const at = Array.from({ length: 2 * HALF_HOURS_PER_DAY + 1 }, (_, index) =>
    offeredLoad(perSlot, SLOT_MINUTES, limited, (index * HALF_HOUR_MINUTES) / 2),
  );
  return Array.from({ length: HALF_HOURS_PER_DAY }, (_, index) => {
    const [from = 0, middle = 0, until = 0] = at.slice(2 * index);
    return (from + 4 * middle + until) / 6;
  });
}

/** One line for all: the mixture of their services, and the mean of their promises, by load. */
function pooledWindows(parts: readonly { need: QueueNeeds; load: number }[]): number {
  const load = sum(parts, (each) => each.load);
  if (parts.length === 0) return 0;
  const rate = sum(parts, (each) => each.load / each.need.service.meanMinutes);
  const meanMinutes = load / rate;
  const meanSquare =
    sum(
      parts,
      ({ load: own, need: { service } }) => own * service.meanMinutes * (1 + service.squaredVariation),
    ) / rate;
  const targetMinutes = sum(parts, (each) => each.load * each.need.promise.targetMinutes) / load;
  const overShare = sum(parts, (each) => each.load * each.need.promise.overShare) / load;
  const service = { meanMinutes, squaredVariation: meanSquare / meanMinutes ** 2 - 1 };
  return windowsNeeded(load, service, { targetMinutes, overShare });
}

function sum<T>(of: readonly T[], value: (each: T) => number): number {
  return of.reduce((total, each) => total + value(each), 0);
}
