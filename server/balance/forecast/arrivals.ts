import type { Assumptions } from './assumptions.ts';
import type { DayFeatures } from './day-features.ts';
import type { QueueHistory } from './history.ts';
import { type Design, LEVEL, LogRegression, type Prior } from './log-regression.ts';
import { SlotProfile } from './slot-profile.ts';
import { SlotVariation } from './slot-variation.ts';

/**
 * Arrivals of a day, by queue and slot: level × weekday × marks × events × the slot's share. The hall's
 * total learns what weekdays and marks do to all; a queue learns its own level and events, and how much its
 * weekdays and marks differ from the hall's. Counts are negative binomial around it.
 */

/** Standard deviations of what is not known yet, on the logarithm: 0.1 is about a tenth. */
const PRIOR = {
  level: 0.5,
  hall: { weekday: 0.2, mark: 0.3, event: 0.2 },
  queue: { weekday: 0.12, mark: 0.2, event: 0.7 },
  /** Where the manager has said what to expect. */
  expectedEvent: 0.3,
} as const;
const DRIFT = 0.015;
const ASSUMED_NOISE = 0.015;
/** What a queue's profile is drawn to the hall's by, and a weekday's to its queue's; arrivals. */
const PROFILE = { hall: 500, queue: 300, weekday: 800 } as const;
const MEMORY_DAYS = 90;
const WEEKDAY_MEMORY_DAYS = 26;

export interface DayForecast {
  day: string;
  /** Squared coefficient of variation of what all queues share of their days' factors. */
  sharedVariation: number;
  queues: readonly QueueForecast[];
}

export interface QueueForecast {
  queue: string;
  /** Expected arrivals of each slot of the day. */
  perSlot: readonly number[];
  /** Squared coefficient of variation of the factor by which the whole day is busier or quieter. */
  levelVariation: number;
  /** Likewise of the factor of a single slot. */
  slotVariation: number;
}

interface QueueLearner {
  level: LogRegression;
  profile: SlotProfile;
  weekdays: readonly SlotProfile[];
  slotVariation: SlotVariation;
}

export class ArrivalForecast {
  readonly #hall: LogRegression;
  readonly #hallProfile: SlotProfile;
  readonly #queues: ReadonlyMap<string, QueueLearner>;

