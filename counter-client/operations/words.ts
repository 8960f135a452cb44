import type { Locale } from '../../common/contract/text.ts';
import type { DeadLetterView, LineView, PrinterView } from '../../common/jobs.ts';
import { TOO_LATE } from '../../common/too-late.ts';
import type { Words } from '../../common/ui/words.ts';

/** Every sentence of the operations page, per language. Pure. */

export const OPERATIONS_WORDS = {
  title: { 'zh-CN': '运行状况', en: 'Operations' },
  home: { 'zh-CN': '全部界面', en: 'All screens' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  printer: { 'zh-CN': '小票打印机', en: 'Slip printer' },
  jobs: { 'zh-CN': '后台任务', en: 'Jobs' },
  waiting: { 'zh-CN': '等待', en: 'Waiting' },
  active: { 'zh-CN': '执行中', en: 'Under way' },
  retrying: { 'zh-CN': '重试中', en: 'Trying again' },
  dead: { 'zh-CN': '已放弃', en: 'Given up' },
  deadTitle: { 'zh-CN': '已放弃的任务', en: 'Jobs given up' },
  deadNote: {
    'zh-CN': '票号不受影响；需要时可以重新执行。最多保留最近 100 项。',
    en: 'Tickets are not affected; a job can be done again. The last 100 are kept.',
  },
  noneTitle: { 'zh-CN': '没有放弃的任务', en: 'Nothing was given up' },
  noneNote: {
    'zh-CN': '打印等任务如果多次失败或过时，会列在这里。',
    en: 'What fails too often, or comes too late, is listed here.',
  },
  at: { 'zh-CN': '时间', en: 'Time' },
  what: { 'zh-CN': '任务', en: 'Job' },
  why: { 'zh-CN': '原因', en: 'Reason' },
  again: { 'zh-CN': '重新执行', en: 'Do again' },
  allAgain: { 'zh-CN': '全部重新执行', en: 'Do all again' },
  reports: { 'zh-CN': '每日报表', en: 'Daily reports' },
  reportsNote: {
    'zh-CN': '等候、办理、达标率、弃号率和窗口利用率，按部门、队列、窗口、人员和时段。',
    en: 'Waits, services, rates and utilisation, by department, queue, window, clerk and hour.',
  },
  noReports: {
    'zh-CN': '大厅的第一天结束后，这里会有当天的报表。',
    en: 'When the hall’s first day is over, its report is here.',
  },
  download: { 'zh-CN': '下载表格', en: 'Spreadsheet' },
  yourWindow: { 'zh-CN': '您的窗口（值班长、管理员）', en: 'Your window (lead, manager)' },
  choose: { 'zh-CN': '请选择', en: 'Choose' },
} as const satisfies Record<string, Words>;

export const PRINTER_STATE_WORDS: Record<PrinterView['state'], Words> = {
  unknown: { 'zh-CN': '正在询问', en: 'Being asked' },
  ready: { 'zh-CN': '正常', en: 'Ready' },
  warning: { 'zh-CN': '需要留意', en: 'Needs a look' },
  failing: { 'zh-CN': '不能打印', en: 'Can not print' },
};

const KINDS: Record<string, Words> = {
  print: { 'zh-CN': '打印小票', en: 'Print slips' },
  webhook: { 'zh-CN': '推送票号动态', en: 'Tell another system' },
  notify: { 'zh-CN': '手机提醒', en: 'Tell phones' },
  archive: { 'zh-CN': '归档', en: 'Archive' },
  report: { 'zh-CN': '日报表', en: 'Report' },
};

/** What a line of jobs does; a kind this page does not know has its own name. */
export function kindWords({ kind }: Pick<LineView, 'kind'>, locale: Locale): string {
  return KINDS[kind]?.[locale] ?? kind;
}

/** A ticket's id ends with its number, after the day. */
const TICKET = /^\d{8}-(.+)$/;
const REPRINT = /^again\.\d+$/;
/** A report's ends with its day. */
const REPORT = /^report\.(.+)$/;

/** What a job was about: `A012` of the slip of that ticket, the day of a report. */
export function letterName({ hall, id }: Pick<DeadLetterView, 'hall' | 'id'>, locale: Locale): string {
  const own = id.startsWith(`${hall}.`) ? id.slice(hall.length + 1) : id;
  const number = TICKET.exec(own)?.[1];
  if (number !== undefined) return number;
  const day = REPORT.exec(own)?.[1];
  if (day !== undefined) return day;
  if (REPRINT.test(own)) return locale === 'en' ? 'a reprint' : '补打';
  return own;
}

/** Why it was given up: in the reader's words, or in the fault's own. */
export function reasonWords(reason: string, locale: Locale): string {
  if (reason !== TOO_LATE) return reason;
  return locale === 'en' ? 'Too late to be of use' : '过了有用的时间';
}

export function windowWords(number: number, locale: Locale): string {
  return locale === 'en' ? `Window ${number}` : `${number} 号窗口`;
}

/** “星期日” or “Sunday”, of a day as the log names it. */
export function weekdayWords(day: string, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : 'zh-CN';
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** What a report is called when it is taken away. */
export function reportName(hall: string, day: string): string {
  return `${hall}-${day}`;
}

/** How many days a press shows besides. */
export function olderWords(count: number, locale: Locale): string {
  if (locale === 'en') return count === 1 ? '1 earlier day' : `${count} earlier days`;
  return `更早的 ${count} 天`;
}

/** What pressing has led to. */
export function againWords(count: number, locale: Locale): string {
  if (locale === 'en')
    return count === 1 ? '1 job is being done again' : `${count} jobs are being done again`;
  return `已重新安排 ${count} 项任务`;
}
