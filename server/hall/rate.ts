const HOUR_MS = 3_600_000;

/** The instants of calls, in order; plain, so that another thread can be given them. */
export interface CallTimes {
  all: readonly number[];
  shortened: readonly number[];
}

/**
 * Calls of the last hour and how many of them had a shortened target, at any instant: asked at every
 * call, so counted by binary search and not by walking the hour.
 */
export class CallRate {
  #all: number[] = [];
  #shortened: number[] = [];

  add(at: number, shortened: boolean): void {
    push(this.#all, at);
    if (shortened) push(this.#shortened, at);
  }

  /** Calls in the hour before an instant, not before the last call. */
  within(at: number): { all: number; shortened: number } {
    return { all: countSince(this.#all, at - HOUR_MS), shortened: countSince(this.#shortened, at - HOUR_MS) };
  }

  clone(): CallRate {
    return CallRate.of({ all: this.#all, shortened: this.#shortened });
  }

  static of({ all, shortened }: CallTimes): CallRate {
    const rate = new CallRate();
    rate.#all = [...all];
    rate.#shortened = [...shortened];
    return rate;
  }

  /** What `of` makes the same rate of. */
  times(): CallTimes {
    return { all: [...this.#all], shortened: [...this.#shortened] };
  }
}

/** Forgets what is over an hour old once that is most of it. */
function push(times: number[], at: number): void {
  times.push(at);
  const old = times.length - countSince(times, at - HOUR_MS);
  if (old > 256 && old * 2 > times.length) times.splice(0, old);
}

/** How many of the sorted instants are later than `since`. */
function countSince(times: readonly number[], since: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= since) low = middle + 1;
    else high = middle;
  }
  return times.length - low;
}
