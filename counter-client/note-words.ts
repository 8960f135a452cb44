import type { Command } from '../common/contract/commands.ts';
import type { Locale } from '../common/contract/text.ts';
import { rejectionSentence } from '../common/phrases.ts';
import type { Flow } from './flow.ts';
import type { Calls, Note } from './notes.ts';
import type { Refusal } from './situation.ts';

/** Every sentence of the message line, per language; `#` stands for the ticket's number. */
type Sentences<K extends string> = Record<K, Record<Locale, string>>;

const REFUSED: Sentences<Refusal> = {
  closed: { 'zh-CN': '窗口未开放，按 O 键开窗', en: 'The window is closed: O opens it' },
  free: { 'zh-CN': '没有叫号，按空格叫下一位', en: 'Nobody has been called: Space calls next' },
  ready: {
    'zh-CN': '现在没有人等候，有人取号就会叫到本窗口',
    en: 'Nobody is waiting: the next ticket is called to this window',
  },
  calling: {
    'zh-CN': '# 还未开始办理，按 S 键开始，按 M 键过号',
    en: '# has not started: S starts, M misses',
  },
  serving: { 'zh-CN': '# 正在办理，按 F 键办结', en: '# is being served: F finishes' },
  paused: { 'zh-CN': '窗口已暂停，按 P 键恢复', en: 'The window is paused: P reopens it' },
  alreadyOpen: { 'zh-CN': '窗口已经开放', en: 'The window is open already' },
  noneHeld: { 'zh-CN': '没有挂起的号票', en: 'No ticket is on hold here' },
  recallLimit: {
    'zh-CN': '# 已重呼到上限，按 S 键开始，按 M 键过号',
    en: '# has been called as often as the rule allows: S starts, M misses',
  },
  recallPause: { 'zh-CN': '刚叫过 #，请稍等几秒再重呼', en: '# was called just now: wait a few seconds' },
  callAgain: {
    'zh-CN': '# 呼叫次数不够，还不能过号，请先重呼（R 键）',
    en: '# has not been called often enough for a miss: R calls again',
  },
  nothingToUndo: { 'zh-CN': '没有可以撤销的操作', en: 'There is nothing to undo' },
  leadsOnly: { 'zh-CN': '越序操作需要值班长或管理员', en: 'Only a shift lead or manager acts out of turn' },
  noSuchNumber: { 'zh-CN': '号码不对，应如 A012', en: 'That is not a number: it looks like A012' },
  badCaseNumber: {
    'zh-CN': '业务编号只含数字、大写字母和 -，最多 43 位',
    en: 'A case number has up to 43 digits, capital letters or -',
  },
};

const DONE: Sentences<Command['type'] | 'WindowReady'> = {
  IssueTicket: { 'zh-CN': '# 已取号', en: '# issued' },
  CancelTicket: { 'zh-CN': '# 已取消', en: '# cancelled' },
  OpenWindow: { 'zh-CN': '窗口已开放', en: 'Window opened' },
  CallNext: { 'zh-CN': '已叫 #', en: 'Called #' },
  AssignWindows: { 'zh-CN': '窗口业务已调整', en: 'Windows reassigned' },
  PlanDay: { 'zh-CN': '明日安排已记录', en: 'Day planned' },
  SetAutomatic: { 'zh-CN': '自动执行已切换', en: 'Automatic mode switched' },
  WindowReady: {
    'zh-CN': '现在没有人等候，有人取号就会叫到本窗口',
    en: 'Nobody is waiting: the next ticket is called to this window',
  },
  Recall: { 'zh-CN': '已重呼 #', en: 'Called # again' },
  StartService: { 'zh-CN': '# 开始办理', en: 'Started #' },
  FinishService: { 'zh-CN': '# 已办结', en: 'Finished #' },
  MissTicket: { 'zh-CN': '# 已过号', en: 'Missed #' },
  PauseWindow: { 'zh-CN': '窗口已暂停', en: 'Window paused' },
  ReopenWindow: { 'zh-CN': '窗口已恢复', en: 'Window reopened' },
  CloseWindow: { 'zh-CN': '窗口已关闭', en: 'Window closed' },
  HoldTicket: { 'zh-CN': '# 已挂起', en: '# is on hold' },
  ResumeTicket: { 'zh-CN': '# 回到窗口继续办理', en: '# is being served again' },
  TransferTicket: { 'zh-CN': '# 已转移', en: '# transferred' },
  AddMatter: { 'zh-CN': '# 已加办一项', en: 'A further matter for #' },
  UndoAction: { 'zh-CN': '已撤销，# 恢复原状', en: 'Undone: # is as it was' },
  ReturnTicket: { 'zh-CN': '# 已顺延，重新等候', en: '# waits again' },
  ReprintTicket: { 'zh-CN': '# 已补打', en: '# printed again' },
  RedeemSupplement: { 'zh-CN': '# 补正已到，重新等候', en: '# is back with the papers' },
  PrintSupplement: { 'zh-CN': '# 告知单已送打印', en: 'The slip of # is being printed' },
  MakeBooking: { 'zh-CN': '已预约', en: 'Booked' },
  CancelBooking: { 'zh-CN': '预约已取消', en: 'Booking cancelled' },
  CheckIn: { 'zh-CN': '# 已签到', en: '# checked in' },
  CallTicket: { 'zh-CN': '已越序叫 #，已公开记录', en: 'Called # out of turn; it is counted in public' },
  MoveTicket: { 'zh-CN': '# 已指定窗口，已公开记录', en: '# waits for one window; it is counted in public' },
  ChangeCategory: {
    'zh-CN': '# 类别已更改，已公开记录',
    en: 'Category of # changed; it is counted in public',
  },
};

