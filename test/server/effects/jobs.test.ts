import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { Checkpoint } from '../../../server/effects/checkpoint.ts';
import { LocalJobs } from '../../../server/effects/local.ts';
import { failureOf } from '../../support/drafts.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

const tempDir = tempDirs();

describe('jobs done in this process', () => {
  const clock = new TestClock();
  const soon = clock.now() + 60_000;
  let jobs: LocalJobs;

  beforeEach(() => {
    jobs = new LocalJobs(clock, pino({ level: 'silent' }));
  });
  afterEach(() => jobs.stop());

  it('are done one after the other, in the order they came', async () => {
    const steps: string[] = [];
    const job = (id: string) => ({
      id,
      usefulUntil: soon,
      async run() {
        steps.push(`${id} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${id} ends`);
      },
    });
    await Promise.all([jobs.add(job('a')), jobs.add(job('b'))]);
    expect(steps).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('are tried until they succeed', async () => {
    let tries = 0;
    const run = async (): Promise<void> => {
      if (++tries < 3) throw new Error('not yet');
    };
    await jobs.add({ id: 'third-time', usefulUntil: soon, run });
    expect([tries, jobs.deadLetters()]).to.deep.equal([3, []]);
  });

  it('given up are told of, the latest first, and no more than a hundred', async () => {
    const run = async (): Promise<void> => undefined;
    for (let count = 1; count <= 130; count++)
      await jobs.add({ id: `job-${count}`, usefulUntil: clock.now() - 1, run });
    const ids = jobs.deadLetters().map(({ id }) => id);
    expect([ids.length, ids[0], ids[99]]).to.deep.equal([100, 'job-130', 'job-31']);
  });

  it('under way when the program stops are not given up: they fail, to come again', async () => {
    let tries = 0;
    const run = async (): Promise<void> => {
      tries++;
      throw new Error('never');
    };
    const failing = failureOf(jobs.add({ id: 'stuck', usefulUntil: soon, run }));
    await waitFor('a try', () => tries > 0);
    await jobs.stop();
    expect((await failing).message).to.equal('stopping');
    expect(jobs.deadLetters()).to.deep.equal([]);
  });
});

describe('a checkpoint', () => {
  it('is 0 at first, then what was saved last, also to another reader', async () => {
    const file = join(tempDir(), 'done');
    const checkpoint = new Checkpoint(file);
    expect(await checkpoint.load()).to.equal(0);
    await checkpoint.save(7);
    await checkpoint.save(1234);
    expect(await new Checkpoint(file).load()).to.equal(1234);
  });
});
