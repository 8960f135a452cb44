import type { Locale } from './contract/text.ts';

/** What a phone is told of its ticket while the page is closed, per language. Pure. */

export type News =
  | { cause: 'near'; number: string; ahead: number }
  | { cause: 'called'; number: string; window: number; times: number }
  /** `left`: how often the ticket may still come back. */
  | { cause: 'missed'; number: string; left: number };

export interface Notice {
  title: string;
  body: string;
}

type Words = { [Cause in News['cause']]: (news: Extract<News, { cause: Cause }>) => Notice };

const chinese: Words = {
  near: ({ number, ahead }) => ({
    title: ahead === 0 ? `${number} 马上到您` : `${number} 快到您了，前面 ${ahead} 人`,
    body: '请到等候区，准备好材料。',
  }),
  called: ({ number, window, times }) => ({
    title: `${number} 请到 ${window} 号窗口`,
    body: times > 1 ? `第 ${times} 次呼叫。请带好材料，现在就去。` : '正在叫您。请带好材料，现在就去。',
  }),
  missed: ({ number, left }) => ({
    title: `${number} 已过号`,
    body:
      left > 0
        ? '叫号时您没有到窗口。回来后请打开号票点“顺延”，不用重新取号。'
        : '叫号时您没有到窗口。顺延次数已用完，需要办理请重新取号。',
  }),
};

const english: Words = {
  near: ({ number, ahead }) => ({
    title: ahead === 0 ? `${number}: you are next` : `${number}: ${ahead} ahead of you`,
    body: 'Please come to the waiting area and have your papers ready.',
  }),
  called: ({ number, window, times }) => ({
    title: `${number}: please go to window ${window}`,
    body:
      times > 1
        ? `Call ${times}. Please take your papers and go now.`
        : 'Please take your papers and go now.',
  }),
  missed: ({ number, left }) => ({
    title: `${number}: call missed`,
    body:
      left > 0
        ? 'When you are back, open your ticket and press “I am back”; no new number is needed.'
        : 'You were not at the window when called. To be served, please take a new number.',
  }),
};

const WORDS: Record<Locale, Words> = { 'zh-CN': chinese, en: english };

/** Title and text of a notification; the number stands first, as lock screens cut what is long. */
export function noticeOf(news: News, locale: Locale): Notice {
  const words = WORDS[locale];
  switch (news.cause) {
    case 'near':
      return words.near(news);
    case 'called':
      return words.called(news);
    case 'missed':
      return words.missed(news);
  }
}
