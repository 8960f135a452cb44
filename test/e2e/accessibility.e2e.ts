import { EXAMINED, fits, isAccessible, KIOSK, PHONE } from './support/examine.ts';
import { KioskVisitor } from './support/kiosk.ts';
import { walkThrough } from './support/kiosk-walk.ts';
import { WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

describe('what citizens touch, at its real size: axe, sizes of text and targets, edges', () => {
  const stage = stageForSuite();

  for (const screen of ['kiosk', 'lowKiosk'] as const) {
    it(`${screen}: every step`, async () => {
      const visitor = await KioskVisitor.at(stage.theatre, screen, EXAMINED);
      await walkThrough(visitor, {}, (step) => isAccessible(visitor.page, KIOSK, step));
    });

    for (const english of [false, true]) {
      it(`${screen}: every step in large type, ${english ? 'English' : 'Chinese'}`, async () => {
        const visitor = await KioskVisitor.at(stage.theatre, screen);
        const limits = { ...KIOSK, textPx: 28 };
        await walkThrough(visitor, { english, large: true }, (step) => fits(visitor.page, limits, step));
      });
    }

    it(`${screen}: every step in English`, async () => {
      const visitor = await KioskVisitor.at(stage.theatre, screen);
      await walkThrough(visitor, { english: true }, (step) => fits(visitor.page, KIOSK, step));
    });
  }

  it('phone: a ticket from waiting to its end; also small, in large type and in English', async () => {
    const { api, theatre } = stage;
    await api.drain(WINDOW.id);
    for (let people = 0; people < 5; people++) await api.issue({ queue: WINDOW.queue });
    const matters = await api.matters(WINDOW.queue);
    const [longest] = matters.sort((a, b) => b.name['zh-CN'].length - a.name['zh-CN'].length);
    const { url } = await api.issue({ matter: longest?.id ?? '', category: 'elderly' });
    const inEnglish = url.replace('/phone', '/phone?lang=en');
    const page = await theatre.open('phone', url, EXAMINED);
    const [large, ...rest] = await Promise.all([
      theatre.open('smallPhone', url),
      theatre.open('smallPhone', url),
      theatre.open('smallPhone', inEnglish),
      theatre.open('phone', inEnglish),
    ]);
    await large.locator('phone-bar .button').first().tap();
    const look = async (selector: string): Promise<void> => {
      await Promise.all([page, large, ...rest].map((each) => shows(each, selector)));
      await isAccessible(page, PHONE, selector);
      await fits(large, { ...PHONE, textPx: 28 }, selector);
      for (const each of rest) await fits(each, PHONE, selector);
    };
    await look('phone-details');
    await page.locator('phone-cancel button').tap();
    await shows(page, 'phone-cancel .ask');
    await isAccessible(page, PHONE, 'about to be given back');
    await api.at(WINDOW.id, 'call-next');
    await look('phone-called');
    await api.at(WINDOW.id, 'recall');
    await look('phone-called .times');
    await api.at(WINDOW.id, 'start');
    await look('phone-hero[face="serving"]');
    await api.at(WINDOW.id, 'finish');
    await look('phone-hero[face="finished"]');
  });

  it('phone: missed, given back, and a link that leads to no ticket', async () => {
    const { api, theatre } = stage;
    await api.drain(WINDOW.id);
    const { url } = await api.issue({ queue: WINDOW.queue });
    await api.at(WINDOW.id, 'call-next');
    await api.at(WINDOW.id, 'miss');
    const missed = await theatre.open('phone', url, EXAMINED);
    await shows(missed, 'phone-hero[face="missed"]');
    await isAccessible(missed, PHONE, 'missed');
    const broken = await theatre.open('phone', `${url}x`, EXAMINED);
    await shows(broken, 'phone-no-ticket h1');
    await isAccessible(broken, PHONE, 'wrong secret');
  });
});
