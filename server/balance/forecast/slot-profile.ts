import { SLOTS_PER_DAY } from './history.ts';

/**
 * How a day's arrivals spread over its slots: counts, of which older ones weigh less, drawn towards a
 * broader profile by as much as these are few (Dirichlet prior).
 */
export class SlotProfile {
  #counts = new Array<number>(SLOTS_PER_DAY).fill(0);
  #total = 0;

  /**
   * @param broader what it is drawn towards.
   * @param weight how many arrivals that is worth.
   * @param memoryDays days after which a day weighs half.
   */
  constructor(
    private readonly broader: () => readonly number[],
    private readonly weight: number,
    private readonly memoryDays: number,
  ) {}

  shares(): number[] {
    const broader = this.broader();
    const all = this.#total + this.weight;
    return this.#counts.map((count, slot) => (count + this.weight * (broader[slot] ?? 0)) / all);
  }

  learn(perSlot: readonly number[]): void {
    const fade = 0.5 ** (1 / this.memoryDays);
    this.#counts = this.#counts.map((count, slot) => fade * count + (perSlot[slot] ?? 0));
    this.#total = this.#counts.reduce((sum, each) => sum + each, 0);
  }
}
