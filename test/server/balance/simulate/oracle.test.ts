import { expect } from 'chai';
import { erlangC, meanWait, waitsLonger } from '../../../sim/erlang.ts';
import { BATCHES, type Control, controlled, type Estimate, estimate } from '../../../sim/estimate.ts';
import { classes, oneLine, twoSkills } from '../../../sim/models.ts';
import { type Model, windowsOf } from '../../../sim/queueing.ts';
import { changingVisits, exponential, poissonVisits, type System, type Visit } from './queueing.ts';

/** The kernel against exact queueing theory, over twenty independent runs; minutes. */

const LIMIT_MS = 120_000;
/** Waits are differences of instants, which floating point rounds. */
const ROUNDING = 1e-9;
const SEED = 20_261_123;

/** What is measured of each customer: the wait, or whether it was longer than this. */
type Measure = 'wait' | number;
type Wait = 'wait' | 'oneLineWait' | 'aloneWait';

interface Figure {
  exact: number;
  measure: Measure;
  stream: number;
}

interface Case {
  title: string;
  model: Model;
  system?: Partial<System>;
  /** Of each run; the first ones are not counted. */
  customers: number;
  warmUp: number;
  figures: Figure[];
  /** Systems of the same customers whose means are known, to take the luck of the draw out with. */
  controls: ('one line' | 'waiting in one line' | 'alone')[];
}

const figure = (exact: number, measure: Measure = 'wait', stream = 0): Figure => ({ exact, measure, stream });

const CASES: Case[] = [
  {
    title: '1: M/M/1, ρ = .8',
    model: oneLine(1, 0.8, 1),
    ...{ customers: 10_000, warmUp: 2000, controls: ['one line'] },
    figures: [figure(4), figure(0.294304, 5)],
  },
  {
    title: '2: M/M/4, ρ = .8',
    model: oneLine(4, 3.2, 1),
    ...{ customers: 10_000, warmUp: 2000, controls: ['one line'] },
    figures: [figure(0.596432, 0), figure(0.745541), figure(0.267994, 1)],
  },
  {
    title: '4: M/M/55, ρ = .9',
    model: oneLine(55, 3.3, 15),
    ...{ customers: 10_000, warmUp: 3000, controls: ['one line'] },
    figures: [figure(0.343326, 0), figure(0.936343), figure(0.054891, 5)],
  },
  {
    title: '5: M/M/10+M, some leave',
    model: oneLine(10, 0.7, 15),
    system: { patienceMinutes: 30 },
    ...{ customers: 30_000, warmUp: 1000, controls: [] },
    figures: [figure(0.688488, 0), figure(3.753745)],
  },
  {
    title: '7: M/M/10, three classes, never interrupted (Cobham)',
    model: classes(10, [0.1, 0.2, 0.25], 15),
    ...{ customers: 25_000, warmUp: 2000, controls: ['one line', 'waiting in one line'] },
    figures: [figure(0.824549, 'wait', 0), figure(1.49918, 'wait', 1), figure(7.281733, 'wait', 2)],
  },
  {
    title: '12: M/D/4, ρ = .8',
    model: oneLine(4, (0.8 * 4) / 15, 15),
    system: { service: () => 15 },
    ...{ customers: 60_000, warmUp: 2000, controls: [] },
    figures: [figure(5.791424), figure(0.578282, 0)],
  },
  {
    title: '15: N, five windows of one skill and five of both (Adan and Weiss)',
    model: twoSkills({ only0: 5, both: 5 }, [0.35, 0.22], 15),
    ...{ customers: 25_000, warmUp: 2000, controls: ['one line', 'alone'] },
    figures: [
      ...[figure(5.141401), figure(10.578538, 'wait', 1)],
      ...[figure(0.497002, 0), figure(0.742314, 0, 1)],
    ],
  },
  {
    title: '17: M, four windows of each skill and two of both (Adan and Weiss)',
    model: twoSkills({ only0: 4, both: 2, only1: 4 }, [0.35, 0.25], 15),
    ...{ customers: 100_000, warmUp: 10_000, controls: ['one line', 'alone'] },
    figures: [figure(22.179042), figure(9.937236, 'wait', 1)],
  },
];

