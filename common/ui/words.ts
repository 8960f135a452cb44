import type { PauseReason } from '../contract/commands.ts';
import type { Locale } from '../contract/text.ts';
import type { WindowStatus } from '../contract/views.ts';

/** Words that every screen uses, per language. Pure; words of one screen stay with that screen. */

export type Words = Record<Locale, string>;

/** A window's state as people see it: its status, or `long` when a service takes unusually long. */
export type WindowState = WindowStatus | 'long';

/** The word beside the colour: a state is never told by colour alone. */
export const WINDOW_STATE_WORDS: Record<WindowState, Words> = {
  free: { 'zh-CN': '空闲', en: 'Free' },
  ready: { 'zh-CN': '待叫号', en: 'Ready' },
  calling: { 'zh-CN': '叫号中', en: 'Calling' },
  serving: { 'zh-CN': '办理中', en: 'Serving' },
  long: { 'zh-CN': '办理较久', en: 'Long' },
  paused: { 'zh-CN': '暂停服务', en: 'Paused' },
  closed: { 'zh-CN': '未开放', en: 'Closed' },
};

export const PAUSE_REASON_WORDS: Record<PauseReason, Words> = {
  break: { 'zh-CN': '短暂休息', en: 'Short break' },
  meal: { 'zh-CN': '用餐', en: 'Meal break' },
  meeting: { 'zh-CN': '会议', en: 'In a meeting' },
  equipment: { 'zh-CN': '设备维护', en: 'Equipment check' },
  assisting: { 'zh-CN': '协助其他窗口', en: 'Helping at another window' },
  other: { 'zh-CN': '请稍候', en: 'Please wait' },
};

/** What a page says of itself when it is not simply live. */
export const PAGE_STATE_WORDS = {
  loading: { 'zh-CN': '正在连接大厅…', en: 'Connecting to the hall…' },
  stale: {
    'zh-CN': '连接中断，内容可能不是最新',
    en: 'Connection lost: what you see may be out of date',
  },
  askStaff: { 'zh-CN': '请联系大厅工作人员', en: 'Please tell the hall staff' },
} as const satisfies Record<string, Words>;

/** Whether a page's line to its hall holds, beside a mark. */
export const LINE_WORDS = {
  live: { 'zh-CN': '已连接', en: 'Connected' },
  stale: { 'zh-CN': '连接中断', en: 'Disconnected' },
} as const satisfies Record<string, Words>;

/** “自 14:03 起” */
export function sinceWords(time: string, locale: Locale): string {
  return locale === 'en' ? `since ${time}` : `自 ${time} 起`;
}

/** The language shown second, small, below the first. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh-CN' : 'en';
}

/** The language a page's address asks for; Chinese unless it says otherwise. */
export function localeOf(parameter: string | null): Locale {
  return parameter !== null && /^en\b/i.test(parameter) ? 'en' : 'zh-CN';
}
