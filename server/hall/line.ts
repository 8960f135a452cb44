/** What orders a waiting ticket: the smaller due instant, then the smaller order, is called first. */
export interface Place {
  dueAt: number;
  order: number;
}

export function comparePlaces(a: Place, b: Place): number {
  return a.dueAt - b.dueAt || a.order - b.order;
}

/** Taken places that may stand at the front before the array is cut. */
const SLACK = 1024;

/**
 * The waiting tickets of one line, always sorted. Most arrivals go to the end and most calls take
 * the first, both without moving anything; the rest is a binary search and one block move.
 */
export class Line<T extends Place> {
  #places: T[] = [];
  #start = 0;

  get size(): number {
    return this.#places.length - this.#start;
  }

  first(): T | undefined {
    return this.#places[this.#start];
  }

  add(place: T): void {
    const index = this.#search(place);
    if (index === this.#places.length) this.#places.push(place);
    else this.#places.splice(index, 0, place);
  }

  /** Removes the entry at this place; false when there is none. */
  remove(place: Place): boolean {
    const index = this.#search(place);
    const found = this.#places[index];
    if (found === undefined || comparePlaces(found, place) !== 0) return false;
    if (index === this.#start) this.#dropFirst();
    else this.#places.splice(index, 1);
    return true;
  }

  /** How many stand before this place. */
  before(place: Place): number {
    return this.#search(place) - this.#start;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = this.#start; index < this.#places.length; index++) yield this.#places[index] as T;
  }

  #dropFirst(): void {
    this.#start++;
    if (this.#start < SLACK || this.#start * 2 < this.#places.length) return;
    this.#places = this.#places.slice(this.#start);
    this.#start = 0;
  }

  /** The first index whose entry is not ordered before `place`. */
  #search(place: Place): number {
    let low = this.#start;
    let high = this.#places.length;
    if (low === high || comparePlaces(this.#places[high - 1] as T, place) < 0) return high;
    // A call takes the first: halving a long line to find it would fetch many tickets from memory.
    if (comparePlaces(this.#places[low] as T, place) >= 0) return low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comparePlaces(this.#places[middle] as T, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
