import { type HallState, isOwn, type WindowState } from '../state.ts';
import { type EventOf, known } from './known.ts';

/** Which queues windows serve for a while. The window's setup says what it serves now: the rule reads that. */

export function assign(state: HallState, event: EventOf<'WindowsAssigned'>): void {
  if (event.planned === true) state.planned = null;
  for (const { window: id, queues, opens, from, until } of event.assignments) {
    const window = known(state.windows, id, event);
    const begun = from === undefined;
    if (opens !== true && isOwn(window, queues)) endAssignment(window);
    else {
      window.assignment = {
        ...{ queues, from: from ?? event.at, until: until ?? null, begun },
        advice: event.advice ?? null,
        ...(opens === undefined ? {} : { opens }),
      };
      if (begun) serve(window, queues);
    }
  }
}

export function plan(state: HallState, event: EventOf<'DayPlanned'>): void {
  const { day, assignments, role, advice, promise } = event;
  const planned = {
    ...{ day, assignments, role },
    ...(advice === undefined ? {} : { advice }),
    ...(promise === undefined ? {} : { promise }),
  };
  state.planned = assignments.length === 0 ? null : planned;
}

export function beginAssignment(window: WindowState): void {
  const { assignment } = window;
  if (assignment === null) throw new Error(`window ${window.setup.id} has nothing assigned to begin`);
  window.assignment = { ...assignment, begun: true };
  serve(window, assignment.queues);
}

export function endAssignment(window: WindowState): void {
  window.assignment = null;
  serve(window, window.ownQueues);
}

function serve(window: WindowState, queues: readonly string[]): void {
  window.setup = { ...window.setup, queues: [...queues] };
}
