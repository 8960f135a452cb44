import { difference, type Estimate, meanWaitOf } from '../advise/effect.ts';
import { Trial } from '../advise/trial.ts';
import type { Model, WindowPlan } from '../model.ts';
import { emptyStart } from '../simulate/start.ts';

/** Which qualifications are missing: what it would be worth if some more clerks were qualified for a queue. */

const DAYS = 20;
const FIRST_SEED = 2_000_000;
/** Queues looked at: those in which most is waited. */
const MAX_QUEUES = 6;

export interface MissingQualification {
  queue: string;
  /** The windows whose clerks would best learn it. */
  windows: readonly string[];
  /** The change of everybody's mean wait, below 0 when shorter; minutes. */
  effect: Estimate;
  /** The queue's own mean wait without and with them; minutes. */
  queueWaits: { without: number; with: number };
}

/**
 * Lives the same days with and without (common random numbers), every window serving all its clerk is
 * qualified for: so what is told apart is the qualification and not how well it is used. The most valuable
 * queue first; those that it does not surely help are left out.
 * @param model of a day of the season in question.
 * @param clerks how many more would be qualified.
 */
export function missingQualifications(model: Model, clerks: number): MissingQualification[] {
  const { setup } = model;
  const opensAt = Math.min(...model.plans.flatMap(({ open }) => open.map(({ from }) => from)));
  const trial = new Trial(model, emptyStart(setup.windows.length, opensAt), FIRST_SEED);
  const plans = model.plans.map(servingAll);
  const without = trial.live(plans, 0, DAYS);
  const waited = setup.queues.map(({ id }, index) => ({
    queue: id,
    index,
    minutes: without.reduce((sum, day) => sum + (day.waits[index] ?? 0), 0),
    mean: meanWaitOf(without, index),
  }));
  const meanOf = new Map(waited.map(({ queue, mean }) => [queue, mean]));
  return waited
    .toSorted((a, b) => b.minutes - a.minutes)
    .slice(0, MAX_QUEUES)
    .flatMap(({ queue, index, mean }): MissingQualification[] => {
      const learners = whoWouldLearn(plans, queue, meanOf).slice(0, clerks);
      if (learners.length < clerks) return [];
      const more = plans.map((plan) => (learners.includes(plan) ? withQueue(plan, queue) : plan));
      const lived = trial.live(more, 0, DAYS);
      const effect = difference(without, lived);
      if (effect.mean + 2 * effect.standardError >= 0) return [];
      const windows = learners.map(({ window }) => window);
      return [{ queue, windows, effect, queueWaits: { without: mean, with: meanWaitOf(lived, index) } }];
    })
    .toSorted((a, b) => a.effect.mean - b.effect.mean);
}

function servingAll(plan: WindowPlan): WindowPlan {
  const open = plan.open.map((span) => ({
    ...span,
    queues: [...new Set([...span.queues, ...plan.qualified])],
  }));
  return { ...plan, open };
}

function withQueue(plan: WindowPlan, queue: string): WindowPlan {
  const open = plan.open.map((span) => ({ ...span, queues: [...span.queues, queue] }));
  return { ...plan, open, qualified: [...plan.qualified, queue] };
}

/** The clerks of the shortest waits first: they have the time. */
function whoWouldLearn(
  plans: readonly WindowPlan[],
  queue: string,
  meanOf: ReadonlyMap<string, number>,
): WindowPlan[] {
  const waitAt = ({ open }: WindowPlan): number => {
    const queues = open[0]?.queues ?? [];
    return queues.reduce((sum, each) => sum + (meanOf.get(each) ?? 0), 0) / Math.max(queues.length, 1);
  };
  return plans
    .filter(({ open }) => open.length > 0 && open.every(({ queues }) => !queues.includes(queue)))
    .toSorted((a, b) => waitAt(a) - waitAt(b));
}
