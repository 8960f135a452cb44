import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView } from '../../../common/contract/views.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { durationWords, stopwatch } from '../../../common/ui/format.ts';
import { WINDOW_STATE_WORDS, type WindowState, type Words } from '../../../common/ui/words.ts';
import type { Crossing, Tile } from './floor.ts';

/** Every sentence of the floor, per language. Pure. */

export const FLOOR_WORDS = {
  windows: { 'zh-CN': '窗口', en: 'Windows' },
  queues: { 'zh-CN': '业务队列', en: 'Queues' },
  queue: { 'zh-CN': '业务', en: 'Queue' },
  waiting: { 'zh-CN': '等候', en: 'Waiting' },
  longest: { 'zh-CN': '最长（分）', en: 'Longest (min)' },
  expected: { 'zh-CN': '预计（分）', en: 'Expected (min)' },
  open: { 'zh-CN': '开窗', en: 'Open' },
  servedToday: { 'zh-CN': '今日已办', en: 'Served today' },
  peopleWaiting: { 'zh-CN': '等候人数', en: 'Waiting' },
  longestWait: { 'zh-CN': '最长等候', en: 'Longest wait' },
  windowsOpen: { 'zh-CN': '开放窗口', en: 'Windows open' },
  calm: { 'zh-CN': '全厅平稳：没有业务超过提醒线。', en: 'All calm: no queue has crossed a threshold.' },
  before: { 'zh-CN': '今日尚未开始办公。', en: 'The business day has not begun.' },
  assigned: { 'zh-CN': '临时', en: 'for now' },
  closedQueue: { 'zh-CN': '停止取号', en: 'Not issuing' },
} as const satisfies Record<string, Words>;

/** The order in which a person reads the states: what needs somebody first. */
export const STATE_ORDER: readonly WindowState[] = [
  'long',
  'serving',
  'calling',
  'ready',
  'free',
  'paused',
  'closed',
];

/** A threshold crossed, told calmly: what, where, how much. */
export function crossingSentence({ queue, kind, value }: Crossing, locale: Locale): string {
  const name = inLocale(queue.name, locale);
  if (locale === 'en') {
    switch (kind) {
      case 'unserved':
        return `${name}: ${value} waiting and no open window serves it`;
      case 'wait':
        return `${name}: the first has waited ${durationWords(value * 60_000, locale)}`;
      case 'waiting':
        return `${name}: ${value} people waiting`;
      default:
        return `${name}: ${value} people to each window`;
    }
  }
  switch (kind) {
    case 'unserved':
      return `${name}：${value} 人等候，没有开放窗口可办`;
    case 'wait':
      return `${name}：最长已等 ${durationWords(value * 60_000, locale)}`;
    case 'waiting':
      return `${name}：${value} 人等候`;
    default:
      return `${name}：平均每窗 ${value} 人`;
  }
}

/** Beside those that are told in full. */
export function furtherWords(further: number, locale: Locale): string {
  if (locale === 'en') return further === 1 ? 'and 1 more queue' : `and ${further} more queues`;
  return `另有 ${further} 项业务`;
}

/** What a tile says to somebody who hears it. */
export function tileSentence(tile: Tile, locale: Locale): string {
  const { number, state, ticket, lastsMs, queues, isAssigned } = tile;
  const names = queues.map(({ name }) => inLocale(name, locale)).join(locale === 'en' ? ', ' : '、');
  const word = WINDOW_STATE_WORDS[state][locale];
  const at = ticket === '' ? '' : `${ticket} ${stopwatch(lastsMs)}`;
  return locale === 'en'
    ? `Window ${number}, ${word} ${at}; serves ${names}${isAssigned ? ` (${FLOOR_WORDS.assigned.en})` : ''}`
    : `${number} 号窗口，${word} ${at}；${isAssigned ? FLOOR_WORDS.assigned['zh-CN'] : ''}可办 ${names}`;
}

/** “已办 12”. */
export function servedWords(served: number, locale: Locale): string {
  return locale === 'en' ? `${served} done` : `已办 ${served}`;
}

/** The letters of the queues a window serves, the primary one first: “K A D”. */
export function lettersOf(queues: readonly QueueView[]): string[] {
  return queues.map(({ prefix }) => prefix);
}
