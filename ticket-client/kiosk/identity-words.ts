import type { Locale } from '../../common/contract/text.ts';

/** What the kiosk says where it asks who takes a number. Pure. */

const chinese = {
  requiredTitle: '请刷身份证',
  optionalTitle: '登记身份证（可不登记）',
  place: '把身份证放在读卡处',
  orType: '没带身份证？在这里输入号码。',
  unread: '没有读到身份证，请再放一次，或输入号码。',
  kept: '只用于本次排队，加密保存，到期删除；屏幕和小票上不显示完整号码。',
  take: '取号',
  skip: '不登记，直接取号',
  /** On the button before it. */
  takeRequired: '刷身份证取号',
  offer: '登记身份证（可不登记）',
  offerHint: '丢了小票也能补打',
};

export type IdentityWords = typeof chinese;

const english: IdentityWords = {
  requiredTitle: 'Please show your ID card',
  optionalTitle: 'Show your ID card, if you like',
  place: 'Lay your ID card on the reader',
  orType: 'No card with you? Type the number here.',
  unread: 'The card was not read. Lay it down again, or type the number.',
  kept: 'Only for this visit: encrypted, deleted in time, never shown in full.',
  take: 'Take a number',
  skip: 'Go on without',
  takeRequired: 'Show ID, take a number',
  offer: 'Show my ID card (optional)',
  offerHint: 'To print a lost slip again',
};

export const IDENTITY_WORDS: Record<Locale, IdentityWords> = { 'zh-CN': chinese, en: english };
