import { expect } from 'chai';
import { type News, noticeOf } from '../../common/notification-words.ts';

const EACH: News[] = [
  { cause: 'near', number: 'A012', ahead: 3 },
  { cause: 'near', number: 'A012', ahead: 0 },
  { cause: 'called', number: 'A012', window: 7, times: 1 },
  { cause: 'called', number: 'A012', window: 7, times: 2 },
  { cause: 'missed', number: 'A012', left: 2 },
  { cause: 'missed', number: 'A012', left: 0 },
];

describe('the words of notifications', () => {
  it('begin with the number, which a lock screen never cuts off, and say what to do', () => {
    for (const news of EACH) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const { title, body } = noticeOf(news, locale);
        expect(title).to.match(/^A012/);
        expect(body, title).to.match(/请|please|press/i);
        expect(/\p{Script=Han}/u.test(title + body), title).to.equal(locale === 'zh-CN');
      }
    }
  });

  it('tell how many are ahead, and where to go', () => {
    const titles = EACH.map((news) => noticeOf(news, 'zh-CN').title);
    expect(titles[0]).to.equal('A012 快到您了，前面 3 人');
    expect(titles[1]).to.equal('A012 马上到您');
    expect(titles[2]).to.equal('A012 请到 7 号窗口');
    expect(noticeOf(EACH[0] as News, 'en').title).to.equal('A012: 3 ahead of you');
  });

  it('name the buttons of the page as the page does', async () => {
    const { TURN_WORDS } = await import('../../ticket-client/phone/turn-words.ts');
    const missed = EACH[4] as News;
    expect(noticeOf(missed, 'zh-CN').body).to.contain(TURN_WORDS['zh-CN'].returnButton(null));
    expect(noticeOf(missed, 'en').body).to.contain(TURN_WORDS.en.returnButton(null));
  });
});
