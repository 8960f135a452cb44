/** Kiefer and Wolfowitz 1955: who comes next is served by whoever is free first. */
export class OneLine {
  #freeAt: Float64Array;

  constructor(servers: number) {
    this.#freeAt = new Float64Array(servers);
  }

  waitOf(at: number, serviceMs: number): number {
    let first = 0;
    for (let each = 1; each < this.#freeAt.length; each++) {
      if ((this.#freeAt[each] ?? 0) < (this.#freeAt[first] ?? 0)) first = each;
    }
    const start = Math.max(at, this.#freeAt[first] ?? 0);
    this.#freeAt[first] = start + serviceMs;
    return start - at;
  }
}
