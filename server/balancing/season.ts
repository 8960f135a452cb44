import type { SeasonAnswer } from '../../common/contract/balance.ts';
import type { Model } from '../balance/model.ts';
import type { QueueNeeds } from '../balance/season/plan.ts';
import type { SeasonDay } from '../balance/season/season.ts';
import { targetMinutes } from '../hall/rule.ts';
import { dayFeatures, daysAfter } from './day-features.ts';
import { hoursOf, type Knowledge } from './knowledge.ts';
import type { OpenState } from './model.ts';
import type { BalanceThread } from './thread.ts';
import { eventNames, rosteredOn, shiftsOn } from './timetable.ts';

const MINUTE_MS = 60_000;
/** Days a season's plan looks ahead. */
const SEASON_DAYS = 14;
/** Share of tickets that may wait for longer than the target. */
const OVER_SHARE = 0.2;
/** "Two more clerks qualified for …" */
const MORE_CLERKS = 2;

/** The next two weeks by half hours, and the qualifications that are missing on their busiest day. */
export async function reckonSeason(
  thread: BalanceThread,
  state: OpenState,
  knowledge: Knowledge,
): Promise<SeasonAnswer> {
  const { setup, day } = state;
  const { assumptions, past, learnedDays, services, timetable } = knowledge;
  const { calendar } = timetable;
  const days = Array.from({ length: SEASON_DAYS }, (_, ahead) =>
    dayFeatures(daysAfter(day, ahead + 1), calendar),
  );
  const needs = setup.queues.flatMap((queue) => {
    const service = services.queues[queue.id];
    const promise = { targetMinutes: targetMinutes(setup, queue, null), overShare: OVER_SHARE };
    return service === undefined ? [] : [{ queue: queue.id, service, promise }];
  });
  const learned = learnedDays === 0 ? [] : past.slice(-learnedDays);
  const plan = await thread.season({ assumptions, learned, past, days, needs });
  const busiest = plan.toSorted((a, b) => arrivalsOf(b) - arrivalsOf(a))[0];
  const model = busiest === undefined ? null : dayModel(busiest, state, knowledge, needs);
  const isStaffed = model?.plans.some(({ open }) => open.length > 0) === true;
  const missing = isStaffed ? await thread.qualifications(model, MORE_CLERKS) : [];
  return {
    learnedDays,
    days: plan.map((each) => ({
      ...{ day: each.day, pooled: [...each.pooled], lastYear: each.lastYear?.day ?? null },
      rostered: rosteredOn(timetable, setup.windows, each.day),
      events: eventNames(each.features, calendar),
      queues: each.queues.map(({ queue, arrivals, low, high, windows }) => ({
        ...{ queue, arrivals: arrivals.map(rounded), low: [...low], high: [...high], windows: [...windows] },
        lastYear: lastYearOf(each, queue),
      })),
    })),
    missing: missing.map(({ windows, ...each }) => ({ ...each, windows: [...windows] })),
  };
}

function arrivalsOf({ queues }: SeasonDay): number {
  return queues.flatMap(({ arrivals }) => arrivals).reduce((sum, each) => sum + each, 0);
}

/** Nobody reads a thousandth of a citizen, and the shelf need not keep more. */
function rounded(arrivals: number): number {
  return Math.round(arrivals * 1000) / 1000;
}

function lastYearOf({ lastYear }: SeasonDay, queue: string): number[] | null {
  const arrivals = lastYear?.arrivals[queue];
  return arrivals === undefined ? null : [...arrivals];
}

/** A day of the season, windows open by the roster, and all day without one: what qualifications are weighed on. */
function dayModel(
  { day, queues }: SeasonDay,
  { setup, startsAt }: OpenState,
  { habits, timetable }: Knowledge,
  needs: readonly QueueNeeds[],
): Model {
  const hours = hoursOf(setup);
  const [from, until] = [startsAt + hours.from * MINUTE_MS, startsAt + hours.until * MINUTE_MS];
  return {
    ...{ setup, habits },
    demand: {
      from: startsAt,
      queues: queues.flatMap(({ queue, arrivals }) => {
        const service = needs.find((need) => need.queue === queue)?.service;
        if (service === undefined) return [];
        const perSlot = arrivals.flatMap((each) => [each / 2, each / 2]);
        return [{ queue, perSlot, levelVariation: 0, service, categoryShares: {}, bookings: [] }];
      }),
    },
    plans: setup.windows.map((window) => ({
      window: window.id,
      open: (shiftsOn(timetable, window.id, day, startsAt) ?? [{ from, until }]).map((span) => ({
        ...span,
        queues: window.queues,
      })),
      qualified: window.qualified ?? [],
      standby: [],
    })),
  };
}
