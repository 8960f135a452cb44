import { expect } from 'chai';
import { erlangC, meanWait, waitsLonger } from './erlang.ts';
import { batchMeans, type Control, controlled, type Estimate, estimate } from './estimate.ts';
import { classes, oneLine, twoSkills } from './models.ts';
import { type Model, type Outcome, simulate, windowsOf } from './queueing.ts';

/** The router against exact queueing theory: whatever it decides, waits must come out as they do on paper. */

const WARM_UP = 20_000;
/** The longest case takes some 20 s of one core. */
const LIMIT_MS = 120_000;
/** Waits are differences of instants of the epoch in milliseconds, which floating point rounds. */
const ROUNDING = 1e-9;

/** What is measured of each customer: the wait, or whether it was longer than this. */
type Measure = 'wait' | number;

interface Figure {
  stream: number;
  measure: Measure;
  exact: number;
}

interface Case {
  title: string;
  model: Model;
  customers: number;
  figures: Figure[];
  /** Systems of the same customers whose means are known, to take the luck of the draw out with. */
  controls: ('one line' | 'waiting in one line' | 'alone')[];
}

const figure = (exact: number, measure: Measure = 'wait', stream = 0): Figure => ({ exact, measure, stream });

const CASES: Case[] = [
  {
    title: '1: one window (M/M/1, ρ = .8)',
    model: oneLine(1, 0.8, 1),
    customers: 100_000,
    figures: [figure(4), figure(0.294304, 5)],
    controls: ['one line'],
  },
  {
    title: '2: four windows (M/M/4, ρ = .8)',
    model: oneLine(4, 3.2, 1),
    customers: 100_000,
    figures: [figure(0.596432, 0), figure(0.745541), figure(0.267994, 1)],
    controls: ['one line'],
  },
  {
    title: '4: fifty-five windows (M/M/55, ρ = .9)',
    model: oneLine(55, 3.3, 15),
    customers: 150_000,
    figures: [figure(0.343326, 0), figure(0.936343), figure(0.054891, 5)],
    controls: ['one line'],
  },
  {
    title: '7: three classes, never interrupted (M/M/10, Cobham)',
    model: classes(10, [0.1, 0.2, 0.25], 15),
    customers: 450_000,
    figures: [figure(0.824549, 'wait', 0), figure(1.49918, 'wait', 1), figure(7.281733, 'wait', 2)],
    controls: ['one line', 'waiting in one line'],
  },
  {
    title: '15: five windows of one skill, five of both (N, Adan and Weiss)',
    model: twoSkills({ only0: 5, both: 5 }, [0.35, 0.22], 15),
    customers: 450_000,
    figures: [
      ...[figure(5.141401), figure(10.578538, 'wait', 1)],
      ...[figure(0.497002, 0), figure(0.742314, 0, 1)],
    ],
    controls: ['one line', 'alone'],
  },
  {
    title: '17: four windows of each skill, two of both (M, Adan and Weiss)',
    model: twoSkills({ only0: 4, both: 2, only1: 4 }, [0.35, 0.25], 15),
    customers: 2_000_000,
    figures: [figure(22.179042), figure(9.937236, 'wait', 1)],
    controls: ['one line', 'alone'],
  },
];

describe('the router as an exact queueing system', function () {
  this.timeout(LIMIT_MS);

  for (const { title, model, customers, figures, controls } of CASES) {
    it(`case ${title}`, () => {
      const outcome = simulate(model, { customers, warmUp: WARM_UP, seed: 20260302 });
      for (const each of figures) {
        const batches = batchesOf(outcome, outcome.wait, each);
        const label = `${each.measure} of stream ${each.stream}`;
        within4Errors(estimate(batches), each.exact, label);
        const better = controlled(
          batches,
          controls.map((control) => controlOf(model, outcome, each, control)),
        );
        within4Errors(better, each.exact, `${label}, controlled`);
        expect(better.standardError / each.exact, `error of ${label}`).to.be.lessThan(0.01);
      }
    });
  }
});

function within4Errors({ mean, standardError }: Estimate, exact: number, label: string): void {
  // The exact figures are given to six places.
  expect(Math.abs(mean - exact), `${label}: ${mean} ± ${standardError}, exact ${exact}`).to.be.at.most(
    4 * standardError + 1e-6,
  );
}

/** Batch means of one stream's customers. */
function batchesOf({ stream }: Outcome, waits: Float64Array, { stream: own, measure }: Figure): number[] {
  const values: number[] = [];
  for (const [index, wait] of waits.entries()) {
    if (stream[index] !== own) continue;
    values.push(measure === 'wait' ? wait : wait > measure + ROUNDING ? 1 : 0);
  }
  return batchMeans(values);
}

function controlOf(
  { setup, streams, serviceMinutes }: Model,
  outcome: Outcome,
  wanted: Figure,
  control: Case['controls'][number],
): Control {
  const own = streams[wanted.stream];
  if (own === undefined) throw new Error(`there is no stream ${wanted.stream}`);
  const all = streams.reduce((sum, { perMinute }) => sum + perMinute, 0);
  const alone = control === 'alone';
  const [servers, rate] = alone ? [windowsOf(setup, own), own.perMinute] : [setup.windows.length, all];
  const waits = alone ? outcome.aloneWait : outcome.oneLineWait;
  if (control === 'waiting in one line') {
    return {
      batches: batchesOf(outcome, waits, { ...wanted, measure: 0 }),
      mean: erlangC(servers, rate * serviceMinutes),
    };
  }
  const { measure } = wanted;
  const mean =
    measure === 'wait'
      ? meanWait(servers, rate, serviceMinutes)
      : waitsLonger(servers, rate, serviceMinutes, measure);
  return { batches: batchesOf(outcome, waits, wanted), mean };
}
