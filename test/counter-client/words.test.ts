import { expect } from 'chai';
import { Locale } from '../../common/contract/text.ts';
import { WindowStatus } from '../../common/contract/views.ts';
import { noteSentence, refusalSentence } from '../../counter-client/note-words.ts';
import { openingWords } from '../../counter-client/words.ts';
import { TEN } from './fixtures.ts';

describe('sentences of the counter', () => {
  it('tell a closed window that it is asked to open, and until when', () => {
    const zone = 'Asia/Shanghai';
    const assignment = {
      ...{ queues: ['tax'], opens: true as const, from: TEN, until: TEN + 3_600_000 },
      ...{ begun: false, advice: null },
    };
    const { opens: _opens, ...queuesAlone } = assignment;
    const closed = { status: 'closed' as const, assignment };
    expect(openingWords(closed, zone, 'zh-CN')).to.equal('管理员请本窗口加开，10:00–11:00');
    expect(openingWords(closed, zone, 'en')).to.equal('The manager asks you to open, 10:00–11:00');
    expect(openingWords({ ...closed, status: 'free' }, zone, 'en')).to.equal(null);
    expect(openingWords({ ...closed, assignment: null }, zone, 'en')).to.equal(null);
    expect(openingWords({ ...closed, assignment: queuesAlone }, zone, 'en')).to.equal(null);
  });

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