const ASKED: Sentences<'miss' | 'close'> = {
  miss: { 'zh-CN': '# 过号？再按一次 M 键确认', en: 'Miss #? Press M again' },
  close: { 'zh-CN': '关闭窗口？再按一次 C 键确认', en: 'Close the window? Press C again' },
};

const CHOOSING: Sentences<Flow['of']> = {
  pause: { 'zh-CN': '按 1–6 选择暂停原因，Esc 取消', en: '1–6 choose the reason, Esc cancels' },
  resume: {
    'zh-CN': '按数字，或 ↑↓ 和回车选择要回呼的号票，Esc 取消',
    en: 'A digit, or ↑↓ and Enter, resumes a ticket; Esc cancels',
  },
  finishWith: {
    'zh-CN': '按数字选择办理结果，再输入业务编号；Esc 取消',
    en: 'A digit chooses the outcome, then the case number; Esc cancels',
  },
  transfer: {
    'zh-CN': '输入后按 ↑↓ 选择，回车转移，Esc 取消',
    en: 'Type, ↑↓ choose, Enter transfers, Esc cancels',
  },
  add: { 'zh-CN': '输入后按 ↑↓ 选择，回车加办，Esc 取消', en: 'Type, ↑↓ choose, Enter adds, Esc cancels' },
  return: {
    'zh-CN': '扫描或输入号码，回车顺延，Esc 取消',
    en: 'Scan or type the number, Enter; Esc cancels',
  },
  exception: {
    'zh-CN': '越序操作将公开统计；Esc 取消',
    en: 'Out of turn is counted in public; Esc cancels',
  },
};

const OTHER: Sentences<'slow' | 'unanswered' | 'came'> = {
  slow: { 'zh-CN': '还没有收到回应，正在重试…', en: 'No answer yet, trying again…' },
  unanswered: {
    'zh-CN': '没有收到回应，不确定是否生效；连接恢复后请先看屏幕',
    en: 'No answer: it may or may not have happened. Look at the screen once it is connected',
  },
  came: { 'zh-CN': '# 已叫到本窗口', en: '# has been called to this window' },
};

/** What a note says to the clerk. */
export function noteSentence(note: Note, locale: Locale): string {
  switch (note.kind) {
    case 'refused':
      return filled(REFUSED[note.refusal][locale], note.number);
    case 'rejected':
      return note.calls === undefined ? rejectionSentence(note.code, locale) : callAgain(note.calls, locale);
    case 'choosing':
      return CHOOSING[note.flow][locale];
    case 'asked':
      return filled(ASKED[note.about][locale], note.number);
    case 'done':
      return filled(DONE[note.what][locale], note.number);
    case 'came':
      return filled(OTHER.came[locale], note.number);
    default:
      return OTHER[note.kind][locale];
  }
}

/** Why a disabled button is disabled. */
export function refusalSentence(refusal: Refusal, number: string, locale: Locale): string {
  return filled(REFUSED[refusal][locale], number);
}

function callAgain({ made, needed }: Calls, locale: Locale): string {
  const more = needed - made;
  return locale === 'en'
    ? `Called ${made}/${needed}: recall ${more === 1 ? 'once' : `${more} times`} more before it may be missed (R)`
    : `已呼叫 ${made}/${needed} 次，还需重呼 ${more} 次才能过号（R 键）`;
}

function filled(sentence: string, number: string): string {
  return sentence.replace('#', number);
}
