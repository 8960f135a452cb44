import type { Locale } from './contract/text.ts';
import type { WaitRange } from './contract/views.ts';

/** How an expected wait is told: as a range, never as a false exact minute. */
export function waitWords({ p50, p90 }: WaitRange, locale: Locale): string {
  const minutes = p50 === p90 ? `${p90}` : `${p50}–${p90}`;
  if (locale === 'en') return p90 <= 1 ? 'a minute at the most' : `about ${minutes} min`;
  return p90 <= 1 ? '不到 1 分钟' : `约 ${minutes} 分钟`;
}

/** The same where nothing beside it says what it is. */
export function waitSentence(wait: WaitRange, locale: Locale): string {
  const words = waitWords(wait, locale);
  return locale === 'en' ? `Wait: ${words}` : `预计等候${words}`;
}
