import { setTimeout as pause } from 'node:timers/promises';

/** Phones written to in one go: about 0.8 ms of the event loop (15 µs a write). */
export const SLICE_SIZE = 50;

/**
 * Between two slices. A call takes some five turns of the event loop from the press to the walls:
 * slices sent turn after turn would delay each of them, so spaced they delay one at the most.
 */
const SLICE_GAP_MS = 4;

export async function sliceGap(): Promise<void> {
  await pause(SLICE_GAP_MS, undefined, { ref: false });
}

/**
 * The phones of one line in rooms of bounded size: a message to all of them is sent room by room,
 * with the event loop free in between, so that no call waits behind five thousand phones.
 */
export class Slices {
  #sizes: number[] = [];
  #sliceOf = new Map<string, number>();

  constructor(readonly name: string) {}

  get size(): number {
    return this.#sliceOf.size;
  }

  /** The room this socket belongs in. */
  join(socket: string): string {
    let slice = this.#sliceOf.get(socket);
    if (slice === undefined) {
      slice = this.#sizes.findIndex((size) => size < SLICE_SIZE);
      if (slice === -1) slice = this.#sizes.push(0) - 1;
      this.#sizes[slice] = (this.#sizes[slice] ?? 0) + 1;
      this.#sliceOf.set(socket, slice);
    }
    return this.#room(slice);
  }

  /** The room it was in; undefined when it was in none. */
  leave(socket: string): string | undefined {
    const slice = this.#sliceOf.get(socket);
    if (slice === undefined) return undefined;
    this.#sliceOf.delete(socket);
    this.#sizes[slice] = (this.#sizes[slice] ?? 1) - 1;
    return this.#room(slice);
  }

  *rooms(): Generator<string> {
    for (const [slice, size] of this.#sizes.entries()) if (size > 0) yield this.#room(slice);
  }

  #room(slice: number): string {
    return `${this.name}/${slice}`;
  }
}
