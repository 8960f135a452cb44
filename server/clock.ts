import type { Clock } from './ports.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now(), speed: 1 };

/**
 * A clock that starts at an instant and runs `speed` times as fast: a whole day of a hall in
 * minutes, for demonstrations and tests of whole days.
 */
export function fastClock(startsAt: number, speed: number): Clock {
  const origin = performance.now();
  return { now: () => Math.floor(startsAt + (performance.now() - origin) * speed), speed };
}
