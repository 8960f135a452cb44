import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { BullJobs } from '../../server/effects/bull.ts';
import { parseRedisAddress } from '../../server/redis/address.ts';
import { TestClock } from './test-clock.ts';

/** A machine that does jobs, in a process of its own, to be killed: job-machine <redis url> <file> <hold ms> <run ms> */
const [url = '', file = '', holdMs, runMs] = process.argv.slice(2);

const jobs = new BullJobs({
  address: parseRedisAddress(url),
  clock: new TestClock(),
  log: pino({ level: 'silent' }),
  holdMs: Number(holdMs),
});
jobs.work({
  kind: 'print',
  async run({ id }) {
    appendFileSync(file, `${process.pid} begins ${id}\n`);
    await sleep(Number(runMs));
    appendFileSync(file, `${process.pid} ends ${id}\n`);
  },
});
await jobs.start();
appendFileSync(file, `${process.pid} ready\n`);
