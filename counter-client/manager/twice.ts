/** After this long without a second press, the first is forgotten. */
const FORGET_MS = 6000;
/** Two presses within this are one double click. */
const DOUBLE_CLICK_MS = 400;

export interface TwiceParts {
  changed: () => void;
  clock: () => number;
}

/**
 * What is done by a second press of the same button, as the counter's miss: the first asks. Two presses
 * of one double click are one press.
 */
export class Twice {
  /** What the next press of its button does; null when nothing has been asked. */
  asked: string | null = null;
  #askedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: TwiceParts) {}

  /** @returns whether this press was the second one of the same act. */
  press(act: string): boolean {
    const now = this.parts.clock();
    const isSecond = this.asked === act;
    if (isSecond && now - this.#askedAt < DOUBLE_CLICK_MS) return false;
    this.#ask(isSecond ? null : act, now);
    return isSecond;
  }

  forget(): void {
    this.#ask(null, 0);
  }

  #ask(act: string | null, now: number): void {
    clearTimeout(this.#timer);
    this.asked = act;
    this.#askedAt = now;
    if (act !== null) this.#timer = setTimeout(() => this.forget(), FORGET_MS);
    this.parts.changed();
  }
}
