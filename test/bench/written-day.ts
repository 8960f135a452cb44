import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { atService } from './ways.ts';
import { hall, Workload } from './workload.ts';

/** Of a hall's busiest day, and more. */
export const EVENTS = 100_000;
const IN_FLIGHT = 256;

/** Has a service write so many events, as the log of the benchmark's hall in this folder. */
export async function writeDay(folder: string): Promise<void> {
  const way = await atService(folder);
  const workload = new Workload();
  let written = 0;
  const give = async (command: Parameters<typeof way.submit>[0]): ReturnType<typeof way.submit> => {
    written++;
    return way.submit(command, 0);
  };
  for (const command of workload.preparation()) await give(command);
  const lane = async (): Promise<void> => {
    while (written < EVENTS) {
      const { command, done } = workload.next();
      done(await give(command));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  await way.close();
  renameSync(join(folder, 'service.db'), join(folder, `${hall.id}.db`));
}
