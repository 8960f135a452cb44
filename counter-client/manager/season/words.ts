import type { SeasonAnswer } from '../../../common/contract/balance.ts';
import type { Locale } from '../../../common/contract/text.ts';
import type { Words } from '../../../common/ui/words.ts';
import { marginWords } from '../advice/words.ts';
import { signedMinutes } from '../words.ts';
import type { Measure } from './season.ts';

/** Every sentence of the season, per language. Pure. */

export const SEASON_WORDS = {
  days: { 'zh-CN': '未来两周的办公日', en: 'The working days of the next two weeks' },
  people: { 'zh-CN': '人', en: 'people' },
  show: { 'zh-CN': '显示', en: 'Show' },
  noLastYear: { 'zh-CN': '没有去年同期的记录', en: 'Nothing is known of last year' },
  need: { 'zh-CN': '每半小时所需窗口', en: 'Windows needed per half hour' },
  pooled: { 'zh-CN': '窗口都能办全部业务', en: 'every window serves every queue' },
  apart: { 'zh-CN': '每项业务各设专窗', en: 'each queue has windows of its own' },
  rostered: { 'zh-CN': '排班在岗窗口', en: 'windows on the duty roster' },
  missing: { 'zh-CN': '还缺哪些资格', en: 'Qualifications worth having' },
  noneMissing: {
    'zh-CN': '现有资格够用：再增加两名也不会明显缩短等候。',
    en: 'Those there are suffice: two more would shorten no wait noticeably.',
  },
  roster: { 'zh-CN': '导出排班表（CSV）', en: 'Export for the duty roster (CSV)' },
  empty: { 'zh-CN': '近期没有办公日', en: 'No working day is near' },
  emptyWhy: { 'zh-CN': '大厅的日历里没有开放日。', en: 'The hall’s calendar has no open day.' },
  assumed: {
    'zh-CN': '还没有本大厅的历史，按事项目录的假定预测。',
    en: 'No day of this hall is known yet: forecast by the catalogue’s assumptions.',
  },
} as const satisfies Record<string, Words>;

export const TOMORROW_WORDS = {
  title: { 'zh-CN': '明日建议', en: 'Advice for tomorrow' },
  meanWait: { 'zh-CN': '预计平均等候', en: 'Expected mean wait' },
  none: { 'zh-CN': '按排班不必调整。', en: 'Nothing is better than the roster as it is.' },
  nobody: { 'zh-CN': '近日不开放，或没有排班。', en: 'The hall is shut, or nobody is on the roster.' },
  plan: { 'zh-CN': '采用为明日安排', en: 'Plan the day so' },
  clear: { 'zh-CN': '取消明日安排', en: 'Take the plan back' },
  confirm: { 'zh-CN': '再按一次确认', en: 'Press again to confirm' },
  planned: { 'zh-CN': '已安排，开门时自动生效', en: 'Planned: begins when the day opens' },
} as const satisfies Record<string, Words>;

export const MEASURE_WORDS: Record<Measure, Words> = {
  arrivals: { 'zh-CN': '预计来人', en: 'Expected arrivals' },
  windows: { 'zh-CN': '所需窗口', en: 'Windows needed' },
  lastYear: { 'zh-CN': '去年同期', en: 'As last year' },
};

/** “根据 60 个办公日的记录预测”. */
export function learnedWords(days: number, locale: Locale): string {
  if (days === 0) return SEASON_WORDS.assumed[locale];
  return locale === 'en'
    ? `Forecast from ${days} days of this hall.`
    : `根据本大厅 ${days} 个办公日的记录预测。`;
}

/** “9月1日 周二”: a day of the calendar, whatever the device's zone. */
export function dayLabel(day: string, locale: Locale): { date: string; weekday: string } {
  const at = new Date(`${day}T12:00:00Z`);
  const language = locale === 'en' ? 'en-GB' : 'zh-CN';
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(at);
  return {
    date:
      locale === 'en'
        ? words({ day: 'numeric', month: 'short' })
        : words({ month: 'numeric', day: 'numeric' }),
    weekday: words({ weekday: 'short' }),
  };
}

/** “与 2025-09-01 相比” */
export function lastYearDay(day: string, locale: Locale): string {
  return locale === 'en' ? `The most similar day of last year: ${day}` : `去年最相近的一天：${day}`;
}

/** “再有两名能办 教育 的窗口人员（如 7、9 号窗口），最忙一天全厅平均等候 −4.1 分钟（±0.4），教育 31 → 12 分钟。” */
export function missingSentence(
  { effect, queueWaits }: Pick<SeasonAnswer['missing'][number], 'effect' | 'queueWaits'>,
  queue: string,
  numbers: readonly number[],
  locale: Locale,
): string {
  const [before, after] = [Math.round(queueWaits.without), Math.round(queueWaits.with)];
  const change = `${signedMinutes(effect.mean, locale)}`;
  const margin = marginWords(effect);
  if (locale === 'en')
    return `Two more clerks qualified for ${queue} (windows ${numbers.join(', ')}) change the hall’s mean wait on the busiest day by ${change} (${margin}), that of ${queue} from ${before} to ${after} min.`;
  return `再有两名能办“${queue}”的窗口人员（如 ${numbers.join('、')} 号窗口），最忙一天全厅平均等候 ${change}（${margin}），该业务 ${before} → ${after} 分钟。`;
}
