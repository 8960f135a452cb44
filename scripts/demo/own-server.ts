import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoHall } from '../../server/demo/hall.ts';
import { OPENS_AT } from '../../server/demo/scenarios.ts';
import type { Recorded } from '../../server/hall/events.ts';
import { SqliteJournal } from '../../server/journal/sqlite.ts';
import { DayReader } from '../../server/service/day.ts';
import { answers, demoHallAt, type Stage } from './stage.ts';

const READY_WITHIN_MS = 20_000;
const STOPPED_WITHIN_MS = 10_000;
/** The hall's clock starts so much before opening, in real time: the server is up when the doors open. */
const BEFORE_OPENING_MS = 3000;
/** Lines of the server's log kept to be shown. */
const MAX_COMPLAINTS = 200;

/** The instant today at which the demo hall opens. */
export function openingToday(now: number): number {
  const { startsAt } = new DayReader(demoHall().timeZone).at(now);
  const [hours = 0, minutes = 0] = OPENS_AT.split(':').map(Number);
  return startsAt + (hours * 60 + minutes) * 60_000;
}

/** When the clock of a server is to start for its doors to open so many real milliseconds later. */
export function clockStartToday(speed: number, beforeOpeningMs: number): string {
  return new Date(openingToday(Date.now()) - beforeOpeningMs * speed).toISOString();
}

/** Starts the built server in a process of its own, with a fresh folder and a clock of that speed. */
export async function startOwnServer(port: number, speed: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-demo-'));
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    // Not in the terminal's group: Ctrl-C is the player's, who stops the server when it has read the end.
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      HALL_CONFIG: '',
      LOG_LEVEL: 'warn',
      PRINTER: 'tray',
      CLOCK_SPEED: String(speed),
      CLOCK_START: clockStartToday(speed, BEFORE_OPENING_MS),
    },
  });
  const url = `http://localhost:${port}`;
  const complaints = readLines(child);
  const stop = stopper(child);
  let isKept = false;
  process.once('exit', () => {
    child.kill('SIGKILL');
    if (!isKept) rmSync(folder, { recursive: true, force: true });
  });
  await ready(child, url, complaints);
  const hall = await demoHallAt(url);
  return {
    url,
    hall,
    readLog: () => logOf(join(folder, `${hall}.db`)),
    stop,
    complaints: () => complaints,
    keep: () => {
      isKept = true;
      return folder;
    },
  };
}

/** A hall's log from its beginning, read by the journal itself. */
export async function* logOf(file: string): AsyncGenerator<Recorded[]> {
  const journal = new SqliteJournal(file);
  try {
    yield* journal.read(1);
  } finally {
    await journal.close();
  }
}

/** @throws when the server ends or is not ready in time, with its last words. */
async function ready(child: ChildProcess, url: string, complaints: readonly string[]): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > giveUpAt)
      throw new Error(`the server did not start: ${complaints.at(-1) ?? 'it said nothing'}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function readLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.filter((line) => line !== ''));
    if (lines.length > MAX_COMPLAINTS) lines.splice(0, lines.length - MAX_COMPLAINTS);
  });
  return lines;
}

function stopper(child: ChildProcess): () => Promise<void> {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const lastResort = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    child.kill('SIGTERM');
    await once(child, 'exit');
    clearTimeout(lastResort);
  };
}
