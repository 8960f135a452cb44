import { expect } from 'chai';
import pino from 'pino';
import { Waits } from '../../../server/balancing/expected-waits.ts';
import { BullJobs } from '../../../server/effects/bull.ts';
import { Outbox } from '../../../server/effects/outbox.ts';
import { RedisCheckpoint } from '../../../server/effects/redis-checkpoint.ts';
import { slipJob, slipWorker } from '../../../server/jobs/slips.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import type { Printer } from '../../../server/printing/printer.ts';
import { printerModels } from '../../../server/printing/printer-model.ts';
import { parseRedisAddress } from '../../../server/redis/address.ts';
import { RedisDown, RedisLink } from '../../../server/redis/link.ts';
import { HallService } from '../../../server/service/service.ts';
import { type Asked, asking, issueTicket } from '../../support/commands.ts';
import { failureOf } from '../../support/drafts.ts';
import { redisForSuite } from '../../support/redis-server.ts';
import { smallHall, smallSetup } from '../../support/small-hall.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

const silent = pino({ level: 'silent' });
const config = smallHall();

describe('two machines that follow one log, with one Redis', function () {
  this.timeout(30_000);
  const redis = redisForSuite();
  let clock: TestClock;
  let service: HallService;
  let journal: MemoryJournal;
  let ask: Asked;
  let printed: string[];
  let link: RedisLink;
  let machines: { jobs: BullJobs; outbox: Outbox }[];

  beforeEach(async () => {
    clock = new TestClock();
    journal = new MemoryJournal();
    service = new HallService(smallSetup(), journal, clock);
    ask = asking(service);
    await service.start();
    printed = [];
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
    machines = [];
  });
  afterEach(async () => {
    await redis.server.start();
    for (const machine of machines) await stop(machine);
    await link.close();
    await service.stop();
  });

  async function start(): Promise<(typeof machines)[number]> {
    const printer: Printer = {
      print: async ({ id }) => void printed.push(id),
      status: () => ({ state: 'ready', reasons: [] }),
      start: async () => undefined,
      stop: async () => undefined,
    };
    const jobs = new BullJobs({ address: parseRedisAddress(redis.url), clock, log: silent });
    const model = printerModels['kiosk-80'];
    const urlOf = (ticket: string): string => `http://hall/${ticket}`;
    const secretOf = (number: string): string => `secret-of-${number}`;
    jobs.work(slipWorker({ config, printer, model, urlOf, secretOf }));
    await jobs.start();
    const outbox = new Outbox({
      journal,
      hall: service,
      checkpoint: new RedisCheckpoint(link, 'small.printed'),
      jobs,
      jobOf: (event) => slipJob('small', 1, event, service.state, new Waits()),
      log: silent,
    });
    await outbox.start();
    const machine = { jobs, outbox };
    machines.push(machine);
    return machine;
  }

  async function stop({ jobs, outbox }: (typeof machines)[number]): Promise<void> {
    await jobs.stop();
    await outbox.stop();
  }

  const slip = (number: string): string => `small.20260302-${number}`;
  const kept = (): Promise<number> => new RedisCheckpoint(link, 'small.printed').load();

  it('print each slip once, in the order of the numbers', async () => {
    await start();
    await start();
    const numbers = Array.from({ length: 20 }, (_, index) => slip(`A${String(index + 1).padStart(3, '0')}`));
    for (const _ of numbers) await ask({ ...issueTicket('social'), print: true } as Parameters<Asked>[0]);
    await waitFor('the slips', () => printed.length >= numbers.length);
    expect(printed).to.deep.equal(numbers);
  });

  it('keep one place in the log: who was away does not read again what the other has done', async () => {
    const away = await start();
    await stop(away);
    machines = [];
    await start();
    await ask({ ...issueTicket('social'), print: true } as Parameters<Asked>[0]);
    await waitFor('the slip', () => printed.length === 1);
    await waitFor('the place', async () => (await kept()) === 2);
    // The ids of what was done long ago are gone.
    await redis.server.ask('DEL', `{ow}:jobs:print.small:${slip('A001')}`);
    await start();
    await ask({ ...issueTicket('social'), print: true } as Parameters<Asked>[0]);
    await waitFor('the second slip', () => printed.includes(slip('A002')));
    expect(printed).to.deep.equal([slip('A001'), slip('A002')]);
  });

  it('read on by themselves when Redis is back', async () => {
    await start();
    await redis.server.kill();
    await waitFor('the line to be down', () => !link.isUp);
    expect(await failureOf(kept())).to.be.instanceOf(RedisDown);
    await ask({ ...issueTicket('social'), print: true } as Parameters<Asked>[0]);
    await redis.server.start();
    await waitFor('the slip', () => printed.length === 1, 20_000);
    await waitFor('the place', async () => (await kept().catch(() => 0)) === 2, 20_000);
  });

  it('have no secret and no person in Redis', async () => {
    await start();
    await ask({ ...issueTicket('social'), print: true, person: 'p'.repeat(22) } as Parameters<Asked>[0]);
    await waitFor('the slip', () => printed.length === 1);
    const data = await redis.server.ask('HGET', `{ow}:jobs:print.small:${slip('A001')}`, 'data');
    const carried = JSON.parse(data.split('\r\n')[1] ?? '').data;
    expect(Object.keys(carried).sort()).to.deep.equal(
      [
        'ahead',
        'category',
        'dueAt',
        'isReprint',
        'issuedAt',
        'locale',
        'number',
        'queue',
        'ticket',
        'wait',
      ].sort(),
    );
  });
});
