import { expect } from 'chai';
import { REJECTIONS, type RejectionCode } from '../../common/contract/rejections.ts';
import { callSentence, rejectionSentence } from '../../common/phrases.ts';

describe('the sentences people read', () => {
  for (const code of Object.keys(REJECTIONS) as RejectionCode[]) {
    it(`say ${code} in Chinese and in English`, () => {
      expect(rejectionSentence(code, 'zh-CN')).to.match(/^[\u4e00-\u9fff].*。$/u);
      expect(rejectionSentence(code, 'en')).to.match(/^[A-Z][ -~]*\.$/);
    });
  }

  it('never say the same of two codes', () => {
    const codes = Object.keys(REJECTIONS) as RejectionCode[];
    for (const locale of ['zh-CN', 'en'] as const)
      expect(new Set(codes.map((code) => rejectionSentence(code, locale))).size).to.equal(codes.length);
  });

  it('call a number to a window as halls do', () => {
    expect(callSentence('A012', 3, 'zh-CN')).to.equal('请A012号到3号综合窗口办理');
    expect(callSentence('A012', 3, 'en')).to.equal('Ticket A012, please go to window 3');
  });
});
