import type { Day } from '../../../server/balance/simulate/day.ts';
import type { Calls } from '../../../server/balance/simulate/kernel.ts';
import type { ScenarioId } from '../../../server/demo/scenarios.ts';
import { startDuring } from '../../support/scenario-start.ts';
import type { Aim, Report } from '../bench.ts';
import { figure, percentile } from '../stats.ts';
import { expectedWaits } from './built.ts';
import { ScenarioDays, waitMinutes } from './scenario-days.ts';

const DAYS = 40;
const FIRST_SEED = 40_000;
/** Citizens asked on each day: every one in so many arrivals, if they have to wait. */
const EVERY = 449;
const SCENARIOS: readonly ScenarioId[] = ['S1', 'S2', 'S3'];

const HOW =
  `Expected waits: ${DAYS} days of two queues per window that nothing was tuned on (θ = 5); of every ${EVERY}th arrival ` +
  'that had to wait, what each predictor said at the instant of arrival. The simulation knows the expected arrival ' +
  'rates, not how busy the day will turn out, and how long services have lasted, not how long they will. Queue ' +
  'length: (waiting in the queue + 1) × mean service ÷ windows open to the queue; last to enter: the wait of the ' +
  'queue’s last call; head of line: how long the queue’s first has waited.';

type Predictor = 'simulation' | 'queue length' | 'last to enter' | 'head of line';
const PREDICTORS: readonly Predictor[] = ['simulation', 'queue length', 'last to enter', 'head of line'];

interface Prediction {
  actual: number;
  said: Record<Predictor, number>;
  isWithin: boolean;
  ms: number;
}

/** How well waits are foretold, against the predictors that look at the queue alone. */
export function waitReport(): Report {
  const aims: Aim[] = [];
  const rows = SCENARIOS.map((id) => {
    const predictions = predictionsOf(id);
    const errors = PREDICTORS.map((each) =>
      rootMeanSquare(predictions.map(({ actual, said }) => said[each] - actual)),
    );
    const [own = Number.NaN, ...others] = errors;
    const ratio = own / Math.min(...others);
    const within = predictions.filter(({ isWithin }) => isWithin).length / predictions.length;
    aims.push(
      {
        aim: `${id}: error at most half of the best simple predictor's`,
        measured: figure(ratio),
        met: ratio <= 0.5,
      },
      {
        aim: `${id}: 77–83 % within the 10–90 % band`,
        measured: `${(within * 100).toFixed(1)} % of ${predictions.length}`,
        met: within >= 0.77 && within <= 0.83,
      },
    );
    const times = predictions.map(({ ms }) => ms);
    const wait = predictions.reduce((sum, { actual }) => sum + actual, 0) / predictions.length;
    return [
      ...[id, figure(wait), ...errors.map(figure)],
      ...[
        `${(within * 100).toFixed(1)} %`,
        `${figure(percentile(times, 0.5))} (P99 ${figure(percentile(times, 0.99))})`,
      ],
    ];
  });
  const title = 'Root mean square error of the wait foretold to those who wait, minutes';
  const head = ['scenario', 'mean wait', ...PREDICTORS, 'in the 10–90 % band', 'ms for the whole hall'];
  return { how: HOW, tables: [{ title, head, rows }], aims };
}

function predictionsOf(id: ScenarioId): Prediction[] {
  const days = new ScenarioDays(id, { queuesPerWindow: 2, thetaMinutes: 5 });
  return Array.from({ length: DAYS }, (_, number) => {
    const day = days.draw(FIRST_SEED + number);
    const calls = days.live(day);
    const asked = day.tickets.filter(({ index }) => index % EVERY === number % EVERY);
    return asked
      .filter(({ index }) => waitMinutes(day, calls, index) > 0)
      .map(({ index }) => predict(days, day, calls, index));
  }).flat();
}

function predict({ model }: ScenarioDays, day: Day, calls: Calls, index: number): Prediction {
  const ticket = day.tickets[index];
  if (ticket === undefined) throw new RangeError(`there is no ticket ${index}`);
  const { at, queue } = ticket;
  const actual = waitMinutes(day, calls, index);
  const start = startDuring(model, day, calls, at);
  const from = performance.now();
  const expected = expectedWaits(model, start).tickets.get(String(index));
  const ms = performance.now() - from;
  if (expected === undefined) throw new Error(`nothing is expected of ticket ${index}`);
  const before = day.tickets.filter((each) => each.queue === queue && each.index < index);
  const waiting = before.filter((each) => (calls.calledAt[each.index] ?? 0) > at);
  const lastCalled = before
    .filter((each) => (calls.calledAt[each.index] ?? 0) <= at)
    .reduce(
      (last, each) => ((calls.calledAt[each.index] ?? 0) > (calls.calledAt[last] ?? -1) ? each.index : last),
      -1,
    );
  const id = model.setup.queues[queue]?.id ?? '';
  const windows = model.plans.filter(({ open }) =>
    open.some((span) => span.from <= at && at < span.until && span.queues.includes(id)),
  ).length;
  const service = model.demand.queues[queue]?.service.meanMinutes ?? Number.NaN;
  return {
    actual,
    said: {
      simulation: expected.mean,
      'queue length': ((waiting.length + 1) * service) / Math.max(1, windows),
      'last to enter': lastCalled === -1 ? 0 : waitMinutes(day, calls, lastCalled),
      'head of line': waiting[0] === undefined ? 0 : (at - waiting[0].at) / 60_000,
    },
    isWithin: expected.p10 <= actual && actual <= expected.p90,
    ms,
  };
}

function rootMeanSquare(errors: readonly number[]): number {
  return Math.sqrt(errors.reduce((sum, each) => sum + each ** 2, 0) / errors.length);
}
