import { expect } from 'chai';
import { localeOf, otherLocale } from '../../../common/ui/words.ts';

describe('words: which language a screen speaks', () => {
  for (const [parameter, locale] of [
    [null, 'zh-CN'],
    ['', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['en', 'en'],
    ['en-GB', 'en'],
  ] as const) {
    it(`?lang=${parameter} → ${locale}`, () => expect(localeOf(parameter)).to.equal(locale));
  }

  it('shows the other language second', () => {
    expect([otherLocale('zh-CN'), otherLocale('en')]).to.deep.equal(['en', 'zh-CN']);
  });
});
