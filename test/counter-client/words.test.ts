import { expect } from 'chai';
import { Locale } from '../../common/contract/text.ts';
import { WindowStatus } from '../../common/contract/views.ts';
import { noteSentence, refusalSentence } from '../../counter-client/note-words.ts';

describe('sentences of the counter', () => {
  it('name the ticket they are about, in every language', () => {
    for (const locale of Locale.options) {
      for (const refusal of [...WindowStatus.options, 'alreadyOpen'] as const)
        expect(refusalSentence(refusal, 'A012', locale)).to.not.contain('#');
      expect(noteSentence({ kind: 'came', number: 'A013' }, locale)).to.contain('A013');
      expect(noteSentence({ kind: 'asked', about: 'miss', number: 'A013' }, locale)).to.contain('A013');
    }
  });

  it('say in Chinese what has not begun', () => {
    expect(refusalSentence('calling', 'A012', 'zh-CN')).to.equal(
      'A012 还未开始办理，按 S 键开始，按 M 键过号',
    );
  });
});
