import type { Locale } from '../../common/contract/text.ts';

/** Every sentence of the fairness page, per language; the rule's own are in rule-sentences.ts. Pure. */

const chinese = {
  locale: 'zh-CN' as Locale,
  pageTitle: '今日叫号公开',
  lead: '谁先谁后，按公开的规则；每一次例外都数得出来。',
  asOf: (time: string) => `截至 ${time}`,
  calls: '今日叫号',
  inTurn: '按序',
  outOfTurn: '不按序',
  times: (count: number) => `${count} 次`,
  share: (percent: string) => `占 ${percent}`,
  noneYet: '今天还没有叫号。',
  moved: '调到指定窗口',
  categoryChanges: '更改优先类别',
  priority: '优先叫号占比',
  priorityMeaning: '因优先类别缩短了应叫时刻的叫号',
  mean: '平均等候',
  longest: '最长等候',
  waitingNow: '正在等候',
  people: (count: number) => `${count} 人`,
  longestNow: (duration: string) => `最久 ${duration}`,
  byReason: '按原因',
  none: '无',
  rule: '叫号规则',
  proof: '可以核对的记录',
  proofMeaning:
    '每次取号、叫号都记成一条，并和前一条用密码算法（SHA-256）连在一起；改动、增删任何一条，末尾的校验值就会变。记下它，日后可以核对当天的记录有没有被改过。',
  entry: (seq: number) => `第 ${seq} 条的校验值`,
  otherLanguage: 'English',
  largeType: '大字',
  listSeparator: '、',
};

export type FairnessWords = typeof chinese;

const english: FairnessWords = {
  locale: 'en',
  pageTitle: 'Today’s calls, in public',
  lead: 'Who comes first is a public rule; every exception to it is counted.',
  asOf: (time) => `as of ${time}`,
  calls: 'Calls today',
  inTurn: 'In turn',
  outOfTurn: 'Out of turn',
  times: (count) => `${count}`,
  share: (percent) => `${percent} of all`,
  noneYet: 'Nobody has been called today yet.',
  moved: 'Moved to a window',
  categoryChanges: 'Category changed',
  priority: 'Share of priority',
  priorityMeaning: 'calls that were due earlier by their category',
  mean: 'Mean wait',
  longest: 'Longest wait',
  waitingNow: 'Waiting now',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  longestNow: (duration) => `longest ${duration}`,
  byReason: 'By reason',
  none: 'none',
  rule: 'The rule of calling',
  proof: 'A record that can be checked',
  proofMeaning:
    'Every number taken and every call is one entry, tied to the one before it by SHA-256: change, add or remove any, and the last value differs. Note it down to check later that the day’s record was not altered.',
  entry: (seq) => `Value of entry ${seq}`,
  otherLanguage: '中文',
  largeType: 'Large',
  listSeparator: ', ',
};

export const FAIRNESS_WORDS: Record<Locale, FairnessWords> = { 'zh-CN': chinese, en: english };

/** “98.4%”: one place, and neither 0 nor all of it while there is a single one of the other kind. */
export function percent(part: number, whole: number): string {
  const rounded = Math.round((1000 * part) / whole) / 10;
  if (part > 0 && rounded === 0) return '0.1%';
  return part < whole && rounded === 100 ? '99.9%' : `${rounded}%`;
}

/** 9f86 d081 …: a hash in groups of four, as people read it to each other. */
export function grouped(hash: string): string {
  return (hash.match(/.{1,4}/g) ?? []).join(' ');
}
