import { expect } from 'chai';
import type { ExpectedWaits } from '../../server/balance/wait/wait.ts';
import { knowledgeOf } from '../../server/balance-knowledge.ts';
import type { BalanceThread } from '../../server/balance-thread.ts';
import { WaitReckoner } from '../../server/balance-waits.ts';
import { MemoryJournal } from '../../server/journal/memory.ts';
import { HallService } from '../../server/service.ts';
import { Waits } from '../../server/waits.ts';
import { asking } from '../support/commands.ts';
import { DAY, smallSetup } from '../support/small-hall.ts';
import { TestClock } from '../support/test-clock.ts';

const range = (p50: number): ExpectedWaits => ({
  tickets: new Map(),
  queues: new Map([['social', { mean: p50, p10: p50, p50, p90: p50 }]]),
});

describe('expected waits kept up to date', () => {
  const real = performance.now;
  let passed: number;
  let service: HallService;
  let waits: Waits;
  let answers: ((table: ExpectedWaits) => void)[];
  let known: ReturnType<typeof knowledgeOf> | null;
  let reckoner: WaitReckoner;

  beforeEach(async () => {
    passed = 0;
    // The monotonic clock with a hand on it: half a minute of silence need not be waited for.
    performance.now = () => real.call(performance) + passed;
    const clock = new TestClock();
    service = new HallService(smallSetup(), new MemoryJournal(), clock);
    await service.start();
    await asking(service)({ type: 'OpenWindow', window: 'w1' });
    waits = new Waits();
    answers = [];
    known = knowledgeOf(smallSetup(), [], DAY);
    const thread = { waits: () => new Promise((answer) => answers.push(answer)) } as unknown as BalanceThread;
    const onFault = (fault: unknown): never => {
      throw fault;
    };
    reckoner = new WaitReckoner({ service, waits, thread, clock, knowledge: () => known, onFault });
  });
  afterEach(async () => {
    performance.now = real;
    await service.stop();
  });

  async function reckoned(p50: number): Promise<void> {
    const look = reckoner.look();
    answers.at(-1)?.(range(p50));
    await look;
  }

  it('are reckoned as soon as anything is known of the hall', async () => {
    known = null;
    await reckoner.look();
    expect(answers.length).to.equal(0);
    known = knowledgeOf(smallSetup(), [], DAY);
    await reckoned(12);
    expect(waits.ofQueue('social')).to.deep.equal({ p50: 12, p90: 12 });
  });

  it('are forgotten when nobody has reckoned them anew for a minute', async () => {
    await reckoned(12);
    passed = 15_000;
    void reckoner.look();
    passed = 60_000;
    await reckoner.look();
    expect(waits.ofQueue('social'), 'may still be true').to.deep.equal({ p50: 12, p90: 12 });
    passed = 76_000;
    await reckoner.look();
    expect(waits.ofQueue('social'), 'old').to.equal(null);
    answers.at(-1)?.(range(5));
    await new Promise((then) => setImmediate(then));
    expect(waits.ofQueue('social'), 'reckoned after all').to.deep.equal({ p50: 5, p90: 5 });
  });
});
