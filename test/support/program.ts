import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HallConfig } from '../../common/contract/config.ts';
import { type Child, startChild } from './child.ts';
import { smallHall } from './small-hall.ts';
import { waitFor } from './wait-for.ts';

const READY_WITHIN_MS = 20_000;

export interface Program extends Child {
  url: string;
  port: number;
}

/** The settings of a program that serves the small hall from a folder, on a free port, on an ordinary Monday. */
export function settingsFor(folder: string, hall: HallConfig = smallHall()): Record<string, string> {
  const file = join(folder, 'hall.json');
  writeFileSync(file, JSON.stringify(hall));
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
    HALL_CONFIG: file,
    LOG_LEVEL: 'warn',
    CLOCK_START: '2026-03-02T09:00:00+08:00',
  };
}

/** The program itself, in a process of its own; resolves when it serves. */
export async function startProgram(settings: Record<string, string>): Promise<Program> {
  const child = startChild('server/main.ts', [], settings);
  let isOver = false;
  void child.ended.then(() => {
    isOver = true;
  });
  const port = await waitFor(
    'the program to serve',
    () => {
      if (isOver) throw new Error(`the program ended: ${child.err()}`);
      return Number(/ serves \w+ on [\d.]+:(\d+)\n/.exec(child.out())?.[1]) || undefined;
    },
    READY_WITHIN_MS,
  );
  return { ...child, port, url: `http://127.0.0.1:${port}` };
}
