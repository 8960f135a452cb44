import type { Locale } from '../../common/contract/text.ts';

/** What the phone says of its reminder, per language. Pure. */

const chinese = {
  turnOn: '叫到我前提醒我',
  meaning: '快到您和叫到您时，这部手机会收到通知，关掉此页也能收到。',
  busy: '正在设置…',
  on: '提醒已开启',
  onMeaning: '快到您和叫到您时会通知这部手机，可以关掉此页。',
  turnOff: '关闭提醒',
  blocked: '浏览器没有允许通知。请留意此页和大厅屏幕，或在浏览器设置中允许通知。',
  unreachable: '这部手机的浏览器现在收不到通知。请留意此页和大厅屏幕。',
};

export type ReminderWords = typeof chinese;

const english: ReminderWords = {
  turnOn: 'Tell me before my turn',
  meaning: 'This phone is notified when you are near and when you are called, even with this page closed.',
  busy: 'One moment…',
  on: 'Reminder is on',
  onMeaning: 'This phone is notified when you are near and when you are called; you may close this page.',
  turnOff: 'Turn the reminder off',
  blocked:
    'The browser does not allow notifications. Please watch this page and the screens, or allow them in the browser’s settings.',
  unreachable:
    'This phone’s browser can not be notified at the moment. Please watch this page and the screens.',
};

export const REMINDER_WORDS: Record<Locale, ReminderWords> = { 'zh-CN': chinese, en: english };
