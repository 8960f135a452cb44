import type { Page } from 'playwright-core';

/** Addresses that ask nobody for anything. */
const OWN = /^(data|blob|about):/;

/** Listens to a page: what it complains of, and whom it talks to. */
export class Watch {
  readonly complaints: string[] = [];

  constructor(
    page: Page,
    private readonly name: string,
    origin: string,
  ) {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        this.#note(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.#note(`error: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // The page itself went somewhere else.
      if (reason !== 'net::ERR_ABORTED') this.#note(`request failed: ${request.url()} ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.#note(`${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!OWN.test(url) && new URL(url).origin !== origin) this.#note(`elsewhere: ${url}`);
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(origin).host) this.#note(`elsewhere: ${socket.url()}`);
    });
  }

  #note(complaint: string): void {
    this.complaints.push(`${this.name}: ${complaint}`);
  }
}
