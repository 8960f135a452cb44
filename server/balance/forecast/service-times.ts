import { normalQuantile } from '../lognormal.ts';
import type { Habits, ServiceTime } from '../model.ts';
import type { ServiceSample } from './history.ts';
import { survivalQuantiles } from './survival.ts';

/**
 * Service times learned from the log. Each is taken as lognormal and fitted to the inner quantiles of its
 * sample (a straight line through the normal probability plot), so that neither a ticket forgotten open nor
 * one finished at once by mistake moves it, as long as they are fewer than a tenth.
 */

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** What is assumed until it is learned weighs as much as so many services. */
const ASSUMED_WEIGHT = 20;
/** Squared coefficient of variation of services in halls; an assumption. */
const ASSUMED_VARIATION = 0.6;
/** Fewer say nothing of their own. */
const FEWEST = 5;

export interface LearnedServices {
  queues: Readonly<Record<string, ServiceTime & { services: number }>>;
  /** How many times as long services take at each window as at the others; 1 is as long. */
  windows: Readonly<Record<string, { factor: number; services: number }>>;
  secondaryFactor: Habits['secondaryFactor'];
}

/** Mean and deviation of a lognormal's logarithm. */
interface LogFit {
  mu: number;
  sigma: number;
}

/**
 * @param assumedMinutes the catalogue's mean service time of each queue, what thin data are drawn towards.
 * @param groupOf what is compared, windows unless told: a window's clerk group, say.
 */
export function learnServices(
  samples: readonly ServiceSample[],
  assumedMinutes: Readonly<Record<string, number>>,
  groupOf: (window: string) => string = (window) => window,
): LearnedServices {
  const byQueue = grouped(samples, ({ queue }) => queue);
  const fits = new Map<string, LogFit>();
  for (const [queue, minutes] of Object.entries(assumedMinutes)) {
    const sigma = Math.sqrt(Math.log1p(ASSUMED_VARIATION));
    const assumed = { mu: Math.log(minutes) - sigma ** 2 / 2, sigma };
    const all = byQueue.get(queue) ?? [];
    // What a primary window takes; where no window has it as its primary queue, what any takes.
    const primary = all.filter((each) => each.primary);
    fits.set(queue, fitLog(primary.length >= ASSUMED_WEIGHT ? primary : all, assumed));
  }
  const relative = samples.flatMap((each) => {
    const of = fits.get(each.queue);
    return of === undefined ? [] : [{ ...each, minutes: each.minutes / Math.exp(of.mu) }];
  });
  const secondary = median(relative.filter(({ primary }) => !primary));
  return {
    queues: Object.fromEntries(
      [...fits].map(([queue, { mu, sigma }]) => {
        const meanMinutes = Math.exp(mu + sigma ** 2 / 2);
        const services = byQueue.get(queue)?.length ?? 0;
        return [queue, { meanMinutes, squaredVariation: Math.expm1(sigma ** 2), services }];
      }),
    ),
    windows: Object.fromEntries(
      [...grouped(relative, ({ window }) => groupOf(window))].map(([group, of]) => [
        group,
        { factor: median(of), services: of.length },
      ]),
    ),
    secondaryFactor: Math.max(1, secondary),
  };
}

function fitLog(samples: readonly ServiceSample[], assumed: LogFit): LogFit {
  const { length } = samples;
  const points = quantilesOf(samples, SHARES).flatMap((minutes, index) =>
    minutes === null ? [] : [{ z: normalQuantile(SHARES[index] ?? 0.5), log: Math.log(minutes) }],
  );
  if (length < FEWEST || points.length < 3) return assumed;
  const z = mean(points.map((each) => each.z));
  const log = mean(points.map((each) => each.log));
  const across = points.reduce((sum, each) => sum + (each.z - z) ** 2, 0);
  const sigma = points.reduce((sum, each) => sum + (each.z - z) * (each.log - log), 0) / across;
  const weight = length / (length + ASSUMED_WEIGHT);
  return {
    mu: assumed.mu + weight * (log - sigma * z - assumed.mu),
    sigma: assumed.sigma + weight * (sigma - assumed.sigma),
  };
}

/** Of services relative to their queue's median; drawn towards 1 by as much as is unknown. */
function median(samples: readonly ServiceSample[]): number {
  const { length } = samples;
  const [middle] = length < FEWEST ? [null] : quantilesOf(samples, [0.5]);
  if (middle === null || middle === undefined) return 1;
  return Math.exp((Math.log(middle) * length) / (length + ASSUMED_WEIGHT));
}

function quantilesOf(samples: readonly ServiceSample[], shares: readonly number[]): (number | null)[] {
  return survivalQuantiles(
    samples.map(({ minutes, complete }) => ({ value: minutes, complete })),
    shares,
  );
}

function grouped(
  samples: readonly ServiceSample[],
  keyOf: (sample: ServiceSample) => string,
): Map<string, ServiceSample[]> {
  const groups = new Map<string, ServiceSample[]>();
  for (const sample of samples) {
    const group = groups.get(keyOf(sample));
    if (group === undefined) groups.set(keyOf(sample), [sample]);
    else group.push(sample);
  }
  return groups;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
