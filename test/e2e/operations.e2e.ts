import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { tempDirs } from '../support/temp-dir.ts';
import { DESK, EXAMINED, isAccessible } from './support/examine.ts';
import { freePort, HALL_HOST, HallServer } from './support/hall-server.ts';
import { shows } from './support/shows.ts';
import { Theatre } from './support/theatre.ts';

/** A list may be longer than the screen. */
const LIST = { ...DESK, scrolls: true };

/** Slips that were given up while the program ran before. */
function deadLetters(numbers: readonly string[]): string {
  const at = Date.now();
  const common = { queue: 'shebao', category: null, issuedAt: at, dueAt: at, ahead: 0 };
  return JSON.stringify(
    numbers.map((number) => ({
      at,
      reason: 'came too late to be of use',
      job: {
        id: `demo.20260302-${number}`,
        kind: 'print',
        hall: 'demo',
        usefulUntil: at,
        data: { ...common, ticket: `20260302-${number}`, number, locale: 'zh-CN', isReprint: false },
      },
    })),
  );
}

describe('what stands behind the screens', () => {
  const folder = tempDirs();
  let server: HallServer;
  let theatre: Theatre;

  let port: number;

  before(async () => {
    port = await freePort();
    theatre = new Theatre(`http://${HALL_HOST}:${port}`);
    await theatre.start();
  });
  beforeEach(async () => {
    const data = folder();
    writeFileSync(join(data, 'dead-letters.json'), deadLetters(['A012', 'A013', 'B001']));
    server = new HallServer(port, data, { PUBLIC_URL: `http://${HALL_HOST}:${port}` });
    await server.start();
  });
  afterEach(() => server.stop());
  after(() => theatre.stop());

  const rows = (page: Page) => page.locator('operations-page tbody tr');

  it('a slip that was given up is printed after all, alone or with all others', async () => {
    const [page, tray] = await Promise.all([theatre.open('operations'), theatre.open('tray')]);
    await shows(page, 'operations-page tbody tr', 'A013');
    expect(await rows(page).count()).to.equal(3);
    const again = rows(page).filter({ hasText: 'A013' }).locator('button');
    expect(await again.isDisabled(), 'before a window is chosen').to.equal(true);
    await page.locator('operations-page select').selectOption('w1');
    await again.click();
    await shows(tray, 'tray-page img[alt*="A013"]');
    await shows(page, 'operations-page [role="status"]', '已重新安排 1 项任务');
    await page.locator('operations-page .top .button').click();
    await shows(page, 'operations-page .none');
    for (const number of ['A012', 'B001']) await shows(tray, `tray-page img[alt*="${number}"]`);
  });

  it('a clerk is told that it takes a lead or a manager', async () => {
    const page = await theatre.open('operations', '/operations?window=w2&lang=en');
    await shows(page, 'operations-page tbody tr', 'A012');
    await page.locator('operations-page .top .button').click();
    await shows(page, 'operations-page .refused');
    expect(await rows(page).count()).to.equal(3);
  });

  it('a day that is over is taken away as a spreadsheet, and as figures', async () => {
    const before = await theatre.open('operations');
    await shows(before, 'report-list p', '大厅的第一天结束后');
    await server.stop();
    await server.start({ CLOCK_START: '2047-03-04T09:00:00+08:00' });
    await fetch(`${server.url}/api/v1/halls/demo/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ queue: 'shebao' }),
    });
    await server.stop();
    await server.start({ CLOCK_START: '2047-03-05T09:00:00+08:00' });
    const page = await theatre.open('operations');
    await shows(page, 'report-list li', '2047-03-04 星期一');
    const take = async (link: string): Promise<[name: string, text: string]> => {
      const [taken] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`report-list a[aria-label*="${link}"]`).first().click(),
      ]);
      return [taken.suggestedFilename(), readFileSync(await taken.path(), 'utf8')];
    };
    const [name, csv] = await take('CSV');
    expect(name).to.equal('demo-2047-03-04.csv');
    expect(csv).to.match(/^\uFEFF日期,分组,名称,取号,.*\r\n2047-03-04,合计,[^,]+,1,0,/);
    const [, json] = await take('JSON');
    expect(JSON.parse(json)).to.deep.include({ hall: 'demo', day: '2047-03-04' });
  });

  for (const screen of ['operations', 'narrowOperations'] as const) {
    it(`${screen}: sizes, edges and axe, with and without something given up`, async () => {
      for (const address of ['/operations?window=w1', '/operations?window=w1&lang=en']) {
        const page = await theatre.open(screen, address, EXAMINED);
        await shows(page, 'operations-page tbody tr');
        await isAccessible(page, LIST, 'with a list');
      }
      const page = await theatre.open(screen, '/operations?window=w1', EXAMINED);
      await page.locator('operations-page .top .button').click();
      await shows(page, 'operations-page .none');
      await isAccessible(page, LIST, 'with nothing given up');
    });
  }
});
