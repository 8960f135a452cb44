import type { Locale } from '../../common/contract/text.ts';

/** What the phone says of a turn that was missed, is early, was sent on, or has more matters to come. Pure. */

const chinese = {
  returnButton: (left: number | null) => (left === null ? '顺延' : `顺延（还可 ${left} 次）`),
  returning: '正在顺延…',
  returnMeaning: (minutes: number | null) =>
    minutes === null
      ? '顺延后继续等候，不用重新取号；应叫时刻不会比原来早。'
      : `顺延后继续等候，不用重新取号。应叫时刻不早于您顺延之后 ${minutes} 分钟，也不会比原来早。`,
  returnNever: '这张号票的顺延次数已用完。需要办理请重新取号。',
  returned: (times: number) => `已顺延 ${times} 次`,
  earlySlot: (slot: string) => `您的时段 ${slot}`,
  earlyFrom: (time: string) => `${time} 起可叫`,
  sentOn: (queue: string) => `现在排的是“${queue}”`,
  sentOnMeaning: '号码不变，应叫时刻不变，不用重新取号。',
  reservedFor: (window: number) => `等候 ${window} 号窗口叫您`,
  heldAt: (window: number) => `取齐材料后请直接回到 ${window} 号窗口，不用重新取号。`,
  matters: '本次要办的事项',
  matterNow: '现在',
  matterNext: '接着办',
  mattersMeaning: '一张号票依次办理：前一项办完自动排下一项，应叫时刻不变。',
  fairness: '今日叫号公开',
};

export type TurnWords = typeof chinese;

const english: TurnWords = {
  returnButton: (left) => {
    if (left === null) return 'I am back';
    return left === 1 ? 'I am back (1 time left)' : `I am back (${left} times left)`;
  },
  returning: 'Putting you back…',
  returnMeaning: (minutes) =>
    minutes === null
      ? 'You wait on with the same number; you are never due earlier than before.'
      : `You wait on with the same number. You are due ${minutes} min after you come back at the earliest, and never earlier than before.`,
  returnNever: 'This number has come back as often as allowed. To be served, please take a new one.',
  returned: (times) => (times === 1 ? 'Came back once' : `Came back ${times} times`),
  earlySlot: (slot) => `Your slot is ${slot}`,
  earlyFrom: (time) => `you may be called from ${time}`,
  sentOn: (queue) => `Now in the queue “${queue}”`,
  sentOnMeaning: 'Your number and due time stay the same; you need no new number.',
  reservedFor: (window) => `Waiting for window ${window}`,
  heldAt: (window) =>
    `When you have the paper, go straight back to window ${window}; no new number is needed.`,
  matters: 'Matters of this visit',
  matterNow: 'Now',
  matterNext: 'Next',
  mattersMeaning: 'One number for all: when one is done you wait for the next, with the same due time.',
  fairness: 'Today’s calls, in public',
};

export const TURN_WORDS: Record<Locale, TurnWords> = { 'zh-CN': chinese, en: english };
