import type { CommandOf, Decision } from '../commands.ts';
import type { Booking, Carried, DayClosed, KeptTicket } from '../events.ts';
import { type HallState, isOpenTicket, queuesOf, type Ticket } from '../state.ts';
import { happened, reject } from './decision.ts';
import type { OpenHall } from './open-hall.ts';

const DAY_MS = 86_400_000;

/** Days begin, end, and hand on what outlives them. */

export function openDay(
  state: HallState,
  { day, startsAt, setup, bookable }: CommandOf<'OpenDay'>,
): Decision {
  if (state.day !== null || (state.lastDay !== null && day <= state.lastDay)) {
    return reject('DAY_ALREADY_OPEN', day);
  }
  const carried = carriedInto(state, day);
  const gone = carried.tickets.filter(({ queue }) => !setup.queues.some(({ id }) => id === queue));
  const ended = Object.fromEntries(gone.map(({ ticket }) => [ticket, 'unserved' as const]));
  return happened({
    ...{ type: 'DayOpened', day, startsAt, setup, bookable, carried },
    ...(gone.length === 0 ? {} : { ended }),
  });
}

/** Numbers of bookings that were cancelled are not given again. */
function lastBookings(state: HallState, day: string): Pick<Carried, 'lastBooking'> {
  const last = [...state.lastBooking].filter(([each]) => each >= day);
  return last.length === 0 ? {} : { lastBooking: Object.fromEntries(last) };
}

/** Numbers for missing papers go round after 999, so that there are never more of these. */
function spentBefore({ spent, supplements }: HallState, day: string): Pick<Carried, 'spent'> {
  const expired = [...supplements.values()].filter(({ until }) => until < day);
  const all = [...spent, ...expired.map(({ number }): [string, 'expired'] => [number, 'expired'])];
  return all.length === 0 ? {} : { spent: Object.fromEntries(all) };
}

/** What the hall knows at the end of one day and must know on the next. */
function carriedInto(state: HallState, day: string): Carried {
  const blocked = [...state.blocked].filter(([, until]) => until > state.at);
  const tickets = [...state.tickets.values()].filter((ticket) => ticket.state === 'waiting');
  const cameBooked = new Set(tickets.map(({ booking }) => booking));
  const bookings = [...state.bookings.values()].filter(
    (each) => (each.state === 'booked' && each.day >= day) || cameBooked.has(each.id),
  );
  return {
    bookings: bookings.map(({ state: _booked, ...booking }) => booking),
    blocked: Object.fromEntries(blocked),
    noShows: Object.fromEntries(state.noShows),
    supplements: [...state.supplements.values()].filter((each) => each.until >= day),
    lastSupplement: state.lastSupplement,
    ...lastBookings(state, day),
    ...spentBefore(state, day),
    ...(state.automatic === null ? {} : { automatic: state.automatic }),
    ...(state.planned === null ? {} : { planned: state.planned }),
    tickets: tickets.map(kept),
  };
}

function kept(ticket: Ticket): KeptTicket {
  const { id, number, queue, matter, category, locale, source, issuedAt, dueAt, order } = ticket;
  const { person, cameBy, sentBy, kind, ground, further, returns } = ticket;
  const { shortenedMs, reservedFor, booking, notBefore, joinedAgain, firstCalledAt, exception } = ticket;
  return {
    ...{ ticket: id, number, queue, matter, category, locale, source, issuedAt, dueAt, order, cameBy },
    ...(person === null ? {} : { person }),
    ...(sentBy === null ? {} : { sentBy }),
    ...(kind === 'walkin' ? {} : { kind }),
    ...(ground === null ? {} : { ground }),
    ...(further.length === 0 ? {} : { further }),
    ...(returns === 0 ? {} : { returns }),
    ...(shortenedMs === 0 ? {} : { shortenedMs }),
    ...(reservedFor === null ? {} : { reservedFor }),
    ...(booking === null ? {} : { booking }),
    ...(notBefore === null ? {} : { notBefore }),
    ...(joinedAgain ? { joinedAgain } : {}),
    ...(firstCalledAt === null ? {} : { firstCalledAt }),
    ...(exception === null ? {} : { exception }),
  };
}

export function closeDay(state: OpenHall, at: number): Decision {
  const missed = [...state.bookings.values()].filter(
    (each) => each.state === 'booked' && each.day <= state.day,
  );
  const closed: DayClosed = {
    type: 'DayClosed',
    day: state.day,
    ended: {},
    noShows: missed.map(({ id }) => id),
    blocked: blockedBy(state, missed, at),
    kept: [],
  };
  for (const ticket of state.tickets.values()) {
    if (ticket.state === 'waiting' && state.setup.rule.keepOver) closed.kept?.push(ticket.id);
    else if (ticket.state === 'waiting') closed.ended[ticket.id] = 'unserved';
    else if (ticket.state === 'called' || ticket.state === 'serving' || ticket.state === 'held') {
      closed.ended[ticket.id] = 'unfinished';
    }
  }
  return happened(closed);
}

/** Who has now missed as many bookings as the hall allows, and until when they may not book. */
function blockedBy(
  { setup, noShows }: OpenHall,
  missed: readonly Booking[],
  at: number,
): Record<string, number> {
  const { noShowsToBlock, blockDays } = setup.bookings;
  const counts = new Map(noShows);
  const blocked: Record<string, number> = {};
  for (const { person } of missed) {
    const count = (counts.get(person) ?? 0) + 1;
    counts.set(person, count);
    if (count >= noShowsToBlock) blocked[person] = at + blockDays * DAY_MS;
  }
  return blocked;
}

/**
 * A setup may change during a day unless that would strand somebody: a queue that has issued keeps
 * its prefix, so that no number comes twice, and a window in use stays, so that no clerk is cut off.
 */
export function configure(state: HallState, { setup }: CommandOf<'ConfigureHall'>): Decision {
  const prefixes = new Map(setup.queues.map((queue) => [queue.id, queue.prefix]));
  for (const queue of state.queues.values()) {
    if (queue.lastNumber > 0 && prefixes.get(queue.setup.id) !== queue.setup.prefix) {
      return reject('SETUP_IN_USE', `queue ${queue.setup.id} has issued tickets today`);
    }
  }
  for (const ticket of state.tickets.values()) {
    if (!isOpenTicket(ticket) && ticket.state !== 'missed') continue;
    const gone = queuesOf(ticket).find((id) => state.queues.has(id) && !prefixes.has(id));
    if (gone !== undefined) return reject('SETUP_IN_USE', `queue ${gone} has to serve ${ticket.id}`);
  }
  const windows = new Set(setup.windows.map((window) => window.id));
  for (const { setup: window, status, held, reserved } of state.windows.values()) {
    const used = status !== 'closed' || held.size > 0 || reserved.size > 0;
    if (used && !windows.has(window.id)) return reject('SETUP_IN_USE', `window ${window.id} is in use`);
  }
  return happened({ type: 'HallConfigured', setup });
}
