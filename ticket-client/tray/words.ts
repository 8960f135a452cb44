import type { Locale } from '../../common/contract/text.ts';

/** Every sentence of the slip tray, per language. Pure. */

const chinese = {
  pageTitle: '小票盘',
  note: '没有打印机时，小票落在这里：按打印机实际收到的字节画出，最新的在前，保留最近 50 张。',
  count: (slips: number) => `${slips} 张`,
  emptyTitle: '还没有小票',
  emptyNote: '在取号机上取一个号，小票就会出现在这里。',
  kiosk: '打开取号机',
  home: '全部界面',
  printedAt: (time: string) => `${time} 打印`,
  otherLanguage: 'English',
};

export type TrayWords = typeof chinese;

const english: TrayWords = {
  pageTitle: 'Slip tray',
  note: 'Where slips fall while there is no printer: drawn from the very bytes a printer gets, newest first, the last 50.',
  count: (slips) => (slips === 1 ? '1 slip' : `${slips} slips`),
  emptyTitle: 'No slips yet',
  emptyNote: 'Take a number at the kiosk and its slip appears here.',
  kiosk: 'Open the kiosk',
  home: 'All screens',
  printedAt: (time) => `Printed ${time}`,
  otherLanguage: '中文',
};

export const TRAY_WORDS: Record<Locale, TrayWords> = { 'zh-CN': chinese, en: english };
