import type { Setup } from '../../../common/contract/config.ts';
import type { Carried, KeptTicket } from '../events.ts';
import { Line } from '../line.ts';
import { CallRate } from '../rate.ts';
import { emptyRecord } from '../record.ts';
import { type HallState, lineOf, type QueueState, type Ticket, type WindowState } from '../state.ts';
import { endAssignment } from './assignments.ts';
import type { EventOf } from './known.ts';
import { belong, end, forgetMove, newTicket } from './tickets.ts';
import { become } from './windows.ts';

/** Days begin with everything their replay needs, and end with every ticket accounted for. */

const NOTHING_CARRIED: Carried = {
  bookings: [],
  blocked: {},
  noShows: {},
  supplements: [],
  lastSupplement: 0,
  tickets: [],
};

export function openDay(state: HallState, event: EventOf<'DayOpened'>): void {
  state.day = event.day;
  state.lastDay = event.day;
  state.startsAt = event.startsAt;
  state.tickets = new Map();
  state.keptOver = new Set();
  state.missed = new Set();
  state.calls = [];
  state.reconfigured = false;
  state.rate = new CallRate();
  state.record = emptyRecord();
  state.ticketsOf = new Map();
  state.queues = new Map();
  state.windows = new Map();
  state.bookable = event.bookable ?? [];
  configure(state, event.setup);
  carry(state, event.carried ?? NOTHING_CARRIED);
  for (const kept of event.carried?.tickets ?? []) keepOver(state, kept, event);
}

function carry(state: HallState, carried: Carried): void {
  state.bookings = new Map(carried.bookings.map((booking) => [booking.id, { ...booking, state: 'booked' }]));
  state.lastBooking = new Map(Object.entries(carried.lastBooking ?? {}));
  for (const { id, day } of carried.bookings) {
    state.lastBooking.set(day, Math.max(state.lastBooking.get(day) ?? 0, Number(id.slice(10))));
  }
  state.blocked = new Map(Object.entries(carried.blocked));
  state.noShows = new Map(Object.entries(carried.noShows));
  state.supplements = new Map(carried.supplements.map((each) => [each.number, each]));
  state.lastSupplement = carried.lastSupplement;
  state.spent = new Map(Object.entries(carried.spent ?? {}));
  state.automatic = carried.automatic ?? null;
  state.planned = carried.planned ?? null;
}

/** Who was kept waits on at the same place; whose queue is there no more has waited in vain, and is told. */
function keepOver(state: HallState, kept: KeptTicket, { at, ended = {} }: EventOf<'DayOpened'>): void {
  const { ticket: id, issuedAt, order, booking } = kept;
  const ticket = newTicket({
    ...kept,
    type: 'TicketIssued',
    print: false,
    ahead: 0,
    seq: order,
    at: issuedAt,
    by: '',
    commandId: kept.cameBy ?? '',
  });
  ticket.sentBy = kept.sentBy ?? null;
  ticket.returns = kept.returns ?? 0;
  ticket.shortenedMs = kept.shortenedMs ?? 0;
  ticket.joinedAgain = kept.joinedAgain ?? false;
  ticket.firstCalledAt = kept.firstCalledAt ?? null;
  ticket.exception = kept.exception ?? null;
  if (kept.reservedFor !== undefined && state.windows.has(kept.reservedFor))
    ticket.reservedFor = kept.reservedFor;
  else forgetMove(ticket);
  const booked = booking === undefined ? undefined : state.bookings.get(booking);
  if (booked !== undefined) booked.state = 'arrived';
  state.tickets.set(id, ticket);
  state.keptOver.add(id);
  belong(state, ticket);
  // A log of an earlier version does not say that a queue is there no more.
  if (id in ended || !state.queues.has(kept.queue)) end(state, ticket, 'unserved', at);
  else lineOf(state, ticket).add(ticket);
}

/** Queues and windows that were there keep what they have; the others begin empty and closed. */
export function configure(state: HallState, setup: Setup): void {
  const { queues, windows } = state;
  state.setup = setup;
  state.queues = new Map(
    setup.queues.map((queue): [string, QueueState] => {
      const before = queues.get(queue.id) ?? {
        lines: new Map(),
        issued: 0,
        lastNumber: 0,
        issuedBySlot: new Map(),
      };
      return [queue.id, { ...before, setup: queue }];
    }),
  );
  state.windows = new Map(
    setup.windows.map((window): [string, WindowState] => {
      const before = windows.get(window.id) ?? closedSince(state.startsAt);
      const assignment = stillPossible(before.assignment, setup, window);
      const queues = assignment?.begun === true ? assignment.queues : window.queues;
      const now = { ...window, queues };
      return [window.id, { ...before, setup: now, ownQueues: window.queues, assignment }];
    }),
  );
}

/** What is assigned stays if the hall still has its queues, and the window's clerk may still serve them. */
function stillPossible(
  assignment: WindowState['assignment'],
  { queues }: Setup,
  window: Setup['windows'][number],
): WindowState['assignment'] {
  const qualified = [...window.queues, ...(window.qualified ?? [])];
  const isPossible = (id: string): boolean =>
    qualified.includes(id) && queues.some((queue) => queue.id === id);
  return assignment?.queues.every(isPossible) === true ? assignment : null;
}

function closedSince(since: number): Omit<WindowState, 'setup' | 'ownQueues'> {
  const reserved = new Line<Ticket>();
  return {
    assignment: null,
    status: 'closed',
    since,
    pauseReason: null,
    ticket: null,
    served: 0,
    reserved,
    held: new Set(),
    last: null,
  };
}

export function closeDay(state: HallState, event: EventOf<'DayClosed'>): void {
  for (const [id, ended] of Object.entries(event.ended)) {
    const ticket = state.tickets.get(id);
    if (ticket === undefined) throw new Error(`DayClosed names an unknown ticket ${id}`);
    ticket.state = ended;
    ticket.endedAt = event.at;
  }
  for (const queue of state.queues.values()) queue.lines = new Map();
  for (const window of state.windows.values()) {
    window.ticket = null;
    window.reserved = new Line();
    window.held = new Set();
    endAssignment(window);
    become(window, 'closed', event.at);
  }
  for (const id of event.noShows ?? []) noShow(state, id);
  for (const [person, until] of Object.entries(event.blocked ?? {})) {
    state.blocked.set(person, until);
    state.noShows.delete(person);
  }
  state.ticketsOf = new Map();
  state.day = null;
}

function noShow(state: HallState, id: string): void {
  const booking = state.bookings.get(id);
  if (booking === undefined) return;
  state.bookings.delete(id);
  state.noShows.set(booking.person, (state.noShows.get(booking.person) ?? 0) + 1);
}
