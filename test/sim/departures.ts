export interface Departure {
  at: number;
  window: string;
  ticket: string;
}

/** Who is being served, the first to be done on top: a binary heap. */
export class DepartureHeap {
  #heap: Departure[] = [];

  first(): Departure | null {
    return this.#heap[0] ?? null;
  }

  add(departure: Departure): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(departure);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (this.#at(parent) <= departure.at) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  take(): Departure | null {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length === 0) return first;
    heap[0] = last;
    this.#sink();
    return first;
  }

  #sink(): void {
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      let least = this.#at(left) < this.#at(index) ? left : index;
      if (this.#at(left + 1) < this.#at(least)) least = left + 1;
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #at(index: number): number {
    return this.#heap[index]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
