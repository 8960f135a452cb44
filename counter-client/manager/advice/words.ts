import type { Estimate } from '../../../common/contract/advice.ts';
import type { AutomaticView } from '../../../common/contract/balance.ts';
import type { AutomaticReason } from '../../../common/contract/commands.ts';
import type { Locale } from '../../../common/contract/text.ts';
import { clockSpan, clockTime } from '../../../common/ui/format.ts';
import type { Words } from '../../../common/ui/words.ts';
import { minutesWords, signedMinutes } from '../words.ts';
import type { MoveGroup } from './groups.ts';

/** Every sentence of the advice, per language. Pure. */

export const ADVICE_WORDS = {
  title: { 'zh-CN': '调度建议', en: 'Advice' },
  none: { 'zh-CN': '现在不调整最好', en: 'Doing nothing is best now' },
  noneWhy: {
    'zh-CN': '推演了可行的调整，没有一项能可靠地缩短等候。',
    en: 'Of all moves that are possible, none shortens the waits for sure.',
  },
  notYet: { 'zh-CN': '还没有建议', en: 'No advice yet' },
  notYetWhy: {
    'zh-CN': '开始办公后，每五分钟推算一次；超过提醒线时立即推算。',
    en: 'Once the day has begun it is reckoned every five minutes, and whenever a threshold is crossed.',
  },
  reckoning: { 'zh-CN': '正在推算…', en: 'Reckoning…' },
  nothing: { 'zh-CN': '不调整', en: 'Do nothing' },
  advised: { 'zh-CN': '照建议', en: 'As advised' },
  meanWait: { 'zh-CN': '全厅平均等候', en: 'Mean wait of the hall' },
  queue: { 'zh-CN': '业务', en: 'Queue' },
  byQueue: { 'zh-CN': '各业务预计平均等候', en: 'Expected mean wait by queue' },
  confirm: { 'zh-CN': '再按一次，确认执行', en: 'Press again to apply' },
  confirmUndo: { 'zh-CN': '再按一次，确认撤销', en: 'Press again to undo' },
  undo: { 'zh-CN': '撤销', en: 'Undo' },
  applied: { 'zh-CN': '已执行', en: 'Applied' },
  undone: { 'zh-CN': '已撤销', en: 'Undone' },
  old: { 'zh-CN': '已有新建议', en: 'Another has come since' },
  appliedToday: { 'zh-CN': '今日已执行', en: 'Applied today' },
  nothingApplied: { 'zh-CN': '今天还没有执行过建议', en: 'No advice has been applied today' },
  byItself: { 'zh-CN': '自动', en: 'by itself' },
  automatic: { 'zh-CN': '自动执行', en: 'Automatic mode' },
  on: { 'zh-CN': '开', en: 'On' },
  off: { 'zh-CN': '关', en: 'Off' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  rails: { 'zh-CN': '自动执行的约束', en: 'What it keeps to' },
} as const satisfies Record<string, Words>;

/** “7、9 号窗口 9:30–11:00 加开 教育”, “9:30–11:00 加开 12 号窗口”. @param nameOf a queue's name by its id. */
export function moveSentence(
  group: Pick<MoveGroup, 'queue' | 'numbers' | 'from' | 'until'>,
  nameOf: (queue: string) => string,
  timeZone: string,
  locale: Locale,
): string {
  const { numbers } = group;
  const time = clockSpan(group.from, group.until, timeZone, locale);
  if (group.queue === null)
    return locale === 'en'
      ? `Open ${numbers.length === 1 ? 'window' : 'windows'} ${listed(numbers, locale)}, ${time}`
      : `${time} 加开 ${listed(numbers, locale)} 号窗口`;
  const queue = nameOf(group.queue);
  if (locale === 'en')
    return `${numbers.length === 1 ? 'Window' : 'Windows'} ${listed(numbers, locale)} also ${numbers.length === 1 ? 'serves' : 'serve'} ${queue}, ${time}`;
  return `${listed(numbers, locale)} 号窗口 ${time} 加开 ${queue}`;
}

/** What it does to its queue, then to the hall; to the hall alone where windows open, which help several queues. */
export function effectWords({ queueWaits, effect }: MoveGroup, locale: Locale): string[] {
  const hall = hallEffect(effect, locale);
  return queueWaits === null ? [hall] : [queueEffect(queueWaits, locale), hall];
}

/** “平均等候 31 → 12 分钟”. */
function queueEffect(queueWaits: NonNullable<MoveGroup['queueWaits']>, locale: Locale): string {
  const [before, after] = [Math.round(queueWaits.nothing), Math.round(queueWaits.after)];
  return locale === 'en' ? `mean wait ${before} → ${after} min` : `平均等候 ${before} → ${after} 分钟`;
}

/** “全厅平均 −1.4 分钟（±0.2）”: two standard errors, within which the truth lies 19 times in 20. */
function hallEffect(effect: Estimate, locale: Locale): string {
  const change = signedMinutes(effect.mean, locale);
  const margin = marginWords(effect);
  return locale === 'en' ? `hall’s mean ${change} (${margin})` : `全厅平均 ${change}（${margin}）`;
}

export function marginWords({ standardError }: Estimate): string {
  return `±${(2 * standardError).toFixed(1)}`;
}

/** “一键执行 3 项调整”. */
export function applyWords(moves: number, locale: Locale): string {
  if (locale === 'en') return moves === 1 ? 'Apply this move' : `Apply all ${moves} moves`;
  return `一键执行 ${moves} 项调整`;
}

/** “10:05 推算”. */
export function reckonedAt(at: number, timeZone: string, locale: Locale): string {
  const time = clockTime(at, timeZone);
  return locale === 'en' ? `reckoned at ${time}` : `${time} 推算`;
}

/** What the automatic mode never does, in sentences. */
export function railSentences(automatic: AutomaticView, locale: Locale): string[] {
  const dwell = minutesWords(automatic.dwellMinutes, locale);
  const quiet = minutesWords(automatic.quietMinutes, locale);
  const moves = automatic.maxMovesPerHour;
  if (locale === 'en')
    return [
      'Only queues a window’s clerk is qualified for.',
      'A closed window is only asked to open: its clerk opens it.',
      `A window keeps what it is given for at least ${dwell}.`,
      `At most ${moves} moves an hour.`,
      `Nothing changes in the last ${quiet} before closing.`,
      'Every move is in the log and can be undone here.',
    ];
  return [
    '只加开窗口人员有资格办理的业务。',
    '加开窗口只是提出请求，由窗口人员开窗。',
    `窗口调整后至少保持 ${dwell}。`,
    `每小时最多调整 ${moves} 次。`,
    `下班前 ${quiet}内不再调整。`,
    '每项调整都记入日志，可在这里撤销。',
  ];
}

/** Why it is switched, by hand on the page: what is offered when it is off, and when it is on. */
export const REASONS: Record<'on' | 'off', readonly AutomaticReason[]> = {
  on: ['peak', 'unattended', 'trial', 'other'],
  off: ['by-hand', 'unsuitable', 'other'],
};

export const REASON_WORDS: Record<AutomaticReason, Words> = {
  peak: { 'zh-CN': '业务高峰', en: 'peak' },
  unattended: { 'zh-CN': '管理员不在岗', en: 'no manager on duty' },
  trial: { 'zh-CN': '试运行', en: 'trial' },
  'by-hand': { 'zh-CN': '改为人工调整', en: 'by hand from now on' },
  unsuitable: { 'zh-CN': '建议不合适', en: 'advice not suitable' },
  other: { 'zh-CN': '其他', en: 'other' },
};

/** “09:12 由 counter:w55 开启：业务高峰”; empty before it was ever switched. */
export function switchedWords({ on, switched }: AutomaticView, timeZone: string, locale: Locale): string {
  if (switched === null) return '';
  const { at, by, reason } = switched;
  const [time, why] = [clockTime(at, timeZone), REASON_WORDS[reason][locale]];
  const desk = by.replace(/^counter:/, '');
  if (locale === 'en') return `Switched ${on ? 'on' : 'off'} at ${time} by ${desk}: ${why}`;
  return `${time} 由 ${desk} ${on ? '开启' : '关闭'}：${why}`;
}

function listed(numbers: readonly number[], locale: Locale): string {
  if (locale !== 'en') return numbers.join('、');
  const last = numbers[numbers.length - 1];
  return numbers.length < 2 ? `${last ?? ''}` : `${numbers.slice(0, -1).join(', ')} and ${last}`;
}
