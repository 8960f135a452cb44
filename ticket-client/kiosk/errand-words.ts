import type { Locale } from '../../common/contract/text.ts';
import type { HandKind, ScanTrouble } from './trail.ts';

/** What the kiosk says to those who come back: with a ticket, a booking, or the papers that were missing. Pure. */

const chinese = {
  row: '已有号票 / 预约 / 补材料',
  title: '已有号票、预约或补材料',
  scanFirst: '把二维码对准扫码口',
  scanWhat: '小票、预约页或补正单上的二维码都可以，不用再按任何键。',
  scanBusy: '正在办理…',
  failedTitle: '没有办成',
  trouble: {
    unknown: '这个码不是号票、预约或补正单的码。请换一个，或到导办台。',
    elsewhere: '这个码是另一个大厅的，请到那个大厅使用。',
  } satisfies Record<ScanTrouble, string>,
  byHand: '没有二维码？用手输入',
  choices: {
    ticket: { name: '已有号票', hint: '补打小票 · 过号顺延' },
    booking: { name: '预约签到', hint: '用预约号和证件号' },
    supplement: { name: '补材料', hint: '用补正号和补正码，免取号' },
  } satisfies Record<HandKind, { name: string; hint: string }>,
  fairness: '今日叫号公开',
  handTitle: {
    ticket: '输入号码和取号时用的证件号',
    booking: '输入预约号和预约时用的证件号',
    supplement: '输入补正号和补正码',
  } satisfies Record<HandKind, string>,
  handHint: {
    ticket:
      '取号时没有出示过身份证的，请扫小票二维码，或请导办人员帮忙。小票上的二维码还能查“为什么还没叫到我”。',
    booking: '预约号印在预约页上。只能在预约当日签到。',
    supplement: '两个都印在补正单上；补正码区分大小写。',
  } satisfies Record<HandKind, string>,
  ticketNumber: '号码（如 A012）',
  bookingNumber: '预约号',
  supplementNumber: '补正号（如 R012）',
  code: '补正码',
  identity: '身份证号或手机号',
  identityWrong: '号码有误，请核对',
  identityRight: '号码正确',
  reprint: '补打小票',
  comeBack: '过号顺延',
  checkIn: '签到取号',
  redeem: '取回号码',
  busy: '请稍候…',
  digits: '数字键盘',
  letters: '字母数字键盘',
  capitals: '大写',
  smalls: '小写',
  ownTitle: '您的号票',
  why: '为什么还没叫到我？',
  returnsLeft: (left: number | null) => (left === null ? '过号顺延' : `过号顺延（还可 ${left} 次）`),
  result: {
    returned: (time: string) => `已顺延，应叫时刻 ${time}。请在等候区等候。`,
    reprinted: '小票已补打，号码和应叫时刻都不变。',
    redeemed: '补材料不用重新取号，这就是您的号码。',
    early: (slot: string | null, from: string) =>
      slot === null ? `预约已签到，${from} 起可叫。` : `预约已签到。您的时段 ${slot}，${from} 起可叫。`,
    inTime: '预约已签到，按预约时段叫号。',
    late: '已过预约时段，从现在起按现场取号排队。',
    several: (count: number) => `一张号办 ${count} 项，按顺序办，不用再取号。`,
  },
  slipAgain: '请取走小票',
};

export type ErrandWords = typeof chinese;

const english: ErrandWords = {
  row: 'Number / booking / missing papers',
  title: 'A number, a booking, or missing papers',
  scanFirst: 'Hold the QR code to the scanner',
  scanWhat: 'Of your slip, your booking or your supplement sheet. Nothing else to press.',
  scanBusy: 'One moment…',
  failedTitle: 'It could not be done',
  trouble: {
    unknown: 'This is not the code of a ticket, a booking or a supplement. Try another, or ask the staff.',
    elsewhere: 'This code belongs to another hall; please use it there.',
  },
  byHand: 'No code? Type instead',
  choices: {
    ticket: { name: 'I have a number', hint: 'Print it again, or come back' },
    booking: { name: 'Check in', hint: 'With a booking number' },
    supplement: { name: 'Missing papers', hint: 'No new number needed' },
  },
  fairness: 'Today’s calls, in public',
  handTitle: {
    ticket: 'Your number, and the ID you took it with',
    booking: 'Your booking number, and the ID you booked with',
    supplement: 'The number and code of your supplement',
  },
  handHint: {
    ticket:
      'If you showed no ID card then, scan the code on your slip or ask the staff. The code also tells “why not me yet”.',
    booking: 'The booking number is on the booking page. Check in on the very day.',
    supplement: 'Both are on the supplement sheet; capitals matter in the code.',
  },
  ticketNumber: 'Number (like A012)',
  bookingNumber: 'Booking number',
  supplementNumber: 'Supplement number (like R012)',
  code: 'Code',
  identity: 'ID card or phone number',
  identityWrong: 'Please check: this number can not be right',
  identityRight: 'The number fits',
  reprint: 'Print again',
  comeBack: 'Back after a missed call',
  checkIn: 'Check in',
  redeem: 'Get my number',
  busy: 'One moment…',
  digits: 'Number keys',
  letters: 'Letter and number keys',
  capitals: 'ABC',
  smalls: 'abc',
  ownTitle: 'Your ticket',
  why: 'Why not me yet?',
  returnsLeft: (left) => {
    if (left === null) return 'I am back';
    return left === 1 ? 'I am back (1 time left)' : `I am back (${left} times left)`;
  },
  result: {
    returned: (time) => `You wait again, due at ${time}. Please stay in the waiting area.`,
    reprinted: 'Printed again; your number and due time are the same.',
    redeemed: 'No new number is needed: this is yours.',
    early: (slot, from) =>
      slot === null
        ? `Checked in; you may be called from ${from}.`
        : `Checked in. Your slot is ${slot}; you may be called from ${from}.`,
    inTime: 'Checked in; you are called by your slot.',
    late: 'Your slot is over: from now on you wait as a walk-in.',
    several: (count) => `One number for ${count} matters, one after the other.`,
  },
  slipAgain: 'Please take your slip',
};

export const ERRAND_WORDS: Record<Locale, ErrandWords> = { 'zh-CN': chinese, en: english };
