import type { Locale, LocalText } from './contract/text.ts';

/** The wording of a name in one language. */
export function inLocale(text: LocalText, locale: Locale): string {
  return text[locale] ?? text['zh-CN'];
}
