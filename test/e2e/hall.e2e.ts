import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { waitFor } from '../support/wait-for.ts';
import { pressKey } from './support/counter.ts';
import { DESK, EXAMINED, isAccessible } from './support/examine.ts';
import { KioskVisitor } from './support/kiosk.ts';
import { WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

const CELL = `ow-hall-windows li:nth-child(${WINDOW.number})`;

describe('one hall, from the kiosk to the counter', () => {
  const stage = stageForSuite();

  it('a number taken in three touches is printed, called by keyboard, followed by every screen', async () => {
    const { theatre } = stage;
    const [visitor, wall, window, tray, counter] = await Promise.all([
      KioskVisitor.at(theatre),
      theatre.open('wall'),
      theatre.open('window'),
      theatre.open('tray'),
      theatre.open('counter'),
    ]);
    await shows(window, 'ow-window-board .away', '未开放');
    await visitor.chooseMatter();
    const { number, url } = await visitor.takeNumber();
    expect(visitor.touches).to.be.at.most(3);
    expect(number).to.match(/^A\d{3}$/);
    await showsSlip(tray, number);

    const phone = await theatre.open('phone', url);
    await shows(phone, 'phone-hero', number);
    await shows(phone, 'phone-hero', '前面没有人');

    await shows(counter, 'current-ticket[status="closed"]');
    await pressKey(counter, 'o');
    await shows(counter, 'current-ticket[status="free"]');
    await shows(window, 'ow-window-board .idle', '热情为您服务');
    await pressKey(counter, 'Space');
    await shows(counter, 'current-ticket[status="calling"]', number);
    await shows(wall, 'ow-hall-call[fresh]', number);
    await shows(wall, 'ow-hall-call .window', String(WINDOW.number));
    await shows(wall, `${CELL}.calling`, number);
    await shows(window, 'ow-window-board .call', number);
    await shows(phone, 'phone-called', number);
    await shows(phone, 'phone-called .window', String(WINDOW.number));

    await pressKey(counter, 'r');
    await shows(phone, 'phone-called .times', '第 2 次呼叫');
    await shows(counter, 'current-ticket', '第 2 次叫号');
    await shows(window, 'ow-window-board[flashing]');

    await pressKey(counter, 's');
    await shows(counter, 'current-ticket[status="serving"]', number);
    await shows(phone, 'phone-hero', `正在办理 · ${WINDOW.number} 号窗口`);
    await shows(wall, `${CELL}.serving`, number);
    await shows(window, 'ow-window-board .busy', number);

    await pressKey(counter, 'f');
    await shows(counter, 'current-ticket[status="free"]', '今日办结 1');
    await shows(counter, 'session-list', number);
    await shows(phone, 'phone-hero', '已办结');
    await shows(wall, `${CELL}.free`);
    await shows(window, 'ow-window-board .idle', '热情为您服务');
  });

  it('a matter is found by the initials of its pinyin', async () => {
    const visitor = await KioskVisitor.at(stage.theatre);
    await visitor.touch('kiosk-start .find');
    for (const letter of 'SFZ') await visitor.touch('kiosk-keys button', letter);
    await shows(visitor.page, 'kiosk-matter-list li', '身份证');
    await visitor.touch('kiosk-matter-list li button', '居民身份证换领');
    await shows(visitor.page, 'kiosk-choice h1', '居民身份证换领');
    await shows(visitor.page, 'kiosk-papers li');
    const { number } = await visitor.takeNumber();
    // 户籍 is the sixth queue.
    expect(number).to.match(/^F\d{3}$/);
  });

  it('a priority is chosen with its ground, shown before the number is taken, and shortens the wait', async () => {
    const { api } = stage;
    const visitor = await KioskVisitor.at(stage.theatre);
    await visitor.chooseMatter();
    await visitor.touch('kiosk-take .priority');
    await shows(visitor.page, 'kiosk-categories', '老年人权益保障法');
    await visitor.touch('kiosk-categories li button', '老年人');
    await shows(visitor.page, 'kiosk-take .priority', '优先：老年人');
    const { url } = await visitor.takeNumber();
    const ticket = await api.ticketAt(url);
    expect(ticket.category).to.equal('elderly');
    const { hall } = await api.board();
    const elderly = hall.categories.find(({ id }) => id === 'elderly');
    expect((ticket.dueAt - ticket.issuedAt) / 60_000).to.equal(elderly?.targetMinutes);
  });

  it('English goes with the number to the phone, and the kiosk is Chinese again for the next citizen', async () => {
    const visitor = await KioskVisitor.at(stage.theatre);
    await visitor.touch('kiosk-bar button', 'English');
    await shows(visitor.page, 'kiosk-start h1', 'What have you come for?');
    expect(await languageOf(visitor.page)).to.equal('en');
    await visitor.touch('kiosk-start .card', 'Social insurance');
    await visitor.touch('kiosk-matter-list li:not(.direct) button');
    const { number, url } = await visitor.takeNumber();
    const phone = await stage.theatre.open('phone', url);
    await shows(phone, 'phone-hero', number);
    await shows(phone, 'phone-hero', 'Your number');
    expect(await languageOf(phone)).to.equal('en');
    await visitor.touch('kiosk-ticket .end button');
    await shows(visitor.page, 'kiosk-start h1', '请选择您要办的业务');
    expect(await languageOf(visitor.page)).to.equal('zh-CN');
  });

  it('a number can be had without knowing the matter, and given back on the phone', async () => {
    const visitor = await KioskVisitor.at(stage.theatre);
    await visitor.touch('kiosk-start .card', '税务专区');
    await visitor.touch('kiosk-matter-list .direct button');
    const { number, url } = await visitor.takeNumber();
    expect(number).to.match(/^C\d{3}$/);
    const phone = await stage.theatre.open('phone', url);
    await phone.locator('phone-cancel button', { hasText: '取消取号' }).tap();
    await phone.locator('phone-cancel button', { hasText: '确定取消' }).tap();
    await shows(phone, 'phone-hero', '已取消');
    expect((await stage.api.ticketAt(url)).state).to.equal('cancelled');
  });

  it('a phone that is opened after the call shows it at once, and shakes once it may', async () => {
    const { api, theatre } = stage;
    await api.drain(WINDOW.id);
    const { url } = await api.issue({ queue: WINDOW.queue });
    await api.at(WINDOW.id, 'call-next');
    const phone = await theatre.open('phone', url, {}, countShakes);
    await shows(phone, 'phone-called');
    // Looking into the page counts as a touch to Chromium, so whether it may shake yet is not the test's to
    // say: that it does not ask in vain, the watch over the console says.
    const shaken = await shakesOf(phone);
    await phone.locator('phone-called').tap();
    await api.at(WINDOW.id, 'recall');
    await shows(phone, 'phone-called .times', '第 2 次呼叫');
    expect(await shakesOf(phone)).to.equal(shaken + 1);
  });

  it('missing papers are told on the counter and, at one key, on paper', async () => {
    const { api, theatre } = stage;
    await api.drain(WINDOW.id);
    const [matter] = await api.matters(WINDOW.queue);
    await api.issue({ matter: matter?.id ?? '' });
    await api.at(WINDOW.id, 'call-next');
    await api.at(WINDOW.id, 'start');
    const [counter, tray] = await Promise.all([
      theatre.open('counter', undefined, EXAMINED),
      theatre.open('tray'),
    ]);
    await shows(counter, 'current-ticket[status="serving"]');
    await pressKey(counter, 'Shift+f');
    await shows(counter, 'pick-sheet');
    await pressKey(counter, '2');
    await shows(counter, 'enter-sheet input');
    await pressKey(counter, 'Enter');
    await shows(counter, 'handout-sheet .until');
    await isAccessible(counter, DESK, 'handout');
    await pressKey(counter, 'd');
    await shows(counter, 'message-line', /R\d{3} 告知单已送打印/);
    await showsSlip(tray, 'R001');
    await shows(counter, 'handout-sheet .until');
  });

  it('a window is found by typing its number, and opened without a mouse', async () => {
    const page = await stage.theatre.open('chooser');
    await shows(page, 'window-chooser .tile', '55号窗口');
    await page.keyboard.type('55');
    await page.keyboard.press('Enter');
    await shows(page, 'counter-header h1', '55号窗口');
    await pressKey(page, 'o');
    await shows(page, 'current-ticket[status="free"]');
    await pressKey(page, 'p');
    await shows(page, 'pick-sheet');
    await pressKey(page, '2');
    await shows(page, 'current-ticket[status="paused"]', '用餐');
    expect((await stage.api.window('w55')).status).to.equal('paused');
  });
});

/** The slip lies in the tray, drawn and not only described. */
async function showsSlip(tray: Page, number: string): Promise<void> {
  const slip = tray.locator(`tray-page img[alt*="${number}"]`).first();
  await slip.waitFor();
  await waitFor('the slip to be drawn', () =>
    slip.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
  );
}

/** Has the page count how often it shakes; the browser still decides whether it may. */
async function countShakes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shake = navigator.vibrate.bind(navigator) as (pattern: unknown) => boolean;
    let shakes = 0;
    navigator.vibrate = (pattern: unknown) => {
      shakes += 1;
      document.documentElement.dataset.shakes = String(shakes);
      return shake(pattern);
    };
  });
}

/** Read from outside: what a test runs in a page counts as a touch of it. */
async function shakesOf(page: Page): Promise<number> {
  return Number(await page.locator('html').getAttribute('data-shakes'));
}

function languageOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.lang);
}
