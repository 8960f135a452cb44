import type { Assignment } from '../../../common/contract/commands.ts';
import type { CommandOf, Decision } from '../commands.ts';
import type { Assigned } from '../events.ts';
import { type HallState, isOwn, type WindowState } from '../state.ts';
import { type Circumstance, happened, reject } from './decision.ts';
import type { OpenHall } from './open-hall.ts';

/** A manager gives windows other queues for a while; the clock begins and ends what has its time. */

/** All of it or nothing: half an advice would be another one. */
export function assign(
  state: HallState,
  command: CommandOf<'AssignWindows'>,
  { at, role }: Circumstance,
): Decision {
  if (role !== 'manager') return reject('ROLE_REQUIRED', role);
  const assignments: Assigned[] = [];
  for (const wanted of command.assignments) {
    const window = state.windows.get(wanted.window);
    if (window === undefined) return reject('UNKNOWN_WINDOW', wanted.window);
    const refusal = refusesAssignment(state, window, wanted, at);
    if (refusal !== null) return refusal;
    assignments.push(assigned(window, wanted, at));
  }
  const { advice, promise, undoes } = command;
  return happened({
    ...{ type: 'WindowsAssigned', assignments, role },
    ...(advice === undefined ? {} : { advice }),
    ...(promise === undefined ? {} : { promise }),
    ...(undoes === undefined ? {} : { undoes }),
  });
}

/** For a day to come; whether all of it is possible then is seen then. */
export function planDay(
  state: OpenHall,
  { day, assignments, advice, promise }: CommandOf<'PlanDay'>,
  { at, role }: Circumstance,
): Decision {
  if (role !== 'manager') return reject('ROLE_REQUIRED', role);
  if (day <= state.day) return reject('DAY_PASSED', day);
  const planned: Assigned[] = [];
  for (const { window: id, queues, opens, from, until } of assignments) {
    const window = state.windows.get(id);
    if (window === undefined) return reject('UNKNOWN_WINDOW', id);
    const refusal = refusesQueues(state, window, queues) ?? refusesTime(id, from, until, at);
    if (refusal !== null) return refusal;
    planned.push(assigned(window, { window: id, queues, opens, from, until }, at));
  }
  return happened({
    ...{ type: 'DayPlanned', day, assignments: planned, role },
    ...(advice === undefined ? {} : { advice }),
    ...(promise === undefined ? {} : { promise }),
  });
}

/** The day has come: what is still possible of the plan. One that was passed over is dropped. */
export function beginPlan(state: OpenHall, at: number): Decision {
  const { planned } = state;
  if (planned === null || planned.day > state.day) return reject('NOT_ASSIGNED', planned?.day);
  const { day, assignments, ...rest } = planned;
  const possible = assignments.filter((each) => {
    const window = state.windows.get(each.window);
    return day === state.day && window !== undefined && refusesAssignment(state, window, each, at) === null;
  });
  return happened({ type: 'WindowsAssigned', assignments: possible, ...rest, planned: true });
}

/** Whether advice is applied by itself: said again, it is on record again. */
export function setAutomatic({ on, reason }: CommandOf<'SetAutomatic'>, { role }: Circumstance): Decision {
  if (role !== 'manager') return reject('ROLE_REQUIRED', role);
  return happened({ type: 'AutomaticSet', on, role, reason });
}

function refusesAssignment(
  state: HallState,
  window: WindowState,
  { queues, opens, from = 0, until }: Assignment,
  at: number,
): Decision | null {
  const { setup, assignment } = window;
  const { id } = setup;
  const isBack = opens !== true && isOwn(window, queues);
  if (isBack && assignment === null) return reject('NOT_ASSIGNED', id);
  const refusal = refusesQueues(state, window, queues);
  if (refusal !== null || isBack) return refusal;
  // What holds now would end unnoticed when the later one is noted in its place.
  const isTaken = assignment?.begun === true && from > at;
  return refusesTime(id, from, until, at) ?? (isTaken ? reject('WINDOW_ASSIGNED', id) : null);
}

function refusesQueues(
  state: HallState,
  { setup, ownQueues }: WindowState,
  queues: readonly string[],
): Decision | null {
  const unknown = queues.find((queue) => !state.queues.has(queue));
  if (unknown !== undefined) return reject('UNKNOWN_QUEUE', unknown);
  const qualified = new Set([...ownQueues, ...(setup.qualified ?? [])]);
  const unqualified = queues.find((queue) => !qualified.has(queue));
  return unqualified === undefined ? null : reject('NOT_QUALIFIED', `${setup.id} ${unqualified}`);
}

function refusesTime(
  id: string,
  from: number | undefined,
  until: number | undefined,
  at: number,
): Decision | null {
  return until !== undefined && until <= Math.max(from ?? 0, at) ? reject('UNTIL_PASSED', id) : null;
}

/** As the event says it: what is to hold at once has no beginning, and one's own queues no time at all. */
function assigned(
  state: WindowState,
  { window, queues, opens, from, until }: Assignment,
  at: number,
): Assigned {
  if (opens !== true && isOwn(state, queues)) return { window, queues };
  return {
    ...{ window, queues },
    ...(opens === undefined ? {} : { opens }),
    ...(from === undefined || from <= at ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The time has come for what was assigned to begin. */
export function beginAssignment({ setup, assignment }: WindowState, at: number): Decision {
  return isToBegin(assignment, at)
    ? happened({ type: 'AssignmentBegun', window: setup.id })
    : reject('NOT_ASSIGNED', setup.id);
}

/** The time until which it held has passed. */
export function endAssignment({ setup, assignment }: WindowState, at: number): Decision {
  return isToEnd(assignment, at)
    ? happened({ type: 'AssignmentEnded', window: setup.id })
    : reject('NOT_ASSIGNED', setup.id);
}

export function isToBegin(assignment: WindowState['assignment'], at: number): boolean {
  return assignment !== null && !assignment.begun && assignment.from <= at && !isToEnd(assignment, at);
}

export function isToEnd(assignment: WindowState['assignment'], at: number): boolean {
  return assignment !== null && assignment.until !== null && assignment.until <= at;
}
