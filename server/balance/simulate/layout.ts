import type { Setup } from '../../../common/contract/config.ts';

/** A hall's queues, windows and kinds of lines by number, in the order of its setup: what the kernel counts in. */
export class Layout {
  readonly #queues: ReadonlyMap<string, number>;
  readonly #windows: ReadonlyMap<string, number>;
  readonly #lines = new Map<string, number>();

  constructor(readonly setup: Setup) {
    this.#queues = new Map(setup.queues.map(({ id }, index) => [id, index]));
    this.#windows = new Map(setup.windows.map(({ id }, index) => [id, index]));
  }

  /** @throws RangeError when the hall has no such queue. */
  queue(id: string): number {
    return found(this.#queues, id, 'queue');
  }

  /** @throws RangeError when the hall has no such window. */
  window(id: string): number {
    return found(this.#windows, id, 'window');
  }

  /** The number of a kind of line, by what its tickets have in common (`lineKey` of server/hall). */
  line(key: string): number {
    let number = this.#lines.get(key);
    if (number === undefined) {
      number = this.#lines.size;
      this.#lines.set(key, number);
    }
    return number;
  }
}

function found(numbers: ReadonlyMap<string, number>, id: string, what: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new RangeError(`the hall has no ${what} ${id}`);
  return number;
}
