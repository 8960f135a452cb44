import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { FolderStore } from '../../../server/archive/folder.ts';
import { BullJobs } from '../../../server/effects/bull.ts';
import { type Checkpoint, FileCheckpoint } from '../../../server/effects/checkpoint.ts';
import { LocalJobs } from '../../../server/effects/local.ts';
import { Outbox } from '../../../server/effects/outbox.ts';
import { RedisCheckpoint } from '../../../server/effects/redis-checkpoint.ts';
import { archiveJob, archiveWorker } from '../../../server/jobs/archiving.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import type { DayStore, Jobs } from '../../../server/ports.ts';
import { parseRedisAddress } from '../../../server/redis/address.ts';
import { RedisLink } from '../../../server/redis/link.ts';
import { HallService } from '../../../server/service/service.ts';
import { redisForSuite } from '../../support/redis-server.ts';
import { at, smallSetup } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

const DAY_MS = 86_400_000;
const silent = pino({ level: 'silent' });
const tempDir = tempDirs();

describe('archiving as a job', function () {
  this.timeout(30_000);
  const redis = redisForSuite();
  let link: RedisLink;
  let clock: TestClock;
  let journal: MemoryJournal;
  let service: HallService;
  let folder: string;
  let store: FolderStore;
  /** Days as they were put, each time; and whether the archive can be reached. */
  let puts: string[];
  let isAway: boolean;
  let machines: { jobs: Jobs; outbox: Outbox }[];

  before(async () => {
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
  });
  after(() => link.close());
  beforeEach(async () => {
    clock = new TestClock();
    journal = new MemoryJournal();
    service = new HallService(smallSetup(), journal, clock);
    await service.start();
    folder = tempDir();
    store = new FolderStore(join(folder, 'archive'));
    puts = [];
    isAway = false;
    machines = [];
  });
  afterEach(async () => {
    for (const machine of machines) await stop(machine);
    await service.stop();
  });

  async function nextDay(): Promise<void> {
    clock.set(at('09:00') + (Math.floor((clock.now() - at('00:00')) / DAY_MS) + 1) * DAY_MS);
    await service.tick();
  }

  const watched: DayStore = {
    async put(hall, day, file) {
      puts.push(day);
      if (isAway) throw new Error('the share is away');
      await store.put(hall, day, file);
    },
    get: (hall, day) => store.get(hall, day),
    days: (hall) => store.days(hall),
  };

  async function run(jobs: Jobs, checkpoint: Checkpoint): Promise<(typeof machines)[number]> {
    jobs.work(archiveWorker({ hall: 'small', journal, store: watched, log: silent }));
    await jobs.start();
    const outbox = new Outbox({
      ...{ journal, checkpoint, jobs, log: silent },
      hall: service,
      jobOf: (event) => archiveJob('small', { speed: 1, now: clock.now() }, event),
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

  const alone = () =>
    run(
      new LocalJobs(join(folder, 'dead.json'), clock, silent),
      new FileCheckpoint(join(folder, 'small.archived')),
    );
  const among = () =>
    run(
      new BullJobs({ address: parseRedisAddress(redis.url), clock, log: silent }),
      new RedisCheckpoint(link, 'small.archived'),
    );
  const kept = (...days: string[]) =>
    waitFor(`${days.join()} in the archive`, async () => (await store.days('small')).join() === days.join());

  it('brings each day when the next begins, once', async () => {
    await alone();
    await nextDay();
    await kept('2026-03-02');
    await nextDay();
    await kept('2026-03-02', '2026-03-03');
    expect(puts).to.deep.equal(['2026-03-02', '2026-03-03']);
  });

  it('brings at its first start all days from before there was an archive', async () => {
    for (let count = 0; count < 4; count++) await nextDay();
    await alone();
    await kept('2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05');
  });

  it('brings at a start what was missed while there was no archive again', async () => {
    const before = await alone();
    await nextDay();
    await kept('2026-03-02');
    await stop(before);
    for (let count = 0; count < 3; count++) await nextDay();
    await alone();
    await kept('2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05');
    expect(await machines.at(-1)?.jobs.deadLetters()).to.deep.equal([]);
  });

  it('is tried again while the archive is away, also after a restart', async () => {
    isAway = true;
    const before = await alone();
    await nextDay();
    await waitFor('two tries', () => puts.length >= 2);
    await stop(before);
    await alone();
    const tries = puts.length;
    await waitFor('a try after the start', () => puts.length > tries);
    isAway = false;
    await kept('2026-03-02');
  });

  it('is given up after a day, and done when somebody asks for it', async () => {
    isAway = true;
    const { jobs } = await alone();
    await nextDay();
    await waitFor('a try', () => puts.length >= 1);
    clock.pass(DAY_MS + 1);
    const [letter] = await waitFor('the dead letter', async () => {
      const letters = await jobs.deadLetters();
      return letters.length > 0 && letters;
    });
    expect(letter).to.include({ kind: 'archive', hall: 'small' });
    isAway = false;
    expect(await jobs.again('small', letter)).to.equal(1);
    await kept('2026-03-02');
  });

  it('is done by one of several machines', async () => {
    await among();
    await among();
    await nextDay();
    await kept('2026-03-02');
    await nextDay();
    await kept('2026-03-02', '2026-03-03');
    expect(puts).to.deep.equal(['2026-03-02', '2026-03-03']);
  });
});
