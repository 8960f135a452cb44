import type { Locale } from '../../common/contract/text.ts';
import type { SlotView } from '../../common/contract/views.ts';
import { dayWords } from '../../common/ui/format.ts';

/** Days and slots as a citizen reads them. Pure. */

const DAY_MS = 86_400_000;

export interface DayName {
  /** 11月24日 */
  date: string;
  /** 星期二, or 今天 and 明天. */
  weekday: string;
}

/** @param day YYYY-MM-DD @param today of the hall. */
export function dayName(day: string, today: string | null, locale: Locale): DayName {
  const words = dayWords(noonOf(day), 'UTC', locale).split(' ');
  const [first = '', ...rest] = words;
  // Chinese writes the date first, English the weekday.
  const [date, weekday] = locale === 'en' ? [rest.join(' '), first] : [first, rest.join(' ')];
  return { date, weekday: near(day, today, locale) ?? weekday };
}

function near(day: string, today: string | null, locale: Locale): string | null {
  if (today === null) return null;
  const ahead = Math.round((noonOf(day) - noonOf(today)) / DAY_MS);
  if (ahead === 0) return locale === 'en' ? 'Today' : '今天';
  if (ahead === 1) return locale === 'en' ? 'Tomorrow' : '明天';
  return null;
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** Slots that have not begun: the others help nobody. */
export function comingSlots(slots: readonly SlotView[], now: number): SlotView[] {
  return slots.filter(({ slotAt }) => slotAt > now);
}
