import type { Outcome, OutOfTurnReason } from '../common/contract/commands.ts';
import type { Locale } from '../common/contract/text.ts';
import type { UndoView } from '../common/contract/views.ts';
import type { Words } from '../common/ui/words.ts';
import type { Exception } from './flow.ts';

/** What the counter's questions say, per language. Pure. */

/** R21 */
export const OUTCOME_WORDS: Record<Outcome, Words> = {
  accepted: { 'zh-CN': '受理', en: 'Accepted' },
  supplement: { 'zh-CN': '一次性告知补正', en: 'Papers missing' },
  tolerated: { 'zh-CN': '容缺受理', en: 'Accepted, papers to follow' },
  refused: { 'zh-CN': '不予受理', en: 'Not accepted' },
  advice: { 'zh-CN': '咨询', en: 'Advice' },
  delivered: { 'zh-CN': '领件', en: 'Collected' },
  unresolved: { 'zh-CN': '办不成事', en: 'Could not be done' },
};

/** Where a list has room for four characters. */
export const OUTCOME_SHORT: Record<Outcome, Words> = {
  ...OUTCOME_WORDS,
  supplement: { 'zh-CN': '补正', en: 'Papers missing' },
  tolerated: { 'zh-CN': '容缺受理', en: 'Papers to follow' },
};

export const REASON_WORDS: Record<OutOfTurnReason, Words> = {
  medical: { 'zh-CN': '身体不适、急需就医', en: 'Unwell, or on the way to a doctor' },
  infant: { 'zh-CN': '婴幼儿需照看', en: 'With a small child' },
  frail: { 'zh-CN': '年老体弱、不便久等', en: 'Too frail to wait long' },
  correction: { 'zh-CN': '纠正本大厅的差错', en: "To put right the hall's mistake" },
  fault: { 'zh-CN': '系统或设备故障', en: 'A fault of the system' },
  other: { 'zh-CN': '其他原因', en: 'Another reason' },
};

export const EXCEPTION_WORDS: Record<Exception, Words> = {
  call: { 'zh-CN': '叫这个号到本窗口', en: 'Call this number here' },
  move: { 'zh-CN': '指定由某个窗口叫', en: 'Keep it for one window' },
  category: { 'zh-CN': '更改优先类别', en: 'Change its category' },
};

export const UNDO_WORDS: Record<UndoView['action'], Words> = {
  ServiceStarted: { 'zh-CN': '撤销 # 开始办理', en: 'Undo the start of #' },
  ServiceFinished: { 'zh-CN': '撤销 # 办结', en: 'Undo the finish of #' },
  TicketMissed: { 'zh-CN': '撤销 # 过号', en: 'Undo the miss of #' },
};

export const FLOW_WORDS = {
  pause: { 'zh-CN': '暂停原因', en: 'Reason for the pause' },
  resume: { 'zh-CN': '回呼哪一张', en: 'Resume which ticket' },
  finishWith: { 'zh-CN': '办理结果', en: 'Outcome' },
  caseNumber: { 'zh-CN': '业务编号', en: 'Case number' },
  caseNumberHint: {
    'zh-CN': '可扫描或输入，没有则直接按回车',
    en: 'Scan or type it; without one, press Enter',
  },
  transfer: { 'zh-CN': '转移到', en: 'Transfer to' },
  transferFind: { 'zh-CN': '队列字母、窗口号或名称', en: 'Letter, window number or name' },
  note: { 'zh-CN': '留言（可不填，下一窗口可见）', en: 'Note to the next clerk (optional)' },
  noteHint: {
    'zh-CN': '保持原应叫时刻；留言不进入叫号日志',
    en: 'Keeps its due time; the note stays out of the log',
  },
  add: { 'zh-CN': '加办一项', en: 'A further matter' },
  addFind: { 'zh-CN': '事项名称、拼音首字母或队列字母', en: 'Matter, pinyin initials or letter' },
  addHint: { 'zh-CN': '同一张号票接着办，不重新排队', en: 'On the same ticket; nobody waits twice' },
  return: { 'zh-CN': '过号顺延', en: 'Back after a missed call' },
  returnEnter: { 'zh-CN': '扫描小票或输入号码，如 A012', en: 'Scan the slip or type the number: A012' },
  returnHint: {
    'zh-CN': '按公布规则重新等候；过号不会提前',
    en: 'Waits again by the published rule; a missed call never improves a place',
  },
  exception: { 'zh-CN': '越序操作', en: 'Out of turn' },
  exceptionEnter: { 'zh-CN': '哪一个号？扫描或输入，如 A012', en: 'Which number? Scan or type: A012' },
  exceptionPublic: {
    'zh-CN': '越序操作将公开统计，并记录窗口和原因',
    en: 'Recorded with window and reason, and counted in public',
  },
  toWindow: { 'zh-CN': '由哪个窗口叫', en: 'Which window' },
  windowFind: { 'zh-CN': '输入窗口号', en: 'Type the window number' },
  category: { 'zh-CN': '改为', en: 'Change to' },
  noCategory: { 'zh-CN': '不优先', en: 'No category' },
  reason: { 'zh-CN': '越序原因', en: 'Reason' },
  confirm: { 'zh-CN': '确定', en: 'OK' },
  noMatch: { 'zh-CN': '没有找到', en: 'Nothing found' },
  early: { 'zh-CN': '扫描早了，请再扫一次', en: 'Scanned too early: please scan again' },
  supplement: { 'zh-CN': '补正免取号', en: 'Back without a new number' },
  supplementPrint: { 'zh-CN': '打印告知单', en: 'Print the slip' },
  supplementCode: { 'zh-CN': '补正码', en: 'Code' },
  supplementQr: { 'zh-CN': '补正二维码', en: 'QR code of the supplement' },
  supplementHint: {
    'zh-CN': '请群众拍照，或打印给他；回来时在取号机扫码，或输入号码和补正码',
    en: 'The citizen photographs it, or takes it on paper, and shows it to the kiosk or enters number and code there',
  },
  close: { 'zh-CN': '关闭', en: 'Close' },
} as const satisfies Record<string, Words>;

/** “请于 11月26日 前带齐材料” */
export function untilWords(day: string, locale: Locale): string {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  if (locale === 'en') {
    const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
    return `Bring the papers by ${words.format(new Date(`${day}T00:00:00Z`))}`;
  }
  return `请于 ${month}月${date}日（含）前带齐材料`;
}

/** “第 1 次叫号 · 满 3 次可过号” */
export function callsNeededWords(needed: number, locale: Locale): string {
  return locale === 'en' ? `may be missed after ${needed}` : `满 ${needed} 次可过号`;
}

/** What may be taken back. */
export function undoWords({ action, number }: UndoView, locale: Locale): string {
  return UNDO_WORDS[action][locale].replace('#', number);
}
