import type { HallBalance } from '../balancing/hall-balance.ts';
import type { Draft } from '../hall/events.ts';
import type { Job, Worker } from '../ports.ts';

/**
 * The days ahead, reckoned when a day is over: once for all nodes, and on the hall's shelf before anybody asks.
 */

const FORECAST = 'forecast';
/** The next day has its own. */
const FORECAST_USEFUL_MS = 24 * 3_600_000;

/** The job that follows from a day's close; null for every other event, and for what is past. */
export function forecastJob(
  hall: string,
  { speed, now }: { speed: number; now: number },
  event: Draft,
): Job | null {
  const usefulUntil = event.at + FORECAST_USEFUL_MS * speed;
  if (event.type !== 'DayClosed' || usefulUntil < now) return null;
  const { day } = event;
  return { id: `${hall}.forecast.${day}`, kind: FORECAST, hall, usefulUntil, data: { day } };
}

/** Of all halls, one after the other: each takes seconds, and nobody waits for it. */
export function forecastWorker(
  halls: ReadonlyMap<string, { balance: Pick<HallBalance, 'prepare'> }>,
): Worker {
  return {
    kind: FORECAST,
    async run({ hall: id }) {
      const hall = halls.get(id);
      if (hall === undefined) throw new Error(`there is no hall ${id} here`);
      await hall.balance.prepare();
    },
  };
}
