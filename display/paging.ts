import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Long enough to find one's line in a page and read it twice. */
const TURN_MS = 12_000;

/** Turns the pages of what does not fit a wall legibly: quietly, one after the other, for ever. */
export class Paging implements ReactiveController {
  #turn = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => {
      this.#turn++;
      this.host.requestUpdate();
    }, TURN_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** The page to show now, of so many. */
  page(pages: number): number {
    return this.#turn % Math.max(1, pages);
  }
}
