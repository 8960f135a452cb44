import { expect } from 'chai';
import {
  againWords,
  kindWords,
  letterName,
  OPERATIONS_WORDS,
  olderWords,
  reasonWords,
  weekdayWords,
} from '../../counter-client/operations/words.ts';

describe('the words of the operations page', () => {
  const names: [id: string, chinese: string, english: string][] = [
    ['demo.20260302-A012', 'A012', 'A012'],
    ['demo.again.318', '补打', 'a reprint'],
    ['demo.report.2026-03-02', '2026-03-02', '2026-03-02'],
    ['demo.2026-03-02', '2026-03-02', '2026-03-02'],
    ['other.20260302-A012', 'other.20260302-A012', 'other.20260302-A012'],
  ];
  for (const [id, chinese, english] of names) {
    it(`call the job ${id} ${chinese}`, () => {
      const letter = { hall: 'demo', id };
      expect([letterName(letter, 'zh-CN'), letterName(letter, 'en')]).to.deep.equal([chinese, english]);
    });
  }

  it('say a known reason in the language of the reader, and a fault in its own words', () => {
    expect(reasonWords('came too late to be of use', 'zh-CN')).to.equal('过了有用的时间');
    expect(reasonWords('came too late to be of use', 'en')).to.equal('Too late to be of use');
    expect(reasonWords('ECONNREFUSED', 'zh-CN')).to.equal('ECONNREFUSED');
  });

  it('name a kind they do not know by its own name', () => {
    expect(kindWords({ kind: 'print' }, 'zh-CN')).to.equal('打印小票');
    expect(kindWords({ kind: 'fold' }, 'zh-CN')).to.equal('fold');
  });

  it('count in both languages', () => {
    expect([againWords(1, 'en'), againWords(2, 'en'), againWords(2, 'zh-CN')]).to.deep.equal([
      '1 job is being done again',
      '2 jobs are being done again',
      '已重新安排 2 项任务',
    ]);
  });

  it('name days, and count those that are not shown', () => {
    expect(['zh-CN', 'en'].map((locale) => weekdayWords('2026-03-01', locale as 'en'))).to.deep.equal([
      '星期日',
      'Sunday',
    ]);
    expect([olderWords(1, 'en'), olderWords(3, 'en'), olderWords(3, 'zh-CN')]).to.deep.equal([
      '1 earlier day',
      '3 earlier days',
      '更早的 3 天',
    ]);
  });

  it('are there in both languages', () => {
    for (const words of Object.values(OPERATIONS_WORDS))
      expect(words['zh-CN'].length * words.en.length).to.be.greaterThan(0);
  });
});
