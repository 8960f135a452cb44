/** Until days are seen: the variation of a slot's rate, worth so many days. */
const ASSUMED = 0.01;
const ASSUMED_DAYS = 10;
const MEMORY_DAYS = 120;

/**
 * By how much the rate of a single slot varies around the day's profile: squared coefficient of variation,
 * from what the counts vary by beyond Poisson's (moments).
 */
export class SlotVariation {
  #beyond: number;
  #squares: number;

  /** @param perSlot what is assumed of a day. */
  constructor(perSlot: readonly number[]) {
    this.#squares = ASSUMED_DAYS * perSlot.reduce((sum, each) => sum + each ** 2, 0);
    this.#beyond = ASSUMED * this.#squares;
  }

  get value(): number {
    return Math.max(0, this.#beyond / this.#squares);
  }

  /** @param shares the profile as it was before the day. */
  learn(perSlot: readonly number[], shares: readonly number[]): void {
    const total = perSlot.reduce((sum, each) => sum + each, 0);
    const fade = 0.5 ** (1 / MEMORY_DAYS);
    this.#beyond *= fade;
    this.#squares *= fade;
    for (const [slot, share] of shares.entries()) {
      const expected = total * share;
      this.#beyond += ((perSlot[slot] ?? 0) - expected) ** 2 - expected * (1 - share);
      this.#squares += expected ** 2;
    }
  }
}
