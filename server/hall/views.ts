import type { LocalText } from '../../common/contract/text.ts';
import type { CallView, HallView, QueueView, TicketView, WindowView } from '../../common/contract/views.ts';
import { aheadOf, issuesAt, targetMinutes } from './rule.ts';
import type { Call, HallState, QueueState, Ticket, WindowState } from './state.ts';

/** What people and screens see of a hall: pure readings of its state. */

export function ticketView(state: HallState, ticket: Ticket): TicketView {
  const queue = ticket.state === 'waiting' ? state.queues.get(ticket.queue) : undefined;
  return { ...ticket, ahead: queue === undefined ? 0 : aheadOf(queue, ticket) };
}

export function windowView({ setup, status, since, pauseReason, ticket, served }: WindowState): WindowView {
  return {
    id: setup.id,
    number: setup.number,
    zone: setup.zone,
    queues: setup.queues,
    status,
    since,
    pauseReason,
    ticket: ticket === null ? null : atWindow(ticket),
    served,
  };
}

function atWindow({ id, number, queue, calledAt, calls }: Ticket): NonNullable<WindowView['ticket']> {
  return { id, number, queue, calledAt: calledAt ?? 0, calls };
}

export function queueView(state: HallState, queue: QueueState, at: number): QueueView {
  const { id, prefix, name, zone, hours } = queue.setup;
  let waiting = 0;
  let waitingSince: number | null = null;
  for (const line of queue.lines.values()) {
    waiting += line.size;
    const first = line.first()?.issuedAt;
    if (first !== undefined && (waitingSince === null || first < waitingSince)) waitingSince = first;
  }
  return {
    id,
    prefix,
    name,
    zone,
    waiting,
    waitingSince,
    openWindows: openWindows(state, id),
    issuedToday: queue.issued,
    open: state.day !== null && issuesAt(queue, state.startsAt, at),
    hours: hours ?? [{ from: '00:00', until: '24:00' }],
    targetMinutes: state.setup === null ? 0 : targetMinutes(state.setup, id, null),
  };
}

function openWindows(state: HallState, queue: string): number {
  let open = 0;
  for (const { setup, status } of state.windows.values()) {
    if (status !== 'closed' && status !== 'paused' && setup.queues.includes(queue)) open++;
  }
  return open;
}

export function callView(state: HallState, { id, number, window, at, times }: Call): CallView {
  const setup = state.windows.get(window)?.setup;
  return { id, number, window: setup?.number ?? 0, zone: setup?.zone ?? '', at, times };
}

/** @param notices what the hall's file says under notices; not part of what the log decides. */
export function hallView(state: HallState, notices: LocalText[]): HallView {
  const { setup, day } = state;
  if (setup === null) throw new Error('no day has been opened yet');
  return {
    id: setup.id,
    name: setup.name,
    timeZone: setup.timeZone,
    day,
    notices,
    zones: setup.zones,
    categories: setup.categories,
    thetaMinutes: setup.rule.thetaMinutes,
  };
}
