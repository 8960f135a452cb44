import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { FileCheckpoint } from '../../../server/effects/checkpoint.ts';
import { LocalJobs } from '../../../server/effects/local.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { bench, jobsContract } from './contract.ts';

const tempDir = tempDirs();
const silent = pino({ level: 'silent' });

describe('jobs done in this process', () => {
  jobsContract(() => {
    const file = join(tempDir(), 'dead-letters.json');
    return {
      open: (clock) => new LocalJobs(file, clock, silent),
      openPaced: (clock, minuteMs) => new LocalJobs(file, clock, silent, minuteMs),
    };
  });

  it('start upon a list of dead letters that can not be read, and say so', async () => {
    const file = join(tempDir(), 'dead-letters.json');
    await writeFile(file, '[{"at":');
    const logged: string[] = [];
    const seen = bench();
    const jobs = new LocalJobs(file, seen.clock, pino({}, { write: (line) => void logged.push(line) }));
    jobs.work(seen.worker());
    await jobs.start();
    await jobs.add(seen.job('north.1'));
    await jobs.add({ ...seen.job('north.2'), usefulUntil: 0 });
    expect(seen.done).to.deep.equal(['north.1']);
    expect(logged.join()).to.contain('can not be read');
    expect(JSON.parse(await readFile(file, 'utf8'))).to.have.length(1);
    await jobs.stop();
  });

  it('have a dead letter still after a crash while it was done again', async () => {
    const file = join(tempDir(), 'dead-letters.json');
    const seen = bench();
    const jobs = new LocalJobs(file, seen.clock, silent);
    jobs.work(seen.worker());
    await jobs.start();
    await jobs.add({ ...seen.job('north.1'), usefulUntil: 0 });
    seen.failing.add('north.1');
    expect(await jobs.again('north')).to.equal(1);
    expect(await jobs.deadLetters()).to.deep.equal([]);
    const after = new LocalJobs(file, seen.clock, silent);
    await after.start();
    expect((await after.deadLetters()).map(({ id }) => id)).to.deep.equal(['north.1']);
    await jobs.stop();
  });
});

describe('a checkpoint', () => {
  it('is 0 at first, then what was saved last, also to another reader', async () => {
    const file = join(tempDir(), 'done');
    const checkpoint = new FileCheckpoint(file);
    expect(await checkpoint.load()).to.equal(0);
    await checkpoint.save(7);
    await checkpoint.save(1234);
    expect(await new FileCheckpoint(file).load()).to.equal(1234);
  });
});
