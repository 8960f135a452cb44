import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { SCREENS, type ScreenName, WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

/** What a page has drawn when it is ready. */
const READY: Record<ScreenName, string> = {
  kiosk: 'kiosk-start .card',
  lowKiosk: 'kiosk-start .card',
  phone: 'phone-hero',
  smallPhone: 'phone-hero',
  booking: 'booking-matter button',
  wall: 'ow-hall-windows li',
  zoneWall: 'ow-hall-windows li',
  uprightWall: 'ow-hall-windows li',
  window: 'ow-window-board main',
  windowMonitor: 'ow-window-board main',
  counter: 'current-ticket',
  narrowCounter: 'current-ticket',
  chooser: 'window-chooser .tile',
  manager: 'floor-map li',
  wideManager: 'floor-map li',
  fairness: 'fairness-report',
  tray: 'tray-page img',
  operations: 'operations-page .none',
  narrowOperations: 'operations-page .none',
  home: 'home-screen',
};

/** Interfaces that browsers give to encrypted pages and to localhost only, which a hall's pages are not. */
const SECURE_ONLY =
  /randomUUID|crypto\.subtle|isSecureContext|serviceWorker|caches\.(open|match)|navigator\.(clipboard|geolocation|mediaDevices|wakeLock|locks|storage|credentials|usb|serial|bluetooth|share)/;
/** Interfaces that came after Chromium 90, which is the oldest that screens run. */
const TOO_NEW =
  /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|checkVisibility)\(|structuredClone|Object\.(hasOwn|groupBy)|AbortSignal\.(timeout|any)|Promise\.withResolvers|:has\(|@container|color-mix\(|[0-9]dvh/;
const ASSETS = 'dist/web/assets';
/** Loaded by pages that have found that they are encrypted, and by no others. */
const ON_ENCRYPTED = /^phone-reminder-/;
/** In the schemas' library; only the pages of staff, which parse what they read, are worth its weight. */
const SCHEMAS = 'ZodError';
const PARSES: ReadonlySet<ScreenName> = new Set([
  'counter',
  'narrowCounter',
  'chooser',
  'operations',
  'narrowOperations',
  'manager',
  'wideManager',
]);

describe('every page, on a plain address of the hall’s network', () => {
  const stage = stageForSuite();

  for (const name of Object.keys(SCREENS) as ScreenName[]) {
    it(`${name} opens without an error, asks nobody else for anything, and has an icon and a title`, async () => {
      const { url } = await stage.api.issue({ queue: WINDOW.queue });
      const page = await stage.theatre.open(name, /phone/i.test(name) ? url : undefined);
      await shows(page, READY[name]);
      expect(await page.evaluate(() => isSecureContext), 'a page that a hall could not have').to.equal(false);
      expect(await page.title()).to.match(/\p{Script=Han}/u);
      const icon = await page.evaluate(async () => {
        const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
        return link === null ? 'none' : (await fetch(link.href)).headers.get('content-type');
      });
      expect(icon).to.match(/^image\/svg/);
      expect(await loads(page, SCHEMAS), 'loads the schemas’ library').to.equal(PARSES.has(name));
    });
  }

  for (const [what, pattern, but] of [
    ['only for encrypted pages', SECURE_ONLY, ON_ENCRYPTED],
    ['newer than the oldest screens', TOO_NEW, null],
  ] as const) {
    it(`nothing that is built uses interfaces ${what}`, () => {
      const used = readdirSync(ASSETS)
        .filter((file) => /\.(js|css)$/.test(file) && !but?.test(file))
        .flatMap((file) => {
          const found = pattern.exec(readFileSync(`${ASSETS}/${file}`, 'utf8'));
          return found === null ? [] : [`${file}: ${found[0]}`];
        });
      expect(used).to.deep.equal([]);
    });
  }
});

/** Whether a script of the page holds the text. */
async function loads(page: Page, text: string): Promise<boolean> {
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  return scripts.some((path) => readFileSync(`dist/web${path}`, 'utf8').includes(text));
}
