import type { Page } from 'playwright-core';
import { pressKey } from '../../test/e2e/support/counter.ts';
import type { HallApi, Issued } from '../../test/e2e/support/hall-api.ts';
import { KioskVisitor } from '../../test/e2e/support/kiosk.ts';
import { shows } from '../../test/e2e/support/shows.ts';
import type { Album } from './album.ts';

/** Windows of the same zone, each for its picture. */
const COUNTER = 'w1';
const CALLING = 'w2';
const PAUSED = 'w3';
const IDLE = 'w4';
/** Windows that call while the hall display is watched; the last one stands on it. */
const CALLERS = ['w21', 'w33', 'w45', 'w14', CALLING];
const MATTER = '居民身份证换领';
/** Minutes of the hall's clock, which runs fast while the clerk works. */
const SERVED_WITHIN_MS = 10_000;
/** A wall lets every call stand for its time, so the last of several is seen late. */
const STANDS_WITHIN_MS = 30_000;

/** Goes through the hall and takes the picture of every screen. */
export class Photographer {
  #counters: Page[] = [];

  constructor(
    private readonly album: Album,
    private readonly api: HallApi,
    private readonly tickets: ReadonlyMap<string, Issued>,
  ) {}

  /** A clerk sits down at her window and serves a few people; the last one stays. */
  async takeSeat(): Promise<void> {
    const { theatre } = this.album;
    await this.#free(COUNTER);
    this.#counters = [await theatre.open('counter'), await theatre.open('narrowCounter')];
    for (const page of this.#counters) await shows(page, 'current-ticket[status="free"]');
    for (const minutes of [/[2-9]:\d\d/, /[3-9]:\d\d/]) {
      await this.#press('Space', 'calling');
      await this.#press('s', 'serving');
      for (const page of this.#counters)
        await shows(page, 'current-ticket dd.running', minutes, SERVED_WITHIN_MS);
      await this.#press('f', 'free');
    }
    await this.#press('Space', 'calling');
    await this.#press('s', 'serving');
  }

  async photographAll(): Promise<void> {
    const wall = await this.album.theatre.open('wall');
    await this.#kiosk();
    await this.#lowKiosk();
    await this.#counter();
    await this.#displays(wall);
    await this.#phone();
    await this.album.screen('tray', 'tray', 'tray-page img');
    await this.album.screen('home', 'home', 'home-screen', '/', { viewport: { width: 1366, height: 1110 } });
  }

  async #kiosk(): Promise<void> {
    const visitor = await KioskVisitor.at(this.album.theatre);
    const { page } = visitor;
    await this.album.take(page, 'kiosk-start');
    await visitor.touch('kiosk-start .card', '户籍专区');
    await shows(page, 'kiosk-matter-list li');
    await this.album.take(page, 'kiosk-matters');
    await visitor.touch('kiosk-matter-list li button', MATTER);
    await shows(page, 'kiosk-papers li');
    await this.album.take(page, 'kiosk-matter');
    await visitor.touch('kiosk-take .priority');
    await shows(page, 'kiosk-categories li');
    await this.album.take(page, 'kiosk-priority');
    await visitor.touch('kiosk-bar button', '返回');
    await visitor.touch('kiosk-take .identity');
    await shows(page, 'kiosk-identity');
    await this.album.take(page, 'kiosk-identity');
    await visitor.touch('kiosk-identity .acts button', '不登记，直接取号');
    await shows(page, 'kiosk-ticket .end', /\b1\d 秒后返回首页/);
    await this.album.take(page, 'kiosk-number');
  }

  async #lowKiosk(): Promise<void> {
    const visitor = await KioskVisitor.at(this.album.theatre, 'lowKiosk');
    const { page } = visitor;
    await this.album.take(page, 'kiosk-landscape');
    await visitor.touch('kiosk-start .find');
    for (const letter of 'GJJ') await visitor.touch('kiosk-keys button', letter);
    await shows(page, 'kiosk-matter-list li');
    await this.album.take(page, 'kiosk-landscape-search');
    await visitor.touch('kiosk-matter-list li:not(.direct) button');
    await shows(page, 'kiosk-papers li');
    await this.album.take(page, 'kiosk-landscape-matter');
    await visitor.takeNumber();
    await shows(page, 'kiosk-ticket .end', /\b1\d 秒后返回首页/);
    await this.album.take(page, 'kiosk-landscape-number');
  }

  async #counter(): Promise<void> {
    const [wide, narrow] = this.#counters;
    if (wide === undefined || narrow === undefined) return;
    for (const page of [wide, narrow])
      await shows(page, 'ow-page-state[status="live"]', '', STANDS_WITHIN_MS);
    await this.album.take(wide, 'counter-serving');
    await this.album.take(narrow, 'counter-narrow');
  }

  async #displays(wall: Page): Promise<void> {
    await this.#free(PAUSED);
    await this.api.at(PAUSED, 'pause', { reason: 'meal' });
    await this.album.screen('window', 'window-paused', '.away', `/window?window=${PAUSED}`);
    await this.#free(IDLE);
    await this.album.screen('window', 'window-idle', '.idle', `/window?window=${IDLE}`);
    let number = '';
    for (const window of CALLERS) {
      await this.#free(window);
      number = (await this.api.at(window, 'call-next')).ticket.number;
    }
    await shows(wall, 'ow-hall-call[fresh]', number, STANDS_WITHIN_MS);
    await this.album.take(wall, 'hall-display');
    await this.album.screen('zoneWall', 'hall-display-zone', 'ow-hall-windows li');
    await this.album.screen('window', 'window-calling', '.call', `/window?window=${CALLING}`);
  }

  async #phone(): Promise<void> {
    const matters = await this.api.matters('budongchan');
    const matter = matters.find(({ name }) => name['zh-CN'].length < 14);
    const { url } = await this.api.issue({ matter: matter?.id ?? '' });
    await this.album.screen('phone', 'phone-waiting', 'phone-papers', url);
    const called = (await this.api.window(CALLING)).ticket?.id ?? '';
    await this.album.screen('phone', 'phone-called', 'phone-called', this.tickets.get(called)?.url);
  }

  async #press(key: string, then: string): Promise<void> {
    const [first] = this.#counters;
    if (first !== undefined) await pressKey(first, key);
    for (const page of this.#counters) await shows(page, `current-ticket[status="${then}"]`);
  }

  /** Ends what a window is doing. */
  async #free(window: string): Promise<void> {
    const { status } = await this.api.window(window);
    if (status === 'ready') {
      await this.api.at(window, 'pause');
      await this.api.at(window, 'reopen');
    }
    if (status === 'calling') await this.api.at(window, 'start');
    if (status === 'calling' || status === 'serving') await this.api.at(window, 'finish');
  }
}
