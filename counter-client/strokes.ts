/** Scanners type a character every 2–20 ms; the quickest fingers take 40. */
const SCANNED_MS = 30;
/** Within one code a busy machine may stumble; the next press of a person is further off. */
const SCAN_GAP_MS = 200;
/** A letter waits this long for a second that would make it a scan: too short to be felt. */
const WAIT_MS = 35;

/**
 * Tells keys from codes. A slip or case number that is scanned while no field is open is typed at the
 * counter, and its letters must not hold, finish or transfer the ticket there.
 */
export class Strokes {
  #at = Number.NEGATIVE_INFINITY;
  #scanning = false;
  #waiting: { press: () => void; timer: ReturnType<typeof setTimeout> } | null = null;

  /**
   * One key going down.
   * @param at when, milliseconds of the event's own clock.
   * @param isText whether a code could hold it: then it waits to see what follows.
   * @param press what it means; null for a key that means nothing.
   */
  hear(at: number, isText: boolean, press: (() => void) | null): void {
    this.#scanning = at - this.#at < (this.#scanning ? SCAN_GAP_MS : SCANNED_MS);
    this.#at = at;
    if (this.#scanning) return this.stop();
    this.#flush();
    if (press === null) return;
    if (!isText) press();
    else this.#waiting = { press, timer: setTimeout(() => this.#flush(), WAIT_MS) };
  }

  /** Forgets the key that waits. */
  stop(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting.timer);
    this.#waiting = null;
  }

  #flush(): void {
    const press = this.#waiting?.press;
    this.stop();
    press?.();
  }
}
