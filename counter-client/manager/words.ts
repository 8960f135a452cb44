import type { Locale } from '../../common/contract/text.ts';
import type { Words } from '../../common/ui/words.ts';
import type { Section } from './sections.ts';

/** The labels of the manager's page, per language. Pure; sentences of a section stay with it. */

export const MANAGER_WORDS = {
  title: { 'zh-CN': '大厅管理', en: 'Hall manager' },
  sections: { 'zh-CN': '栏目', en: 'Sections' },
  connected: { 'zh-CN': '实时', en: 'Live' },
  disconnected: { 'zh-CN': '连接中断', en: 'Disconnected' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  reading: { 'zh-CN': '正在读取…', en: 'Reading…' },
  tryAgain: { 'zh-CN': '重新读取', en: 'Try again' },
  oldFigures: {
    'zh-CN': '没有读到新的数据，以下为上次的结果',
    en: 'Could not read again: these are the last figures',
  },
} as const satisfies Record<string, Words>;

export const SECTION_WORDS: Record<Section, Words> = {
  floor: { 'zh-CN': '现场', en: 'Floor' },
  advice: { 'zh-CN': '调度建议', en: 'Advice' },
  outcome: { 'zh-CN': '承诺与成效', en: 'Promise and outcome' },
  season: { 'zh-CN': '季节预测', en: 'Season' },
  'what-if': { 'zh-CN': '推演', en: 'What if' },
};

/** “12–20 分钟”: whole minutes, never a false exact one. */
export function rangeWords(from: number, until: number, locale: Locale): string {
  const [low, high] = [Math.floor(from), Math.max(Math.ceil(until), Math.floor(from) + 1)];
  return locale === 'en' ? `${low}–${high} min` : `${low}–${high} 分钟`;
}
