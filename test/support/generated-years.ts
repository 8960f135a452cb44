import { HallCalendar } from '../../common/contract/calendar.ts';
import { Chance } from '../../server/balance/chance.ts';
import type { Assumptions } from '../../server/balance/forecast/assumptions.ts';
import type { DayFeatures } from '../../server/balance/forecast/day-features.ts';
import { SLOTS_PER_DAY } from '../../server/balance/forecast/history.ts';
import { lognormal, normalQuantile } from '../../server/balance/lognormal.ts';
import { dayFeatures, daysAfter } from '../../server/balancing/day-features.ts';
import { DEMAND, SLOT_SHARES } from '../../server/demo/scenarios.ts';
import { queueId } from './scenario-hall.ts';

/**
 * Years of a hall whose truth is known: trends, weekdays, holidays and 调休, school enrolment, monthly tax
 * and yearly insurance deadlines, a level that wanders, days and slots that vary more than by chance, and
 * a broken day now and then. Every size differs from seed to seed. Assumptions, not measurements.
 */

const TICKETS_PER_DAY = 3200;
const OPENS_SLOT = 36;
const EDUCATION = 10;
const TAX = 2;
const INSURANCE = 0;
const HOUSEHOLD = 5;

export const CALENDAR = HallCalendar.parse({
  events: [{ id: 'enrolment', name: { 'zh-CN': '入学季' }, from: '08-20', until: '09-10' }],
  deadlines: [
    { id: 'tax', name: { 'zh-CN': '申报期' }, on: '15', workdays: 4 },
    { id: 'insurance', name: { 'zh-CN': '集中缴费期' }, on: '12-25', workdays: 15 },
  ],
});

/** What of the truth a forecast may be told at the start. */
export const ASSUMPTIONS: Assumptions = {
  perDay: Object.fromEntries(DEMAND.map(({ share }, index) => [queueId(index), share * TICKETS_PER_DAY])),
  profile: Array.from({ length: SLOTS_PER_DAY }, (_, slot) =>
    slot >= OPENS_SLOT && slot < OPENS_SLOT + 32 ? 1 / 32 : 0,
  ),
};

/** By how much days and slots vary around what is expected of them, as standard deviations of the logarithm. */
const SHARED = 0.08;
const OWN = 0.06;
const SLOT = 0.12;
export const TRUE_VARIATION = {
  day: Math.expm1(SHARED ** 2 + OWN ** 2 + SLOT ** 2 / 26),
  slot: Math.expm1(SHARED ** 2 + OWN ** 2 + SLOT ** 2),
};

export interface GeneratedDay {
  features: DayFeatures;
  queues: Record<string, { perSlot: number[]; expected: number[] }>;
}

interface QueueTruth {
  queue: string;
  level: number;
  yearlyGrowth: number;
  weekday: number[];
  marks: Record<string, number>;
  events: Record<string, number>;
  profile: number[];
  mondayProfile: number[];
}

/** Open days only, in order. `expected` is what one who knew the truth but not chance would forecast. */
export function generatedYears(seed: number, from = '2023-01-03', days = 3 * 365): GeneratedDay[] {
  const chance = new Chance(seed, 900);
  const truths = DEMAND.map(({ share }, index) => truthOf(chance, index, share * TICKETS_PER_DAY));
  const years: GeneratedDay[] = [];
  for (let ahead = 0; ahead < days; ahead++) {
    const features = dayFeatures(daysAfter(from, ahead), CALENDAR);
    if (!features.open) continue;
    const shared = factor(chance, SHARED);
    const broken = chance.next() < 0.005 ? 0.4 : 1;
    const queues: GeneratedDay['queues'] = {};
    for (const truth of truths) queues[truth.queue] = dayOf(chance, truth, features, ahead, shared * broken);
    years.push({ features, queues });
  }
  return years;
}

function truthOf(chance: Chance, index: number, perDay: number): QueueTruth {
  const around = (value: number, deviation: number): number => value * factor(chance, deviation);
  const events: Record<string, number> = {};
  if (index === EDUCATION) events.enrolment = around(7, 0.2);
  if (index === HOUSEHOLD) events.enrolment = around(1.5, 0.1);
  if (index === TAX) events.tax = around(1.8, 0.1);
  if (index === INSURANCE) events.insurance = around(1.9, 0.1);
  const profile = profileOf(chance);
  return {
    queue: queueId(index),
    level: around(perDay, 0.25),
    yearlyGrowth: 0.08 * normal(chance),
    weekday: [1.2, 1.05, 0.98, 0.95, 0.82, 0.7, 0.6].map((each) => around(each, 0.06)),
    marks: {
      makeup: around(1.1, 0.1),
      'before-holiday': around(0.8, 0.08),
      'after-holiday': around(1.3, 0.08),
    },
    events,
    profile,
    mondayProfile: profile.map((share, slot) => share * (1 + 0.15 * Math.cos((Math.PI * slot) / 31))),
  };
}

/** Two peaks that lie a little earlier or later, higher or lower, than the scenarios'. */
function profileOf(chance: Chance): number[] {
  const shift = 2 * chance.next() - 1;
  const tilt = 0.2 * (2 * chance.next() - 1);
  return SLOT_SHARES.map((share, slot) => {
    const neighbour = SLOT_SHARES[Math.min(Math.max(slot + Math.sign(shift), 0), 31)] ?? share;
    const moved = share + Math.abs(shift) * (neighbour - share);
    return moved * (1 + (tilt * (slot - 15.5)) / 15.5);
  });
}

function dayOf(
  chance: Chance,
  truth: QueueTruth,
  { weekday, marks, events }: DayFeatures,
  ahead: number,
  shared: number,
): { perSlot: number[]; expected: number[] } {
  truth.level *= factor(chance, 0.008);
  let log = Math.log(truth.level) + (truth.yearlyGrowth * ahead) / 365;
  log += Math.log(truth.weekday[weekday] ?? 1) + 0.06 * Math.sin((2 * Math.PI * ahead) / 365);
  for (const [mark, strength] of Object.entries(marks)) log += strength * Math.log(truth.marks[mark] ?? 1);
  for (const [event, strength] of Object.entries(events))
    log += strength * Math.log(truth.events[event] ?? 1);
  const profile = weekday === 0 ? truth.mondayProfile : truth.profile;
  const all = profile.reduce((sum, each) => sum + each, 0);
  const own = shared * factor(chance, OWN);
  const expected = new Array<number>(SLOTS_PER_DAY).fill(0);
  const perSlot = new Array<number>(SLOTS_PER_DAY).fill(0);
  for (const [slot, share] of profile.entries()) {
    const mean = (Math.exp(log) * share) / all;
    expected[OPENS_SLOT + slot] = mean;
    perSlot[OPENS_SLOT + slot] = poisson(chance, mean * own * factor(chance, SLOT));
  }
  return { perSlot, expected };
}

/** Lognormal with mean 1. */
function factor(chance: Chance, deviation: number): number {
  return lognormal(1, Math.expm1(deviation ** 2), chance.open());
}

function normal(chance: Chance): number {
  return normalQuantile(chance.open());
}

function poisson(chance: Chance, mean: number): number {
  let count = 0;
  for (let at = chance.exponential(1); at < mean; at += chance.exponential(1)) count++;
  return count;
}
