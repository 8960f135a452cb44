import { expect } from 'chai';
import type { PhoneView } from '../../common/contract/socket.ts';
import { isSentOn, type Knowledge, returnsLeft, turnOf } from '../../ticket-client/phone/turn.ts';
import { PHONE_WORDS } from '../../ticket-client/phone/words.ts';
import { hall, queue, rule, ticket, window } from './fixtures.ts';

const words = PHONE_WORDS['zh-CN'];
const knowledge: Knowledge = { rule, windows: [window(3, ['a'])], now: 0 };
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`);

function view(change: Parameters<typeof ticket>[0], windowNumber: number | null = null): PhoneView {
  return { hall, queue: queue({}), ticket: ticket(change), wait: null, windowNumber };
}

describe('what a turn has come to', () => {
  it('tells a booking that is early its slot, and from when it may be called', () => {
    const early = view({ notBefore: at('09:15') });
    expect(turnOf(early, knowledge, words).headline).to.equal('您的时段 09:30，09:15 起可叫');
    expect(turnOf(early, { ...knowledge, rule: null }, words).headline).to.equal('09:15 起可叫');
    expect(turnOf(early, { ...knowledge, now: at('09:15') }, words).headline).to.equal('快到您了');
  });

  it('tells a wait that is known as a range, while there is one', () => {
    const waits = { ...view({}), wait: { p50: 12, p90: 20 } };
    expect(turnOf(waits, knowledge, words).wait).to.equal('预计等候约 12–20 分钟');
    expect(turnOf(view({}), knowledge, words).wait).to.equal(null);
    const early = { ...waits, ticket: ticket({ notBefore: at('09:15') }) };
    expect(turnOf(early, knowledge, words).wait).to.equal(null);
    const called = { ...waits, ticket: ticket({ state: 'called' }) };
    expect(turnOf(called, knowledge, words).wait).to.equal(null);
  });

  it('sends who was held back to the very window', () => {
    expect(turnOf(view({ state: 'held' }, 3), knowledge, words).next).to.contain('3 号窗口');
  });

  it('says which queue a ticket is in when it is not the one it was taken for', () => {
    const sent = {
      ...view({ number: 'B012' }),
      queue: queue({ prefix: 'A', name: { 'zh-CN': '社会保险' } }),
    };
    expect(turnOf(sent, knowledge, words).notes).to.deep.equal([
      '现在排的是“社会保险”。号码不变，应叫时刻不变，不用重新取号。',
    ]);
    expect(isSentOn(ticket({ number: 'A012' }), { prefix: 'A' })).to.equal(false);
    expect(isSentOn(ticket({ number: 'R012', kind: 'supplement' }), { prefix: 'A' })).to.equal(false);
  });

  it('names the window a ticket waits for, and how often it came back', () => {
    const notes = turnOf(view({ reservedFor: 'w3', returns: 1 }), knowledge, words).notes;
    expect(notes).to.deep.equal(['等候 3 号窗口叫您', '已顺延 1 次']);
  });

  it('counts the returns that are left, and none below zero', () => {
    expect([0, 1, 2, 3].map((returns) => returnsLeft({ returns }, rule))).to.deep.equal([2, 1, 0, 0]);
    expect(returnsLeft({ returns: 0 }, null)).to.equal(null);
  });
});
