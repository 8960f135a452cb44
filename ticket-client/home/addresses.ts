import type { Locale } from '../../common/contract/text.ts';
import type { ScreenId } from './words.ts';

/** The order in which a visit meets the screens. */
export const SCREENS: readonly ScreenId[] = [
  'kiosk',
  'wall',
  'window',
  'counter',
  'manager',
  'phone',
  'booking',
  'fairness',
  'tray',
  'operations',
  'api',
];

/** Screens that belong to one window. */
export const WINDOW_SCREENS: ReadonlySet<ScreenId> = new Set<ScreenId>(['window', 'counter']);

/** Where a screen is; null for the phone page, which only a ticket's own link opens. */
export function addressOf(screen: ScreenId, hall: string, window: string, locale: Locale): string | null {
  if (screen === 'phone') return null;
  if (screen === 'api') return '/openapi.json';
  const query = new URLSearchParams();
  if (screen !== 'tray') query.set('hall', hall);
  if (WINDOW_SCREENS.has(screen)) query.set('window', window);
  if (locale !== 'zh-CN') query.set('lang', locale);
  const text = query.toString();
  return text === '' ? `/${screen}` : `/${screen}?${text}`;
}
