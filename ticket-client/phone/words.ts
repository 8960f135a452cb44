import type { PhoneView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { Face } from './face.ts';

/** Every sentence of the phone page, per language. Pure. */

const chinese = {
  locale: 'zh-CN' as Locale,
  pageTitle: '我的号票',
  yourNumber: '您的号码',
  ahead: '前面还有',
  people: '人',
  nobodyAhead: '前面没有人，马上到您',
  window: (number: number) => `${number} 号窗口`,
  goToWindow: '请到',
  windowUnit: '号窗口',
  timesCalled: (times: number) => `第 ${times} 次呼叫`,
  headline: {
    waiting: '请等候叫号',
    soon: '快到您了',
    called: '正在叫您',
    serving: '正在办理',
    held: '已挂起',
    finished: '已办结',
    missed: '已过号',
    cancelled: '已取消',
    unserved: '今日未能叫到',
    unfinished: '今日未办结',
  } satisfies Record<Face, string>,
  next: {
    waiting: '可自由活动，请留意屏幕和语音，快到时这里会提醒。',
    soon: '请到等候区，准备好材料。',
    called: '请带好材料，现在就去窗口。',
    serving: '请在窗口配合工作人员办理。',
    held: '取齐材料后请直接回到原窗口，不用重新取号。',
    finished: '感谢您的耐心等候。请带好您的证件和材料。',
    missed: '叫号时您没有到窗口。请到导办台说明情况，或重新取号。',
    cancelled: '这张号票已经取消。需要办理时请重新取号。',
    unserved: '今天办公已结束，没能叫到您，很抱歉。请改日再来，或到导办台登记。',
    unfinished: '今天办公已结束，您的业务还没有办完。请联系导办台。',
  } satisfies Record<Face, string>,
  queue: '业务',
  zone: '等候地点',
  mayCall: '可办窗口',
  windows: (ranges: string) => `${ranges}\u00a0号窗口`,
  windowSeparator: '、',
  openNow: (count: number) => `${count}\u00a0个正在服务`,
  dueAt: '应叫时刻',
  dueWhat: '这是什么？',
  dueMeaning:
    '取号时由公开规则算出的时刻，之后不会改变。窗口总是先叫应叫时刻早的号，所以谁先谁后，大家可以互相对照。它不是预计叫到的时间：人多时会晚一些，人少时会早一些。',
  issuedAt: '取号时间',
  priority: '优先类别',
  matter: '事项',
  papers: '需要的材料',
  required: '必须',
  optional: '视情况',
  noPapers: '办理此事项不需要带材料。',
  promised: (days: number) => (days === 0 ? '当场办结' : `${days} 个工作日内办结`),
  cancel: '取消取号',
  cancelSure: '确定取消吗？',
  cancelMeaning: '取消后这个号码作废，再办理要重新取号、重新排队。',
  cancelYes: '确定取消',
  cancelNo: '不取消，继续等候',
  cancelling: '正在取消…',
  largeType: '大字',
  otherLanguage: 'English',
  shake: '轻点这里，叫到您时手机会振动',
  shakeReady: '叫到您时手机会振动，请不要关闭此页',
  linkTitle: '打不开这张号票',
  linkMissing: '链接不完整。请用手机重新扫描小票上的二维码。',
  linkOld: '号票当日有效。如果不是今天取的号，请重新取号。',
  again: '重新连接',
  title: (number: string, what: string) => `${number} ${what}`,
  titleAhead: (ahead: number) => (ahead === 0 ? '马上到您' : `前面 ${ahead} 人`),
  titleCalled: (window: number | null) => (window === null ? '正在叫您' : `请到 ${window} 号窗口`),
};

export type PhoneWords = typeof chinese;

const english: PhoneWords = {
  locale: 'en',
  pageTitle: 'My ticket',
  yourNumber: 'Your number',
  ahead: 'Ahead of you',
  people: '',
  nobodyAhead: 'Nobody ahead: you are next',
  window: (number) => `Window ${number}`,
  goToWindow: 'Please go to window',
  windowUnit: '',
  timesCalled: (times) => `Called ${times} times`,
  headline: {
    waiting: 'Please wait for your call',
    soon: 'You are nearly there',
    called: 'You are called',
    serving: 'Being served',
    held: 'On hold',
    finished: 'Done',
    missed: 'Call missed',
    cancelled: 'Cancelled',
    unserved: 'Not called today',
    unfinished: 'Not finished today',
  },
  next: {
    waiting: 'You may walk about in the hall. Watch the screens; this page tells you when it is near.',
    soon: 'Please come to the waiting area and have your papers ready.',
    called: 'Please take your papers and go to the window now.',
    serving: 'Please stay at the window.',
    held: 'When you have the paper, go straight back to the window; no new number is needed.',
    finished: 'Thank you for waiting. Please take your documents and papers with you.',
    missed: 'You were not at the window when called. Please ask at the guide desk, or take a new number.',
    cancelled: 'This ticket is cancelled. Take a new number when you need one.',
    unserved:
      'The hall has closed for today and we are sorry that you were not called. Please come another day, or ask at the guide desk.',
    unfinished:
      'The hall has closed for today and your matter is not finished. Please ask at the guide desk.',
  },
  queue: 'Queue',
  zone: 'Wait in',
  mayCall: 'Windows that may call you',
  windows: (ranges) => `Window ${ranges}`,
  windowSeparator: ', ',
  openNow: (count) => `${count} open now`,
  dueAt: 'Due to be called',
  dueWhat: 'What is this?',
  dueMeaning:
    'The instant that the public rule gave your number when you took it; it never changes. Windows call the number with the earliest instant first, so anyone can compare two slips. It is not a forecast: on a busy day you are called later, on a quiet one earlier.',
  issuedAt: 'Taken at',
  priority: 'Priority',
  matter: 'Matter',
  papers: 'Papers you need',
  required: 'Required',
  optional: 'If it applies',
  noPapers: 'No papers are needed for this matter.',
  promised: (days) =>
    days === 0 ? 'Done at the window' : `Done within ${days} working ${days === 1 ? 'day' : 'days'}`,
  cancel: 'Give my number back',
  cancelSure: 'Give this number back?',
  cancelMeaning: 'The number ends. To be served you take a new one and queue again.',
  cancelYes: 'Give it back',
  cancelNo: 'Keep my number',
  cancelling: 'Giving it back…',
  largeType: 'Large',
  otherLanguage: '中文',
  shake: 'Tap here, and the phone shakes when you are called',
  shakeReady: 'The phone shakes when you are called; keep this page open',
  linkTitle: 'This ticket can not be opened',
  linkMissing: 'The link is not complete. Please scan the code on your slip again.',
  linkOld: 'Tickets are valid on their day. If yours is of another day, take a new number.',
  again: 'Connect again',
  title: (number, what) => `${number} ${what}`,
  titleAhead: (ahead) => (ahead === 0 ? 'next' : `${ahead} ahead`),
  titleCalled: (window) => (window === null ? 'called' : `go to window ${window}`),
};

export const PHONE_WORDS: Record<Locale, PhoneWords> = { 'zh-CN': chinese, en: english };

/** The page's title: what a phone shows of it among other tabs. */
export function phoneTitle(
  view: Pick<PhoneView, 'ticket' | 'windowNumber'> | null,
  words: PhoneWords,
): string {
  if (view === null) return words.pageTitle;
  const { number, ahead, state } = view.ticket;
  if (state === 'waiting') return words.title(number, words.titleAhead(ahead));
  if (state === 'called') return words.title(number, words.titleCalled(view.windowNumber));
  return words.title(number, words.headline[state]);
}
