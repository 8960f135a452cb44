import type { Setup } from '../../common/contract/config.ts';
import { targetMinutes } from '../hall/rule.ts';
import type { Ticket } from '../hall/state.ts';

/**
 * What each figure is (R45), once. A wait is `waitMs` of server/hall/evolve/record.ts, which the hall counts
 * in public too: first call − issue, or − the slot of a booking that came in time.
 */

const MINUTE_MS = 60_000;

/** walk = start − call. A recall is no call. */
export function walkMs({ calledAt }: Ticket, startedAt: number): number {
  return startedAt - (calledAt ?? startedAt);
}

/** service = end − start − holds. */
export function serviceMs({ startedAt, heldMs }: Ticket, endedAt: number): number {
  return endedAt - (startedAt ?? endedAt) - heldMs;
}

/** Whether a wait was within what the hall promises this queue and category. */
export function isWithinTarget(
  setup: Setup,
  queue: string,
  category: string | null,
  waitMs: number,
): boolean {
  const found = setup.queues.find(({ id }) => id === queue);
  return found !== undefined && waitMs <= targetMinutes(setup, found, category) * MINUTE_MS;
}

/** abandon rate = missed for good / called */
export function abandonRate({ missed, called }: { missed: number; called: number }): number | null {
  return share(missed, called);
}

/** on-target rate = waits ≤ target / served */
export function onTargetRate({ onTarget, served }: { onTarget: number; served: number }): number | null {
  return share(onTarget, served);
}

/** utilisation = serving / (open − pause) */
export function utilisation(times: { servingMs: number; openMs: number; pausedMs: number }): number | null {
  return share(times.servingMs, times.openMs - times.pausedMs);
}

/** Null of nothing: 0 of 0 is no rate. */
function share(part: number, whole: number): number | null {
  return whole <= 0 ? null : part / whole;
}
