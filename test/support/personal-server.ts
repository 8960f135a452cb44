import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type RunningServer, startServer } from '../../server/compose.ts';
import { readSettings } from '../../server/config.ts';
import { openLog } from '../../server/log.ts';
import { smallHall } from './small-hall.ts';

/** The small hall with a queue that may be booked, and w4 worked by a manager. */
export function personalHall(): object {
  const { queues, windows, ...hall } = smallHall();
  return {
    ...hall,
    queues: queues.map((queue) => (queue.id === 'social' ? { ...queue, booking: { perSlot: 5 } } : queue)),
    windows: windows.map((window) => (window.id === 'w4' ? { ...window, role: 'manager' } : window)),
  };
}

export interface Answered {
  status: number;
  body: Record<string, unknown>;
}

/** A whole server on a free port, with all that it says kept. */
export interface PersonalServer extends RunningServer {
  /** Every line logged, at the most talkative level. */
  logged: () => string;
  /** Every address asked and every body answered. */
  said: () => string;
  ask(method: string, path: string, body?: object, key?: string): Promise<Answered>;
}

/** @param from an instant of the small hall's day, by the hall's clock. */
export async function startPersonalServer(
  dataDir: string,
  environment: Record<string, string> = {},
  from = '2026-03-02T09:00:00+08:00',
): Promise<PersonalServer> {
  const hallFile = join(dataDir, 'small.json');
  writeFileSync(hallFile, JSON.stringify(personalHall()));
  const settings = readSettings({
    ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, HALL_CONFIG: hallFile },
    ...{ CLOCK_START: from, ...environment },
  });
  let logged = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const log = openLog('trace', sink);
  const server = await startServer({ settings, log, version: '0', webRoot: dataDir, address: '127.0.0.1' });
  let said = '';
  return {
    ...server,
    logged: () => logged,
    said: () => said,
    async ask(method, path, body, key) {
      const address = `http://127.0.0.1:${server.port}${path}`;
      const response = await fetch(address, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      said += `${address}\n${[...response.headers].join('\n')}\n${text}\n`;
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
    },
  };
}

/** Every byte of every file of a folder, by name. */
export function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(names.map((each) => [each.name, readFileSync(join(each.parentPath, each.name))]));
}
