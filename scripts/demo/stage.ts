import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '../../common/contract/socket.ts';
import { demoQueues, demoWindows } from '../../server/demo/queues.ts';
import type { Recorded } from '../../server/hall/events.ts';

const TIMEOUT_MS = 5000;
const CLOCK_READINGS = 12;

/** The hall a day is played in, and what may be done about it. */
export interface Stage {
  url: string;
  hall: string;
  /** Reads the hall's log once the day is over; null for a server that is somebody else's. */
  readLog: (() => AsyncIterable<Recorded[]>) | null;
  /** Stops the server if it is the player's own. May be called twice. */
  stop(): Promise<void>;
  /** What the player's own server complained of. */
  complaints(): string[];
  /** Something went wrong: what could explain it stays on the disk, and this says where. */
  keep(): string | null;
}

/** The hall's time by its server: milliseconds since the epoch, how fast they pass, and when that was. */
export interface HallTime {
  at: number;
  speed: number;
  /** By performance.now() of this process. */
  readAtMs: number;
}

/** @returns whether something answers there as this product does. @throws when something else does. */
export async function answers(url: string): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    return false;
  }
  const body = (await response.json().catch(() => null)) as { halls?: unknown } | null;
  if (Array.isArray(body?.halls)) return true;
  throw new Error(`something other than OneWindow answers at ${url}: choose another --port`);
}

/** @returns the id of the hall there that is the demo hall. @throws when there is none. */
export async function demoHallAt(url: string): Promise<string> {
  const { halls } = await get<{ halls: { id: string }[] }>(`${url}/api/v1/halls`);
  for (const { id } of halls) {
    const { queues, windows } = await get<Record<'queues' | 'windows', { id: string }[]>>(
      `${url}/api/v1/halls/${id}/board`,
    );
    const has = (there: { id: string }[], wanted: { id: string }[]): boolean =>
      wanted.every((each) => there.some((other) => other.id === each.id));
    if (has(queues, demoQueues()) && has(windows, demoWindows())) return id;
  }
  throw new Error(`the server at ${url} has no hall with the demo hall's queues and windows`);
}

/**
 * Asks a few times and takes the answer that was quickest: what an answer waits on its way, every walk
 * and service of the day would be longer by, on a clock that is fast.
 *
 * @throws when the server takes no subscription.
 */
export async function hallTimeAt(url: string, hall: string): Promise<HallTime> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, { transports: ['websocket'] });
  let best: HallTime | null = null;
  let shortestMs = Number.POSITIVE_INFINITY;
  try {
    for (let reading = 0; reading < CLOCK_READINGS; reading++) {
      const askedAtMs = performance.now();
      const answer = await socket.timeout(TIMEOUT_MS).emitWithAck('subscribe', { hall, audience: 'kiosk' });
      const tookMs = performance.now() - askedAtMs;
      if (!answer.ok) throw new Error(`the server refuses to show its kiosk: ${answer.rejection.code}`);
      if (tookMs >= shortestMs) continue;
      shortestMs = tookMs;
      best = { at: answer.at, speed: answer.speed, readAtMs: askedAtMs + tookMs / 2 };
    }
  } finally {
    socket.close();
  }
  if (best === null) throw new Error('the server does not say what time it is');
  return best;
}

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return (await response.json()) as T;
}
