import type { Page } from 'playwright-core';
import { SECTIONS } from '../../counter-client/manager/sections.ts';
import { EXAMINED, isAccessible, MANAGER } from './support/examine.ts';
import type { ScreenName } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

const UNAVAILABLE = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status: 503, code: 'BALANCE_UNAVAILABLE', title: '', type: 'about:blank' }),
};

describe('the manager’s page when it is not an ordinary day', () => {
  const stage = stageForSuite({ breaksTheLine: true });

  const open = (name: ScreenName, language: string, prepare?: (page: Page) => Promise<void>): Promise<Page> =>
    stage.theatre.open(name, `/manager?hall=demo&desk=w55&lang=${language}`, EXAMINED, prepare);

  it('reads in both languages and sizes before anybody has come', async () => {
    for (const [name, language] of [
      ['manager', 'en'],
      ['wideManager', 'zh-CN'],
    ] as const) {
      const page = await open(name, language);
      for (const section of SECTIONS) {
        await page.locator(`nav a[href="#${section}"]`).click();
        await shows(page, `nav a[href="#${section}"][aria-current]`);
        await isAccessible(page, MANAGER, `${section}, empty`);
      }
      await page.context().close();
    }
  });

  it('says that the balance is not available, and shows the floor all the same', async () => {
    const page = await open('manager', 'en', async (empty) => {
      await empty.route('**/balance/**', (route) => route.fulfill(UNAVAILABLE));
    });
    await shows(page, 'floor-map li');
    for (const section of SECTIONS.filter((each) => each !== 'floor')) {
      await page.locator(`nav a[href="#${section}"]`).click();
      await shows(page, '.instead', 'not available at the moment');
      await isAccessible(page, MANAGER, `${section}, unavailable`);
    }
    // The browser has complained of every 503 it was given.
    await stage.theatre.clear();
  });

  it('tells three of many crossings, counts the others, and leaves the floor its place', async () => {
    // Nobody is there to serve them.
    const queues = (await stage.api.board()).queues.filter(({ identity }) => identity !== 'required');
    for (const { id } of queues) await stage.api.issue({ queue: id });
    const page = await open('manager', 'en');
    await shows(page, '.crossings li', `and ${queues.length - 3} more queues`);
    await isAccessible(page, MANAGER, 'crowded');
    await stage.server.kill();
    await shows(page, 'ow-page-state[status="stale"] .banner');
    await isAccessible(page, MANAGER, 'crowded, stale');
    await stage.server.start();
  });
});
