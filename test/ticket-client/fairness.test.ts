import { expect } from 'chai';
import { ruleSentences } from '../../ticket-client/fairness/rule-sentences.ts';
import { grouped, percent } from '../../ticket-client/fairness/words.ts';
import { causesOf } from '../../ticket-client/why/words.ts';
import { rule } from './fixtures.ts';

describe('the published rule', () => {
  it('is seven sentences in each language, with the hall’s own parameters', () => {
    const chinese = ruleSentences(rule, 'zh-CN');
    expect(chinese).to.have.length(7);
    expect(chinese[0]).to.contain('10–20 分钟').and.contain('最短 10 分钟').and.contain('50%');
    expect(chinese[1]).to.contain('按早 5 分钟计');
    expect(chinese[3]).to.contain('前后 15 分钟').and.contain('开始后 5 分钟');
    expect(chinese[4]).to.contain('叫 3 次').and.contain('顺延 2 次').and.contain('顺延后 5 分钟');
    const english = ruleSentences({ ...rule, maxReturns: 1, callsBeforeMiss: 1 }, 'en');
    expect(english).to.have.length(7);
    expect(english[4]).to.contain('come back once').and.contain('After one call');
  });

  it('says nothing of what a hall does not have', () => {
    const plain = { ...rule, thetaMinutes: 0, queues: [] };
    expect(ruleSentences(plain, 'zh-CN')[0]).to.contain('20 分钟').and.not.contain('优先');
    expect(ruleSentences(plain, 'zh-CN')[1]).not.to.contain('主办');
    expect(ruleSentences({ ...rule, maxReturns: 0 }, 'zh-CN')[4]).to.contain('重新取号');
  });
});

describe('the figures of the public page', () => {
  it('never round a single exception away', () => {
    expect(percent(1000, 1000)).to.equal('100%');
    expect(percent(2999, 3000)).to.equal('99.9%');
    expect(percent(1, 3)).to.equal('33.3%');
    expect(percent(1, 9999)).to.equal('0.1%');
    expect(percent(0, 10)).to.equal('0%');
  });

  it('write a hash in groups that can be read aloud', () => {
    expect(grouped('9f86d081884c')).to.equal('9f86 d081 884c');
  });

  it('list the reasons that occurred, the most frequent first', () => {
    expect(causesOf({ due: 2, primary: 5, booking: 0 })).to.deep.equal([
      ['primary', 5],
      ['due', 2],
    ]);
  });
});
