import type { OutOfTurnReason } from './contract/commands.ts';
import type { WhyCall, WhyView } from './contract/fairness.ts';
import type { Locale } from './contract/text.ts';
import { clockTime } from './ui/format.ts';

/** Why somebody else was called first, in words a person understands. Pure. */

export interface WhyWording {
  locale: Locale;
  /** The hall's. */
  timeZone: string;
}

/** Why somebody may be served out of turn. */
export const OUT_OF_TURN_WORDS: Record<OutOfTurnReason, Record<Locale, string>> = {
  medical: { 'zh-CN': '突发身体不适', en: 'a medical emergency' },
  infant: { 'zh-CN': '带婴幼儿', en: 'somebody with an infant' },
  frail: { 'zh-CN': '行动不便', en: 'somebody too frail to wait' },
  correction: { 'zh-CN': '更正窗口差错', en: 'putting right a mistake of ours' },
  fault: { 'zh-CN': '设备故障影响', en: 'a fault of our equipment' },
  other: { 'zh-CN': '其他原因', en: 'another reason' },
};

/** “A012 应叫时刻 09:32，比您的 09:35 早。” */
export function whySentence(
  call: Omit<WhyCall, 'sentence'>,
  mine: WhyView['ticket'],
  { locale, timeZone }: WhyWording,
): string {
  const due = clockTime(call.dueAt, timeZone);
  const own = clockTime(mine.dueAt, timeZone);
  return locale === 'en' ? inEnglish(call, due, own) : inChinese(call, due, own);
}

type Unworded = Omit<WhyCall, 'sentence'>;

function inChinese(call: Unworded, due: string, own: string): string {
  const { number, window, cause, thetaMinutes } = call;
  const reason = call.reason === null ? '' : OUT_OF_TURN_WORDS[call.reason]['zh-CN'];
  const earlier = due === own ? `应叫时刻同为 ${due}，取号在先` : `应叫时刻 ${due}，比您的 ${own} 早`;
  switch (cause) {
    case 'due':
      return call.shortened ? `${number} 属法定优先，${earlier}。` : `${number} ${earlier}。`;
    case 'booking':
      return `${number} 是预约号，按预约时段${earlier}。`;
    case 'returned':
      return `${number} 过号后顺延，顺延后的${earlier}。`;
    case 'kept':
      return `${number} 由其他窗口或事项转来，保留原应叫时刻：${earlier}。`;
    case 'primary':
      return `${number} 是 ${window} 号窗口的主办业务，主办业务按早 ${thetaMinutes} 分钟计；其应叫时刻 ${due}，您的 ${own}。`;
    case 'notYet':
      return `${number} 被叫时，您的预约时段还没有到。`;
    case 'sentThere':
      return `${number} 指定在 ${window} 号窗口办理，该窗口不办理您的业务。`;
    case 'sentElsewhere':
      return `您的号指定在另一窗口办理，${number} 由 ${window} 号窗口叫号。`;
    case 'share':
      return `这一小时优先叫号已达公布的上限，您的号暂按普通时限计；${number} 应叫时刻 ${due}。`;
    case 'setup':
      return `${number} 按当时公布的规则参数先叫，应叫时刻 ${due}。`;
    case 'category':
      return `${number} 经值班长或管理员更改优先类别（${reason}），已公开计数；${earlier}。`;
    case 'moved':
      return `${number} 经值班长或管理员调到 ${window} 号窗口（${reason}），已公开计数。`;
    case 'called':
      return `${number} 经值班长或管理员提前叫号（${reason}），已公开计数。`;
  }
}

function inEnglish(call: Unworded, due: string, own: string): string {
  const { number, window, cause, thetaMinutes } = call;
  const reason = call.reason === null ? '' : OUT_OF_TURN_WORDS[call.reason].en;
  const earlier =
    due === own
      ? `was due at ${due} like yours and took its number first`
      : `was due at ${due}, before your ${own}`;
  switch (cause) {
    case 'due':
      return call.shortened ? `${number} has priority by law and ${earlier}.` : `${number} ${earlier}.`;
    case 'booking':
      return `${number} is a booking; by its slot it ${earlier}.`;
    case 'returned':
      return `${number} came back after a missed call and, put back, ${earlier}.`;
    case 'kept':
      return `${number} was sent on, or has another matter, and keeps its time: it ${earlier}.`;
    case 'primary':
      return `${number} is the main business of window ${window}, which counts ${thetaMinutes} min earlier there: due ${due}, yours ${own}.`;
    case 'notYet':
      return `When ${number} was called, your booked time had not come yet.`;
    case 'sentThere':
      return `${number} was sent to window ${window}, which does not do your business.`;
    case 'sentElsewhere':
      return `Your ticket waits for another window; ${number} was called by window ${window}.`;
    case 'share':
      return `Priority calls had reached their published share of the hour, so your usual time counted; ${number} was due at ${due}.`;
    case 'setup':
      return `${number} was called by the rule as it was set at that time; it was due at ${due}.`;
    case 'category':
      return `A shift lead or manager changed the category of ${number} (${reason}), which is counted in public; it ${earlier}.`;
    case 'moved':
      return `A shift lead or manager moved ${number} to window ${window} (${reason}), which is counted in public.`;
    case 'called':
      return `A shift lead or manager called ${number} early (${reason}), which is counted in public.`;
  }
}
