import { targetMinutes } from '../../hall/rule.ts';
import { type Model, SLOT_MINUTES, type Span } from '../model.ts';
import type { Trial } from './trial.ts';

const SLOT_MS = SLOT_MINUTES * 60_000;
const DAYS = 4;

/** When the arrivals of each queue wait longer than its target on average, from the first such slot to the last. */
export function pressureOf(model: Model, trial: Trial): Map<string, Span> {
  const { setup, plans } = model;
  const slots = setup.queues.map(() => new Map<number, { tickets: number; waits: number }>());
  for (const { queue, at, wait } of trial.each(plans, DAYS)) {
    const slot = Math.floor(at / SLOT_MS);
    const sums = slots[queue]?.get(slot) ?? { tickets: 0, waits: 0 };
    sums.tickets++;
    sums.waits += wait;
    slots[queue]?.set(slot, sums);
  }
  const pressure = new Map<string, Span>();
  for (const [index, queue] of setup.queues.entries()) {
    const target = targetMinutes(setup, queue, null);
    const pressed = [...(slots[index] ?? [])]
      .filter(([, { tickets, waits }]) => waits > target * tickets)
      .map(([slot]) => slot);
    if (pressed.length === 0) continue;
    pressure.set(queue.id, {
      from: Math.min(...pressed) * SLOT_MS,
      until: (Math.max(...pressed) + 1) * SLOT_MS,
    });
  }
  return pressure;
}
