import type { PauseReason, TicketKind } from '../common/contract/commands.ts';
import type { Locale } from '../common/contract/text.ts';
import type { WindowView } from '../common/contract/views.ts';
import { clockSpan } from '../common/ui/format.ts';
import { PAUSE_REASON_WORDS, type Words } from '../common/ui/words.ts';
import type { Calls } from './calls.ts';
import type { ActionKey } from './keys.ts';
import type { Action } from './situation.ts';

/** The counter's labels, per language. Pure; sentences of the message line are in note-words.ts. */
export const WORDS = {
  title: { 'zh-CN': '窗口叫号', en: 'Counter' },
  chooseHall: { 'zh-CN': '选择大厅', en: 'Choose the hall' },
  chooseWindow: { 'zh-CN': '选择窗口', en: 'Choose your window' },
  changeHall: { 'zh-CN': '更换大厅', en: 'Change hall' },
  changeWindow: { 'zh-CN': '更换窗口', en: 'Change window' },
  findWindow: { 'zh-CN': '输入窗口号，回车进入', en: 'Type the number, then Enter' },
  noSuchWindow: { 'zh-CN': '没有这个号的窗口', en: 'No window has this number' },
  noHalls: { 'zh-CN': '还没有设置大厅', en: 'No hall has been set up yet' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  mayBeOld: { 'zh-CN': '可能不是最新', en: 'May be out of date' },
  currentTicket: { 'zh-CN': '当前号票', en: 'Current ticket' },
  actions: { 'zh-CN': '操作', en: 'Actions' },
  sinceCall: { 'zh-CN': '叫号后', en: 'Since the call' },
  service: { 'zh-CN': '办理用时', en: 'Service time' },
  waited: { 'zh-CN': '叫号前等候', en: 'Waited before the call' },
  since: { 'zh-CN': '已持续', en: 'For' },
  waiting: { 'zh-CN': '等候人数', en: 'Waiting' },
  longest: { 'zh-CN': '最长等候', en: 'Longest wait' },
  longestShort: { 'zh-CN': '最长', en: 'Longest' },
  expected: { 'zh-CN': '预计', en: 'Expected' },
  people: { 'zh-CN': '人数', en: 'People' },
  late: { 'zh-CN': '超时', en: 'late' },
  primary: { 'zh-CN': '主办', en: 'primary' },
  session: { 'zh-CN': '本次已办', en: 'Done in this session' },
  nothingYet: { 'zh-CN': '办过的号票会列在这里', en: 'Tickets you end are listed here' },
  finished: { 'zh-CN': '已办结', en: 'Finished' },
  missed: { 'zh-CN': '过号', en: 'Missed' },
  finishCallsNext: { 'zh-CN': '空格：办结并叫下一位', en: 'Space: finish and call next' },
  hotkeys: { 'zh-CN': '快捷键', en: 'Hotkeys' },
  space: { 'zh-CN': '空格', en: 'Space' },
  moreActions: { 'zh-CN': '更多操作', en: 'More actions' },
  held: { 'zh-CN': '挂起', en: 'On hold' },
  heldWhen: { 'zh-CN': '窗口空闲时可回呼', en: 'Resume one when the window is free' },
  reserved: { 'zh-CN': '指定本窗口', en: 'For this window' },
  note: { 'zh-CN': '留言', en: 'Note' },
  further: { 'zh-CN': '还要办', en: 'Then' },
  cancel: { 'zh-CN': '取消', en: 'Cancel' },
  servedToday: { 'zh-CN': '今日办结', en: 'Served today' },
  idleClosed: { 'zh-CN': '按 O 键开窗', en: 'Press O to open' },
  idleFree: { 'zh-CN': '按空格叫下一位', en: 'Press Space to call next' },
  idleReady: { 'zh-CN': '有人取号就会叫到本窗口', en: 'The next ticket is called to you' },
  idlePaused: { 'zh-CN': '按 P 键恢复', en: 'Press P to reopen' },
} as const satisfies Record<string, Words>;

export const ACTION_WORDS: Record<Action, Words> = {
  open: { 'zh-CN': '开窗', en: 'Open' },
  close: { 'zh-CN': '关窗', en: 'Close' },
  callNext: { 'zh-CN': '叫下一位', en: 'Call next' },
  finishAndCall: { 'zh-CN': '办结并叫下一位', en: 'Finish, call next' },
  finishWith: { 'zh-CN': '办理结果', en: 'Outcome' },
  hold: { 'zh-CN': '挂起', en: 'Hold' },
  resume: { 'zh-CN': '回呼', en: 'Resume' },
  transfer: { 'zh-CN': '转移', en: 'Transfer' },
  add: { 'zh-CN': '加办', en: 'Add a matter' },
  undo: { 'zh-CN': '撤销', en: 'Undo' },
  return: { 'zh-CN': '过号顺延', en: 'Missed, back' },
  exception: { 'zh-CN': '越序', en: 'Out of turn' },
  recall: { 'zh-CN': '重呼', en: 'Recall' },
  start: { 'zh-CN': '开始办理', en: 'Start' },
  finish: { 'zh-CN': '办结', en: 'Finish' },
  miss: { 'zh-CN': '过号', en: 'Miss' },
  pause: { 'zh-CN': '暂停', en: 'Pause' },
  reopen: { 'zh-CN': '恢复', en: 'Reopen' },
};

/** Told of every ticket that did not simply come in. */
export const KIND_WORDS: Record<TicketKind, Words> = {
  walkin: { 'zh-CN': '现场', en: 'Walk-in' },
  booked: { 'zh-CN': '预约', en: 'Booked' },
  supplement: { 'zh-CN': '补正', en: 'Papers brought' },
  delivery: { 'zh-CN': '领证', en: 'Collection' },
};

/** What the button says while it waits for its second press. */
export const ASKED_WORDS: Record<'miss' | 'close', Words> = {
  miss: { 'zh-CN': '确认过号', en: 'Confirm miss' },
  close: { 'zh-CN': '确认关窗', en: 'Confirm close' },
};

/** A reason as the clerk chooses it: what the wall says of “other” would not tell her. */
export function reasonName(reason: PauseReason, locale: Locale): string {
  if (reason === 'other') return locale === 'en' ? 'Another reason' : '其他原因';
  return PAUSE_REASON_WORDS[reason][locale];
}

/** “3号窗口” */
export function windowName(number: number, locale: Locale): string {
  return locale === 'en' ? `Window ${number}` : `${number}号窗口`;
}

/** “管理员请本窗口加开，09:30–11:00”; null where nobody has asked, or it is open. */
export function openingWords(
  { status, assignment }: Pick<WindowView, 'status' | 'assignment'>,
  timeZone: string,
  locale: Locale,
): string | null {
  if (status !== 'closed' || assignment?.opens !== true) return null;
  const time = clockSpan(assignment.from, assignment.until, timeZone, locale);
  return locale === 'en' ? `The manager asks you to open, ${time}` : `管理员请本窗口加开，${time}`;
}

/** “第 2 次叫号” */
export function calledTimes(times: number, locale: Locale): string {
  return locale === 'en' ? `Call ${times}` : `第 ${times} 次叫号`;
}

/** “10:05 挂起” */
export function heldSince(time: string, locale: Locale): string {
  return locale === 'en' ? `held ${time}` : `${time} 挂起`;
}

/** What stands under “重呼”: “1/5”, and “3 秒” while it must wait. */
export function recallDetail({ recalls, maxRecalls, pauseMs }: Calls, locale: Locale): string {
  const seconds = Math.ceil(pauseMs / 1000);
  const count = `${recalls}/${maxRecalls}`;
  if (seconds === 0 || recalls >= maxRecalls) return count;
  return locale === 'en' ? `${count} · ${seconds} s` : `${count} · ${seconds}秒`;
}

/** What stands under “过号” until it may be: “还差 2 次”. */
export function missDetail({ beforeMiss }: Calls, locale: Locale): string {
  if (beforeMiss === 0) return '';
  return locale === 'en' ? `${beforeMiss} more` : `还差 ${beforeMiss} 次`;
}

/** What stands on the cap of a key. */
export function keyName(key: ActionKey, locale: Locale): string {
  if (key === 'Space') return WORDS.space[locale];
  return key === 'ShiftF' ? '⇧F' : key;
}
