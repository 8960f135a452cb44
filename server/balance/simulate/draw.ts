import { Chance } from '../chance.ts';
import { lognormal, serviceBeyondMs, serviceMs } from '../lognormal.ts';
import { type Model, type QueueDemand, type ServiceTime, SLOT_MINUTES } from '../model.ts';
import { type Customer, type Day, dayOf, type Fate } from './day.ts';
import type { Layout } from './layout.ts';
import type { Start } from './start.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = SLOT_MINUTES * MINUTE_MS;

/** What each stream of numbers is for: one more arrival must not change who is served for how long. */
const STREAM = { waiting: 1, windows: 2, queues: 16 } as const;

/** Where all of a kind is drawn from: a model, made ready once for many days. */
export interface Source {
  model: Model;
  layout: Layout;
  start: Start;
}

/**
 * One day as it may go on from the start; the same seed, the same day.
 * @param until nobody who would come later is drawn.
 */
export function drawDay(source: Source, seed: number, until: number = Number.POSITIVE_INFINITY): Day {
  const { model, layout, start } = source;
  const customers: Customer[] = [];
  for (const demand of model.demand.queues) {
    const queue = layout.queue(demand.queue);
    drawQueue(source, demand, queue, until, new Chance(seed, STREAM.queues + queue), customers);
  }
  customers.sort((a, b) => a.at - b.at);
  const waiting = new Chance(seed, STREAM.waiting);
  const fates = start.waiting.map(({ queue }) => fateOf(model, serviceOf(model, queue), waiting));
  return dayOf(layout, start, customers, fates, drawFreeAt(source, new Chance(seed, STREAM.windows)));
}

/** A Poisson process whose rate is constant within each slot, and the bookings still expected. */
function drawQueue(
  { model, layout, start }: Source,
  demand: QueueDemand,
  queue: number,
  until: number,
  chance: Chance,
  into: Customer[],
): void {
  const shares = Object.entries(demand.categoryShares);
  const level = lognormal(1, demand.levelVariation, chance.open());
  for (const [slot, expected] of demand.perSlot.entries()) {
    const slotAt = model.demand.from + slot * SLOT_MS;
    const from = Math.max(slotAt, start.at);
    const end = Math.min(slotAt + SLOT_MS, until);
    const gapMs = SLOT_MS / (expected * level);
    for (let at = from + chance.exponential(gapMs); at < end; at += chance.exponential(gapMs)) {
      const category = shares.length === 0 ? null : categoryAt(shares, chance.next());
      into.push({ at, queue, category, slotAt: null, ...fateOf(model, demand.service, chance) });
    }
  }
  const reachMs = layout.setup.bookings.checkInMinutes * MINUTE_MS;
  for (const slotAt of demand.bookings) {
    const comes = chance.next() >= model.habits.noShowShare;
    const at = Math.max(start.at, slotAt + (2 * chance.next() - 1) * reachMs);
    const fate = fateOf(model, demand.service, chance);
    if (comes && at < until) into.push({ at, queue, category: null, slotAt, ...fate });
  }
}

function categoryAt(shares: readonly [string, number][], point: number): string | null {
  let left = point;
  for (const [category, share] of shares) {
    left -= share;
    if (left < 0) return category;
  }
  return null;
}

function fateOf({ habits }: Model, service: ServiceTime, chance: Chance): Fate {
  const { patienceMinutes, missedShare } = habits;
  return {
    serviceMs: serviceMs(service, chance.open()),
    patienceMs:
      patienceMinutes === null ? Number.POSITIVE_INFINITY : chance.exponential(patienceMinutes * MINUTE_MS),
    comes: missedShare === 0 || chance.next() >= missedShare,
  };
}

/** How long the services under way still take, given how long they have taken. */
function drawFreeAt({ model, layout, start }: Source, chance: Chance): Float64Array {
  return Float64Array.from(start.windows, ({ serving }, index) => {
    const u = chance.open();
    if (serving === null) return Number.NaN;
    const service = serviceOf(model, serving.queue);
    const isPrimary = layout.setup.windows[index]?.queues[0] === serving.queue;
    const factor = isPrimary ? 1 : model.habits.secondaryFactor;
    const longer = { ...service, meanMinutes: service.meanMinutes * factor };
    return serving.calledAt + serviceBeyondMs(longer, start.at - serving.calledAt, u);
  });
}

function serviceOf({ demand: { queues }, setup }: Model, queue: string): ServiceTime {
  const known = queues.find((each) => each.queue === queue);
  if (known !== undefined) return known.service;
  const meanMinutes = setup.queues.find(({ id }) => id === queue)?.meanServiceMinutes;
  if (meanMinutes === undefined) throw new RangeError(`the hall has no queue ${queue}`);
  return { meanMinutes, squaredVariation: 0 };
}
