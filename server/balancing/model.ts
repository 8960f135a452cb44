import type { Setup } from '../../common/contract/config.ts';
import { demandOf, type QueueExtras } from '../balance/forecast/demand.ts';
import { SLOTS_PER_DAY } from '../balance/forecast/history.ts';
import { correctedToday } from '../balance/forecast/today.ts';
import { type Model, SLOT_MINUTES, type WindowPlan } from '../balance/model.ts';
import { minuteOf } from '../hall/rule.ts';
import type { HallState } from '../hall/state.ts';
import { dayFeatures } from './day-features.ts';
import type { Knowledge } from './knowledge.ts';
import { presenceOf, served, shiftsAsked, standbyLeft } from './presence.ts';
import { shiftsOn, standbyOn, type Timetable } from './timetable.ts';

/** The hall as it is, and what is expected of its day, as the simulator wants it: plain data for a thread. */

const MINUTE_MS = 60_000;
const SLOT_MS = SLOT_MINUTES * MINUTE_MS;

/** A hall whose day is open, so that something can be expected of it. */
export type OpenState = Readonly<HallState> & { setup: Setup; day: string };

export function isOpenDay(state: Readonly<HallState>): state is OpenState {
  return state.setup !== null && state.day !== null;
}

/** No window is open. */
export function isShut({ windows }: OpenState): boolean {
  return [...windows.values()].every(({ status }) => status === 'closed');
}

export function modelOf(state: OpenState, knowledge: Knowledge, at: number): Model {
  const { setup, day, startsAt } = state;
  const { forecast, services, habits, categoryShares, timetable } = knowledge;
  // Whoever came says that the hall is open, whatever the calendar says.
  const features = { ...dayFeatures(day, timetable.calendar), open: true };
  const today = correctedToday(forecast.forecast(features), arrivedToday(state), (at - startsAt) / SLOT_MS);
  const extras: Record<string, QueueExtras> = {};
  for (const { id } of setup.queues)
    extras[id] = { categoryShares: categoryShares[id] ?? {}, bookings: bookingsOf(state, id, day, at) };
  const demand = demandOf(today, services, startsAt, extras);
  return { setup, demand, plans: plansOf(state, timetable, at), habits };
}

/** Arrivals without a booking by slot of the day, by queue. */
function arrivedToday({ tickets, keptOver, queues, startsAt }: OpenState): Record<string, number[]> {
  const came: Record<string, number[]> = {};
  for (const id of queues.keys()) came[id] = new Array<number>(SLOTS_PER_DAY).fill(0);
  for (const { id, queue, kind, issuedAt } of tickets.values()) {
    const slots = came[queue];
    if (slots === undefined || kind === 'booked' || keptOver.has(id)) continue;
    const slot = Math.min(Math.max(Math.floor((issuedAt - startsAt) / SLOT_MS), 0), SLOTS_PER_DAY - 1);
    slots[slot] = (slots[slot] ?? 0) + 1;
  }
  return came;
}

/** The slots of a day's bookings that are still to come. */
export function bookingsOf({ bookings }: OpenState, queue: string, day: string, at: number): number[] {
  return [...bookings.values()]
    .filter(
      (each) => each.queue === queue && each.day === day && each.state === 'booked' && each.slotAt >= at,
    )
    .map(({ slotAt }) => slotAt);
}

/** When the hall closes; Infinity where queues name no hours. */
export function closesAt({ setup, startsAt }: OpenState): number {
  if (setup.queues.some(({ hours }) => hours === undefined)) return Number.POSITIVE_INFINITY;
  const ends = setup.queues.flatMap(({ hours = [] }) => hours.map(({ until }) => minuteOf(until)));
  return startsAt + Math.max(...ends) * MINUTE_MS;
}

/** A window without a plan is not expected to open, nor could be opened. One that has something assigned is given nothing besides. */
function plansOf(state: OpenState, timetable: Timetable, at: number): WindowPlan[] {
  const { day, startsAt } = state;
  const closing = closesAt(state);
  return [...state.windows.values()].flatMap((window) => {
    const { id, qualified = [] } = window.setup;
    const shifts = shiftsAsked(window, shiftsOn(timetable, id, day, startsAt), closing);
    const presence = presenceOf(window, shifts, closing, at);
    const standby = standbyLeft(window, standbyOn(timetable, id, day, startsAt), presence, at);
    if (presence.length === 0 && standby.length === 0) return [];
    const isFree = window.assignment === null;
    return { window: id, open: served(window, presence), qualified: isFree ? qualified : [], standby };
  });
}
