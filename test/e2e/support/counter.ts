import type { Page } from 'playwright-core';
import { shows } from './shows.ts';

/** A press that counts: the counter overlooks those that come while its guard against misclicks is up. */
export async function pressKey(counter: Page, key: string): Promise<void> {
  await guardIsDown(counter);
  await counter.keyboard.press(key);
}

/** So soon after a change a press may have been meant for what stood there before; the buttons show it. */
export function guardIsDown(counter: Page): Promise<void> {
  return shows(counter, 'action-bar:not([guarded])');
}
