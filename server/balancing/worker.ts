import { type AdviceLimits, advise } from '../balance/advise/advise.ts';
import { ArrivalForecast } from '../balance/forecast/arrivals.ts';
import type { Assumptions } from '../balance/forecast/assumptions.ts';
import type { DayFeatures } from '../balance/forecast/day-features.ts';
import type { Model } from '../balance/model.ts';
import type { QueueNeeds } from '../balance/season/plan.ts';
import { missingQualifications } from '../balance/season/qualifications.ts';
import { type PastDay, planSeason } from '../balance/season/season.ts';
import type { Start } from '../balance/simulate/start.ts';
import { expectedWaits } from '../balance/wait/wait.ts';
import { whatIf } from '../balance/what-if.ts';
import { answerRequests } from '../thread.ts';

/** The thread that simulates: seconds of arithmetic never hold the event loop. Plain data in and out. */

export type Request =
  | { op: 'waits'; model: Model; start: Start }
  | { op: 'advise'; model: Model; start: Start; limits: AdviceLimits }
  | { op: 'simulate'; model: Model; changed: Model; start: Start }
  | {
      op: 'season';
      assumptions: Assumptions;
      /** What is learned from, in order of time; the earlier ones are only compared with. */
      learned: readonly PastDay[];
      past: readonly PastDay[];
      days: readonly DayFeatures[];
      needs: readonly QueueNeeds[];
    }
  | { op: 'qualifications'; model: Model; clerks: number };

answerRequests(handle);

function handle(request: Request): unknown {
  switch (request.op) {
    case 'waits':
      return expectedWaits(request.model, request.start);
    case 'advise':
      return advise(request.model, request.start, request.limits);
    case 'simulate':
      return whatIf(request.model, request.changed, request.start);
    case 'season':
      return seasonOf(request);
    case 'qualifications':
      return missingQualifications(request.model, request.clerks);
  }
}

function seasonOf({ assumptions, learned, past, days, needs }: Extract<Request, { op: 'season' }>): unknown {
  const forecast = new ArrivalForecast(assumptions);
  for (const { features, queues } of learned) forecast.learn(features, queues);
  return planSeason(forecast, days, needs, past);
}
