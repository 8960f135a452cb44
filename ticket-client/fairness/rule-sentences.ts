import type { PublishedRule } from '../../common/contract/fairness.ts';
import type { Locale } from '../../common/contract/text.ts';

/** The published rule in seven plain sentences, with a hall's own parameters. Pure. */
export function ruleSentences(rule: PublishedRule, locale: Locale): string[] {
  return locale === 'en' ? inEnglish(rule) : inChinese(rule);
}

function inChinese(rule: PublishedRule): string[] {
  const { thetaMinutes, checkInMinutes, dueAfterMinutes, callsBeforeMiss, maxReturns, returnDelayMinutes } =
    rule;
  const shortest = shortestTarget(rule);
  const priority =
    shortest === null
      ? ''
      : `法定优先对象的承诺更短（最短 ${shortest} 分钟），但一小时内的优先叫号占到 ${percent(rule.shortenedShare)} 后按普通承诺计。`;
  return [
    `取号时就定下“应叫时刻”：取号时刻加上大厅承诺的 ${targetRange(rule, '–')} 分钟，之后不再改变。${priority}`,
    thetaMinutes === 0
      ? '窗口空出来时，在它能办的业务里先叫应叫时刻最早的号。'
      : `窗口空出来时，在它能办的业务里先叫应叫时刻最早的号；本窗口的主办业务按早 ${thetaMinutes} 分钟计。`,
    '几个窗口同时空着时，先由主办这项业务的窗口叫号；再看谁能办的业务少、谁空得久、谁的窗口号小。',
    `预约在时段前后 ${checkInMinutes} 分钟内签到，应叫时刻为时段开始后 ${dueAfterMinutes} 分钟；再晚就从签到时按现场取号排队。`,
    maxReturns === 0
      ? `叫 ${callsBeforeMiss} 次没到算过号，需要重新取号。`
      : `叫 ${callsBeforeMiss} 次没到算过号，可以顺延 ${maxReturns} 次；应叫时刻不早于顺延后 ${returnDelayMinutes} 分钟，也不会比原来早。`,
    '转到别的业务或窗口、挂起取材料、一张号办几项，都保留原来的应叫时刻，不用重新排队。',
    '不按次序叫号，必须由值班长或管理员说明原因，单独记录，并在这里公开计数。',
  ];
}

function inEnglish(rule: PublishedRule): string[] {
  const { thetaMinutes, checkInMinutes, dueAfterMinutes, callsBeforeMiss, maxReturns, returnDelayMinutes } =
    rule;
  const shortest = shortestTarget(rule);
  const priority =
    shortest === null
      ? ''
      : ` The promise to people with priority is shorter (${shortest} min at the least), until such calls take ${percent(rule.shortenedShare)} of an hour’s.`;
  return [
    `Every number is due at one instant, fixed when it is taken: that moment plus the hall’s promise of ${targetRange(rule, '–')} min.${priority}`,
    thetaMinutes === 0
      ? 'A free window calls, of what it is able to serve, the number that is due earliest.'
      : `A free window calls, of what it is able to serve, the number that is due earliest; its own main business counts ${thetaMinutes} min earlier.`,
    'When several windows are free, the one whose main business it is calls first; then the one with the fewest businesses, the longest free, the lowest number.',
    `A booking checked in within ${checkInMinutes} min of its slot is due ${dueAfterMinutes} min after the slot begins; later than that it waits as a walk-in from check-in.`,
    `After ${callsBeforeMiss === 1 ? 'one call' : `${callsBeforeMiss} calls`} a number is missed. ${
      maxReturns === 0
        ? 'To be served, take a new one.'
        : `It may come back ${times(maxReturns)}, due ${returnDelayMinutes} min later at the earliest and never earlier than before.`
    }`,
    'Sent to another window, on hold for a paper, or with several matters: the due time stays, and nobody waits twice.',
    'Anything out of turn takes a shift lead or manager and a reason, is recorded by itself, and is counted here.',
  ];
}

/** “20”, or “10–30” where queues promise differently. */
function targetRange({ queues, targetMinutes }: PublishedRule, dash: string): string {
  const targets = queues.length === 0 ? [targetMinutes] : queues.map((queue) => queue.targetMinutes);
  const [least, most] = [Math.min(...targets), Math.max(...targets)];
  return least === most ? `${least}` : `${least}${dash}${most}`;
}

/** Of any category in any queue, minutes; null where nobody has priority. */
function shortestTarget({ queues }: PublishedRule): number | null {
  const targets = queues.flatMap((queue) => Object.values(queue.targets));
  return targets.length === 0 ? null : Math.min(...targets);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
