/** Busy windows, the first to be free on top; of two at one instant, the lower number. A binary heap. */
export class FreeHeap {
  readonly #at: Float64Array;
  readonly #window: Int32Array;
  #size = 0;

  /** @param capacity windows there are: none is in it twice. */
  constructor(capacity: number) {
    this.#at = new Float64Array(capacity + 1);
    this.#window = new Int32Array(capacity + 1);
  }

  /** When the next window is free; Infinity when none is busy. */
  get firstAt(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#at[0] as number);
  }

  add(window: number, at: number): void {
    let index = this.#size++;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isAfter(parent, at, window)) break;
      this.#move(parent, index);
      index = parent;
    }
    this.#put(index, at, window);
  }

  /** @returns the window that is free first; -1 when none is busy. */
  take(): number {
    if (this.#size === 0) return -1;
    const first = this.#window[0] as number;
    const last = --this.#size;
    if (last > 0) this.#sink(this.#at[last] as number, this.#window[last] as number);
    return first;
  }

  #sink(at: number, window: number): void {
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (
        right < this.#size &&
        this.#isAfter(child, this.#at[right] as number, this.#window[right] as number)
      )
        child = right;
      if (this.#isAfter(child, at, window)) break;
      this.#move(child, index);
      index = child;
    }
    this.#put(index, at, window);
  }

  #isAfter(index: number, at: number, window: number): boolean {
    const own = this.#at[index] as number;
    return own > at || (own === at && (this.#window[index] as number) > window);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#at[from] as number, this.#window[from] as number);
  }

  #put(index: number, at: number, window: number): void {
    this.#at[index] = at;
    this.#window[index] = window;
  }
}
