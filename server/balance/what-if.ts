import { targetMinutes } from '../hall/rule.ts';
import { type Estimate, estimate } from './advise/effect.ts';
import { Trial } from './advise/trial.ts';
import type { Model } from './model.ts';
import type { Start } from './simulate/start.ts';

/** The rest of a day as it is and as it would be with other windows, hours or targets, on the same days. */

const DAYS = 20;
const SEED = 3_000_000;

export interface SimulatedDay {
  /** Of who is called; minutes. */
  meanWait: Estimate;
  queues: Record<string, SimulatedQueue>;
}

export interface SimulatedQueue {
  /** A day: who is called, and who never is. */
  tickets: number;
  unserved: number;
  /** Of who is called; minutes. */
  meanWait: number;
  /** Share of all that are called within the queue's target. */
  withinTarget: number;
}

export interface WhatIf {
  today: SimulatedDay;
  changed: SimulatedDay;
  /** The change of the mean wait; minutes. */
  effect: Estimate;
}

interface Sums {
  called: number;
  unserved: number;
  waits: number;
  within: number;
}

export function whatIf(today: Model, changed: Model, start: Start): WhatIf {
  const [as, other] = [lived(today, start), lived(changed, start)];
  const effect = estimate(as.means.map((mean, index) => (other.means[index] ?? mean) - mean));
  return { today: as.day, changed: other.day, effect };
}

/** Who is never called is counted and not averaged: a hall that shuts early would seem to wait less. */
function lived(model: Model, start: Start): { day: SimulatedDay; means: number[] } {
  const { setup, plans } = model;
  const targets = setup.queues.map((queue) => targetMinutes(setup, queue, null));
  const queues = setup.queues.map(nothing);
  const days = Array.from({ length: DAYS }, nothing);
  for (const { day, queue, wait, isCalled } of new Trial(model, start, SEED).each(plans, DAYS))
    for (const sums of [queues[queue], days[day]]) {
      if (sums === undefined) continue;
      if (!isCalled) sums.unserved++;
      else {
        sums.called++;
        sums.waits += wait;
        if (wait <= (targets[queue] ?? 0)) sums.within++;
      }
    }
  const means = days.map(meanOf);
  const byQueue = setup.queues.map(({ id }, index) => [id, queueOf(queues[index] ?? nothing())]);
  return { day: { meanWait: estimate(means), queues: Object.fromEntries(byQueue) }, means };
}

function queueOf(sums: Sums): SimulatedQueue {
  const { called, unserved, within } = sums;
  return {
    tickets: called / DAYS,
    unserved: unserved / DAYS,
    meanWait: meanOf(sums),
    withinTarget: called + unserved === 0 ? 1 : within / (called + unserved),
  };
}

function meanOf({ called, waits }: Sums): number {
  return called === 0 ? 0 : waits / called;
}

function nothing(): Sums {
  return { called: 0, unserved: 0, waits: 0, within: 0 };
}
