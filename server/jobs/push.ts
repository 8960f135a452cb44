import { createHmac } from 'node:crypto';
import { AbortError } from 'p-retry';
import type { Draft } from '../hall/events.ts';
import type { Job, Worker } from '../ports.ts';

/**
 * Tells another system what happens to tickets: signed, in order, each at least once and under an id that
 * stays the same. Numbers, queues and windows only; who somebody is never leaves the hall.
 */

/** The kind of the jobs that push. */
const PUSH = 'webhook';
/** What nobody has taken for a day is given up: by then the other system asks for the day's export. */
const PUSH_USEFUL_MS = 24 * 3_600_000;
const ANSWER_WITHIN_MS = 5000;

/** What a push tells, by the event it follows from. */
const NEWS: Partial<Record<Draft['type'], string>> = {
  TicketIssued: 'queued',
  TicketCalled: 'called',
  CalledOutOfTurn: 'called',
  TicketTransferred: 'transferred',
  ServiceFinished: 'served',
};

/**
 * The job of telling of an event; null for what is nobody else's business, and for what is past: a hall that
 * begins to push does not begin with its first day.
 */
export function pushJob(
  hall: string,
  { speed, now }: { speed: number; now: number },
  event: Draft,
): Job | null {
  const news = NEWS[event.type];
  const usefulUntil = event.at + PUSH_USEFUL_MS * speed;
  if (news === undefined || !('ticket' in event) || usefulUntil < now) return null;
  const { seq, at, ticket, number } = event;
  const data = {
    ...{ news, hall, seq, at, ticket, number },
    ...('queue' in event ? { queue: event.queue } : {}),
    ...('window' in event ? { window: event.window } : {}),
  };
  return { id: `${hall}.${seq}`, kind: PUSH, hall, usefulUntil, data };
}

/**
 * Posts jobs as JSON. `X-OneWindow-Signature` is `sha256=` and the hex HMAC of the body, `Idempotency-Key`
 * the same at every try, no more tries a minute than the receiver bears. What the receiver refuses for good
 * (4xx but 408 and 429) is given up, and stands among the dead letters.
 */
export function pushWorker(hall: string, url: string, key: string, perMinute: number): Worker {
  return { kind: PUSH, hall, perMinute, run: (job) => push(job, url, key) };
}

async function push({ id, data }: Job, url: string, key: string): Promise<void> {
  const body = JSON.stringify(data);
  const signature = createHmac('sha256', key).update(body).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': id,
      'X-OneWindow-Signature': `sha256=${signature}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  await response.body?.cancel();
  const { status } = response;
  if (response.ok) return;
  const reason = `the receiver answered ${status}`;
  const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  throw isFinal ? new AbortError(reason) : new Error(reason);
}
