import type { Locale } from '../../../common/contract/text.ts';
import { clockTime } from '../../../common/ui/format.ts';
import type { Words } from '../../../common/ui/words.ts';
import type { Verdict } from './outcome.ts';

/** Every sentence of promise and outcome, per language. Pure. */

export const OUTCOME_WORDS = {
  title: { 'zh-CN': '承诺与成效', en: 'Promise and outcome' },
  score: { 'zh-CN': '今日均衡分', en: 'Balance score today' },
  scoreWhy: {
    'zh-CN': '100 分：各业务的等候与各自目标之比都一样。',
    en: '100: every queue waits the same share of its target.',
  },
  noScore: { 'zh-CN': '开始办公后每五分钟一个分数', en: 'Scored every five minutes once the day has begun' },
  empty: { 'zh-CN': '今天还没有执行过建议', en: 'No advice has been applied today' },
  emptyWhy: {
    'zh-CN': '执行建议之后，这里并列显示当时的承诺和实际的等候。',
    en: 'Once one is, what it promised and what came stand here side by side.',
  },
  when: { 'zh-CN': '执行', en: 'Applied' },
  moves: { 'zh-CN': '调整', en: 'Moves' },
  nothing: { 'zh-CN': '不调整', en: 'Do nothing' },
  promised: { 'zh-CN': '承诺', en: 'Promised' },
  came: { 'zh-CN': '实际', en: 'Came' },
  tickets: { 'zh-CN': '人次', en: 'Tickets' },
  verdict: { 'zh-CN': '结论', en: 'Verdict' },
  byQueue: { 'zh-CN': '相关业务的平均等候（分钟）', en: 'Mean wait of the queues concerned (minutes)' },
  predictions: { 'zh-CN': '预计等候的误差', en: 'Error of the expected waits' },
  predictionsWhy: {
    'zh-CN': '取号时告知的范围，与实际等候相比。范围准确时，80 % 的人落在其中。',
    en: 'What was told with the number, held against what was waited. A true range holds 80 % of them.',
  },
  noPredictions: { 'zh-CN': '今天还没有可比较的号票', en: 'No ticket to compare with yet today' },
  hall: { 'zh-CN': '全厅', en: 'Hall' },
  bias: { 'zh-CN': '平均偏差', en: 'Bias' },
  error: { 'zh-CN': '平均误差', en: 'Mean error' },
  within: { 'zh-CN': '落在范围', en: 'In range' },
  queue: { 'zh-CN': '业务', en: 'Queue' },
} as const satisfies Record<string, Words>;

export const VERDICT_WORDS: Record<Verdict, Words> = {
  kept: { 'zh-CN': '兑现', en: 'Kept' },
  partly: { 'zh-CN': '部分兑现', en: 'In part' },
  missed: { 'zh-CN': '未兑现', en: 'Not kept' },
  early: { 'zh-CN': '为时尚早', en: 'Too early' },
};

/** “10:05–11:30” once it has ended, “10:05 起” while it holds. */
export function heldWords(from: number, until: number | null, timeZone: string, locale: Locale): string {
  const start = clockTime(from, timeZone);
  if (until !== null) return `${start}–${clockTime(until, timeZone)}`;
  return locale === 'en' ? `since ${start}` : `${start} 起`;
}
