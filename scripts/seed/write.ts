import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type HallConfig, type Setup, setupOf } from '../../common/contract/config.ts';
import { demoQueues } from '../../server/demo/queues.ts';
import { randomOf } from '../../server/demo/random.ts';
import { FileCheckpoint } from '../../server/effects/checkpoint.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import type { Draft } from '../../server/hall/events.ts';
import { run } from '../../server/hall/run.ts';
import { emptyHall, type HallState } from '../../server/hall/state.ts';
import { SqliteJournal } from '../../server/journal/sqlite.ts';
import { EFFECTS } from '../../server/moving.ts';
import { bookableDays } from '../../server/service/calendar.ts';
import { DayReader } from '../../server/service/day.ts';
import { LivedDay } from './lived-day.ts';
import { type Options, SeedError } from './options.ts';
import { pastDays } from './past.ts';

const HOUR_MS = 3_600_000;
/** The machine is switched on at eight. */
const SWITCHED_ON_MS = 8 * HOUR_MS;

export interface Written {
  days: number;
  events: number;
  tickets: number;
}

/**
 * Writes a hall's past into a folder: a log like any other, which verifies, follows its own rule, and is open
 * on its last day, so that the server turns the day when it starts.
 * @throws SeedError where the hall has a log already, or queues that no past is known of.
 */
export async function writePast(
  config: HallConfig,
  folder: string,
  options: Options,
  progress: (day: string, done: number, of: number) => void = () => undefined,
): Promise<Written> {
  const known = new Set(demoQueues().map(({ id }) => id));
  const strange = config.queues.find(({ id }) => !known.has(id));
  if (strange !== undefined) throw new SeedError(`The queue ${strange.id} is not one of the demo hall's.`);
  const file = join(folder, `${config.id}.db`);
  if (existsSync(file)) throw new SeedError(`${file} is there already: a past is not written into a log.`);
  mkdirSync(folder, { recursive: true });
  const setup = setupOf(config);
  const past = pastDays(options);
  const journal = new SqliteJournal(file);
  const written: Written = { days: 0, events: 0, tickets: 0 };
  // A day is sealed and written by the journal's thread while the next one is lived.
  let writing: Promise<unknown> = Promise.resolve();
  try {
    const state = emptyHall();
    const days = new DayReader(setup.timeZone);
    for (const { day, comers } of past) {
      // Six in the morning by UTC is within the same day wherever such halls are.
      const { startsAt } = days.at(Date.parse(`${day}T06:00:00Z`));
      const drafts = turnDay(state, setup, day, startsAt);
      const random = randomOf(options.seed + written.days);
      const queues = new Set(setup.queues.map(({ id }) => id));
      const here = comers.filter(({ queue }) => queues.has(queue));
      drafts.push(...new LivedDay(state, day, startsAt, random).live(here));
      await writing;
      writing = journal.append(written.events, drafts);
      written.days++;
      written.events += drafts.length;
      written.tickets += here.length;
      progress(day, written.days, past.length);
    }
    await writing;
  } finally {
    await journal.close();
  }
  // What is past is neither printed nor told to anybody.
  for (const effect of EFFECTS)
    await new FileCheckpoint(join(folder, `${config.id}.${effect}`)).save(written.events);
  return written;
}

/** As the service does it at the first command of a day. */
function turnDay(state: HallState, setup: Setup, day: string, startsAt: number): Draft[] {
  const bookable = bookableDays(day, startsAt, setup.timeZone, setup.bookings.horizonWorkingDays);
  const turn: [HallCommand, string][] = [
    [{ type: 'OpenDay', day, startsAt, setup, bookable }, `open-${day}`],
  ];
  if (state.day !== null) turn.unshift([{ type: 'CloseDay' }, `close-${state.day}`]);
  return turn.flatMap(([command, commandId]) => {
    const done = run(state, command, { at: startsAt + SWITCHED_ON_MS, by: 'system', commandId, role: null });
    if ('rejection' in done) throw new Error(`${commandId}: ${done.rejection.code}`);
    return done.drafts;
  });
}
