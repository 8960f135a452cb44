import { expect } from 'chai';
import {
  IDLE,
  type Issue,
  MAX_TRIES,
  type Order,
  orderOf,
  pressed,
  tryFailed,
} from '../../ticket-client/kiosk/intent.ts';

const order: Order = { matter: 'a-001', locale: 'zh-CN' };
let count = 0;
const newId = () => `command-${++count}`;

function idOf(issue: Issue): string {
  return issue.phase === 'busy' || issue.phase === 'failed' ? issue.intent.commandId : '';
}

function failedWith(code: Parameters<typeof tryFailed>[1]): Issue {
  let issue = pressed(IDLE, order, newId);
  for (let times = 0; times < MAX_TRIES; times++) issue = tryFailed(issue, code);
  return issue;
}

describe('a wish for a number', () => {
  it('is not changed by a second press while it is under way', () => {
    const busy = pressed(IDLE, order, newId);
    expect(pressed(busy, order, newId)).to.equal(busy);
    expect(pressed(busy, { queue: 'b', locale: 'en' }, newId)).to.equal(busy);
  });

  it('is tried again under the same id while nothing is known, and no more often than the maximum', () => {
    const first = pressed(IDLE, order, newId);
    let issue = first;
    for (let tries = 2; tries <= MAX_TRIES; tries++) {
      issue = tryFailed(issue, 'UNREACHABLE');
      expect(issue).to.deep.include({ phase: 'busy', tries });
      expect(idOf(issue)).to.equal(idOf(first));
    }
    expect(tryFailed(issue, 'UNREACHABLE')).to.deep.include({ phase: 'failed', code: 'UNREACHABLE' });
  });

  it('keeps its id when a person presses again after an outcome that is not known', () => {
    for (const code of ['UNREACHABLE', 'BUSY', 'JOURNAL_UNAVAILABLE', 'INTERNAL'] as const) {
      const failed = failedWith(code);
      expect(idOf(pressed(failed, { ...order }, newId)), code).to.equal(idOf(failed));
    }
  });

  it('gets a new id after a refusal, for nothing happened', () => {
    const failed = tryFailed(pressed(IDLE, order, newId), 'QUEUE_CLOSED');
    expect(failed).to.deep.include({ phase: 'failed', code: 'QUEUE_CLOSED' });
    expect(idOf(pressed(failed, order, newId))).not.to.equal(idOf(failed));
  });

  it('gets a new id when it is for something else: an id stands for one order', () => {
    const failed = failedWith('UNREACHABLE');
    const others: Order[] = [
      { ...order, category: 'elderly' },
      { ...order, locale: 'en' },
      { queue: 'a-001', locale: 'zh-CN' },
    ];
    for (const other of others) expect(idOf(pressed(failed, other, newId))).not.to.equal(idOf(failed));
  });

  it('orders the matter, or the queue where no matter is known, and names a category only if there is one', () => {
    const subject = { matter: 'a-001', queue: 'a' };
    expect(orderOf({ at: 'choice', subject, category: null }, 'en')).to.deep.equal({
      matter: 'a-001',
      locale: 'en',
    });
    expect(
      orderOf({ at: 'choice', subject: { matter: null, queue: 'a' }, category: 'elderly' }, 'zh-CN'),
    ).to.deep.equal({ queue: 'a', category: 'elderly', locale: 'zh-CN' });
  });
});
