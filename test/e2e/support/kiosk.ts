import type { BrowserContextOptions, Page } from 'playwright-core';
import { WINDOW } from './screens.ts';
import { numberOn, shows } from './shows.ts';
import type { Theatre } from './theatre.ts';

const DOUBLE_TOUCH_SECONDS = 0.2;

/** As a card reader or scanner does: as quick as no hand, with Enter at the end. */
export async function scan(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = Date.now() / 1000;
  for (const [index, key] of [...text, 'Enter'].entries()) {
    const typed = key === 'Enter' ? '\r' : key;
    // Their times are told to the browser, so that a busy machine does not make a hand of the device.
    await session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key,
      text: typed,
      timestamp: at + index / 1000,
    });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp: at + index / 1000 });
  }
  await session.detach();
}

export interface Place {
  x: number;
  y: number;
}

/** A citizen at the kiosk: touches what is on the screen, and counts the touches. */
export class KioskVisitor {
  touches = 0;

  private constructor(readonly page: Page) {}

  /** In front of a kiosk that shows its first screen. */
  static async at(
    theatre: Theatre,
    screen: 'kiosk' | 'lowKiosk' = 'kiosk',
    options: BrowserContextOptions = {},
  ): Promise<KioskVisitor> {
    const page = await theatre.open(screen, undefined, options);
    await shows(page, 'kiosk-start .card');
    return new KioskVisitor(page);
  }

  async touch(selector: string, text: string | RegExp = ''): Promise<void> {
    const target = this.page.locator(selector).filter(text === '' ? {} : { hasText: text });
    await target.first().tap();
    this.touches += 1;
  }

  /** The middle of what is on the screen. */
  async placeOf(selector: string, text: string | RegExp = ''): Promise<Place> {
    const box = await this.page
      .locator(selector)
      .filter(text === '' ? {} : { hasText: text })
      .first()
      .boundingBox();
    if (box === null) throw new Error(`${selector} is not on the screen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /**
   * As an unsure finger does: a fifth of a second lies between its two touches, and by the second one the
   * screen already shows what the first has led to. Their times are told to the browser, so that a busy
   * machine does not turn them into two touches far apart.
   */
  async touchTwice(place: Place, meanwhile: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const touch = async (timestamp: number): Promise<void> => {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place], timestamp });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp });
    };
    const now = Date.now() / 1000;
    await touch(now);
    await shows(this.page, meanwhile);
    await touch(now + DOUBLE_TOUCH_SECONDS);
    await session.detach();
  }

  /** To the first matter of the tests' zone, before its number is taken. */
  async chooseMatter(): Promise<void> {
    await this.touch('kiosk-start .card', WINDOW.zoneName);
    await this.touch('kiosk-matter-list li:not(.direct) button');
    await shows(this.page, 'kiosk-take .take');
  }

  /** @returns the number, and the address in its QR code. */
  async takeNumber(): Promise<{ number: string; url: string }> {
    await this.touch('kiosk-take .take');
    await shows(this.page, 'kiosk-ticket ow-number');
    const number = await numberOn(this.page, 'kiosk-ticket');
    const code = this.page.locator('kiosk-ticket qr-code');
    return {
      number,
      url: await code.evaluate((element) => (element as HTMLElement & { value: string }).value),
    };
  }
}
