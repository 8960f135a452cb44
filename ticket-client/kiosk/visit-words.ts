import type { Locale } from '../../common/contract/text.ts';

/** What the kiosk says of several matters on one number, of numbers that run out, and of who takes one. Pure. */

const chinese = {
  add: '再加一项事项',
  addTitle: '再加一项：请选择业务',
  several: (count: number) => `一张号票，依次办 ${count} 项`,
  drop: (name: string) => `去掉“${name}”`,
  dropWord: '去掉',
  remaining: (count: number) => `余号 ${count}`,
  soldOut: '今日号已取完',
  soldOutTitle: '今日号已取完',
  soldOutBookable: '请改日再来，或用手机预约其他日子。',
  soldOutPlain: '请改日再来，或到导办台咨询。',
  card: (masked: string) => `身份证 ${masked}`,
  phone: (masked: string) => `手机号 ${masked}`,
  cardOff: '不使用',
  reprintInstead: '补打小票',
};

export type VisitWords = typeof chinese;

const english: VisitWords = {
  add: 'Add another matter',
  addTitle: 'Another matter: what else?',
  several: (count) => `${count} matters on one number`,
  drop: (name) => `Leave out “${name}”`,
  dropWord: 'Leave out',
  remaining: (count) => `${count} left`,
  soldOut: 'All taken today',
  soldOutTitle: 'All numbers of today are taken',
  soldOutBookable: 'Please come another day, or book one with your phone.',
  soldOutPlain: 'Please come another day, or ask at the guide desk.',
  card: (masked) => `ID card ${masked}`,
  phone: (masked) => `Mobile ${masked}`,
  cardOff: 'Do not use',
  reprintInstead: 'Print my slip again',
};

export const VISIT_WORDS: Record<Locale, VisitWords> = { 'zh-CN': chinese, en: english };
