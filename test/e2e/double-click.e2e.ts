import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { guardIsDown, pressKey } from './support/counter.ts';
import { KioskVisitor } from './support/kiosk.ts';
import { WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

const NEXT = 'action-bar .next';

describe('one press, one call; one touch, one number', () => {
  const stage = stageForSuite();
  let counter: Page;

  beforeEach(async () => {
    const { api, theatre } = stage;
    for (let people = 0; people < 4; people++) await api.issue({ queue: WINDOW.queue });
    if ((await api.window(WINDOW.id)).status === 'closed') await api.at(WINDOW.id, 'open');
    counter = await theatre.open('counter');
    await shows(counter, 'current-ticket[status="free"]');
  });

  afterEach(async () => {
    const { status } = await stage.api.window(WINDOW.id);
    if (status === 'calling') await stage.api.at(WINDOW.id, 'start');
    if (status === 'calling' || status === 'serving') await stage.api.at(WINDOW.id, 'finish');
  });

  it('Space pressed twice calls one person', () =>
    callsOne(async () => {
      await Promise.all([counter.keyboard.press('Space'), counter.keyboard.press('Space')]);
    }));

  it('a double click on call next calls one person', () => callsOne(() => counter.locator(NEXT).dblclick()));

  it('Space held down calls one person', () =>
    callsOne(async () => {
      for (let repeat = 0; repeat < 12; repeat++) await counter.keyboard.down('Space');
      await counter.keyboard.up('Space');
    }));

  it('a key and a click at the same time call one person', () =>
    callsOne(async () => {
      await Promise.all([counter.keyboard.press('Space'), counter.locator(NEXT).click({ force: true })]);
    }));

  it('where Space finishes and calls next, pressed three times it does so once', async () => {
    const { api } = stage;
    await counter.locator('action-bar label', { hasText: '办结并叫下一位' }).click();
    await pressKey(counter, 'Space');
    await shows(counter, 'current-ticket[status="calling"]');
    await pressKey(counter, 's');
    await shows(counter, 'current-ticket[status="serving"]');
    await guardIsDown(counter);
    const served = (await api.window(WINDOW.id)).served;
    await callsOne(async () => {
      for (let press = 0; press < 3; press++) await counter.keyboard.press('Space');
    });
    expect((await api.window(WINDOW.id)).served).to.equal(served + 1);
  });

  it('a miss takes two presses, and a double press is only the first of them', async () => {
    await pressKey(counter, 'Space');
    await shows(counter, 'current-ticket[status="calling"]');
    await guardIsDown(counter);
    await Promise.all([counter.keyboard.press('m'), counter.keyboard.press('m')]);
    await shows(counter, 'action-bar .miss', '确认过号');
    expect((await stage.api.window(WINDOW.id)).status).to.equal('calling');
  });

  it('a double touch on the button takes one number, and leaves it on the screen', async () => {
    const { theatre } = stage;
    const visitor = await KioskVisitor.at(theatre);
    await visitor.chooseMatter();
    const take = await visitor.placeOf('kiosk-take .take');
    await visitor.takeNumber();
    const done = await visitor.placeOf('kiosk-ticket .end button');
    await visitor.touch('kiosk-ticket .end button');

    const { issuedToday } = await stage.api.queue(WINDOW.queue);
    const { numbers } = theatre.sent(visitor.page);
    await visitor.chooseMatter();
    // The hall is faster than a finger: the second touch meets the number, and there the button that ends it.
    await visitor.touchTwice({ x: done.x, y: take.y }, 'kiosk-ticket ow-number');
    await shows(visitor.page, 'kiosk-ticket ow-number');
    expect(theatre.sent(visitor.page).numbers).to.equal(numbers + 1);
    expect((await stage.api.queue(WINDOW.queue)).issuedToday).to.equal(issuedToday + 1);
  });

  it('a double touch on the first screen chooses nothing on the second', async () => {
    const visitor = await KioskVisitor.at(stage.theatre);
    const card = await visitor.placeOf('kiosk-start .card', '户籍专区');
    await visitor.touchTwice(card, 'kiosk-matter-list li');
    await shows(visitor.page, 'kiosk-matters h1', '户籍专区');
    // A touch that comes later is one of its own.
    await visitor.touch('kiosk-matter-list li:not(.direct) button');
    await shows(visitor.page, 'kiosk-choice h1');
  });

  /** Presses that mean one call send one command, and one person fewer waits. */
  async function callsOne(press: () => Promise<void>): Promise<void> {
    const { api, theatre } = stage;
    const { waiting } = await api.queue(WINDOW.queue);
    const { calls } = theatre.sent(counter);
    await guardIsDown(counter);
    await press();
    await shows(counter, 'current-ticket[status="calling"]');
    expect(theatre.sent(counter).calls, 'calls sent').to.equal(calls + 1);
    expect((await api.queue(WINDOW.queue)).waiting).to.equal(waiting - 1);
  }
});
