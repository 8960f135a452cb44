import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { violationsOn } from './accessible.ts';
import { type Limits, measure } from './measure.ts';

/**
 * The server's own policy lets no foreign script in, not even the one that examines the page. Without
 * motion, because a colour on its way between two is neither.
 */
export const EXAMINED = { bypassCSP: true, reducedMotion: 'reduce' } as const;

/** Touched standing, by thumbs. */
export const KIOSK: Limits = { textPx: 20, targetPx: 64, scrolls: false };
export const PHONE: Limits = { textPx: 20, targetPx: 44, scrolls: true };
/** Read at arm's length, all day. */
export const DESK: Limits = { textPx: 14, targetPx: 44, scrolls: false };
/** The same; its tables may be longer than the screen. */
export const MANAGER: Limits = { ...DESK, scrolls: true };
/** Nothing on a wall is touched. */
export const WALL: Limits = { textPx: 20, targetPx: 0, scrolls: false };

/** Sizes that a person can read and touch, and nothing beyond the edge of the screen. */
export async function fits(page: Page, limits: Limits, state: string): Promise<void> {
  const { smallText, smallTargets, overflowing, covered } = await measure(page, limits);
  const where = `${page.url()} ${state}`;
  expect(smallText, `${where}: text under ${limits.textPx} px`).to.deep.equal([]);
  expect(smallTargets, `${where}: targets under ${limits.targetPx} px`).to.deep.equal([]);
  expect(overflowing, `${where}: beyond the edge`).to.deep.equal([]);
  expect(covered, `${where}: out of reach`).to.deep.equal([]);
}

/** The same, and no violation of a rule that axe knows. */
export async function isAccessible(page: Page, limits: Limits, state: string): Promise<void> {
  await fits(page, limits, state);
  expect(await violationsOn(page), `${page.url()} ${state}: axe`).to.deep.equal([]);
}
