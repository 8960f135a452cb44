/** Chance from a seed: the same seed, the same numbers, on every machine (sfc32, Chris Doty-Humphrey). */
export class Chance {
  #a: number;
  #b: number;
  #c = 0x9e3779b9 | 0;
  #counter = 1;

  /** @param stream tells apart what is drawn for different purposes under one seed. */
  constructor(seed: number, stream = 0) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    // The first numbers still show the seed; the generator's author asks for at least 12 steps.
    for (let step = 0; step < 15; step++) this.next();
  }

  /** Uniform within [0, 1). */
  next(): number {
    const mixed = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 4_294_967_296;
  }

  /** Uniform within (0, 1): what a quantile may be taken of. */
  open(): number {
    return this.next() + 2 ** -33;
  }

  exponential(mean: number): number {
    return -mean * Math.log1p(-this.next());
  }
}
