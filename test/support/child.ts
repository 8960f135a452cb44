import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Child {
  process: ChildProcessByStdio<null, Readable, Readable>;
  /** All it has written so far. */
  out: () => string;
  err: () => string;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  kill(signal?: NodeJS.Signals): Promise<number | string>;
}

const running = new Set<Child>();

/** Starts a TypeScript file of this project in a process of its own, with nothing of this one's environment. */
export function startChild(file: string, args: string[] = [], env: Record<string, string> = {}): Child {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, ['--import', './test/support/register.mjs', file, ...args], {
    cwd: ROOT,
    env: { PATH, HOME, ...(TMPDIR === '' ? {} : { TMPDIR }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes.toString();
  });
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | string);
  const started: Child = {
    process: child,
    out: () => out,
    err: () => err,
    ended,
    kill(signal = 'SIGKILL') {
      child.kill(signal);
      return ended;
    },
  };
  running.add(started);
  void ended.then(() => running.delete(started));
  return started;
}

/** Ends what a failed test has left behind. */
export async function endChildren(): Promise<void> {
  await Promise.all([...running].map((child) => child.kill()));
}
