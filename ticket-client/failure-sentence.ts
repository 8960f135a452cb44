import type { Locale } from '../common/contract/text.ts';
import { rejectionSentence } from '../common/phrases.ts';
import type { Failure } from './request.ts';

const UNREACHABLE: Record<Locale, string> = {
  'zh-CN': '暂时连接不上大厅系统，请稍候再试。',
  en: 'The hall’s system can not be reached; try again in a moment.',
};

/** What a failed request says to a person. */
export function failureSentence(code: Failure, locale: Locale): string {
  return code === 'UNREACHABLE' ? UNREACHABLE[locale] : rejectionSentence(code, locale);
}
