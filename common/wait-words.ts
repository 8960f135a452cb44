import type { Locale } from './contract/text.ts';
import type { WaitRange } from './contract/views.ts';

/** How an expected wait is told: as a range, never as a false exact minute. */
export function waitSentence({ p50, p90 }: WaitRange, locale: Locale): string {
  if (locale === 'en') {
    if (p90 <= 1) return 'Wait: a minute at the most';
    return p50 === p90 ? `Wait: about ${p90} min` : `Wait: about ${p50}–${p90} min`;
  }
  if (p90 <= 1) return '预计等候不到 1 分钟';
  return p50 === p90 ? `预计等候约 ${p90} 分钟` : `预计等候约 ${p50}–${p90} 分钟`;
}
