import { countQuantiles, countShares } from '../../server/balance/forecast/negative-binomial.ts';

/** How good forecasts of counts were: fewer is better in both losses; a share of 0.8 is meant to be covered. */
export interface Score {
  /** Root mean squared error of the mean. */
  rmse: number;
  /** Mean pinball loss of the 10, 50 and 90 % quantiles. */
  pinball: number;
  /**
   * Share of the counts within the 10–90 % band. A count on its edge lies within by the part of its
   * probability that the band has (randomised PIT: C. Czado, T. Gneiting, L. Held, Biometrics 65, 2009):
   * the band of a small count cannot hold 80 % otherwise.
   */
  coverage: number;
  /** Share of the counts from the 10 % to the 90 % quantile, both included. */
  closedCoverage: number;
  count: number;
}

export const SHARES = [0.1, 0.5, 0.9] as const;

export class Scoring {
  #squares = 0;
  #pinball = 0;
  #covered = 0;
  #closed = 0;
  #count = 0;

  /** Of a negative binomial forecast. */
  add(came: number, mean: number, variation: number): void {
    this.addQuantiles(came, mean, countQuantiles(mean, variation, SHARES));
    const [below, upTo] = countShares(mean, variation, came);
    const inside = Math.min(upTo, 0.9) - Math.max(below, 0.1);
    this.#covered += upTo > below ? Math.max(0, inside) / (upTo - below) : 0;
  }

  /** Of a forecast that has a mean and quantiles of SHARES; its coverage is not known. */
  addQuantiles(came: number, mean: number, quantiles: readonly number[]): void {
    this.#squares += (came - mean) ** 2;
    for (const [index, share] of SHARES.entries())
      this.#pinball += pinball(came, quantiles[index] ?? mean, share) / SHARES.length;
    if (came >= (quantiles[0] ?? mean) && came <= (quantiles[2] ?? mean)) this.#closed++;
    this.#count++;
  }

  get score(): Score {
    return {
      rmse: Math.sqrt(this.#squares / this.#count),
      pinball: this.#pinball / this.#count,
      coverage: this.#covered / this.#count,
      closedCoverage: this.#closed / this.#count,
      count: this.#count,
    };
  }
}

/** The loss whose least mean is at the quantile of that share. */
export function pinball(came: number, quantile: number, share: number): number {
  return came >= quantile ? share * (came - quantile) : (1 - share) * (quantile - came);
}
