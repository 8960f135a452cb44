import type { Locator, Page } from 'playwright-core';
import { SHOWN_WITHIN_MS } from './theatre.ts';

/** Waits until an element is seen that holds the text; selectors and texts reach into shadow roots. */
export function shows(
  page: Page,
  selector: string,
  text: string | RegExp = '',
  withinMs = SHOWN_WITHIN_MS,
): Promise<void> {
  return page
    .locator(selector)
    .filter(text === '' ? {} : { hasText: text })
    .first()
    .waitFor({ state: 'visible', timeout: withinMs });
}

/** The number that an <ow-number> has drawn. */
export function numberOn(page: Page, selector: string): Promise<string> {
  return drawn(page.locator(`${selector} ow-number`).first());
}

function drawn(number: Locator): Promise<string> {
  return number.evaluate((element) => element.shadowRoot?.textContent?.trim() ?? '');
}
