import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { HALL_HOST } from './hall-server.ts';
import { SCREENS, type ScreenName } from './screens.ts';
import { Watch } from './watch.ts';
import { type Wire, wireOf } from './wire.ts';

/** How long a screen may take to show what has happened; most take a few milliseconds. */
export const SHOWN_WITHIN_MS = 10_000;
const OPENED_WITHIN_MS = 30_000;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${HALL_HOST} 127.0.0.1`,
];

/** One real Chromium, with every screen that is open in it. */
export class Theatre {
  #browser: Browser | null = null;
  #watches = new Set<Watch>();
  #wires = new Map<Page, Wire>();

  /** @param origin where the pages are served, as the browser knows it. */
  constructor(private readonly origin: string) {}

  async start(): Promise<void> {
    const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
    this.#browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    this.#browser = null;
  }

  /**
   * Opens a screen at its real size in a context of its own, as on a device of its own.
   * @param address instead of the screen's own: the link on a slip.
   * @param prepare what is done with the empty page first.
   */
  async open(
    name: ScreenName,
    address?: string,
    options: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<void> = async () => undefined,
  ): Promise<Page> {
    if (this.#browser === null) throw new Error('the browser is not started');
    const { path, device } = SCREENS[name];
    const context = await this.#browser.newContext({ ...device, ...options });
    context.setDefaultTimeout(SHOWN_WITHIN_MS);
    context.setDefaultNavigationTimeout(OPENED_WITHIN_MS);
    // Functions that tests run in a page keep their names by a helper that only tsx's modules have.
    await context.addInitScript({ content: 'globalThis.__name = (value) => value;' });
    const page = await context.newPage();
    const url = new URL(address ?? path, this.origin).href;
    this.#watches.add(new Watch(page, name, new URL(url).origin));
    this.#wires.set(page, wireOf(page));
    await prepare(page);
    await page.goto(url);
    return page;
  }

  /** What a page has sent since it was opened. */
  sent(page: Page): Wire {
    return this.#wires.get(page) ?? { calls: 0, numbers: 0 };
  }

  /** What the pages complained of since they were opened: see Watch. */
  get complaints(): string[] {
    return [...this.#watches].flatMap(({ complaints }) => complaints);
  }

  /** Closes every screen and forgets what they complained of. */
  async clear(): Promise<void> {
    this.#watches.clear();
    this.#wires.clear();
    for (const context of this.#browser?.contexts() ?? []) await context.close();
  }
}
