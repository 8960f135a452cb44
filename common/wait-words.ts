import type { Locale } from './contract/text.ts';
import type { WaitRange } from './contract/views.ts';

/** An expected wait in three parts, for screens that write the figures larger than the words. */
export interface WaitParts {
  about: string;
  figures: string;
  unit: string;
}

/** How an expected wait is told: as a range, never as a false exact minute. */
export function waitParts({ p50, p90 }: WaitRange, locale: Locale): WaitParts {
  const unit = locale === 'en' ? 'min' : '分钟';
  if (p90 <= 1) return { about: locale === 'en' ? 'up to' : '不到', figures: '1', unit };
  const figures = p50 === p90 ? `${p90}` : `${p50}–${p90}`;
  return { about: locale === 'en' ? 'about' : '约', figures, unit };
}

export function waitWords(wait: WaitRange, locale: Locale): string {
  const { about, figures, unit } = waitParts(wait, locale);
  return `${about} ${figures} ${unit}`;
}

/** The same where nothing beside it says what it is. */
export function waitSentence(wait: WaitRange, locale: Locale): string {
  const words = waitWords(wait, locale);
  return locale === 'en' ? `Wait: ${words}` : `预计等候${words}`;
}
