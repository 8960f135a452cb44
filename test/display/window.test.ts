import { expect } from 'chai';
import type { WindowStatus, WindowView } from '../../common/contract/views.ts';
import { callKey, startsFlash } from '../../display/window-call.ts';
import { cellStatus, windowFace } from '../../display/words.ts';

const NOON = Date.parse('2026-11-23T12:00:00+08:00');

function at(status: WindowStatus, over: Partial<WindowView> = {}): WindowView {
  const ticket =
    status === 'calling' || status === 'serving'
      ? { id: '20261123-A012', number: 'A012', queue: 'a', calledAt: NOON, calls: 1 }
      : null;
  return {
    id: 'w3',
    number: 3,
    zone: 'a',
    queues: ['a'],
    assignment: null,
    status,
    since: NOON,
    pauseReason: null,
    ticket,
    served: 0,
    held: 0,
    reserved: 0,
    ...over,
  };
}

describe('window display: what it says (R27)', () => {
  for (const [window, look, number, words, more] of [
    [at('free'), 'idle', null, '热情为您服务', undefined],
    [at('ready'), 'idle', null, '热情为您服务', undefined],
    [at('calling'), 'call', 'A012', '请到本窗口办理', undefined],
    [at('serving'), 'busy', 'A012', '正在办理', undefined],
    [at('paused'), 'away', null, '暂停服务', undefined],
    [at('paused', { pauseReason: 'meal' }), 'away', null, '暂停服务', '用餐'],
    [at('closed'), 'away', null, '未开放', '请到其他窗口办理'],
    [at('closed', { served: 9 }), 'away', null, '停止服务', '请到其他窗口办理'],
  ] as const) {
    it(`${window.status}, ${window.pauseReason}, served ${window.served} → ${words}`, () => {
      const face = windowFace(window);
      expect([face.look, face.number, face.words['zh-CN'], face.more?.['zh-CN']]).to.deep.equal([
        look,
        number,
        words,
        more,
      ]);
    });
  }

  it('is free on the wall, whether or not the clerk already waits for the next', () => {
    expect([cellStatus('ready'), cellStatus('free'), cellStatus('paused')]).to.deep.equal([
      'free',
      'free',
      'paused',
    ]);
  });
});

describe('window display: a call flashes once', () => {
  const called = at('calling');
  const ticket = called.ticket === null ? null : { ...called.ticket, calls: 2 };
  const recalled = at('calling', { ticket });
  for (const [what, before, window, now, flashes] of [
    ['a new call', null, called, NOON, true],
    ['the same call in a later view', callKey(called), called, NOON + 1000, false],
    ['a recall', callKey(called), recalled, NOON + 9000, true],
    ['service begins', callKey(called), at('serving'), NOON, false],
    ['a display that starts just after a call', undefined, called, NOON + 5000, true],
    ['a display that starts long after a call', undefined, called, NOON + 60_000, false],
    ['a display that starts at a free window', undefined, at('free'), NOON, false],
  ] as const) {
    it(`${flashes ? 'flashes' : 'does not flash'}: ${what}`, () => {
      expect(startsFlash(before, window, now)).to.equal(flashes);
    });
  }
});
