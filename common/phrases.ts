import type { RejectionCode } from './contract/rejections.ts';
import type { Locale } from './contract/text.ts';

/** Every sentence a person reads or hears from the system, per language. Pure. */

type Sentence = Record<Locale, string>;

const REJECTION_SENTENCES: Record<RejectionCode, Sentence> = {
  NO_ONE_WAITING: { 'zh-CN': '当前没有等候的群众。', en: 'Nobody is waiting for this window.' },
  DAY_NOT_OPEN: { 'zh-CN': '今日尚未开始办公。', en: 'The business day has not begun.' },
  DAY_ALREADY_OPEN: { 'zh-CN': '该业务日已经开始。', en: 'This business day has already begun.' },
  QUEUE_CLOSED: {
    'zh-CN': '该业务现在不在取号时间内。',
    en: 'Numbers for this business are not issued at this hour.',
  },
  WINDOW_CLOSED: { 'zh-CN': '窗口尚未开放，请先开窗。', en: 'The window is closed; open it first.' },
  WINDOW_ALREADY_OPEN: { 'zh-CN': '窗口已经开放。', en: 'The window is already open.' },
  WINDOW_PAUSED: { 'zh-CN': '窗口已暂停，请先恢复。', en: 'The window is paused; reopen it first.' },
  WINDOW_NOT_PAUSED: { 'zh-CN': '窗口没有暂停。', en: 'The window is not paused.' },
  WINDOW_BUSY: {
    'zh-CN': '窗口正在办理，请先办结或过号。',
    en: 'The window has a ticket; finish or miss it first.',
  },
  TICKET_NOT_WAITING: { 'zh-CN': '该号票已不在等候中。', en: 'This ticket is no longer waiting.' },
  TICKET_NOT_CALLED: {
    'zh-CN': '窗口没有已叫号、未开始的号票。',
    en: 'The window has no called ticket that has not started.',
  },
  TICKET_NOT_SERVING: { 'zh-CN': '窗口没有正在办理的号票。', en: 'The window is not serving a ticket.' },
  TICKET_NOT_AT_WINDOW: { 'zh-CN': '该号票不在这个窗口。', en: 'This ticket is not at this window.' },
  SETUP_IN_USE: {
    'zh-CN': '有号票或窗口正在使用被修改的设置。',
    en: 'Tickets or windows are using what the new setup changes.',
  },
  SOLD_OUT: {
    'zh-CN': '今日号源已取完，请改日再来或预约。',
    en: 'All numbers of today are taken; please come another day or book.',
  },
  SLOT_SOLD_OUT: {
    'zh-CN': '本时段号源已取完，请稍后再取。',
    en: 'All numbers of this hour are taken; please try a little later.',
  },
  ALREADY_HAS_TICKET: {
    'zh-CN': '您在该业务已有号票，可以补打小票。',
    en: 'You already hold a ticket for this business; the slip can be printed again.',
  },
  RECALL_LIMIT: {
    'zh-CN': '重呼次数已到上限，请过号或开始办理。',
    en: 'It has been called as often as allowed; miss it or start.',
  },
  RECALL_TOO_SOON: {
    'zh-CN': '刚刚呼叫过，请稍候再重呼。',
    en: 'It was called just now; wait a few seconds.',
  },
  CALL_AGAIN_FIRST: {
    'zh-CN': '呼叫次数未满，请先重呼再过号。',
    en: 'It has not been called often enough to be missed; recall it first.',
  },
  TICKET_NOT_MISSED: { 'zh-CN': '该号票没有过号，无需顺延。', en: 'This ticket was not missed.' },
  RETURN_LIMIT: {
    'zh-CN': '该号票顺延次数已满，请重新取号。',
    en: 'This ticket has come back as often as allowed; please take a new number.',
  },
  TICKET_NOT_HELD: { 'zh-CN': '该号票没有挂起。', en: 'This ticket is not on hold.' },
  TRANSFER_TO_SELF: { 'zh-CN': '号票已在该队列或窗口。', en: 'The ticket is already there.' },
  TOO_MANY_MATTERS: { 'zh-CN': '一张号票的事项数已到上限。', en: 'A ticket can not take more matters.' },
  NOTHING_TO_UNDO: { 'zh-CN': '没有可以撤销的操作。', en: 'There is nothing to undo.' },
  UNDO_TOO_LATE: { 'zh-CN': '已超过可撤销的时间。', en: 'It is too late to undo this.' },
  SUPPLEMENT_EXPIRED: {
    'zh-CN': '补正期限已过，请重新取号。',
    en: 'The time to bring the papers has passed; please take a new number.',
  },
  SUPPLEMENT_USED: {
    'zh-CN': '这个补正码已经用过，请用当时领到的号票，或重新取号。',
    en: 'This supplement code was used already; follow the ticket it gave, or take a new number.',
  },
  NOT_BOOKABLE: {
    'zh-CN': '该业务在这个时间不可预约。',
    en: 'This business can not be booked at this time.',
  },
  SLOT_FULL: { 'zh-CN': '该时段已约满，请选择其他时段。', en: 'This slot is full; please choose another.' },
  BOOKING_LIMIT: {
    'zh-CN': '您当日的预约次数已到上限。',
    en: 'You have as many bookings on this day as allowed.',
  },
  BOOKING_BLOCKED: {
    'zh-CN': '因多次爽约暂停预约，仍可现场取号。',
    en: 'Booking is paused after missed bookings; you may still walk in.',
  },
  BOOKING_USED: { 'zh-CN': '该预约已签到或已取消。', en: 'This booking was already used or cancelled.' },
  TOO_LATE_TO_CANCEL: { 'zh-CN': '已过可取消的时间。', en: 'It is too late to cancel this booking.' },
  CHECK_IN_OTHER_DAY: { 'zh-CN': '预约不是今天，请在预约当日签到。', en: 'This booking is for another day.' },
  UNKNOWN_BOOKING: { 'zh-CN': '没有这个预约。', en: 'There is no such booking.' },
  UNKNOWN_SUPPLEMENT: { 'zh-CN': '没有这个补正码。', en: 'There is no such supplement code.' },
  NOT_QUALIFIED: {
    'zh-CN': '该窗口人员没有这项业务的资格。',
    en: 'The clerk of this window is not qualified for this queue.',
  },
  WINDOW_ASSIGNED: {
    'zh-CN': '该窗口已有临时调整，请先撤销。',
    en: 'The window has been assigned other queues already; end that first.',
  },
  NOT_ASSIGNED: {
    'zh-CN': '该窗口没有可撤销的临时调整。',
    en: 'The window serves its own queues already.',
  },
  DAY_PASSED: { 'zh-CN': '只能安排以后的日子。', en: 'Only a day to come can be planned.' },
  UNTIL_PASSED: { 'zh-CN': '结束时间已过。', en: 'The time until which it should hold has passed.' },
  ADVICE_OLD: {
    'zh-CN': '该建议已失效，请看最新建议。',
    en: 'This advice no longer holds; see the latest.',
  },
  TOO_MANY_PHONES: {
    'zh-CN': '这张号票绑定的手机已到上限，请先在另一部手机上关闭提醒。',
    en: 'As many phones as allowed are told of this ticket; turn the reminder off on another one first.',
  },
  NOTIFICATIONS_OFF: {
    'zh-CN': '本大厅没有开通手机提醒。',
    en: 'This hall does not send reminders to phones.',
  },
  UNKNOWN_ADVICE: { 'zh-CN': '没有这条建议。', en: 'There is no such advice.' },
  BALANCE_UNAVAILABLE: {
    'zh-CN': '预测暂时不可用，叫号不受影响。',
    en: 'Expectations and advice are not available at the moment; calling goes on.',
  },
  UNKNOWN_DAY: { 'zh-CN': '没有这一天的记录。', en: 'There is no record of this day.' },
  ROLE_REQUIRED: { 'zh-CN': '需要值班长或管理员权限。', en: 'Only a shift lead or manager may do this.' },
  UNKNOWN_HALL: { 'zh-CN': '没有这个大厅。', en: 'There is no such hall.' },
  UNKNOWN_QUEUE: { 'zh-CN': '没有这个业务队列。', en: 'There is no such queue.' },
  UNKNOWN_MATTER: { 'zh-CN': '没有这个事项。', en: 'There is no such matter.' },
  UNKNOWN_CATEGORY: { 'zh-CN': '没有这个优先类别。', en: 'There is no such category.' },
  UNKNOWN_WINDOW: { 'zh-CN': '没有这个窗口。', en: 'There is no such window.' },
  UNKNOWN_ZONE: { 'zh-CN': '没有这个专区。', en: 'There is no such zone.' },
  UNKNOWN_TICKET: { 'zh-CN': '没有这张号票。', en: 'There is no such ticket.' },
  WRONG_SECRET: {
    'zh-CN': '号票凭证不正确，请重新扫描小票上的二维码。',
    en: 'This link does not fit the ticket; scan the code on the slip again.',
  },
  FORBIDDEN: { 'zh-CN': '没有权限进行此操作。', en: 'You are not allowed to do this.' },
  INVALID_REQUEST: { 'zh-CN': '请求内容有误。', en: 'The request is not valid.' },
  PERSON_REQUIRED: {
    'zh-CN': '请出示身份证或填写手机号。',
    en: 'Please show an ID card or give a phone number.',
  },
  COMMAND_ID_REUSED: {
    'zh-CN': '该请求编号已用于另一项操作。',
    en: 'This command id was used for another command.',
  },
  BODY_TOO_LARGE: { 'zh-CN': '请求内容过大。', en: 'The request is too large.' },
  UNSUPPORTED_MEDIA_TYPE: { 'zh-CN': '请求须为 JSON 格式。', en: 'The request must be JSON.' },
  NOT_FOUND: { 'zh-CN': '没有这个地址。', en: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { 'zh-CN': '该地址不支持这种请求。', en: 'This address does not take this method.' },
  BUSY: { 'zh-CN': '系统繁忙，请稍候再试。', en: 'The system is busy; try again in a moment.' },
  JOURNAL_UNAVAILABLE: {
    'zh-CN': '系统暂时无法保存，请稍候再试。',
    en: 'The system can not save at the moment; try again shortly.',
  },
  VAULT_UNAVAILABLE: {
    'zh-CN': '系统暂时无法保存个人信息，请稍候再试。',
    en: 'The system can not keep personal data at the moment; try again shortly.',
  },
  JOBS_UNAVAILABLE: {
    'zh-CN': '暂时无法查看后台任务，请稍候再试。',
    en: 'The background jobs can not be asked about at the moment; try again shortly.',
  },
  INTERNAL: {
    'zh-CN': '系统出现故障，请联系工作人员。',
    en: 'The system has a fault; please tell the staff.',
  },
};

/** What a rejection says to a person. */
export function rejectionSentence(code: RejectionCode, locale: Locale): string {
  return REJECTION_SENTENCES[code][locale];
}

/** R23: 请A012号到3号综合窗口办理. */
export function callSentence(number: string, window: number, locale: Locale): string {
  return locale === 'en'
    ? `Ticket ${number}, please go to window ${window}`
    : `请${number}号到${window}号综合窗口办理`;
}
