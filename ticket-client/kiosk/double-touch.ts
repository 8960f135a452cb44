/**
 * Keeps the second half of a double touch from what has come under the finger meanwhile: unsure hands
 * touch everything twice, and the first touch has changed the screen by then.
 */
export class DoubleTouch {
  #hasMoved = false;

  constructor(private readonly page: EventTarget) {}

  start(): void {
    this.page.addEventListener('click', this.#click, { capture: true });
  }

  stop(): void {
    this.page.removeEventListener('click', this.#click, { capture: true });
  }

  /** Another screen has taken the place of the one that was touched. */
  moved(): void {
    this.#hasMoved = true;
  }

  #click = (event: Event): void => {
    // The browser counts touches that belong together, by time and place.
    const isFirst = !(event instanceof MouseEvent) || event.detail <= 1;
    if (isFirst) this.#hasMoved = false;
    else if (this.#hasMoved) event.stopPropagation();
  };
}
