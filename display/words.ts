import type { PauseReason } from '../common/contract/commands.ts';
import type { Locale } from '../common/contract/text.ts';
import type { WindowStatus, WindowView } from '../common/contract/views.ts';
import { PAUSE_REASON_WORDS, WINDOW_STATE_WORDS, type Words } from '../common/ui/words.ts';

/** What hall and window displays say. Pure. */

export const WALL_WORDS = {
  nowCalling: { 'zh-CN': '正在叫号', en: 'Now calling' },
  noCallsYet: { 'zh-CN': '请留意叫号', en: 'Please watch for your number' },
  recentCalls: { 'zh-CN': '最近叫号', en: 'Recent calls' },
  windows: { 'zh-CN': '窗口当前号码', en: 'At the windows' },
  waiting: { 'zh-CN': '等候人数', en: 'Waiting' },
  waitingHowLong: { 'zh-CN': '等候人数、预计时间', en: 'Waiting, and for how long' },
  minutes: { 'zh-CN': '分', en: 'min' },
  missed: { 'zh-CN': '过号（1 小时内）', en: 'Missed in the last hour' },
  missedShort: { 'zh-CN': '过号', en: 'Missed' },
  missedTodo: { 'zh-CN': '请到取号机顺延', en: 'Please scan your slip at a kiosk' },
  notIssuing: { 'zh-CN': '停止取号', en: 'Closed' },
  notice: { 'zh-CN': '公告', en: 'Notice' },
} as const satisfies Record<string, Words>;

/** The word in a window's cell, where there is room for three characters: citizens need no more. */
export function cellWords(status: WindowStatus): Words {
  return status === 'paused' ? { 'zh-CN': '暂停', en: 'Paused' } : WINDOW_STATE_WORDS[status];
}

/** What a wall tells of a status: whether a free window's clerk is already waiting is not its business. */
export function cellStatus(status: WindowStatus): WindowStatus {
  return status === 'ready' ? 'free' : status;
}

/** What stands before and after a window's number: “请到 3 号窗口”, “Window 3”. */
export const TO_WINDOW: Record<Locale, { before: string; after: string }> = {
  'zh-CN': { before: '请到', after: '号窗口' },
  en: { before: 'Window', after: '' },
};

/** The line under the standing call, in the second language. */
export function toWindowWords(window: number, locale: Locale): string {
  return locale === 'en' ? `Please go to window ${window}` : `请到 ${window} 号窗口`;
}

export function peopleWords(count: number, locale: Locale): { count: string; unit: string } {
  return { count: String(count), unit: locale === 'en' ? '' : '人' };
}

/** The face of a window display: what it says large, and in which of its three kinds of look. */
export interface WindowFace {
  /** call: someone is asked to come; busy: someone is served; idle and away: nobody is. */
  look: 'call' | 'busy' | 'idle' | 'away';
  /** The ticket's number, where one is at the window. */
  number: string | null;
  words: Words;
  /** A second, smaller sentence; null for none. */
  more: Words | null;
}

const WELCOME: Words = { 'zh-CN': '热情为您服务', en: 'Welcome: how can we help?' };
const COME: Words = { 'zh-CN': '请到本窗口办理', en: 'Please come to this window' };
const SERVING: Words = { 'zh-CN': '正在办理', en: 'Being served' };
const PAUSED: Words = { 'zh-CN': '暂停服务', en: 'Service paused' };
const NOT_OPEN: Words = { 'zh-CN': '未开放', en: 'Not open' };
const STOPPED: Words = { 'zh-CN': '停止服务', en: 'Closed' };
const NEXT_TO: Words = { 'zh-CN': '请到其他窗口办理', en: 'Please go to another window' };

/** R27: what a window's own display says. */
export function windowFace({ status, ticket, pauseReason, served }: WindowView): WindowFace {
  switch (status) {
    case 'calling':
      return { look: 'call', number: ticket?.number ?? null, words: COME, more: null };
    case 'serving':
      return { look: 'busy', number: ticket?.number ?? null, words: SERVING, more: null };
    case 'paused':
      return { look: 'away', number: null, words: PAUSED, more: pausedFor(pauseReason) };
    case 'closed':
      // One that has served today has stopped; one that has not was never open.
      return { look: 'away', number: null, words: served > 0 ? STOPPED : NOT_OPEN, more: NEXT_TO };
    default:
      return { look: 'idle', number: null, words: WELCOME, more: null };
  }
}

function pausedFor(reason: PauseReason | null): Words | null {
  return reason === null ? null : PAUSE_REASON_WORDS[reason];
}
