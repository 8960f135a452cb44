import type { Page } from 'playwright-core';
import { pressKey } from './support/counter.ts';
import { DESK, EXAMINED, isAccessible, PHONE, WALL } from './support/examine.ts';
import { type ScreenName, WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

describe('what hangs and stands in the hall, at its real size: axe, sizes of text and targets, edges', () => {
  const stage = stageForSuite();

  beforeEach(() => stage.api.drain(WINDOW.id));

  it('hall display: nobody called yet, windows in all states, a fresh call; also of one zone and upright', async () => {
    const { api } = stage;
    const screens = ['wall', 'zoneWall', 'uprightWall'] as const;
    const walls = await Promise.all(screens.map((screen) => open(screen, 'ow-hall-windows li')));
    const look = async (state: string): Promise<void> => {
      for (const wall of walls) await isAccessible(wall, WALL, state);
    };
    await look('as the day begins');
    for (const window of ['w2', 'w3', 'w4']) {
      await api.at(window, 'open');
      await api.issue({ queue: WINDOW.queue });
    }
    await api.at('w2', 'pause', { reason: 'meal' });
    await api.at('w3', 'call-next');
    await api.at('w3', 'start');
    await api.at('w4', 'call-next');
    for (const wall of walls) {
      await shows(wall, 'ow-hall-windows .paused');
      await shows(wall, 'ow-hall-windows .calling');
      await shows(wall, 'ow-hall-call[fresh]');
    }
    await look('a fresh call');
  });

  it('window display: every face; also on a monitor', async () => {
    const { api } = stage;
    await api.issue({ queue: WINDOW.queue });
    const displays = await Promise.all([open('window', '.idle'), open('windowMonitor', '.idle')]);
    const look = async (selector: string): Promise<void> => {
      for (const display of displays) {
        await shows(display, selector);
        await isAccessible(display, WALL, selector);
      }
    };
    await look('.idle');
    await api.at(WINDOW.id, 'call-next');
    await look('.call');
    await api.at(WINDOW.id, 'start');
    await look('.busy');
    await api.at(WINDOW.id, 'finish');
    await api.at(WINDOW.id, 'pause', { reason: 'equipment' });
    await look('.away');
    await api.at(WINDOW.id, 'close');
    await look('.away .more');
  });

  it('counter: every state of a window; also as a narrow strip', async () => {
    const { api } = stage;
    await api.at(WINDOW.id, 'close');
    const wide = await open('counter', 'current-ticket[status="closed"]');
    const narrow = await open('narrowCounter', 'current-ticket[status="closed"]');
    const look = async (selector: string): Promise<void> => {
      for (const counter of [wide, narrow]) {
        await shows(counter, selector);
        await isAccessible(counter, DESK, selector);
      }
    };
    const press = (key: string): Promise<void> => pressKey(wide, key);
    await look('current-ticket[status="closed"]');
    await press('o');
    await look('current-ticket[status="free"]');
    await press('Space');
    await look('current-ticket[status="ready"]');
    await api.issue({ queue: WINDOW.queue, category: 'elderly' });
    await look('current-ticket[status="calling"]');
    for (let people = 0; people < 3; people++) await api.issue({ queue: WINDOW.queue });
    await press('s');
    await look('current-ticket[status="serving"]');
    await press('f');
    await shows(wide, 'current-ticket[status="free"]');
    await press('p');
    await shows(wide, 'pick-sheet');
    await isAccessible(wide, DESK, 'reasons');
    await press('1');
    await look('current-ticket[status="paused"]');
    await press('p');
    await shows(wide, 'current-ticket[status="free"]');
    await press('Space');
    await shows(wide, 'current-ticket[status="calling"]');
    await press('m');
    await shows(wide, 'action-bar .asked');
    await isAccessible(wide, DESK, 'asked about a miss');
  });

  it('the choice of a window', async () => {
    await isAccessible(await open('chooser', 'window-chooser .tile'), DESK, '');
  });

  it('slip tray, the public rule and home', async () => {
    await stage.api.issue({ queue: WINDOW.queue });
    await isAccessible(await open('tray', 'tray-page img'), PHONE, 'with slips');
    await isAccessible(await open('fairness', 'fairness-report'), PHONE, '');
    await isAccessible(await open('home', 'home-screen'), PHONE, '');
  });

  async function open(screen: ScreenName, selector: string): Promise<Page> {
    const page = await stage.theatre.open(screen, undefined, EXAMINED);
    await shows(page, selector);
    return page;
  }
});
