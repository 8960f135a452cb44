import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';
import { ENROLMENT, Enrolment, enrolmentHall } from './support/enrolment.ts';
import { EXAMINED, isAccessible, MANAGER } from './support/examine.ts';
import { HallApi } from './support/hall-api.ts';
import { freePort, HALL_HOST, HallServer } from './support/hall-server.ts';
import { shows } from './support/shows.ts';
import { Theatre } from './support/theatre.ts';

/** The hall's minutes of a real one. */
const SPEED = 60;
const OPENS_AT = Date.parse('2026-11-23T09:00:00+08:00');
const ADVISED_WITHIN_MS = 40_000;
const FALLS_WITHIN_MS = 60_000;
/** A whole day is searched, beside everything else. */
const RECKONED_WITHIN_MS = 60_000;

describe('the manager’s page on a morning of school enrolment, played through the real server', function () {
  // All its waits after one another.
  this.timeout(2 * (ADVISED_WITHIN_MS + FALLS_WITHIN_MS));
  let server: HallServer;
  let theatre: Theatre;
  let api: HallApi;
  let morning: Enrolment;
  after(async () => {
    await morning.stop();
    await theatre.stop();
    await server.stop();
    expect(server.said, 'what the server logged').to.equal('');
  });
  // Its own hook must run after the server has stopped writing there.
  const folder = tempDirs();

  before(async () => {
    const port = await freePort();
    const dataDir = folder();
    const file = join(dataDir, 'hall.json');
    writeFileSync(file, JSON.stringify(enrolmentHall()));
    server = new HallServer(port, dataDir, {
      PUBLIC_URL: `http://${HALL_HOST}:${port}`,
      HALL_CONFIG: file,
      CLOCK_START: new Date(OPENS_AT).toISOString(),
      CLOCK_SPEED: String(SPEED),
    });
    api = new HallApi(server.url);
    theatre = new Theatre(`http://${HALL_HOST}:${port}`);
    await Promise.all([server.start(), theatre.start()]);
    morning = new Enrolment(api, OPENS_AT);
    await morning.open();
    morning.start();
  });

  /** Advice that was pressed the moment a newer one came is refused, and the page says so. */
  const complaints = () => theatre.complaints.filter((each) => !/409|ADVICE_OLD/.test(each));

  it('sees advice appear, applies it by one button, and sees the queue of education fall', async () => {
    const page = await theatre.open('manager', undefined, EXAMINED);
    await shows(page, 'floor-map li');
    await openSection(page, 'advice');
    await shows(page, '.moves .sentence', ENROLMENT.name, ADVISED_WITHIN_MS);
    await isAccessible(page, MANAGER, 'advice');
    const before = (await api.queue(ENROLMENT.queue)).waiting;
    await page.locator('.apply').click();
    await shows(page, '.apply.confirm');
    // A double click is one press: the second is made once the first has been read.
    await waitFor('the advice to be applied', async () => {
      if ((await page.locator('.applied li').count()) > 0) return true;
      // Newer advice may have taken its place under the pointer: the button is then pressed again.
      await page
        .locator('.apply')
        .click({ timeout: 1000 })
        .catch(() => undefined);
      return false;
    });
    await shows(page, '.applied .told', ENROLMENT.name);
    const windows = (await api.board()).windows.filter(({ assignment }) => assignment !== null);
    expect(windows, 'windows that serve other queues for a while').to.not.deep.equal([]);

    await openSection(page, 'floor');
    await shows(page, '.assigned', '', FALLS_WITHIN_MS);
    const row = page.locator('queue-table tr', { hasText: ENROLMENT.name }).locator('.waiting');
    await waitFor(
      `fewer than ${before} people to wait`,
      async () => Number(await row.textContent()) < before / 2,
      FALLS_WITHIN_MS,
    );
    expect(complaints(), 'what the page complained of').to.deep.equal([]);
  });

  it('keeps promise and outcome, forecasts the season and simulates a sheet, all of it accessible', async () => {
    const page = await theatre.open('manager', undefined, EXAMINED);
    await shows(page, 'floor-map li');
    await isAccessible(page, MANAGER, 'floor');
    await openSection(page, 'outcome');
    await shows(page, 'outcome-board tbody tr', ENROLMENT.name);
    await isAccessible(page, MANAGER, 'outcome');
    await openSection(page, 'season');
    await shows(page, '.days button', '', ADVISED_WITHIN_MS);
    await shows(page, 'manager-chart canvas');
    await shows(page, 'tomorrow-plan h2', '明日建议 · 11/24 周二', RECKONED_WITHIN_MS);
    await isAccessible(page, MANAGER, 'season');
    const roster = await page.evaluate(async () => {
      const link = document
        .querySelector('manager-page')
        ?.shadowRoot?.querySelector('season-view')
        ?.shadowRoot?.querySelector<HTMLAnchorElement>('a[download]');
      return link ? (await fetch(link.href)).headers.get('content-type') : null;
    });
    expect(roster).to.match(/^text\/csv/);
    await openSection(page, 'what-if');
    await page.locator('what-if-view .tiles button').first().click();
    await page.locator('window-editor .chip[aria-pressed="false"]').first().click();
    await page.locator('.simulate').click();
    await shows(page, 'simulated-table dl');
    await isAccessible(page, MANAGER, 'what if');
    expect(complaints(), 'what the page complained of').to.deep.equal([]);
  });
});

async function openSection(page: Page, section: string): Promise<void> {
  await page.locator(`nav a[href="#${section}"]`).click();
}
