import type { Locale } from '../../common/contract/text.ts';

/** Every sentence of the slip of a supplement, per language. */
export type SupplementWords = {
  readonly title: string;
  readonly until: string;
  readonly queue: string;
  readonly matter: string;
  readonly window: string;
  readonly printedAt: string;
  readonly missing: string;
  readonly scan: string;
  readonly code: string;
  readonly back: string;
};

export const supplementWords: Readonly<Record<Locale, SupplementWords>> = {
  'zh-CN': {
    title: '一次性告知单',
    until: '最晚补交',
    queue: '业务',
    matter: '事项',
    window: '告知窗口',
    printedAt: '打印时间',
    missing: '请补正以下打勾的材料：',
    scan: '补正二维码 免取号',
    code: '补正码',
    back: '带齐材料，在最晚补交日之前到取号机扫码，无需重新取号。',
  },
  en: {
    title: 'Papers to bring',
    until: 'Last day',
    queue: 'Service',
    matter: 'Matter',
    window: 'Told at window',
    printedAt: 'Printed',
    missing: 'Please bring what is ticked:',
    scan: 'Come back without a new number',
    code: 'Code',
    back: 'Bring the papers by the last day and scan this code at a kiosk: no new number is needed.',
  },
};
