import type { TomorrowAnswer } from '../../common/contract/balance.ts';
import { ADVICE_LIMITS } from '../balance/advise/advise.ts';
import type { DayFeatures } from '../balance/forecast/day-features.ts';
import { demandOf, type QueueExtras } from '../balance/forecast/demand.ts';
import type { Model, WindowPlan } from '../balance/model.ts';
import { emptyStart } from '../balance/simulate/start.ts';
import { DayReader } from '../service/day.ts';
import { adviceView } from './advice-view.ts';
import { dayFeatures, daysAfter } from './day-features.ts';
import { hoursOf, type Knowledge } from './knowledge.ts';
import { bookingsOf, type OpenState } from './model.ts';
import type { BalanceThread } from './thread.ts';
import { eventNames, shiftsOn, standbyOn, type Timetable } from './timetable.ts';

/** What windows should serve on the next open day: from calendar, forecast, bookings and roster, all day long. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A hall that does not open for so long has no tomorrow to plan. */
const FARTHEST_DAYS = 20;
/** Nobody has to read it within the day it is for. */
const LIMITS = { ...ADVICE_LIMITS, leadMinutes: 0 };

interface NextDay {
  features: DayFeatures;
  /** The instant it begins in the hall's time zone. */
  startsAt: number;
}

/** Null where none is near. */
export function nextOpenDay({ setup, day, startsAt }: OpenState, { calendar }: Timetable): NextDay | null {
  for (let ahead = 1; ahead <= FARTHEST_DAYS; ahead++) {
    const features = dayFeatures(daysAfter(day, ahead), calendar);
    // Noon stays on its day whatever summer time does to midnight.
    const noon = startsAt + (24 * ahead + 12) * HOUR_MS;
    if (features.open) return { features, startsAt: new DayReader(setup.timeZone).at(noon).startsAt };
  }
  return null;
}

export async function reckonTomorrow(
  thread: BalanceThread,
  state: OpenState,
  knowledge: Knowledge,
  at: number,
): Promise<TomorrowAnswer> {
  const next = nextOpenDay(state, knowledge.timetable);
  if (next === null) return { day: null, events: [], advice: null };
  const { day } = next.features;
  const events = eventNames(next.features, knowledge.timetable.calendar);
  const model = modelOfDay(state, knowledge, next);
  const opens = model.plans.flatMap(({ open }) => open.map(({ from }) => from));
  // By the roster nobody is there.
  if (opens.length === 0) return { day, events, advice: null };
  const start = emptyStart(state.setup.windows.length, Math.min(...opens));
  const advice = await thread.advise(model, start, LIMITS);
  return { day, events, advice: adviceView(advice, state, 't', at) };
}

function modelOfDay(state: OpenState, knowledge: Knowledge, { features, startsAt }: NextDay): Model {
  const { setup } = state;
  const { forecast, services, habits, categoryShares } = knowledge;
  const extras: Record<string, QueueExtras> = {};
  for (const { id } of setup.queues)
    extras[id] = {
      categoryShares: categoryShares[id] ?? {},
      bookings: bookingsOf(state, id, features.day, startsAt),
    };
  const demand = demandOf(forecast.forecast(features), services, startsAt, extras);
  return { setup, demand, habits, plans: plansOn(state, knowledge.timetable, features.day, startsAt) };
}

/** Windows by the roster; all of the hall's hours where it says nothing of them. */
function plansOn(
  { setup, windows }: OpenState,
  timetable: Timetable,
  day: string,
  startsAt: number,
): WindowPlan[] {
  const { from, until } = hoursOf(setup);
  const allDay = [{ from: startsAt + from * MINUTE_MS, until: startsAt + until * MINUTE_MS }];
  return [...windows.values()].flatMap(({ ownQueues, setup: { id, qualified = [] } }) => {
    const shifts = shiftsOn(timetable, id, day, startsAt) ?? allDay;
    const standby = standbyOn(timetable, id, day, startsAt);
    if (shifts.length === 0 && standby.length === 0) return [];
    return {
      window: id,
      open: shifts.map((span) => ({ ...span, queues: ownQueues })),
      ...{ qualified, standby },
    };
  });
}
