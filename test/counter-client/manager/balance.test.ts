import { expect } from 'chai';
import type { AdviceAnswer, AdviceView, BalanceSetup } from '../../../common/contract/balance.ts';
import type { Reading } from '../../../counter-client/halls.ts';
import { Balance, type BalanceRequests } from '../../../counter-client/manager/balance.ts';
import { Feed } from '../../../counter-client/manager/feed.ts';
import { Twice } from '../../../counter-client/manager/twice.ts';
import { waitFor } from '../../support/wait-for.ts';

const ADVICE: AdviceAnswer = {
  advice: null,
  applied: [],
  reckoning: false,
  crossings: [],
  automatic: { on: false, switched: null, dwellMinutes: 60, maxMovesPerHour: 4, quietMinutes: 45 },
};
const EXPECTED = { meanWait: { mean: 9, standardError: 0.3 }, queues: {} };
const APPLIED: AdviceView = {
  id: 'a1',
  at: 0,
  nothing: EXPECTED,
  moves: [],
  together: { mean: 0, standardError: 0 },
  state: 'applied',
  appliedAt: 1,
  automatic: false,
};
const refused = { ok: false, rejection: { code: 'BALANCE_UNAVAILABLE' } } as const;

describe('a feed: loading, live, stale, error', () => {
  for (const [what, readings, status, value] of [
    ['is live once it has read', [{ ok: true, value: 1 }], 'live', 1],
    ['is refused when it has never read', [refused], 'error', null],
    ['is stale when it has read before', [{ ok: true, value: 1 }, refused], 'stale', 1],
    ['is live again', [refused, { ok: true, value: 2 }], 'live', 2],
  ] as const) {
    it(what, async () => {
      const left: Reading<number>[] = [...readings];
      const feed = new Feed<number>({
        read: async () => left.shift() ?? refused,
        everyMs: 60_000,
        changed: () => undefined,
      });
      expect(feed.state.status).to.equal('loading');
      for (let times = readings.length; times > 0; times--) await feed.again();
      expect(feed.state).to.include({ status, value });
      feed.stop();
    });
  }

  it('does not hear what was on its way before a change', async () => {
    const answers: ((reading: Reading<number>) => void)[] = [];
    const feed = new Feed<number>({
      read: () => new Promise((resolve) => answers.push(resolve)),
      everyMs: 60_000,
      changed: () => undefined,
    });
    const readings = [feed.again(), feed.again()];
    answers[1]?.({ ok: true, value: 2 });
    answers[0]?.({ ok: true, value: 1 });
    await Promise.all(readings);
    expect(feed.state.value).to.equal(2);
  });
});

describe('a second press', () => {
  it('does what the first asked, and not when both are one double click', () => {
    let now = 1000;
    const twice = new Twice({ changed: () => undefined, clock: () => now });
    expect(twice.press('apply')).to.equal(false);
    now += 100;
    expect(twice.press('apply')).to.equal(false);
    now += 500;
    expect(twice.press('apply')).to.equal(true);
    expect(twice.asked).to.equal(null);
  });

  it('of another button asks again', () => {
    let now = 1000;
    const twice = new Twice({ changed: () => undefined, clock: () => now });
    twice.press('apply a1');
    now += 1000;
    expect(twice.press('apply a2')).to.equal(false);
    expect(twice.asked).to.equal('apply a2');
    twice.forget();
  });
});

describe('the manager’s page: one thing at a time', () => {
  it('reads what the section shows, and no more', async () => {
    const { balance, asked } = page();
    balance.show('what-if');
    await waitFor('the sheet', () => balance.setup.state.status === 'live');
    expect(asked).to.deep.equal(['advice', 'setup']);
    balance.stop();
  });

  it('applies, says so, and reads the advice anew', async () => {
    const { balance, asked } = page();
    expect(await balance.ask({ ask: 'apply', advice: 'a1' })).to.equal(true);
    expect(balance.note).to.deep.equal({ kind: 'done', what: 'apply' });
    expect(asked).to.deep.equal(['apply a1', 'advice']);
    balance.stop();
  });

  it('says why something was refused, and ignores what is asked meanwhile', async () => {
    const { balance } = page();
    const first = balance.ask({ ask: 'undo', advice: 'a1' });
    expect(await balance.ask({ ask: 'apply', advice: 'a1' })).to.equal(false);
    expect(await first).to.equal(false);
    expect(balance.note).to.deep.equal({ kind: 'rejected', code: 'BALANCE_UNAVAILABLE' });
    expect(balance.isBusy).to.equal(false);
    balance.stop();
  });
});

/** A page whose server applies and never undoes. */
function page() {
  const asked: string[] = [];
  const answer =
    <T>(name: string, reading: Reading<T>) =>
    async (argument?: unknown): Promise<Reading<T>> => {
      asked.push(typeof argument === 'string' ? `${name} ${argument}` : name);
      return reading;
    };
  const setup: BalanceSetup = { windows: [], queues: [] };
  const api: BalanceRequests = {
    setup: answer('setup', { ok: true, value: setup }),
    advice: answer('advice', { ok: true, value: ADVICE }),
    outcomes: answer('outcomes', refused),
    predictions: answer('predictions', refused),
    season: answer('season', refused),
    tomorrow: answer('tomorrow', refused),
    plan: answer('plan', refused),
    clearPlan: answer('clearPlan', refused),
    apply: answer('apply', { ok: true, value: { seq: 7, advice: APPLIED } }),
    undo: answer('undo', refused),
    setAutomatic: answer('automatic', refused),
    assign: answer('assign', refused),
    simulate: answer('simulate', refused),
  };
  return { asked, balance: new Balance(api, () => undefined) };
}
