import { expect } from 'chai';
import { changesOf } from '../../../../server/balance/simulate/changes.ts';
import { drawDay } from '../../../../server/balance/simulate/draw.ts';
import { Kernel } from '../../../../server/balance/simulate/kernel.ts';
import { Layout } from '../../../../server/balance/simulate/layout.ts';
import { emptyStart } from '../../../../server/balance/simulate/start.ts';
import type { ScenarioId } from '../../../../server/demo/scenarios.ts';
import { estimate } from '../../../sim/estimate.ts';
import { type QueuesPerWindow, scenarioModel } from '../../../support/scenario-hall.ts';

/** The table of days that the rule was chosen by, from an independent simulation of 40 days; minutes. */

const DAYS = 120;
const REFERENCE_DAYS = 40;

const TABLE: [ScenarioId, Record<QueuesPerWindow, number>][] = [
  ['S1', { 1: 14.3, 2: 5.59, 3: 5.05, all: 4.68 }],
  ['S2', { 1: 154.5, 2: 24.34, 3: 12.56, all: 12.08 }],
  ['S3', { 1: 45.47, 2: 12.42, 3: 7.79, all: 7.22 }],
  ['S5', { 1: 19.8, 2: 6.85, 3: 5.92, all: 5.27 }],
];

describe('the scenarios’ table', function () {
  this.timeout(60_000);

  for (const [id, row] of TABLE) {
    it(`${id}: dedicated windows, two queues, three, and everybody able to do everything`, () => {
      for (const [key, expected] of Object.entries(row)) {
        const queuesPerWindow = key === 'all' ? 'all' : (Number(key) as 1 | 2 | 3);
        const { mean, standardError } = estimate(meanWaits(id, queuesPerWindow));
        // Both are means of random days: the reference's error is larger, as its days are fewer.
        const error = Math.hypot(standardError, standardError * Math.sqrt(DAYS / REFERENCE_DAYS));
        expect(mean, `${key} queues: ${mean} ± ${error}`).to.be.closeTo(expected, 4 * error);
      }
    });
  }
});

/** Of each day; minutes. */
function meanWaits(id: ScenarioId, queuesPerWindow: QueuesPerWindow): number[] {
  const model = scenarioModel(id, { queuesPerWindow });
  const layout = new Layout(model.setup);
  const start = emptyStart(model.setup.windows.length, 0);
  const changes = changesOf(layout, model.plans, start);
  return Array.from({ length: DAYS }, (_, seed) => {
    const day = drawDay({ model, layout, start }, seed);
    const { calledAt } = new Kernel(layout, changes, day, model.habits).run();
    const waits = day.tickets.map(({ at, index }) => ((calledAt[index] ?? Number.NaN) - at) / 60_000);
    return waits.reduce((sum, each) => sum + each, 0) / waits.length;
  });
}
