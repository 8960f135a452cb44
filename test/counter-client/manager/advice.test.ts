import { expect } from 'chai';
import type { MoveView } from '../../../common/contract/advice.ts';
import { comparedQueues, groupsOf } from '../../../counter-client/manager/advice/groups.ts';
import {
  applyWords,
  effectWords,
  moveSentence,
  railSentences,
} from '../../../counter-client/manager/advice/words.ts';
import { TEN } from '../fixtures.ts';

const HALF_PAST = TEN + 30 * 60_000;
const NOTHING = expectation(14.2, { jiaoyu: 31.4, shuiwu: 9, huji: 5 });
const AFTER = expectation(11, { jiaoyu: 12.3, shuiwu: 9.4, huji: 5.6 });

function expectation(mean: number, queues: Record<string, number>) {
  return { meanWait: { mean, standardError: 0.3 }, queues };
}

const education = (): string => '教育';

function move(number: number, queue: string | null, until: number | null, effect: number): MoveView {
  const estimate = { mean: effect, standardError: 0.3 };
  return { window: `w${number}`, number, queue, from: TEN, until, effect: estimate, after: AFTER };
}

describe('advice: moves in words', () => {
  it('tells alike moves of several windows in one sentence, their effects together', () => {
    const moves = [move(9, 'jiaoyu', HALF_PAST, -1), move(7, 'jiaoyu', HALF_PAST, -2)];
    const [group, ...others] = groupsOf({ nothing: NOTHING, moves });
    expect(others).to.deep.equal([]);
    expect(group).to.deep.include({ numbers: [7, 9], queueWaits: { nothing: 31.4, after: 12.3 } });
    expect(group?.effect.mean).to.equal(-3);
    expect(group?.effect.standardError).to.be.closeTo(0.424, 0.001);
    expect(group && moveSentence(group, education, 'Asia/Shanghai', 'zh-CN')).to.equal(
      '7、9 号窗口 10:00–10:30 加开 教育',
    );
    expect(group && effectWords(group, 'zh-CN')).to.deep.equal([
      '平均等候 31 → 12 分钟',
      '全厅平均 −3 分钟（±0.8）',
    ]);
  });

  for (const [what, other] of [
    ['another queue', move(9, 'huji', HALF_PAST, -1)],
    ['another end', move(9, 'jiaoyu', null, -1)],
    ['another beginning', { ...move(9, 'jiaoyu', HALF_PAST, -1), from: TEN + 60_000 }],
  ] as const) {
    it(`keeps a move of ${what} apart`, () => {
      const groups = groupsOf({ nothing: NOTHING, moves: [move(7, 'jiaoyu', HALF_PAST, -2), other] });
      expect(groups.map(({ numbers }) => numbers)).to.deep.equal([[7], [9]]);
    });
  }

  for (const [numbers, until, zh, en] of [
    [[7], null, '7 号窗口 10:00 至下班 加开 教育', 'Window 7 also serves 教育, 10:00 until closing'],
    [
      [7, 9, 12],
      HALF_PAST,
      '7、9、12 号窗口 10:00–10:30 加开 教育',
      'Windows 7, 9 and 12 also serve 教育, 10:00–10:30',
    ],
  ] as const) {
    it(`says ${zh}`, () => {
      const group = { queue: 'jiaoyu', numbers: [...numbers], from: TEN, until };
      expect(moveSentence(group, education, 'Asia/Shanghai', 'zh-CN')).to.equal(zh);
      expect(moveSentence(group, education, 'Asia/Shanghai', 'en')).to.equal(en);
    });
  }

  it('tells which windows are to open, and what that does to the hall', () => {
    const moves = [move(12, null, HALF_PAST, -1), move(7, null, HALF_PAST, -2), move(9, null, null, -1)];
    const [both, one] = groupsOf({ nothing: NOTHING, moves });
    const told = (group: typeof both, locale: 'zh-CN' | 'en') =>
      group && moveSentence(group, education, 'Asia/Shanghai', locale);
    expect(told(both, 'zh-CN')).to.equal('10:00–10:30 加开 7、12 号窗口');
    expect(told(both, 'en')).to.equal('Open windows 7 and 12, 10:00–10:30');
    expect(told(one, 'zh-CN')).to.equal('10:00 至下班 加开 9 号窗口');
    expect(told(one, 'en')).to.equal('Open window 9, 10:00 until closing');
    expect(both && effectWords(both, 'zh-CN')).to.deep.equal(['全厅平均 −3 分钟（±0.8）']);
  });

  it('compares only what changes, the greatest relief first', () => {
    const compared = comparedQueues({ nothing: NOTHING, moves: [move(7, 'jiaoyu', null, -3)] });
    expect(compared.map(({ queue }) => queue)).to.deep.equal(['jiaoyu', 'huji']);
    expect(comparedQueues({ nothing: NOTHING, moves: [] })).to.deep.equal([]);
  });

  it('counts what one press applies', () => {
    expect([1, 3].map((moves) => applyWords(moves, 'en'))).to.deep.equal([
      'Apply this move',
      'Apply all 3 moves',
    ]);
  });

  it('says the guard rails with their figures', () => {
    const rails = { on: false, switched: null, dwellMinutes: 60, maxMovesPerHour: 4, quietMinutes: 45 };
    expect(railSentences(rails, 'zh-CN')).to.include.members([
      '窗口调整后至少保持 60 分钟。',
      '每小时最多调整 4 次。',
      '下班前 45 分钟内不再调整。',
    ]);
  });
});
