import type { WhyCause } from '../../common/contract/fairness.ts';
import type { Locale } from '../../common/contract/text.ts';

/** Around the sentences that say why somebody was called first; those are the server's. Pure. */

const chinese = {
  question: '为什么还没叫到我？',
  answer: (due: string) => `您的应叫时刻是 ${due}，等多久都不会变。窗口总是先叫应叫时刻早的号。`,
  nobody: '您取号以来，还没有叫过能与您比较的号。',
  count: (count: number) => `您取号以来，叫过 ${count} 个能与您比较的号：`,
  cause: {
    due: '应叫时刻比您早',
    primary: '是该窗口的主办业务',
    booking: '按预约时段',
    notYet: '那时您的时段未到',
    returned: '过号后顺延',
    kept: '转来的号，保留原时刻',
    sentThere: '指定那个窗口',
    sentElsewhere: '您指定另一窗口',
    share: '优先叫号已达上限',
    category: '更改了优先类别',
    moved: '调到指定窗口',
    called: '经批准提前叫号',
    setup: '按当时的规则参数',
  } satisfies Record<WhyCause, string>,
  times: (count: number) => `${count} 个`,
  latest: '最近叫过的号',
  called: (time: string, window: number) => `${time} 叫到 ${window} 号窗口`,
  due: (time: string) => `应叫时刻 ${time}`,
  point: (point: number) => `规则第 ${point} 条`,
  more: (count: number) => `还有更早的 ${count} 个，未列出。`,
  loading: '正在查询…',
  again: '再查一次',
};

export type WhyWords = typeof chinese;

const english: WhyWords = {
  question: 'Why not me yet?',
  answer: (due) => `You are due at ${due}; waiting never changes it. Windows call whoever is due earliest.`,
  nobody: 'Since you took your number, nobody you could be compared with has been called.',
  count: (count) =>
    count === 1
      ? 'Since you took your number, one ticket that can be compared with yours was called:'
      : `Since you took your number, ${count} tickets that can be compared with yours were called:`,
  cause: {
    due: 'due earlier than you',
    primary: 'main business of that window',
    booking: 'booked for that slot',
    notYet: 'your slot had not begun',
    returned: 'came back after a missed call',
    kept: 'sent on, keeping their time',
    sentThere: 'sent to that very window',
    sentElsewhere: 'you wait for another window',
    share: 'priority calls had reached their share',
    category: 'category was changed',
    moved: 'moved to that window',
    called: 'called early, with a reason',
    setup: 'by the rule as it was then',
  },
  times: (count) => `${count}`,
  latest: 'The latest calls',
  called: (time, window) => `called at ${time} to window ${window}`,
  due: (time) => `due at ${time}`,
  point: (point) => `Point ${point} of the rule`,
  more: (count) => `${count} earlier ones are not listed.`,
  loading: 'Looking…',
  again: 'Look again',
};

export const WHY_WORDS: Record<Locale, WhyWords> = { 'zh-CN': chinese, en: english };

/** How many calls by each cause, the most frequent first. */
export function causesOf(causes: Partial<Record<WhyCause, number>>): [WhyCause, number][] {
  const counted = Object.entries(causes) as [WhyCause, number][];
  return counted.filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
}
