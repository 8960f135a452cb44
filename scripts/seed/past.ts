import { SLOT_MINUTES } from '../../server/balance/model.ts';
import { daysAfter } from '../../server/day-features.ts';
import { demoQueues } from '../../server/demo/queues.ts';
import { type Random, randomOf } from '../../server/demo/random.ts';
import { generatedYears } from '../../test/support/generated-years.ts';
import { queueId } from '../../test/support/scenario-hall.ts';
import type { Options } from './options.ts';

const MINUTE_MS = 60_000;
/** The days a year ago that a season is compared with, counted back from the first day after the past. */
const LAST_YEAR = { from: 386, until: 329 } as const;
/** The season's truth is drawn day by day: from a fixed day on, so that a day is the same however many are asked for. */
const YEARS_BEFORE = 3;
const PRIORITY_SHARE = 0.08;

/** One who comes, and how long after the day's first instant. */
export interface Comer {
  afterMs: number;
  queue: string;
  hasPriority: boolean;
}

export interface PastDay {
  /** YYYY-MM-DD */
  day: string;
  comers: Comer[];
}

/**
 * The working days asked for, in order, and who came on each: weekdays, holidays, 调休, school enrolment and
 * deadlines as the forecast's tests know them.
 */
export function pastDays({ days, until, lastYear, share, seed }: Options): PastDay[] {
  const today = daysAfter(until, 1);
  const first = daysAfter(until, 1 - days);
  const lastYears = { from: daysAfter(today, -LAST_YEAR.from), until: daysAfter(today, -LAST_YEAR.until) };
  const begin = `${Number(until.slice(0, 4)) - YEARS_BEFORE}-01-03`;
  const length = Math.round((Date.parse(today) - Date.parse(begin)) / 86_400_000);
  const random = randomOf(seed);
  return generatedYears(seed, begin, length)
    .filter(({ features: { day } }) => day >= first || (lastYear && isIn(day, lastYears)))
    .map(({ features: { day }, queues }) => ({
      day,
      comers: demoQueues()
        .flatMap(({ id }, index) => comersOf(id, queues[queueId(index)]?.perSlot ?? [], random))
        .filter(() => random() < share)
        .sort((a, b) => a.afterMs - b.afterMs),
    }));
}

function isIn(day: string, { from, until }: { from: string; until: string }): boolean {
  return from <= day && day <= until;
}

function comersOf(queue: string, perSlot: readonly number[], random: Random): Comer[] {
  return perSlot.flatMap((count, slot) =>
    Array.from({ length: count }, () => ({
      afterMs: Math.floor((slot + random()) * SLOT_MINUTES * MINUTE_MS),
      queue,
      hasPriority: random() < PRIORITY_SHARE,
    })),
  );
}
