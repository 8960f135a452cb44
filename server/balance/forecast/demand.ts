import type { Demand, QueueDemand } from '../model.ts';
import type { DayForecast } from './arrivals.ts';
import type { LearnedServices } from './service-times.ts';

/** What a forecast day says, as the simulator wants it. */

/** What of a queue neither the arrivals' forecast nor the services say. */
export type QueueExtras = Pick<QueueDemand, 'categoryShares' | 'bookings'>;

const NOTHING: QueueExtras = { categoryShares: {}, bookings: [] };

/**
 * @param startsAt the day's first instant, on the log's clock.
 * @param extras by queue; a queue without has neither categories nor bookings.
 */
export function demandOf(
  forecast: DayForecast,
  { queues: services }: LearnedServices,
  startsAt: number,
  extras: Readonly<Record<string, QueueExtras>> = {},
): Demand {
  const queues = forecast.queues.flatMap(({ queue, perSlot, levelVariation }): QueueDemand[] => {
    const service = services[queue];
    if (service === undefined) return [];
    const { meanMinutes, squaredVariation } = service;
    const of = extras[queue] ?? NOTHING;
    return [{ queue, perSlot, levelVariation, service: { meanMinutes, squaredVariation }, ...of }];
  });
  return { from: startsAt, queues };
}
