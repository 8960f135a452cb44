import type { Locale } from '../../../common/contract/text.ts';
import { clockTime } from '../../../common/ui/format.ts';
import type { Words } from '../../../common/ui/words.ts';

/** Every sentence of the sheet, per language. Pure. */

export const WHAT_IF_WORDS = {
  windows: { 'zh-CN': '选择窗口', en: 'Choose windows' },
  windowsWhy: {
    'zh-CN': '可多选；改动只在这张表上，执行之前大厅不变。',
    en: 'Several at once; nothing changes in the hall until it is applied.',
  },
  change: { 'zh-CN': '改动', en: 'Change' },
  choose: { 'zh-CN': '先在上面选择一个或几个窗口', en: 'Choose one or more windows above first' },
  serves: { 'zh-CN': '可办业务', en: 'Serves' },
  unqualified: { 'zh-CN': '无资格', en: 'not qualified' },
  unqualifiedKey: {
    'zh-CN': '虚线：人员没有这项业务的资格，只能推演，不能执行。',
    en: 'Dashed: the clerk is not qualified; to be simulated, not applied.',
  },
  hours: { 'zh-CN': '开窗时间', en: 'Hours' },
  asItIs: { 'zh-CN': '照旧', en: 'As it is' },
  between: { 'zh-CN': '改为', en: 'From–until' },
  shut: { 'zh-CN': '关窗', en: 'Shut' },
  from: { 'zh-CN': '开始', en: 'From' },
  until: { 'zh-CN': '结束', en: 'Until' },
  reset: { 'zh-CN': '恢复所选', en: 'Reset chosen' },
  clear: { 'zh-CN': '全部恢复', en: 'Reset all' },
  simulate: { 'zh-CN': '推演今天余下的时间', en: 'Simulate the rest of today' },
  reckoning: { 'zh-CN': '正在推演…', en: 'Simulating…' },
  again: { 'zh-CN': '改动之后还没有推演', en: 'Changed since it was simulated' },
  today: { 'zh-CN': '现状', en: 'As it is' },
  changed: { 'zh-CN': '改动后', en: 'As changed' },
  meanWait: { 'zh-CN': '全厅平均等候', en: 'Mean wait of the hall' },
  queue: { 'zh-CN': '业务', en: 'Queue' },
  target: { 'zh-CN': '目标（分钟）', en: 'Target (min)' },
  wait: { 'zh-CN': '平均等候', en: 'Mean wait' },
  within: { 'zh-CN': '目标内', en: 'In target' },
  apply: { 'zh-CN': '执行窗口业务的改动', en: 'Apply the windows’ queues' },
  confirm: { 'zh-CN': '再按一次，确认执行', en: 'Press again to apply' },
  onlyQueues: {
    'zh-CN': '只执行可办业务的改动，到下班为止；开窗时间由窗口人员、目标由大厅设置决定。',
    en: 'Only queues are applied, until closing: hours are the clerks’, targets are the hall’s setup.',
  },
} as const satisfies Record<string, Words>;

/** “已选 7、9 号窗口” */
export function chosenWords(numbers: readonly number[], locale: Locale): string {
  return locale === 'en' ? `Windows ${numbers.join(', ')}` : `${numbers.join('、')} 号窗口`;
}

/** “今日排班 09:00–12:00、12:30–17:00” */
export function shiftsWords(
  shifts: readonly { from: number; until: number }[],
  timeZone: string,
  locale: Locale,
): string {
  if (shifts.length === 0) return locale === 'en' ? 'Not on the roster today' : '今日无排班';
  const spans = shifts.map(({ from, until }) => `${clockTime(from, timeZone)}–${clockTime(until, timeZone)}`);
  return locale === 'en' ? `On duty today ${spans.join(', ')}` : `今日排班 ${spans.join('、')}`;
}

/** “5 项改动” */
export function countWords(changes: number, locale: Locale): string {
  if (locale === 'en') return changes === 1 ? '1 change' : `${changes} changes`;
  return `${changes} 项改动`;
}

/** Why a sheet can be simulated and not applied. */
export function unqualifiedSentence(numbers: readonly number[], locale: Locale): string {
  return locale === 'en'
    ? `Windows ${numbers.join(', ')} lack a qualification: this can be simulated, not applied.`
    : `${numbers.join('、')} 号窗口的人员没有所选业务的资格：可以推演，不能执行。`;
}
