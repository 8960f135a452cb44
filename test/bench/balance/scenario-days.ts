import type { Model, WindowPlan } from '../../../server/balance/model.ts';
import type { Day } from '../../../server/balance/simulate/day.ts';
import type { Calls } from '../../../server/balance/simulate/kernel.ts';
import type { ScenarioId } from '../../../server/demo/scenarios.ts';
import { type ScenarioChoices, scenarioModel } from '../../support/scenario-hall.ts';
import { changesOf, drawDay, emptyStart, Kernel, Layout } from './built.ts';

/** Days of a scenario's hall that nothing was tuned on. */
export class ScenarioDays {
  readonly model: Model;
  readonly #layout: InstanceType<typeof Layout>;
  readonly #start: ReturnType<typeof emptyStart>;
  readonly #changes: ReturnType<typeof changesOf>;

  constructor(id: ScenarioId, choices: ScenarioChoices, plans?: readonly WindowPlan[]) {
    const model = scenarioModel(id, choices);
    this.model = plans === undefined ? model : { ...model, plans };
    this.#layout = new Layout(model.setup);
    this.#start = emptyStart(model.setup.windows.length, 0);
    this.#changes = changesOf(this.#layout, this.model.plans, this.#start);
  }

  draw(seed: number): Day {
    return drawDay({ model: this.model, layout: this.#layout, start: this.#start }, seed);
  }

  live(day: Day): Calls {
    return new Kernel(this.#layout, this.#changes, day, this.model.habits).run();
  }
}

/** Minutes from issue to call. */
export function waitMinutes(day: Day, { calledAt }: Calls, index: number): number {
  return ((calledAt[index] ?? Number.NaN) - (day.tickets[index]?.at ?? Number.NaN)) / 60_000;
}

/** The mean wait of a day's tickets; minutes. */
export function meanWaitMinutes(day: Day, calls: Calls): number {
  let sum = 0;
  for (let index = 0; index < day.tickets.length; index++) sum += waitMinutes(day, calls, index);
  return sum / day.tickets.length;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** Of the mean of independent values. */
export function standardError(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(
    values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (values.length - 1) / values.length,
  );
}
