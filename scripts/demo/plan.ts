import type { TicketSource } from '../../common/contract/commands.ts';
import type { Locale } from '../../common/contract/text.ts';
import { demoMatters } from '../../server/demo/matters.ts';
import { demoQueues } from '../../server/demo/queues.ts';
import { type Random, randomOf } from '../../server/demo/random.ts';
import { arrivals, type ScenarioId, scenarioOf, serviceMinutes } from '../../server/demo/scenarios.ts';

/** Who comes on a day, when, for what, and how they behave: all of it decided by the seed beforehand. */

export interface Citizen {
  /** Minutes from opening. */
  readonly minute: number;
  readonly queue: string;
  /** What was chosen at the kiosk; null when only the queue was. */
  readonly matter: string | null;
  readonly category: string | null;
  readonly locale: Locale;
  readonly source: TicketSource;
  /** Keeps the live page of the ticket open. */
  readonly follows: boolean;
  /** Never comes to the window when false. */
  readonly comes: boolean;
  /** Gives the number back after so long if still waiting; null for most. */
  readonly cancelsAfterMinutes: number | null;
  /** From the call to the window. */
  readonly walkMinutes: number;
  readonly serviceMinutes: number;
}

/** Shares and times that a scenario does not say: assumptions, as the scenarios themselves are. */
const MATTER_SHARE = 0.6;
const CATEGORY_SHARE = 0.08;
const ENGLISH_SHARE = 0.02;
const PHONE_SHARE = 0.2;
const GUIDE_SHARE = 0.05;
const FOLLOWING_SHARE = 0.3;
const NO_SHOW_SHARE = 0.03;
const CANCEL_SHARE = 0.01;
const CANCEL_MINUTES = { least: 0.5, most: 6 };
const WALK_MINUTES = { least: 5 / 60, most: 25 / 60 };

/** Of those with a category. */
const CATEGORY_SHARES: readonly (readonly [id: string, share: number])[] = [
  ['elderly', 0.6],
  ['veteran', 0.12],
  ['infant', 0.1],
  ['pregnant', 0.08],
  ['disabled', 0.07],
  ['serviceman', 0.03],
];

/** Traits are drawn from a stream of their own: arrivals stay those of the scenario's seed. */
const TRAITS_SEED_OFFSET = 0x7f4a_7c15;

/** Everyone who comes in the first `minutes` of the day. The same arguments give the same people. */
export function planOf(scenario: ScenarioId, seed: number, minutes: number): Citizen[] {
  const random = randomOf(seed + TRAITS_SEED_OFFSET);
  const queues = demoQueues();
  const catalogue = demoMatters();
  const matters = new Map(queues.map(({ id }) => [id, catalogue.filter(({ queue }) => queue === id)]));
  return arrivals(scenarioOf(scenario), seed)
    .filter(({ minute }) => minute < minutes)
    .map(({ minute, queueIndex }) => {
      const queue = queues[queueIndex]?.id ?? '';
      return { minute, queue, ...traits(random, queueIndex, matters.get(queue) ?? []) };
    });
}

function traits(random: Random, queueIndex: number, matters: readonly { id: string }[]) {
  const matter = pick(random, matters);
  const source = sourceOf(random());
  return {
    matter: random() < MATTER_SHARE ? (matter?.id ?? null) : null,
    category: random() < CATEGORY_SHARE ? weighted(random(), CATEGORY_SHARES) : null,
    locale: random() < ENGLISH_SHARE ? ('en' as const) : ('zh-CN' as const),
    source,
    follows: random() < FOLLOWING_SHARE || source === 'phone',
    comes: random() >= NO_SHOW_SHARE,
    cancelsAfterMinutes: random() < CANCEL_SHARE ? between(random, CANCEL_MINUTES) : null,
    walkMinutes: between(random, WALK_MINUTES),
    serviceMinutes: serviceMinutes(queueIndex, random),
  };
}

/** How someone behaves who took a number outside the plan: at a kiosk, while the day is being played. */
export function strangerFor(queue: string, random: Random): Citizen {
  const queueIndex = Math.max(
    0,
    demoQueues().findIndex(({ id }) => id === queue),
  );
  const known = traits(random, queueIndex, []);
  return { minute: 0, queue, ...known, comes: true, cancelsAfterMinutes: null };
}

function sourceOf(chance: number): TicketSource {
  if (chance < PHONE_SHARE) return 'phone';
  return chance < PHONE_SHARE + GUIDE_SHARE ? 'counter' : 'kiosk';
}

function between(random: Random, { least, most }: { least: number; most: number }): number {
  return least + random() * (most - least);
}

function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function weighted(chance: number, shares: readonly (readonly [string, number])[]): string | null {
  let below = 0;
  for (const [id, share] of shares) {
    below += share;
    if (chance < below) return id;
  }
  return shares[0]?.[0] ?? null;
}
