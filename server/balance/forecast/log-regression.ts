/**
 * Bayesian linear regression on the logarithm of a daily count, one day at a time: a Kalman filter whose
 * level wanders and whose other coefficients stay (a dynamic linear model; M. West and J. Harrison,
 * "Bayesian Forecasting and Dynamic Models", 1997, §4). What has been seen little stays near its prior,
 * which is all the shrinkage there is.
 */

/** Deviations beyond so many standard deviations teach no more than that: a broken day is not the new level. */
const CLIP = 2.5;
/** The noise's variance is a mean over about so many days, and starts as if this many had been seen. */
const NOISE_MEMORY = 100;
const NOISE_PRIOR_WEIGHT = 10;
const LEAST_NOISE = 1e-4;

export interface Prior {
  mean: number;
  deviation: number;
}

/** Of one day, before it: of log(rate), and of what the rate itself varies by from day to day. */
export interface LogPrediction {
  mean: number;
  /** How little the coefficients are known. */
  variance: number;
  /** Overdispersion of a day. */
  noise: number;
}

export type Design = Readonly<Record<string, number>>;

export const LEVEL = 'level';

export class LogRegression {
  readonly #names: string[] = [];
  #means: number[] = [];
  #covariance: number[][] = [];
  #noise: number;
  #noiseWeight = NOISE_PRIOR_WEIGHT;

  /**
   * @param priorOf of a coefficient, by its name; of the level too.
   * @param drift standard deviation by which the level wanders in a day.
   */
  constructor(
    private readonly priorOf: (name: string) => Prior,
    private readonly drift: number,
    noise: number,
  ) {
    this.#noise = noise;
  }

  /** @param days how many days after the last one learned it is; the level may have wandered as long. */
  predict(design: Design, days = 1): LogPrediction {
    const { mean, variance } = this.#project({ [LEVEL]: 1, ...design });
    return { mean, variance: variance + days * this.drift ** 2, noise: this.#noise };
  }

  /** What is expected of one coefficient. */
  coefficient(name: string): number {
    const index = this.#names.indexOf(name);
    return index < 0 ? this.priorOf(name).mean : (this.#means[index] ?? 0);
  }

  /** @param countVariance of the observed logarithm, by chance of a count alone. */
  learn(design: Design, observed: number, countVariance: number): void {
    const full: Design = { [LEVEL]: 1, ...design };
    for (const name of Object.keys(full)) this.#know(name);
    const level = this.#covariance[0];
    if (level !== undefined) level[0] = (level[0] ?? 0) + this.drift ** 2;
    const row = this.#names.map((name) => full[name] ?? 0);
    const gain = this.#covariance.map((each) => dot(each, row));
    const variance = dot(gain, row);
    const mean = dot(this.#means, row);
    const total = variance + countVariance + this.#noise;
    const bound = CLIP * Math.sqrt(total);
    const surprise = Math.min(Math.max(observed - mean, -bound), bound);
    this.#means = this.#means.map((each, index) => each + ((gain[index] ?? 0) * surprise) / total);
    this.#covariance = this.#covariance.map((each, i) =>
      each.map((value, j) => value - ((gain[i] ?? 0) * (gain[j] ?? 0)) / total),
    );
    // While the coefficients are hardly known, a deviation says little about the noise.
    this.#learnNoise(surprise ** 2 - variance - countVariance, (1 - variance / total) ** 2);
  }

  #learnNoise(seen: number, weight: number): void {
    this.#noiseWeight = Math.min(this.#noiseWeight + weight, NOISE_MEMORY);
    this.#noise = Math.max(LEAST_NOISE, this.#noise + ((seen - this.#noise) * weight) / this.#noiseWeight);
  }

  #know(name: string): void {
    if (this.#names.includes(name)) return;
    const { mean, deviation } = this.priorOf(name);
    this.#names.push(name);
    this.#means.push(mean);
    for (const row of this.#covariance) row.push(0);
    this.#covariance.push(
      this.#names.map((_, index) => (index < this.#names.length - 1 ? 0 : deviation ** 2)),
    );
  }

  /** A coefficient that was never seen has its prior, independent of all others. */
  #project(design: Design): { mean: number; variance: number } {
    const row = this.#names.map((name) => design[name] ?? 0);
    let mean = dot(this.#means, row);
    let variance = dot(
      this.#covariance.map((each) => dot(each, row)),
      row,
    );
    for (const [name, strength] of Object.entries(design)) {
      if (this.#names.includes(name)) continue;
      const prior = this.priorOf(name);
      mean += prior.mean * strength;
      variance += (prior.deviation * strength) ** 2;
    }
    return { mean, variance };
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
