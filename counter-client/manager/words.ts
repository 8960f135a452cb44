import type { Locale } from '../../common/contract/text.ts';
import type { WaitRange } from '../../common/contract/views.ts';
import { rejectionSentence } from '../../common/phrases.ts';
import type { Words } from '../../common/ui/words.ts';
import type { Note } from './balance.ts';
import type { Section } from './sections.ts';

/** The labels of the manager's page, per language. Pure; sentences of a section stay with it. */

export const MANAGER_WORDS = {
  title: { 'zh-CN': '大厅管理', en: 'Hall manager' },
  sections: { 'zh-CN': '栏目', en: 'Sections' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  reading: { 'zh-CN': '正在读取…', en: 'Reading…' },
  tryAgain: { 'zh-CN': '重新读取', en: 'Try again' },
  oldFigures: {
    'zh-CN': '没有读到新的数据，以下为上次的结果',
    en: 'Could not read again: these are the last figures',
  },
  desk: { 'zh-CN': '管理员的窗口', en: 'The manager’s window' },
  deskWhy: {
    'zh-CN': '建议、推演和预测只对管理员开放。权限按大厅设置里窗口的角色，选一次即可。',
    en: 'Advice, forecasts and what-if are for the manager. The role is that of a window in the hall’s setup; choose once.',
  },
  enter: { 'zh-CN': '进入', en: 'Enter' },
} as const satisfies Record<string, Words>;

export const SECTION_WORDS: Record<Section, Words> = {
  floor: { 'zh-CN': '现场', en: 'Floor' },
  advice: { 'zh-CN': '调度建议', en: 'Advice' },
  outcome: { 'zh-CN': '承诺与成效', en: 'Promise and outcome' },
  season: { 'zh-CN': '季节预测', en: 'Season' },
  'what-if': { 'zh-CN': '推演', en: 'What if' },
};

/** “12–20”, whole minutes: a range that is told, never a false exact minute. */
export function rangeOf({ p50, p90 }: WaitRange): string {
  return p90 > p50 ? `${p50}–${p90}` : `${p50}`;
}

/** “14 分钟”, “2.5 分钟”: tenths below ten minutes, where they are a share of it. */
export function minutesWords(minutes: number, locale: Locale): string {
  return `${figure(minutes)} ${locale === 'en' ? 'min' : '分钟'}`;
}

/** “−1.4 分钟”, with a true minus sign. */
export function signedMinutes(minutes: number, locale: Locale): string {
  const size = minutesWords(Math.abs(minutes), locale);
  if (figure(Math.abs(minutes)) === '0') return size;
  return `${minutes < 0 ? '−' : '+'}${size}`;
}

/** “82 %”; a dash for what nobody can tell. */
export function shareWords(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

function figure(minutes: number): string {
  return minutes < 9.95 ? String(Math.round(minutes * 10) / 10) : String(Math.round(minutes));
}

type Done = Extract<Note, { kind: 'done' }>['what'];

const DONE_WORDS: Record<Done, Words> = {
  apply: {
    'zh-CN': '建议已执行，窗口已按新业务叫号。',
    en: 'Applied: the windows call by their new queues.',
  },
  undo: { 'zh-CN': '已撤销，窗口恢复原来的业务。', en: 'Undone: the windows have their own queues back.' },
  plan: { 'zh-CN': '已安排，开门时自动生效。', en: 'Planned: it begins when the day opens.' },
  'clear-plan': { 'zh-CN': '已取消安排。', en: 'The plan is taken back.' },
  assign: { 'zh-CN': '改动已执行。', en: 'The changes are applied.' },
  automaticOn: { 'zh-CN': '自动执行已打开。', en: 'Advice is now applied by itself.' },
  automaticOff: { 'zh-CN': '自动执行已关闭。', en: 'Advice now waits for you.' },
};

/** What became of what was asked. */
export function noteSentence(note: Note, locale: Locale): string {
  return note.kind === 'rejected' ? rejectionSentence(note.code, locale) : DONE_WORDS[note.what][locale];
}