describe('the kernel as an exact queueing system', function () {
  this.timeout(LIMIT_MS);

  for (const { title, model, system, customers, warmUp, figures, controls } of CASES) {
    it(`case ${title}`, () => {
      const runs = inRuns((run) =>
        poissonVisits(systemOf(model, system), warmUp + customers, SEED + run)
          .slice(warmUp)
          .map(({ stream, wait, oneLineWait, aloneWait }) => ({ stream, wait, oneLineWait, aloneWait })),
      );
      for (const each of figures) {
        const label = `${each.measure} of stream ${each.stream}`;
        const batches = runs.map((visits) => measured(visits, each, 'wait'));
        within4Errors(estimate(batches), each.exact, label);
        const known = controls.map((control) => controlOf(model, runs, each, control));
        const better = controls.length === 0 ? estimate(batches) : controlled(batches, known);
        agrees(better, each.exact, `${label}, controlled`);
      }
    });
  }

  it('case 5: so many leave (M/M/10+M)', () => {
    const system = systemOf(oneLine(10, 0.7, 15), { patienceMinutes: 30 });
    const left = inRuns((run) => mean(poissonVisits(system, 30_000, SEED + run).map((each) => +each.left)));
    agrees(estimate(left), 0.125125, 'share that leaves');
  });

  it('case 19: M(t)/M/12, empty at 0', () => {
    const days = 700;
    const system = systemOf(oneLine(12, 1, 15));
    const rate = (minute: number): number => 0.6 * (1 + 0.6 * Math.sin((2 * Math.PI * minute) / 240));
    const changing = { rate, highest: 0.96, minutes: 480 };
    const runs = inRuns((run) => {
      const all = Array.from({ length: days }, (_, day) =>
        changingVisits(system, changing, SEED + run * days + day),
      ).flat();
      const waiting = (minute: number): number =>
        all.filter(({ at, wait }) => at <= minute && minute < at + wait).length / days;
      const morning = all.filter(({ at }) => at <= 120);
      return {
        figures: [
          ...[waiting(60), waiting(120)],
          ...[measured(all, figure(0), 'wait'), measured(all, figure(0, 0), 'wait')],
        ],
        // Who came, and with how much work, is known: 288 a day, 15 minutes each; 118.75 by 120 and their work.
        luck: [all.length / days, mean(all.map(({ service }) => service)), morning.length / days],
      };
    });
    const arrivalsUntil120 = 72 + (0.36 * 240) / Math.PI;
    const known = [288, 15, arrivalsUntil120].map((exact, index) => ({
      batches: runs.map(({ luck }) => luck[index] ?? Number.NaN),
      mean: exact,
    }));
    for (const [index, exact] of [5.124582, 8.711971, 6.302571, 0.527643].entries()) {
      const batches = runs.map(({ figures }) => figures[index] ?? Number.NaN);
      within4Errors(estimate(batches), exact, `figure ${index}`);
      agrees(controlled(batches, known), exact, `figure ${index}, controlled`);
    }
  });

  it('case 20: what the queue’s length predicts (M/M/10, ρ = .9)', () => {
    const system = systemOf(oneLine(10, 0.6, 15));
    const errors = inRuns((run) => lengthError(poissonVisits(system, 105_000, SEED + run).slice(5000)));
    agrees(estimate(errors), 4.743416, 'root mean square error given a wait');
  });
});

function inRuns<T>(one: (run: number) => T): T[] {
  return Array.from({ length: BATCHES }, (_, run) => one(run));
}

function systemOf({ setup, streams, serviceMinutes }: Model, more: Partial<System> = {}): System {
  return { setup, streams, service: exponential(serviceMinutes), ...more };
}

function measured(
  visits: readonly Pick<Visit, Wait | 'stream'>[],
  { measure, stream }: Figure,
  wait: Wait,
): number {
  let count = 0;
  let sum = 0;
  for (const visit of visits) {
    if (visit.stream !== stream) continue;
    count++;
    sum += measure === 'wait' ? visit[wait] : Number(visit[wait] > measure + ROUNDING);
  }
  return sum / count;
}

function controlOf(
  { setup, streams, serviceMinutes }: Model,
  runs: readonly Pick<Visit, Wait | 'stream'>[][],
  wanted: Figure,
  control: Case['controls'][number],
): Control {
  const own = streams[wanted.stream];
  if (own === undefined) throw new Error(`there is no stream ${wanted.stream}`);
  const alone = control === 'alone';
  const all = streams.reduce((sum, { perMinute }) => sum + perMinute, 0);
  const [servers, rate] = alone ? [windowsOf(setup, own), own.perMinute] : [setup.windows.length, all];
  const measure = control === 'waiting in one line' ? 0 : wanted.measure;
  const of = (visits: readonly Pick<Visit, Wait | 'stream'>[]): number =>
    measured(visits, { ...wanted, measure }, alone ? 'aloneWait' : 'oneLineWait');
  const exact =
    measure === 'wait'
      ? meanWait(servers, rate, serviceMinutes)
      : measure === 0
        ? erlangC(servers, rate * serviceMinutes)
        : waitsLonger(servers, rate, serviceMinutes, measure);
  return { batches: runs.map(of), mean: exact };
}

function within4Errors({ mean: found, standardError }: Estimate, exact: number, label: string): void {
  // The exact figures are given to six places.
  expect(Math.abs(found - exact), `${label}: ${found} ± ${standardError}, exact ${exact}`).to.be.at.most(
    4 * standardError + 1e-6,
  );
}

function agrees(found: Estimate, exact: number, label: string): void {
  within4Errors(found, exact, label);
  expect(found.standardError / exact, `error of ${label}`).to.be.lessThan(0.01);
}

/** Root of the mean square error of (waiting before me + 1) / (c μ), of those who wait. */
function lengthError(visits: readonly Visit[]): number {
  let called = 0;
  let sum = 0;
  let waited = 0;
  for (const [index, { at, wait }] of visits.entries()) {
    // First come, first served: whoever came before has been called before.
    for (; called < index; called++) {
      const before = visits[called];
      if (before === undefined || before.at + before.wait > at) break;
    }
    if (wait <= ROUNDING) continue;
    waited++;
    sum += (wait - (index - called + 1) * (15 / 10)) ** 2;
  }
  return Math.sqrt(sum / waited);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
