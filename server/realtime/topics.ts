import { SOON_AHEAD } from '../../common/contract/limits.ts';
import type { LineMoves, Subscription, ViewOf } from '../../common/contract/socket.ts';
import type { CallView, HallView, QueueView, WaitRange, WindowView } from '../../common/contract/views.ts';
import type { HallState, WindowState } from '../hall/state.ts';
import { deskRule, heldAt, missedOf, undoableAt } from '../hall/views/desk.ts';
import { callView, hallView, lineUp, queueView, ticketView, windowView } from '../hall/views/views.ts';
import type { Hall } from '../reception.ts';

/** What each audience sees: snapshots, and the parts of them that a change touches. */

/** The calls a wall gets: those of a busy minute, so that one that was away a moment announces all it missed. */
const WALL_CALLS = 64;

/** The name under which a subscription's patches go out. */
export function topicOf(subscription: Subscription): string {
  const { hall, audience } = subscription;
  switch (audience) {
    case 'wall':
      return subscription.zone === undefined ? `${hall}/wall` : `${hall}/wall/${subscription.zone}`;
    case 'window':
    case 'counter':
      return `${hall}/${audience}/${subscription.window}`;
    case 'ticket':
      return `${hall}/ticket/${subscription.ticket}`;
    default:
      return `${hall}/${audience}`;
  }
}

export function hallOf({ config, service }: Hall): HallView {
  return hallView(service.state, config.notices);
}

/** @param zone only what stands in it; everything when undefined. */
export function windowsOf({ service: { state } }: Hall, zone?: string): Record<string, WindowView> {
  const views: Record<string, WindowView> = {};
  for (const [id, window] of state.windows) {
    if (zone === undefined || window.setup.zone === zone) views[id] = windowView(window);
  }
  return views;
}

export function queuesOf(
  { service: { state }, waits }: Hall,
  at: number,
  ids: Iterable<string>,
): Record<string, QueueView> {
  const views: Record<string, QueueView> = {};
  for (const id of ids) {
    const queue = state.queues.get(id);
    if (queue !== undefined) views[id] = queueView(state, queue, at, waits.ofQueue(id));
  }
  return views;
}

/** A zone's wall shows the queues that its windows serve. */
export function zoneQueues({ service: { state } }: Hall, zone: string): Set<string> {
  const ids = new Set<string>();
  for (const { setup } of state.queues.values()) if (setup.zone === zone) ids.add(setup.id);
  for (const { setup } of state.windows.values())
    if (setup.zone === zone) for (const id of setup.queues) ids.add(id);
  return ids;
}

export function callsOf({ service: { state } }: Hall, zone?: string): CallView[] {
  const views: CallView[] = [];
  for (const call of state.calls) {
    if (views.length === WALL_CALLS) break;
    const view = callView(state, call);
    if (zone === undefined || view.zone === zone) views.push(view);
  }
  return views;
}

export function wallView(hall: Hall, at: number, zone?: string): ViewOf['wall'] {
  const queues = zone === undefined ? hall.service.state.queues.keys() : zoneQueues(hall, zone);
  return {
    hall: hallOf(hall),
    calls: callsOf(hall, zone),
    missed: missedOf(hall.service.state, at, zone),
    windows: windowsOf(hall, zone),
    queues: queuesOf(hall, at, queues),
  };
}

/** Null when there is no such window. */
export function windowDisplayView(hall: Hall, id: string): ViewOf['window'] | null {
  const window = hall.service.state.windows.get(id);
  return window === undefined ? null : { hall: hallOf(hall), window: windowView(window) };
}

export function counterView(hall: Hall, id: string, at: number): ViewOf['counter'] | null {
  const { state } = hall.service;
  const window = state.windows.get(id);
  if (window === undefined) return null;
  return {
    hall: hallOf(hall),
    window: windowView(window),
    ...atCounter(state, window),
    rule: deskRule(state),
    queues: queuesOf(hall, at, window.setup.queues),
  };
}

/** What changes at a counter with every event of its window. */
export function atCounter(
  state: HallState,
  window: WindowState,
): Pick<ViewOf['counter'], 'ticket' | 'held' | 'undoable' | 'role'> {
  return {
    ticket: window.ticket === null ? null : ticketView(state, window.ticket),
    held: heldAt(state, window),
    undoable: undoableAt(state, window),
    role: window.setup.role,
  };
}

export function kioskView(hall: Hall, at: number): ViewOf['kiosk'] {
  return { hall: hallOf(hall), queues: queuesOf(hall, at, hall.service.state.queues.keys()) };
}

export function phoneView(hall: Hall, id: string, at: number): ViewOf['ticket'] | null {
  const { state } = hall.service;
  const ticket = state.tickets.get(id);
  const queue = ticket === undefined ? undefined : state.queues.get(ticket.queue);
  if (ticket === undefined || queue === undefined) return null;
  return {
    hall: hallOf(hall),
    queue: queueView(state, queue, at, hall.waits.ofQueue(queue.setup.id)),
    ticket: ticketView(state, ticket),
    wait: ticket.state === 'waiting' ? hall.waits.ofTicket(id) : null,
    windowNumber: ticket.window === null ? null : (state.windows.get(ticket.window)?.setup.number ?? null),
    soonAhead: queue.setup.soonAhead ?? SOON_AHEAD,
  };
}

export function managerView(hall: Hall, at: number): ViewOf['manager'] {
  const { missed: _missed, ...view } = wallView(hall, at);
  return view;
}

/** Entries of expected waits in one message: a long line is told in steps. */
const MAX_WAIT_STEPS = 64;

/** The expected waits of a queue's line, where they change, in the order of places. */
export function waitsAlong(
  { service: { state }, waits }: Hall,
  queue: string,
): NonNullable<LineMoves['waits']> {
  const of = state.queues.get(queue);
  const steps: NonNullable<LineMoves['waits']> = [];
  let last: WaitRange | null | undefined;
  for (const { id, dueAt, order } of of === undefined ? [] : lineUp(of)) {
    const wait = waits.ofTicket(id);
    if (last !== undefined && wait?.p50 === last?.p50 && wait?.p90 === last?.p90) continue;
    steps.push([dueAt, order, wait]);
    last = wait;
  }
  const every = Math.ceil(steps.length / MAX_WAIT_STEPS);
  return every <= 1 ? steps : steps.filter((_, index) => index % every === 0);
}
