import type { LocalText } from '../../../common/contract/text.ts';
import type {
  BookingView,
  CallView,
  HallView,
  QueueView,
  TicketView,
  WaitRange,
  WindowView,
} from '../../../common/contract/views.ts';
import { comparePlaces } from '../line.ts';
import { aheadOf, identityOf, issuesAt, targetMinutes } from '../rule.ts';
import type { BookingState, Call, HallState, QueueState, Ticket, WindowState } from '../state.ts';

/** What people and screens see of a hall: pure readings of its state. */

/** Leaves out who it is: the person's hash is the log's alone. */
export function ticketView(state: HallState, ticket: Ticket): TicketView {
  return {
    id: ticket.id,
    number: ticket.number,
    queue: ticket.queue,
    matter: ticket.matter,
    category: ticket.category,
    state: ticket.state,
    ahead: aheadOfTicket(state, ticket),
    issuedAt: ticket.issuedAt,
    dueAt: ticket.dueAt,
    order: ticket.order,
    window: ticket.window,
    calledAt: ticket.calledAt,
    calls: ticket.calls,
    lastCallAt: ticket.lastCallAt,
    startedAt: ticket.startedAt,
    heldAt: ticket.heldAt,
    heldMs: ticket.heldMs,
    endedAt: ticket.endedAt,
    locale: ticket.locale,
    source: ticket.source,
    kind: ticket.kind,
    returns: ticket.returns,
    notBefore: ticket.notBefore,
    reservedFor: ticket.reservedFor,
    further: ticket.further,
  };
}

/** People before a waiting ticket in its line; 0 when it does not wait. */
export function aheadOfTicket(state: HallState, ticket: Ticket): number {
  if (ticket.state !== 'waiting') return 0;
  if (ticket.reservedFor !== null) return state.windows.get(ticket.reservedFor)?.reserved.before(ticket) ?? 0;
  const queue = state.queues.get(ticket.queue);
  return queue === undefined ? 0 : aheadOf(queue, ticket);
}

export function windowView({
  setup,
  assignment,
  status,
  since,
  pauseReason,
  ticket,
  served,
  held,
  reserved,
}: WindowState): WindowView {
  return {
    id: setup.id,
    number: setup.number,
    zone: setup.zone,
    queues: setup.queues,
    assignment,
    status,
    since,
    pauseReason,
    ticket: ticket === null ? null : atWindow(ticket),
    served,
    held: held.size,
    reserved: reserved.size,
  };
}

function atWindow({ id, number, queue, calledAt, calls }: Ticket): NonNullable<WindowView['ticket']> {
  return { id, number, queue, calledAt: calledAt ?? 0, calls };
}

/** @param wait what is expected of who takes a number now: reckoned beside the log, so it is no part of the state. */
export function queueView(
  state: HallState,
  queue: QueueState,
  at: number,
  wait: WaitRange | null = null,
): QueueView {
  const { id, prefix, name, zone, hours, quota } = queue.setup;
  const remaining = quota?.perDay === undefined ? null : Math.max(0, quota.perDay - queue.issued);
  return {
    ...{ id, prefix, name, zone, ...waitingIn(queue, state), openWindows: openWindows(state, id) },
    issuedToday: queue.issued,
    remaining,
    scarce: remaining !== null && remaining <= (quota?.warnAt ?? 0),
    open: state.day !== null && issuesAt(queue, state.startsAt, at),
    hours: hours ?? [{ from: '00:00', until: '24:00' }],
    targetMinutes: state.setup === null ? 0 : targetMinutes(state.setup, queue.setup, null),
    bookable: queue.setup.booking !== undefined,
    identity: identityOf([queue.setup]),
    wait,
  };
}

/**
 * How many wait, and since when the longest. In lines joined from the door the first due came first, unless
 * the targets have changed since.
 */
export function waitingIn(
  { lines }: QueueState,
  { reconfigured }: Pick<HallState, 'reconfigured'>,
): { waiting: number; waitingSince: number | null } {
  let waiting = 0;
  let since = Number.POSITIVE_INFINITY;
  for (const [key, line] of lines) {
    waiting += line.size;
    if (reconfigured || key.includes(' '))
      for (const ticket of line) since = Math.min(since, ticket.issuedAt);
    else since = Math.min(since, line.first()?.issuedAt ?? since);
  }
  return { waiting, waitingSince: Number.isFinite(since) ? since : null };
}

/** Who waits in a queue's lines, in the order of their places. */
export function lineUp({ lines }: QueueState): Ticket[] {
  return [...lines.values()].flatMap((line) => [...line]).sort(comparePlaces);
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

export function bookingView({ id, queue, matter, day, slot, slotAt, state }: BookingState): BookingView {
  return { id, queue, matter, day, slot, slotAt, state };
}

/** @param notices what the hall's file says under notices; not part of what the log decides. */
export function hallView(state: HallState, notices: LocalText[]): HallView {
  const { setup, day } = state;
  if (setup === null) throw new Error('no day has been opened yet');
  const { id, name, timeZone, zones, categories, rule } = setup;
  return { id, name, timeZone, day, notices, zones, categories, thetaMinutes: rule.thetaMinutes };
}
