import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

const LIVE = 'ow-page-state[status="live"]';
const BANNER = 'ow-page-state[status="stale"] .banner';
/** A queue that the window of the tests does not serve. */
const OTHER = { queue: 'yibao', zoneName: '医保专区' };
/** The promise is 5 s, and the screens say it after 3.5: what is left is for a machine that is busy. */
const TOLD_WITHIN_MS = 10_000;
const HEALED_WITHIN_MS = 20_000;

describe('a line that drops', () => {
  const stage = stageForSuite({ breaksTheLine: true });
  let pages: Record<'kiosk' | 'phone' | 'wall' | 'window' | 'counter', Page>;
  let number: string;

  beforeEach(async () => {
    const { api, theatre } = stage;
    const { status } = await api.window(WINDOW.id);
    if (status === 'closed') await api.at(WINDOW.id, 'open');
    const { ticket, url } = await api.issue({ queue: WINDOW.queue });
    number = ticket.number;
    const [kiosk, phone, wall, window, counter] = await Promise.all([
      theatre.open('kiosk'),
      theatre.open('phone', url),
      theatre.open('wall'),
      theatre.open('window'),
      theatre.open('counter'),
    ]);
    pages = { kiosk, phone, wall, window, counter };
    await everywhere((page) => shows(page, LIVE));
    await shows(kiosk, 'kiosk-start .card', WINDOW.zoneName);
    await shows(phone, 'phone-hero', number);
  });

  afterEach(async () => {
    await stage.api.at(WINDOW.id, 'start');
    await stage.api.at(WINDOW.id, 'finish');
  });

  it('a killed server is told of on every screen; started again, it has lost nothing', async () => {
    const { server } = stage;
    await server.kill();
    await everywhere((page) => shows(page, BANNER, '连接中断', TOLD_WITHIN_MS));
    await server.start();
    await call();
    await seenEverywhere();
  });

  it('an expected wait is told while the line is up, and not when it is down', async () => {
    const { wall, counter } = pages;
    await shows(wall, 'ow-hall-waiting .figures', /\d/, HEALED_WITHIN_MS);
    await shows(counter, 'waiting-list thead', '预计', HEALED_WITHIN_MS);
    await stage.server.kill();
    await everywhere((page) => shows(page, BANNER, '连接中断', TOLD_WITHIN_MS));
    await shows(wall, 'ow-hall-waiting .count');
    expect(await wall.locator('ow-hall-waiting .figures').count()).to.equal(0);
    expect(await counter.locator('waiting-list thead').innerText()).not.to.contain('预计');
    await stage.server.start();
    await shows(wall, 'ow-hall-waiting .figures', /\d/, HEALED_WITHIN_MS);
    await call();
  });

  it('a server that says nothing is told of; what happened meanwhile is shown', async () => {
    const { server } = stage;
    server.freeze();
    const called = call();
    await everywhere((page) => shows(page, BANNER, '连接中断', TOLD_WITHIN_MS));
    server.thaw();
    await called;
    await seenEverywhere();
  });

  it('a dead cable is told of; mended, the screens find a new line by themselves', async () => {
    const { line } = stage;
    line.cut();
    await Promise.all([everywhere((page) => shows(page, BANNER, '连接中断', TOLD_WITHIN_MS)), call()]);
    line.mend();
    await seenEverywhere();
  });

  function everywhere(look: (page: Page) => Promise<void>): Promise<unknown> {
    return Promise.all(Object.values(pages).map(look));
  }

  /** Somebody else takes a number, and the one of the test is called. */
  async function call(): Promise<void> {
    await stage.api.at(WINDOW.id, 'call-next');
    await stage.api.issue({ queue: OTHER.queue });
  }

  async function seenEverywhere(): Promise<void> {
    const { kiosk, phone, wall, window, counter } = pages;
    const { waiting } = await stage.api.queue(OTHER.queue);
    await Promise.all([
      everywhere((page) => shows(page, LIVE, '', HEALED_WITHIN_MS)),
      shows(
        kiosk,
        'kiosk-start .card',
        new RegExp(`${OTHER.zoneName}\\s*等候 ${waiting} 人`),
        HEALED_WITHIN_MS,
      ),
      shows(phone, 'phone-called', number, HEALED_WITHIN_MS),
      shows(wall, 'ow-hall-call', number, HEALED_WITHIN_MS),
      shows(window, 'ow-window-board .call', number, HEALED_WITHIN_MS),
      shows(counter, 'current-ticket[status="calling"]', number, HEALED_WITHIN_MS),
    ]);
  }
});
