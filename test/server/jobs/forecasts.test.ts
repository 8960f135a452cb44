import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Draft, HallEvent } from '../../../server/hall/events.ts';
import { forecastJob, forecastWorker } from '../../../server/jobs/forecasts.ts';
import { failureOf } from '../../support/drafts.ts';
import { type Program, settingsFor, startProgram } from '../../support/program.ts';
import { at, DAY } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

const when = at('23:59');
const draft = (event: HallEvent): Draft => ({
  ...event,
  seq: 9,
  at: when,
  by: 'system',
  commandId: 'close-1',
});
const closed = draft({ type: 'DayClosed', day: DAY, ended: {} });

describe('the job of reckoning the days ahead', () => {
  it('follows from a day’s close, under one id on every node, and from nothing else', () => {
    const job = forecastJob('small', { speed: 1, now: when }, closed);
    expect(job).to.include({ id: `small.forecast.${DAY}`, kind: 'forecast', hall: 'small' });
    const other = draft({ type: 'WindowOpened', window: 'w1' });
    expect(forecastJob('small', { speed: 1, now: when }, other)).to.equal(null);
  });

  it('is of no use once the next has come', () => {
    expect(forecastJob('small', { speed: 1, now: when + 25 * 3_600_000 }, closed)).to.equal(null);
    expect(forecastJob('small', { speed: 60, now: when + 25 * 3_600_000 }, closed)).to.not.equal(null);
  });

  it('is done for its hall, and tried again where there is none', async () => {
    let prepared = 0;
    const worker = forecastWorker(
      new Map([['small', { balance: { prepare: async () => void prepared++ } }]]),
    );
    const job = forecastJob('small', { speed: 1, now: when }, closed);
    if (job === null) throw new Error('it follows');
    await worker.run(job);
    expect(prepared).to.equal(1);
    expect((await failureOf(worker.run({ ...job, hall: 'other' }))).message).to.match(/no hall other/);
  });
});

describe('a server whose day ends', function () {
  this.timeout(60_000);
  const folder = tempDirs();
  let program: Program;
  afterEach(async () => {
    await program.kill('SIGTERM');
  });

  it('has the days ahead on its shelf before anybody asks', async () => {
    const data = folder();
    const settings = settingsFor(data);
    program = await startProgram(settings);
    await program.kill('SIGTERM');
    program = await startProgram({ ...settings, CLOCK_START: '2026-03-03T00:00:10+08:00' });
    const shelf = join(data, 'data', 'shelf', 'small');
    const kinds = await waitFor(
      'the shelf to hold them',
      () => {
        const found = readable(shelf).map((name) => name.split('.')[0]);
        return found.includes('season') && found.includes('tomorrow') && found;
      },
      40_000,
    );
    expect(kinds).to.include.members(['season', 'tomorrow']);
    expect(readable(shelf).join()).to.contain('season.2026-03-03.');
  });
});

/** Not there before anything lies in it. */
function readable(shelf: string): string[] {
  return existsSync(shelf) ? readdirSync(shelf) : [];
}
