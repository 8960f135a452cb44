import { expect } from 'chai';
import type { OutcomeView } from '../../../common/contract/balance.ts';
import { concernedBy, predictionRows, verdictOf } from '../../../counter-client/manager/outcome/outcome.ts';
import { heldWords } from '../../../counter-client/manager/outcome/words.ts';
import { TEN } from '../fixtures.ts';

function outcome(came: number | null, tickets = 100): OutcomeView {
  return {
    advice: 'a1',
    appliedAt: TEN,
    endedAt: null,
    automatic: false,
    moves: [],
    promisedNothing: { mean: 20, standardError: 0.5 },
    promised: { mean: 12, standardError: 1 },
    came,
    tickets,
    queues: [],
  };
}

describe('promise and outcome: the verdict', () => {
  for (const [came, tickets, verdict] of [
    [12, 100, 'kept'],
    [14, 100, 'kept'],
    [14.1, 100, 'partly'],
    [19.9, 100, 'partly'],
    [20, 100, 'missed'],
    [35, 100, 'missed'],
    [8, 100, 'kept'],
    [12, 19, 'early'],
    [null, 0, 'early'],
  ] as const) {
    it(`${came} minutes for ${tickets} tickets, 12 ± 2 promised instead of 20: ${verdict}`, () => {
      expect(verdictOf(outcome(came, tickets))).to.equal(verdict);
    });
  }

  it('takes a minute for kept, however sure the promise was', () => {
    const sure = { ...outcome(12.9), promised: { mean: 12, standardError: 0.01 } };
    expect(verdictOf(sure)).to.equal('kept');
  });

  it('names the queues that were given to windows, and with an opening those promised a change', () => {
    const ids = (...moved: (string | null)[]): string[] => {
      const expected = { meanWait: { mean: 0, standardError: 0 }, queues: {} };
      const moves = moved.map((queue) => ({
        ...{ window: 'w7', number: 7, queue, from: TEN, until: null },
        ...{ effect: expected.meanWait, after: expected },
      }));
      const queues = [
        ['jiaoyu', 20, 20.2],
        ['huji', 10, 8],
        ['shuiwu', 5, 5.4],
      ].map(([queue, promisedNothing, promised]) => ({
        ...{ queue: String(queue), promisedNothing: Number(promisedNothing), promised: Number(promised) },
        ...{ came: null, tickets: 0 },
      }));
      return concernedBy({ ...outcome(null), moves, queues }).map(({ queue }) => queue);
    };
    expect(ids('jiaoyu')).to.deep.equal(['jiaoyu']);
    expect(ids(null)).to.deep.equal(['huji']);
    expect(ids(null, 'jiaoyu')).to.deep.equal(['jiaoyu', 'huji']);
  });

  it('says until when it held', () => {
    expect(heldWords(TEN, null, 'Asia/Shanghai', 'zh-CN')).to.equal('10:00 起');
    expect(heldWords(TEN, TEN + 60_000, 'Asia/Shanghai', 'en')).to.equal('10:00–10:01');
  });
});

describe('promise and outcome: told waits', () => {
  const figures = (tickets: number) => ({
    tickets,
    meanError: 0,
    meanAbsoluteError: 2,
    underP50: 0.5,
    underP90: 0.9,
    withinBand: 0.8,
  });

  it('shows the hall first, then the queues with the most tickets, and none without', () => {
    const rows = predictionRows(figures(12), { a: figures(3), b: figures(0), c: figures(9) });
    expect(rows.map(({ queue }) => queue)).to.deep.equal([null, 'c', 'a']);
  });
});
