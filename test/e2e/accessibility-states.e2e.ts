import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { waitFor } from '../support/wait-for.ts';
import { EXAMINED, isAccessible, PHONE } from './support/examine.ts';
import { measure } from './support/measure.ts';
import { type ScreenName, WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

const LIVE = 'ow-page-state[status="live"]';
const CALL = 'ow-hall-call[fresh], ow-window-board .call, phone-called';
/** Everything a stale, loading or refused screen says is for whoever stands before it. */
const LIMITS = { ...PHONE, textPx: 14 };

describe('loading, stale, refused and without motion', () => {
  const stage = stageForSuite({ breaksTheLine: true });

  before(async () => {
    const { api } = stage;
    await api.at(WINDOW.id, 'open');
    await api.issue({ queue: WINDOW.queue });
    await api.at(WINDOW.id, 'call-next');
  });

  it('a screen without its line still reads: the banner takes no place from what is under it', async () => {
    const { api, server } = stage;
    const { url } = await api.issue({ queue: WINDOW.queue });
    const names = [
      'kiosk',
      'lowKiosk',
      'phone',
      'wall',
      'window',
      'windowMonitor',
      'counter',
      'narrowCounter',
    ] as const;
    const pages = await Promise.all(names.map((name) => open(name, name === 'phone' ? url : undefined)));
    for (const page of pages) await shows(page, LIVE);
    await server.kill();
    for (const page of pages) {
      await shows(page, 'ow-page-state[status="stale"] .banner');
      await isAccessible(page, LIMITS, 'stale');
    }
    await server.start();
  });

  it('a screen that waits for its hall says so', async () => {
    for (const name of ['kiosk', 'phone', 'wall', 'window', 'counter'] as const) {
      const { url } = await stage.api.issue({ queue: WINDOW.queue });
      const page = await stage.theatre.open(name, name === 'phone' ? url : undefined, EXAMINED, isSilent);
      await shows(page, 'ow-page-state[status="loading"]', '正在连接大厅');
      await isAccessible(page, LIMITS, 'loading');
    }
  });

  it('a screen that is refused says why and whom to ask', async () => {
    for (const address of [
      '/kiosk?hall=none',
      '/wall?hall=none',
      '/window?window=w99',
      '/counter?hall=demo&window=w99',
    ]) {
      const page = await stage.theatre.open('counter', address, EXAMINED);
      await shows(page, 'ow-page-state[status="error"]', '请联系大厅工作人员');
      await isAccessible(page, LIMITS, 'refused');
    }
  });

  it('a call moves what it is shown on, and nothing for those who asked for no motion', async () => {
    const { api } = stage;
    await api.drain(WINDOW.id);
    const { url } = await api.issue({ queue: WINDOW.queue });
    const watched = (reducedMotion: 'reduce' | 'no-preference'): Promise<Page[]> =>
      Promise.all(
        (['wall', 'window', 'phone'] as const).map((name) =>
          stage.theatre.open(name, name === 'phone' ? url : undefined, { reducedMotion }),
        ),
      );
    const [moved, still] = await Promise.all([watched('no-preference'), watched('reduce')]);
    for (const page of [...moved, ...still]) await shows(page, LIVE);
    await api.at(WINDOW.id, 'call-next');
    for (const page of moved) await waitFor('the call to move', () => moves(page));
    for (const page of still) {
      await shows(page, CALL);
      expect(await moves(page), page.url()).to.equal(false);
    }
  });

  function open(name: ScreenName, address?: string): Promise<Page> {
    return stage.theatre.open(name, address, EXAMINED);
  }
});

/** A page whose hall never answers. */
function isSilent(page: Page): Promise<void> {
  return page.routeWebSocket(/socket\.io/, () => undefined);
}

async function moves(page: Page): Promise<boolean> {
  return (await measure(page, LIMITS)).moving.length > 0;
}
