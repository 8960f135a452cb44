import { expect } from 'chai';
import {
  clockSpan,
  clockTime,
  clockTimeWithSeconds,
  dayWords,
  durationWords,
  stopwatch,
} from '../../../common/ui/format.ts';

const SHANGHAI = 'Asia/Shanghai';
const at = (iso: string): number => Date.parse(iso);

describe('format: times are the hall’s, whatever the device believes', () => {
  it('writes 24 hours in the hall’s zone, also after 5 pm, when UTC is still another hour and day', () => {
    expect(clockTime(at('2026-11-23T09:05:07+08:00'), SHANGHAI)).to.equal('09:05');
    expect(clockTime(at('2026-11-23T17:30:00+08:00'), SHANGHAI)).to.equal('17:30');
    expect(clockTime(at('2026-11-23T01:05:07Z'), 'Asia/Urumqi')).to.equal('07:05');
  });

  it('writes from when until when, or that it has no end', () => {
    const [from, until] = [at('2026-11-23T09:30:00+08:00'), at('2026-11-23T11:00:00+08:00')];
    expect(clockSpan(from, until, SHANGHAI, 'zh-CN')).to.equal('09:30–11:00');
    expect(clockSpan(from, null, SHANGHAI, 'zh-CN')).to.equal('09:30 至下班');
    expect(clockSpan(from, null, SHANGHAI, 'en')).to.equal('09:30 until closing');
  });

  it('writes midnight as 00:00, never 24:00', () => {
    expect(clockTime(at('2026-11-23T00:00:00+08:00'), SHANGHAI)).to.equal('00:00');
    expect(clockTimeWithSeconds(at('2026-11-23T00:00:09+08:00'), SHANGHAI)).to.equal('00:00:09');
  });

  it('names the day in the hall’s zone: early morning is already the new day', () => {
    const early = at('2026-11-23T00:30:00+08:00');
    expect(dayWords(early, SHANGHAI, 'zh-CN')).to.equal('11月23日 星期一');
    expect(dayWords(early, SHANGHAI, 'en')).to.equal('Monday 23 November');
  });
});

describe('format: durations', () => {
  const minutes = (count: number): number => count * 60_000;
  for (const [ms, chinese, english] of [
    [-5000, '不到 1 分钟', 'under 1 min'],
    [0, '不到 1 分钟', 'under 1 min'],
    [minutes(1) - 1, '不到 1 分钟', 'under 1 min'],
    [minutes(1), '1 分钟', '1 min'],
    [minutes(59.9), '59 分钟', '59 min'],
    [minutes(60), '1 小时', '1 h'],
    [minutes(65), '1 小时 5 分', '1 h 5 min'],
  ] as const) {
    it(`writes ${ms} ms as ${chinese}`, () => {
      expect([durationWords(ms, 'zh-CN'), durationWords(ms, 'en')]).to.deep.equal([chinese, english]);
    });
  }

  for (const [ms, written] of [
    [-1, '0:00'],
    [7_999, '0:07'],
    [minutes(12) + 5000, '12:05'],
    [minutes(62) + 5000, '1:02:05'],
  ] as const) {
    it(`runs a stopwatch of ${ms} ms as ${written}`, () => expect(stopwatch(ms)).to.equal(written));
  }
});
