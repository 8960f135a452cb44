import { daysAfter } from '../../server/balancing/day-features.ts';
import { readSettings } from '../../server/config.ts';
import { demoHall } from '../../server/demo/hall.ts';
import { readHallFile } from '../../server/hall-file.ts';
import { DayReader } from '../../server/service/day.ts';
import { readOptions, SeedError, USAGE } from './options.ts';
import { writePast } from './write.ts';

/** Writes a past: options and settings → days → a log in DATA_DIR. */

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof SeedError ? 2 : 1;
});

async function main(args: string[]): Promise<number> {
  const { HALL_CONFIG, DATA_DIR, REDIS_URL } = readSettings(process.env);
  if (REDIS_URL !== '')
    throw new SeedError('A past is written to files: npm run migrate moves it to REDIS_URL.');
  if (HALL_CONFIG.includes(',')) throw new SeedError('HALL_CONFIG names several halls: name one.');
  const hall = HALL_CONFIG === '' ? demoHall() : await readHallFile(HALL_CONFIG);
  const yesterday = daysAfter(new DayReader(hall.timeZone).at(Date.now()).day, -1);
  const options = readOptions(args, yesterday);
  if (options === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { days, tickets, events } = await writePast(hall, DATA_DIR, options, (day, done, of) => {
    process.stderr.write(`\r${day}  ${done} of ${of} days`);
  });
  process.stdout.write(`\n${days} days, ${tickets} tickets, ${events} events in ${DATA_DIR}/${hall.id}.db\n`);
  return 0;
}
