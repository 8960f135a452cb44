import { expect } from 'chai';
import type { Job, Jobs, Worker } from '../../../server/ports.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

/** Where jobs outlive those who do them: a folder, or a Redis. */
export interface Workshop {
  /** Jobs as one program has them; two of them are two programs, or the same one before and after a restart. */
  open(clock: TestClock): Jobs;
  /** With a minute, as paces count it, of this length. */
  openPaced(clock: TestClock, minuteMs: number): Jobs;
}

/** What a test saw being done. */
export interface Bench {
  clock: TestClock;
  /** Ids, each when its run ended well. */
  done: string[];
  /** Ids, each when its run began. */
  tried: string[];
  /** Runs of these ids fail. */
  failing: Set<string>;
  worker(hall?: string): Worker;
  job(id: string, hall?: string): Job;
}

export function bench(): Bench {
  const clock = new TestClock();
  const done: string[] = [];
  const tried: string[] = [];
  const failing = new Set<string>();
  return {
    clock,
    done,
    tried,
    failing,
    worker: (hall) => ({
      kind: 'print',
      ...(hall === undefined ? {} : { hall }),
      async run({ id }) {
        tried.push(id);
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (failing.has(id)) throw new Error(`${id} fails`);
        done.push(id);
      },
    }),
    job: (id, hall = 'north') => ({
      ...{ id, hall, kind: 'print', data: { of: id } },
      usefulUntil: clock.now() + 600_000,
    }),
  };
}

