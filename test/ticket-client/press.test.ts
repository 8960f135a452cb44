import { expect } from 'chai';
import { IDLE, MAX_TRIES, type Press, pressed, tryFailed } from '../../ticket-client/press.ts';

interface Wanted {
  matter: string;
  category?: string;
}
type Pressed = Press<Wanted, string>;

const wanted: Wanted = { matter: 'a-001' };
let count = 0;
const newId = () => `command-${++count}`;

function idOf(press: Pressed): string {
  return press.phase === 'busy' || press.phase === 'failed' ? press.intent.commandId : '';
}

function failedWith(code: Parameters<typeof tryFailed>[1]): Pressed {
  let press: Pressed = pressed<Wanted, string>(IDLE, wanted, newId);
  for (let times = 0; times < MAX_TRIES; times++) press = tryFailed(press, code);
  return press;
}

describe('a press', () => {
  it('is not changed by a second one while it is under way', () => {
    const busy = pressed<Wanted, string>(IDLE, wanted, newId);
    expect(pressed(busy, wanted, newId)).to.equal(busy);
    expect(pressed(busy, { matter: 'b' }, newId)).to.equal(busy);
  });

  it('is tried again under the same id while nothing is known, and no more often than the maximum', () => {
    const first = pressed<Wanted, string>(IDLE, wanted, newId);
    let press = first;
    for (let tries = 2; tries <= MAX_TRIES; tries++) {
      press = tryFailed(press, 'UNREACHABLE');
      expect(press).to.deep.include({ phase: 'busy', tries });
      expect(idOf(press)).to.equal(idOf(first));
    }
    expect(tryFailed(press, 'UNREACHABLE')).to.deep.include({ phase: 'failed', code: 'UNREACHABLE' });
  });

  it('keeps its id when a person presses again after an outcome that is not known', () => {
    for (const code of [
      'UNREACHABLE',
      'BUSY',
      'JOURNAL_UNAVAILABLE',
      'VAULT_UNAVAILABLE',
      'INTERNAL',
    ] as const) {
      const failed = failedWith(code);
      expect(idOf(pressed(failed, { ...wanted }, newId)), code).to.equal(idOf(failed));
    }
  });

  it('gets a new id after a refusal, for nothing happened', () => {
    const failed = tryFailed(pressed<Wanted, string>(IDLE, wanted, newId), 'QUEUE_CLOSED', 'a');
    expect(failed).to.deep.include({ phase: 'failed', code: 'QUEUE_CLOSED', detail: 'a' });
    expect(idOf(pressed(failed, wanted, newId))).not.to.equal(idOf(failed));
  });

  it('gets a new id when it is for something else: an id stands for one wish', () => {
    const failed = failedWith('UNREACHABLE');
    for (const other of [{ ...wanted, category: 'elderly' }, { matter: 'a-002' }])
      expect(idOf(pressed(failed, other, newId))).not.to.equal(idOf(failed));
  });
});
