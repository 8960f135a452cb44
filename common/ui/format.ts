import type { Locale } from '../contract/text.ts';

/**
 * Times and durations as screens write them. Instants are milliseconds since 1970 by the server's
 * clock; the time zone is the hall's, never the device's, whose clock and zone are not trusted.
 */

const MINUTE_MS = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a DateTimeFormat costs some 50 µs and lists write dozens of times a second. */
function format(key: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** “09:05”, 24 hours, in the hall's time zone. */
export function clockTime(at: number, timeZone: string): string {
  // en-GB with h23 writes midnight as 00:00; hour12: false would write 24:00 in some engines.
  return format(`time ${timeZone}`, 'en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** “09:30–11:00”; “09:30 至下班” without an end. */
export function clockSpan(from: number, until: number | null, timeZone: string, locale: Locale): string {
  const start = clockTime(from, timeZone);
  if (until !== null) return `${start}–${clockTime(until, timeZone)}`;
  return locale === 'en' ? `${start} until closing` : `${start} 至下班`;
}

/** “09:05:07”. */
export function clockTimeWithSeconds(at: number, timeZone: string): string {
  return format(`seconds ${timeZone}`, 'en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(at);
}

/** “11月23日 星期一” or “Monday 23 November”. */
export function dayWords(at: number, timeZone: string, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : 'zh-CN';
  const part = (options: Intl.DateTimeFormatOptions): string =>
    format(`${Object.keys(options).join()} ${language} ${timeZone}`, language, {
      timeZone,
      ...options,
    }).format(at);
  const date = part({ month: 'long', day: 'numeric' });
  const weekday = part({ weekday: 'long' });
  return locale === 'en' ? `${weekday} ${date}` : `${date} ${weekday}`;
}

/** Whole minutes, rounded down, never below 0: “不到 1 分钟”, “12 分钟”, “1 小时 5 分”. */
export function durationWords(ms: number, locale: Locale): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (locale === 'en') {
    if (minutes === 0) return 'under 1 min';
    if (hours === 0) return `${minutes} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  }
  if (minutes === 0) return '不到 1 分钟';
  if (hours === 0) return `${minutes} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

/** A running clock, for counters: “0:07”, “12:05”, “1:02:05”. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
