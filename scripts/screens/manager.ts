import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ENROLMENT, Enrolment, enrolmentHall } from '../../test/e2e/support/enrolment.ts';
import { HallApi } from '../../test/e2e/support/hall-api.ts';
import { freePort, HALL_HOST, HallServer } from '../../test/e2e/support/hall-server.ts';
import { shows } from '../../test/e2e/support/shows.ts';
import { Theatre } from '../../test/e2e/support/theatre.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { writePast } from '../seed/write.ts';
import { Album } from './album.ts';

/** The hall's minutes of a real one, until the manager sits down and after the advice has been applied. */
const SPEED = 60;
/** A Monday in the season, with two months and last year's weeks behind it, of as many people as come on it. */
const OPENS_AT = Date.parse('2026-08-31T09:00:00+08:00');
const PAST = { days: 60, until: '2026-08-30', lastYear: true, share: 0.65, seed: 6 } as const;
/** Those who stood at the door are then no longer taken for what the whole day brings. */
const ADVISED_AFTER_MS = 75 * 60_000;
/** Long enough for what came to be held against the promise. */
const OUTCOME_AFTER_MS = 90 * 60_000;
const PASSES_WITHIN_MS = 120_000;

/** Pictures of the manager's page: a morning of school enrolment, advised on at a quarter past ten. */
export async function photographManager(folder: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'onewindow-screens-'));
  const port = await freePort();
  const file = join(data, 'hall.json');
  const hall = enrolmentHall();
  writeFileSync(file, JSON.stringify(hall));
  await writePast(hall, data, PAST);
  const server = new HallServer(port, data, {
    PUBLIC_URL: `http://${HALL_HOST}:${port}`,
    HALL_CONFIG: file,
    CLOCK_START: new Date(OPENS_AT).toISOString(),
    CLOCK_SPEED: String(SPEED),
  });
  const theatre = new Theatre(`http://${HALL_HOST}:${port}`);
  const api = new HallApi(server.url);
  const morning = new Enrolment(api, OPENS_AT);
  try {
    await server.start();
    await theatre.start();
    await morning.open();
    morning.start();
    await passed(api, OPENS_AT + ADVISED_AFTER_MS);
    await photograph(new Album(theatre, folder), api);
  } finally {
    await morning.stop();
    await theatre.stop();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function photograph(album: Album, api: HallApi): Promise<void> {
  const page = await album.theatre.open('manager');
  await shows(page, 'floor-map li');
  await openSection(page, 'advice');
  await shows(page, '.moves .sentence', ENROLMENT.name, PASSES_WITHIN_MS);
  await album.take(page, 'manager-advice');
  await waitFor(
    'the advice to be applied',
    async () => {
      if ((await page.locator('.applied li').count()) > 0) return true;
      // Newer advice may have taken its place under the pointer.
      await page
        .locator('.apply')
        .click({ timeout: 1000 })
        .catch(() => undefined);
      return false;
    },
    PASSES_WITHIN_MS,
  );
  await passed(api, (await api.board()).at + OUTCOME_AFTER_MS);
  await openSection(page, 'floor');
  await shows(page, '.assigned');
  await album.take(page, 'manager-floor');
  await openSection(page, 'outcome');
  await shows(page, 'outcome-board tbody tr', ENROLMENT.name);
  await drawn(page);
  await album.take(page, 'manager-outcome');
  await openSection(page, 'season');
  await shows(page, '.days button', '', PASSES_WITHIN_MS);
  await drawn(page);
  await album.take(page, 'manager-season');
  await openSection(page, 'what-if');
  // What if the clerks of the second row's first windows stayed at home?
  for (const place of [11, 12, 13, 14, 17])
    await page.locator('what-if-view .tiles button').nth(place).click();
  await page.locator('window-editor input[type="radio"]').nth(1).check();
  await page.locator('.simulate').click();
  await shows(page, 'simulated-table dl', '', PASSES_WITHIN_MS);
  await album.take(page, 'manager-what-if');
}

async function openSection(page: Page, section: string): Promise<void> {
  await page.locator(`nav a[href="#${section}"]`).click();
}

/** Charts are drawn once their library is there; two frames later they are on the screen. */
async function drawn(page: Page): Promise<void> {
  await shows(page, 'manager-chart canvas');
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

function passed(api: HallApi, instant: number): Promise<boolean> {
  return waitFor('the morning to pass', async () => (await api.board()).at >= instant, PASSES_WITHIN_MS);
}
