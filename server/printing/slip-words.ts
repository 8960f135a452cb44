import type { Locale } from '../../common/contract/text.ts';

/** Every sentence on a slip, per language. */
export type SlipWords = {
  readonly ahead: string;
  readonly aheadValue: (people: number) => string;
  readonly wait: string;
  readonly waitValue: (low: number, high: number) => string;
  readonly due: string;
  readonly issued: string;
  readonly windows: string;
  /** @param ranges such as `1-3、7`; @param total how many windows there are; @param complete all are listed */
  readonly windowsValue: (ranges: string, total: number, complete: boolean) => string;
  readonly rangeSeparator: string;
  readonly reprint: string;
  readonly dueNotice: string;
  readonly scan: string;
};

export const slipWords: Readonly<Record<Locale, SlipWords>> = {
  'zh-CN': {
    ahead: '前面等候',
    aheadValue: (people) => `${people} 人`,
    wait: '预计等候',
    waitValue: (low, high) => (low === high ? `约 ${high} 分钟` : `${low}-${high} 分钟`),
    due: '应叫时刻',
    issued: '取号时间',
    windows: '可办窗口',
    windowsValue: (ranges, total, complete) => (complete ? ranges : `${ranges} 等 ${total} 个综合窗口`),
    rangeSeparator: '、',
    reprint: '补打',
    dueNotice: '应叫时刻早的先叫，可与他人的号票核对。',
    scan: '手机扫码 看叫号进度',
  },
  en: {
    ahead: 'People ahead',
    aheadValue: (people) => `${people}`,
    wait: 'Expected wait',
    waitValue: (low, high) => (low === high ? `${high} min` : `${low}-${high} min`),
    due: 'Due time',
    issued: 'Issued',
    windows: 'Windows',
    windowsValue: (ranges, total, complete) => (complete ? ranges : `${ranges} ... (${total} windows)`),
    rangeSeparator: ', ',
    reprint: 'Reprint',
    dueNotice: 'The earliest due time is called first. Compare it with any other ticket.',
    scan: 'Scan to follow your turn',
  },
};