  constructor(private readonly assumptions: Assumptions) {
    const { perDay, profile } = assumptions;
    const all = Object.values(perDay).reduce((sum, each) => sum + each, 0);
    const hallPrior = (name: string): Prior =>
      priorOf(name, PRIOR.hall, all, () => this.#expectedOfHall(name, all));
    this.#hall = new LogRegression(hallPrior, DRIFT, ASSUMED_NOISE);
    this.#hallProfile = new SlotProfile(() => profile, PROFILE.hall, MEMORY_DAYS);
    this.#queues = new Map(
      Object.entries(perDay).map(([queue, assumed]) => [queue, this.#newQueue(queue, assumed, profile)]),
    );
  }

  /** @param days how many days after the last one learned it is. */
  forecast(features: DayFeatures, days = 1): DayForecast {
    const shared = this.#hall.predict({}, days).noise;
    const queues = [...this.#queues].map(([queue, learner]): QueueForecast => {
      const { level, slotVariation } = learner;
      const { mean, variance, noise } = level.predict(designOf(features), days);
      const expected = features.open ? Math.exp(mean + this.#offset(features) + (variance + noise) / 2) : 0;
      return {
        queue,
        perSlot: (learner.weekdays[features.weekday] ?? learner.profile)
          .shares()
          .map((share) => share * expected),
        levelVariation: Math.expm1(variance + noise),
        slotVariation: slotVariation.value,
      };
    });
    return { day: features.day, sharedVariation: Math.expm1(shared), queues };
  }

  /** Days in order of time, each once, all of it. One on which nobody came teaches nothing. */
  learn(features: DayFeatures, queues: Readonly<Record<string, Pick<QueueHistory, 'perSlot'>>>): void {
    const perSlot = [...this.#queues.keys()].map((queue) => queues[queue]?.perSlot ?? []);
    const hall = sumOf(perSlot);
    if (!features.open || total(hall) === 0) return;
    const design = designOf(features);
    const offset = this.#offset(features);
    for (const [queue, learner] of this.#queues) {
      const of = queues[queue]?.perSlot;
      if (of === undefined) continue;
      learnCount(learner.level, design, total(of), offset);
      const weekday = learner.weekdays[features.weekday];
      learner.slotVariation.learn(of, (weekday ?? learner.profile).shares());
      learner.profile.learn(of);
      weekday?.learn(of);
    }
    learnCount(this.#hall, design, total(hall), 0);
    this.#hallProfile.learn(hall);
  }

  #newQueue(queue: string, assumed: number, perSlot: readonly number[]): QueueLearner {
    const prior = (name: string): Prior =>
      priorOf(name, PRIOR.queue, assumed, () => this.#expectedOf(name, queue));
    const profile = new SlotProfile(() => this.#hallProfile.shares(), PROFILE.queue, MEMORY_DAYS);
    return {
      level: new LogRegression(prior, DRIFT, ASSUMED_NOISE),
      profile,
      weekdays: Array.from(
        { length: 7 },
        () => new SlotProfile(() => profile.shares(), PROFILE.weekday, WEEKDAY_MEMORY_DAYS),
      ),
      slotVariation: new SlotVariation(perSlot.map((share) => share * assumed)),
    };
  }

  /** What the hall has learned about the day's weekday and marks. */
  #offset({ weekday, marks }: DayFeatures): number {
    let offset = this.#hall.coefficient(weekdayName(weekday));
    for (const [mark, strength] of Object.entries(marks))
      offset += strength * this.#hall.coefficient(`mark:${mark}`);
    return offset;
  }

  #expectedOf(name: string, queue: string): number | undefined {
    return this.assumptions.eventFactors?.[name.slice('event:'.length)]?.[queue];
  }

  #expectedOfHall(name: string, all: number): number | undefined {
    const { eventFactors, perDay } = this.assumptions;
    const factors = eventFactors?.[name.slice('event:'.length)];
    if (factors === undefined) return undefined;
    return Object.entries(perDay).reduce((sum, [queue, each]) => sum + each * (factors[queue] ?? 1), 0) / all;
  }
}

function priorOf(
  name: string,
  deviations: { weekday: number; mark: number; event: number },
  perDay: number,
  expected: () => number | undefined,
): Prior {
  if (name === LEVEL) return { mean: Math.log(perDay), deviation: PRIOR.level };
  if (name.startsWith('weekday:')) return { mean: 0, deviation: deviations.weekday };
  if (name.startsWith('mark:')) return { mean: 0, deviation: deviations.mark };
  const factor = expected();
  return factor === undefined
    ? { mean: 0, deviation: deviations.event }
    : { mean: Math.log(factor), deviation: PRIOR.expectedEvent };
}

/** log(n + ½): its mean is log of the rate to second order, its variance about 1 / rate. */
function learnCount(level: LogRegression, design: Design, count: number, offset: number): void {
  const { mean } = level.predict(design);
  const expected = Math.exp(mean + offset);
  level.learn(design, Math.log(count + 0.5) - offset, 1 / (Math.max(expected, count) + 0.5));
}

function designOf({ weekday, marks, events }: DayFeatures): Design {
  return {
    [weekdayName(weekday)]: 1,
    ...Object.fromEntries(Object.entries(marks).map(([mark, strength]) => [`mark:${mark}`, strength])),
    ...Object.fromEntries(Object.entries(events).map(([event, strength]) => [`event:${event}`, strength])),
  };
}

function weekdayName(weekday: number): string {
  return `weekday:${weekday}`;
}

function sumOf(all: readonly (readonly number[])[]): number[] {
  const sums: number[] = [];
  for (const each of all) for (const [slot, count] of each.entries()) sums[slot] = (sums[slot] ?? 0) + count;
  return sums;
}

function total(perSlot: readonly number[]): number {
  return perSlot.reduce((sum, each) => sum + each, 0);
}
