import { expect } from 'chai';
import { callsOf } from '../../counter-client/calls.ts';
import { missDetail, recallDetail } from '../../counter-client/words.ts';
import { TEN, ticket, view } from './fixtures.ts';

const { rule } = view('free');

describe('how a called ticket stands with the rule', () => {
  for (const [what, calls, later, recall, miss] of [
    ['just called', 1, 0, '0/5 · 5秒', '还差 2 次'],
    ['called for a while', 1, 4001, '0/5 · 1秒', '还差 2 次'],
    ['may be called again', 1, 5000, '0/5', '还差 2 次'],
    ['called again', 2, 5000, '1/5', '还差 1 次'],
    ['called often enough for a miss', 3, 5000, '2/5', ''],
    ['called as often as the rule allows, however soon', 6, 0, '5/5', ''],
  ] as const) {
    it(what, () => {
      const standing = callsOf(ticket('A012', { calls }), rule, TEN + later);
      if (standing === null) throw new Error('a called ticket has calls');
      expect(recallDetail(standing, 'zh-CN')).to.equal(recall);
      expect(missDetail(standing, 'zh-CN')).to.equal(miss);
    });
  }

  it('is nothing without a called ticket', () => {
    expect(callsOf(null, rule, TEN)).to.equal(null);
    expect(callsOf(ticket('A012', { state: 'serving' }), rule, TEN)).to.equal(null);
  });
});