/** What every kind of jobs keeps to. */
export function jobsContract(makeWorkshop: () => Workshop): void {
  let workshop: Workshop;
  let seen: Bench;
  let opened: Jobs[];

  beforeEach(() => {
    workshop = makeWorkshop();
    seen = bench();
    opened = [];
  });
  afterEach(async () => {
    for (const jobs of opened) await jobs.stop();
  });

  async function open(...workers: Worker[]): Promise<Jobs> {
    const jobs = workshop.open(seen.clock);
    opened.push(jobs);
    for (const worker of workers) jobs.work(worker);
    await jobs.start();
    return jobs;
  }

  /** As a reader of the log does: what is not taken comes again. @returns the ids that must. */
  async function addAll(jobs: Jobs, ids: readonly string[], hall?: string): Promise<string[]> {
    const added = await Promise.allSettled(ids.map((id) => jobs.add(seen.job(id, hall))));
    return ids.filter((_, index) => added[index]?.status === 'rejected');
  }

  const doneAll = (ids: readonly string[]) =>
    waitFor(`${ids.join()} to be done`, () => ids.every((id) => seen.done.includes(id)));

  it('a line abreast: one that fails holds up neither the others nor who reads on, and is tried again', async () => {
    const jobs = await open({ ...seen.worker(), abreast: 3 });
    seen.failing.add('north.0');
    const ids = Array.from({ length: 20 }, (_, index) => `north.${index}`);
    expect(await addAll(jobs, ids)).to.deep.equal([]);
    await doneAll(ids.slice(1));
    expect(await addAll(jobs, ids)).to.deep.equal([]);
    seen.failing.clear();
    await doneAll(ids);
    expect(seen.done.slice().sort()).to.deep.equal(ids.slice().sort());
    expect(await jobs.deadLetters()).to.deep.equal([]);
  });

  it('does jobs in the order they came, each once', async () => {
    const jobs = await open(seen.worker());
    const ids = Array.from({ length: 40 }, (_, index) => `north.${index}`);
    expect(await addAll(jobs, ids)).to.deep.equal([]);
    await doneAll(ids);
    expect(seen.done).to.deep.equal(ids);
  });

  it('hands a job over as it was added', async () => {
    const handed: Job[] = [];
    const jobs = await open({ kind: 'print', run: async (job) => void handed.push(job) });
    const job: Job = { ...seen.job('north.1'), data: { number: 'A001', 部门: ['社保', null, { of: 1.5 }] } };
    await jobs.add(job);
    await waitFor('the job', () => handed.length > 0);
    expect(handed).to.deep.equal([job]);
  });

  it('tries a job until it succeeds, and the ones behind it wait', async () => {
    const jobs = await open(seen.worker());
    seen.failing.add('north.1');
    const added = addAll(jobs, ['north.1', 'north.2']);
    await waitFor('two tries', () => seen.tried.length >= 2);
    const [line] = await jobs.lines();
    expect(line).to.include({ kind: 'print', hall: null, active: 1, retrying: 1, waiting: 1, dead: 0 });
    seen.failing.clear();
    await added;
    await doneAll(['north.1', 'north.2']);
    expect(seen.done).to.deep.equal(['north.1', 'north.2']);
    expect(await jobs.deadLetters()).to.deep.equal([]);
  });

  it('tells its watcher of each job that is done, and of each try that failed', async () => {
    const told: string[] = [];
    const jobs = workshop.open(seen.clock);
    opened.push(jobs);
    jobs.work(seen.worker());
    jobs.watch({
      jobDone: (kind, seconds) => told.push(`${kind} done ${seconds >= 0.002 && seconds < 60}`),
      tryFailed: (kind) => told.push(`${kind} failed`),
    });
    await jobs.start();
    seen.failing.add('north.1');
    const added = addAll(jobs, ['north.1', 'north.2']);
    await waitFor('two tries', () => seen.tried.length >= 2);
    seen.failing.clear();
    await added;
    await doneAll(['north.1', 'north.2']);
    await jobs.add({ ...seen.job('north.3'), usefulUntil: 0 });
    await waitFor('all to be told', () => told.filter((each) => each.includes('done')).length === 2);
    const failed = seen.tried.length - 2;
    expect(told).to.deep.equal([
      ...Array<string>(failed).fill('print failed'),
      ...Array(2).fill('print done true'),
    ]);
  });

  it("does a hall's jobs though another hall's stand still", async () => {
    const jobs = await open(seen.worker('north'), seen.worker('south'));
    seen.failing.add('north.1');
    const held = addAll(jobs, ['north.1', 'north.2'], 'north');
    await addAll(jobs, ['south.1', 'south.2'], 'south');
    await doneAll(['south.1', 'south.2']);
    expect(seen.done).to.deep.equal(['south.1', 'south.2']);
    seen.failing.clear();
    await held;
    await doneAll(['north.1', 'north.2']);
  });

  it('does a job once that is added twice, at once or later', async () => {
    const jobs = await open(seen.worker());
    await addAll(jobs, ['north.1', 'north.1', 'north.2']);
    await doneAll(['north.1', 'north.2']);
    await addAll(jobs, ['north.2', 'north.1', 'north.3']);
    await doneAll(['north.3']);
    expect(seen.done).to.deep.equal(['north.1', 'north.2', 'north.3']);
  });

  it('gives a job up that comes too late, names it, and goes on', async () => {
    const jobs = await open(seen.worker());
    await jobs.add({ ...seen.job('north.1'), usefulUntil: seen.clock.now() - 1 });
    await addAll(jobs, ['north.2']);
    await doneAll(['north.2']);
    expect(seen.tried).to.deep.equal(['north.2']);
    const letters = (await jobs.deadLetters()).map(({ at: _, ...letter }) => letter);
    const reason = 'came too late to be of use';
    expect(letters).to.deep.equal([{ id: 'north.1', kind: 'print', hall: 'north', reason }]);
    expect((await jobs.lines())[0]).to.include({ waiting: 0, active: 0, retrying: 0, dead: 1 });
  });

  it('gives a job up that becomes useless while it is tried', async () => {
    const jobs = await open(seen.worker());
    seen.failing.add('north.1');
    const added = addAll(jobs, ['north.1', 'north.2']);
    await waitFor('a try', () => seen.tried.length > 0);
    seen.clock.pass(600_001);
    await jobs.add(seen.job('north.3'));
    await added;
    await doneAll(['north.3']);
    expect((await jobs.deadLetters()).map(({ id }) => id)).to.deep.equal(['north.2', 'north.1']);
  });

  async function giveUp(jobs: Jobs, ids: readonly string[], hall = 'north'): Promise<void> {
    for (const id of ids) {
      await jobs.add({ ...seen.job(id, hall), usefulUntil: seen.clock.now() - 1 });
      await waitFor(`${id} to be given up`, async () =>
        (await jobs.deadLetters()).some((letter) => letter.id === id),
      );
    }
  }

  it('keeps what was given up through a restart, and does one of them, or all of a hall, when asked', async () => {
    const before = await open(seen.worker());
    await giveUp(before, ['north.1', 'north.2', 'north.3']);
    await giveUp(before, ['south.1'], 'south');
    await before.stop();

    const jobs = await open(seen.worker());
    const ids = async () => (await jobs.deadLetters()).map(({ id }) => id);
    expect(await ids()).to.deep.equal(['south.1', 'north.3', 'north.2', 'north.1']);
    expect(await jobs.again('north', { kind: 'print', id: 'north.2' })).to.equal(1);
    await doneAll(['north.2']);
    await waitFor('the list to be shorter', async () => (await ids()).length === 3);
    expect(await jobs.again('north')).to.equal(2);
    await doneAll(['north.1', 'north.3']);
    expect(seen.done).to.deep.equal(['north.2', 'north.1', 'north.3']);
    await waitFor('one to be left', async () => (await ids()).join() === 'south.1');
  });

  it('does nothing again that is not there, is of another hall, or of another kind', async () => {
    const jobs = await open(seen.worker());
    await giveUp(jobs, ['north.1']);
    expect(await jobs.again('south')).to.equal(0);
    expect(await jobs.again('south', { kind: 'print', id: 'north.1' })).to.equal(0);
    expect(await jobs.again('north', { kind: 'print', id: 'north.2' })).to.equal(0);
    expect(await jobs.again('north', { kind: 'archive', id: 'north.1' })).to.equal(0);
    expect(seen.tried).to.deep.equal([]);
  });

  it('does not do a job by itself that was given up, though it is added again', async () => {
    const jobs = await open(seen.worker());
    await giveUp(jobs, ['north.1']);
    await addAll(jobs, ['north.1', 'north.2']);
    await doneAll(['north.2']);
    expect(seen.done).to.deep.equal(['north.2']);
  });

  it('keeps the last hundred that were given up', async () => {
    const jobs = await open(seen.worker());
    const late = Array.from({ length: 110 }, (_, index) => ({
      ...seen.job(`north.${index}`),
      usefulUntil: seen.clock.now() - 1,
    }));
    for (const job of late) await jobs.add(job);
    await addAll(jobs, ['north.last']);
    await doneAll(['north.last']);
    const ids = (await jobs.deadLetters()).map(({ id }) => id);
    expect([ids.length, ids[0], ids.at(-1)]).to.deep.equal([100, 'north.109', 'north.10']);
  });

  it('loses nothing when it is stopped between two tries and started again, and keeps the order', async () => {
    const jobs = await open(seen.worker());
    const ids = ['north.1', 'north.2', 'north.3'];
    seen.failing.add('north.1');
    const added = addAll(jobs, ids);
    await waitFor('a try', () => seen.tried.length > 0);
    await jobs.stop();
    const toComeAgain = await added;
    const tries = seen.tried.length;
    seen.failing.clear();
    await jobs.start();
    await addAll(jobs, toComeAgain);
    await doneAll(ids);
    expect(seen.done).to.deep.equal(ids);
    expect(seen.tried.slice(tries)).to.deep.equal(ids);
    expect(await jobs.deadLetters()).to.deep.equal([]);
  });

  it('lets a try under way end when it is stopped, and does not do it again', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const jobs = await open({
      kind: 'print',
      async run({ id }) {
        seen.tried.push(id);
        await gate;
        seen.done.push(id);
      },
    });
    const added = addAll(jobs, ['north.1']);
    await waitFor('the try', () => seen.tried.length > 0);
    const stopped = jobs.stop();
    release();
    await stopped;
    expect(await added).to.deep.equal([]);
    const next = await open(seen.worker());
    await addAll(next, ['north.2']);
    await doneAll(['north.2']);
    expect(seen.done).to.deep.equal(['north.1', 'north.2']);
  });

  /** Minutes of this length make the wait for a place short enough to be looked at. */
  const SHORT_MINUTE_MS = 300;

  function openPaced(perMinute: number): Jobs {
    const jobs = workshop.openPaced(seen.clock, SHORT_MINUTE_MS);
    opened.push(jobs);
    const { run } = seen.worker();
    jobs.work({ kind: 'print', perMinute, run });
    return jobs;
  }

  it('tries no more jobs in a minute than the worker has named, in their order', async () => {
    const jobs = openPaced(3);
    await jobs.start();
    const ids = Array.from({ length: 10 }, (_, index) => `north.${index}`);
    const beganAt = performance.now();
    const added = addAll(jobs, ids);
    for (let done = 3; done <= 9; done += 3) {
      await waitFor(`${done + 1} tries`, () => seen.tried.length > done);
      // A late look only makes this longer; 2 ms are the rounding of two clocks.
      expect(performance.now() - beganAt).to.be.at.least((done / 3) * (SHORT_MINUTE_MS - 2));
    }
    await added;
    await doneAll(ids);
    expect(seen.done).to.deep.equal(ids);
  });

  it('counts a try that failed, too', async () => {
    const jobs = openPaced(1);
    await jobs.start();
    seen.failing.add('north.1');
    const beganAt = performance.now();
    const added = addAll(jobs, ['north.1', 'north.2']);
    await waitFor('two tries', () => seen.tried.length >= 2);
    seen.failing.clear();
    await added;
    await doneAll(['north.1', 'north.2']);
    expect(performance.now() - beganAt).to.be.at.least((seen.tried.length - 1) * (SHORT_MINUTE_MS - 2));
  });

  it('can be stopped while a job waits for its place, and does it after the next start', async () => {
    const jobs = workshop.open(seen.clock);
    opened.push(jobs);
    jobs.work({ ...seen.worker(), perMinute: 1 });
    await jobs.start();
    const added = addAll(jobs, ['north.1', 'north.2', 'north.3']);
    await doneAll(['north.1']);
    await waitFor('the next to be taken', async () => (await jobs.lines())[0]?.active === 1);
    await jobs.stop();
    const toComeAgain = await added;
    expect(seen.tried).to.deep.equal(['north.1']);
    const next = await open(seen.worker());
    await addAll(next, toComeAgain);
    await doneAll(['north.2', 'north.3']);
    expect(seen.done).to.deep.equal(['north.1', 'north.2', 'north.3']);
    expect(await next.deadLetters()).to.deep.equal([]);
  });

  it('gives up what becomes useless while it waits for its place', async () => {
    const jobs = openPaced(1);
    await jobs.start();
    const added = addAll(jobs, ['north.1', 'north.2']);
    await doneAll(['north.1']);
    seen.clock.pass(600_001);
    await added;
    await waitFor('the dead letter', async () => (await jobs.deadLetters()).length === 1);
    expect(seen.tried).to.deep.equal(['north.1']);
  });

  it('takes no jobs before the start and after the stop; both may come twice', async () => {
    const jobs = workshop.open(seen.clock);
    opened.push(jobs);
    jobs.work(seen.worker());
    expect(await addAll(jobs, ['north.1'])).to.deep.equal(['north.1']);
    await jobs.start();
    await jobs.start();
    expect(await addAll(jobs, ['north.1'])).to.deep.equal([]);
    await doneAll(['north.1']);
    await jobs.stop();
    await jobs.stop();
    expect(await addAll(jobs, ['north.2'])).to.deep.equal(['north.2']);
  });

  it('refuses a kind that nobody does', async () => {
    const jobs = await open(seen.worker());
    const [outcome] = await Promise.allSettled([jobs.add({ ...seen.job('north.1'), kind: 'brew' })]);
    expect(outcome?.status === 'rejected' && (outcome.reason as Error).message).to.contain('brew');
  });
}
