/** When the hall's windows close for the day: everyone at them hears it once. */
export class Shift {
  #isOver = false;
  #listeners: (() => void)[] = [];

  get isOver(): boolean {
    return this.#isOver;
  }

  onEnd(then: () => void): void {
    this.#listeners.push(then);
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const listener of this.#listeners) listener();
  }
}
