import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { ScreenName } from '../../test/e2e/support/screens.ts';
import { shows } from '../../test/e2e/support/shows.ts';
import type { Theatre } from '../../test/e2e/support/theatre.ts';

/** Everybody who clones the project carries the pictures along. */
const MAX_BYTES = 300_000;

/** Takes the pictures, one a file. */
export class Album {
  constructor(
    readonly theatre: Theatre,
    private readonly folder: string,
  ) {}

  /** Opens a screen, waits until it shows something, and takes its picture. */
  async screen(
    name: ScreenName,
    file: string,
    selector: string,
    address?: string,
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const page = await this.theatre.open(name, address, options);
    await shows(page, selector);
    await this.take(page, file);
    return page;
  }

  async take(page: Page, file: string): Promise<void> {
    const path = join(this.folder, `${file}.png`);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MAX_BYTES}`);
    console.log(`${path} ${Math.ceil(size / 1000)} kB`);
  }
}
