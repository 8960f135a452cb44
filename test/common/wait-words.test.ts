import { expect } from 'chai';
import { waitSentence } from '../../common/wait-words.ts';

describe('an expected wait', () => {
  const told: [p50: number, p90: number, chinese: string, english: string][] = [
    [12, 20, '预计等候约 12–20 分钟', 'Wait: about 12–20 min'],
    [5, 5, '预计等候约 5 分钟', 'Wait: about 5 min'],
    [0, 3, '预计等候约 0–3 分钟', 'Wait: about 0–3 min'],
    [0, 1, '预计等候不到 1 分钟', 'Wait: up to 1 min'],
    [0, 0, '预计等候不到 1 分钟', 'Wait: up to 1 min'],
  ];
  for (const [p50, p90, chinese, english] of told)
    it(`of ${p50} to ${p90} minutes is told as ${english}`, () => {
      expect(waitSentence({ p50, p90 }, 'zh-CN')).to.equal(chinese);
      expect(waitSentence({ p50, p90 }, 'en')).to.equal(english);
    });
});
