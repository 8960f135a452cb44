import type {
  Ground,
  Outcome,
  PauseReason,
  TicketKind,
  TicketSource,
} from '../../common/contract/commands.ts';
import type { Queue, Setup, Window } from '../../common/contract/config.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { AssignmentView, TicketState, WindowStatus } from '../../common/contract/views.ts';
import type { Automatic, BookableDay, Booking, Leg, Planned, Supplement } from './events.ts';
import { Line, type Place } from './line.ts';
import { CallRate } from './rate.ts';
import { cloneRecord, type DayRecord, type Exception, emptyRecord } from './record.ts';

export interface Ticket extends Place {
  id: string;
  number: string;
  queue: string;
  matter: string | null;
  category: string | null;
  state: TicketState;
  issuedAt: number;
  window: string | null;
  calledAt: number | null;
  /** Of the first call of the first matter: waits are counted to it. */
  firstCalledAt: number | null;
  calls: number;
  lastCallAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  locale: Locale;
  source: TicketSource;
  kind: TicketKind;
  ground: Ground | null;
  person: string | null;
  booking: string | null;
  /**
   * Of the command it came by (a booking's own, if it was booked) and of the one that last sent it on:
   * under these the vault holds who it is, and what was noted.
   */
  cameBy: string;
  sentBy: string | null;
  /** Of a booking that came early; null otherwise. */
  notBefore: number | null;
  /** The window it waits for; null when any able window may call it. */
  reservedFor: string | null;
  /** Further matters of the visit. */
  further: Leg[];
  /** It came into its line otherwise than from the door: returned, transferred, a further matter. */
  joinedAgain: boolean;
  /** The seq of the event that gave it its present place: issued, come back, sent on, changed. */
  placedBy: number;
  /** What was done for it out of turn, and still holds. */
  exception: Exception | null;
  /** How many times it has come back after being missed. */
  returns: number;
  /**
   * How much later it would be due had its category not shortened the target, as of when its due instant
   * was set: it keeps this as it keeps the due instant, whichever queue it is sent to. Milliseconds.
   */
  shortenedMs: number;
  /** When it was put on hold; how long it has been, in this service. */
  heldAt: number | null;
  heldMs: number;
  outcome: Outcome | null;
  caseNumber: string | null;
}

export interface QueueState {
  setup: Queue;
  /** By what they have in common (`lineKey`): the next to call is the first of one of them. */
  lines: Map<string, Line<Ticket>>;
  /** Tickets issued today, and the last number used. */
  issued: number;
  lastNumber: number;
  /** Tickets issued by slot of the quota. */
  issuedBySlot: Map<number, number>;
}

export interface WindowState {
  /** Its queues are those it serves now: the hall's file's, or what is assigned. */
  setup: Window;
  /** Those of the hall's file. */
  ownQueues: readonly string[];
  /** What it serves for a while instead, or will; null when nothing is assigned. */
  assignment: AssignmentView | null;
  status: WindowStatus;
  /** When the status began. */
  since: number;
  pauseReason: PauseReason | null;
  ticket: Ticket | null;
  served: number;
  /** Tickets that wait for this very window. */
  reserved: Line<Ticket>;
  /** Tickets it has put on hold. */
  held: Set<string>;
  /** What its clerk did last, while it may be undone. */
  last: LastAction | null;
}

/** Whether these are the window's queues by the hall's file. The order counts: the first is the primary one. */
export function isOwn({ ownQueues }: WindowState, queues: readonly string[]): boolean {
  return queues.length === ownQueues.length && queues.every((queue, index) => queue === ownQueues[index]);
}

/** A start, finish or miss, and what is needed to take it back. */
export interface LastAction {
  action: 'ServiceStarted' | 'ServiceFinished' | 'TicketMissed';
  seq: number;
  at: number;
  by: string;
  ticket: string;
  /** Window and ticket as they were before. */
  since: number;
  ticketBefore: Ticket;
  /** The supplement that a finish opened. */
  supplement: string | null;
}

/** One call or recall; `id` is the seq of its event. */
export interface Call {
  id: number;
  ticket: string;
  number: string;
  window: string;
  at: number;
  times: number;
}

/**
 * A hall as its log has made it. Only `evolve` changes it, in place: a hall with a hundred
 * thousand waiting is not copied for a call.
 */
export interface HallState {
  setup: Setup | null;
  /** The open business day, YYYY-MM-DD; null between days. */
  day: string | null;
  /** The last day ever opened; days only go forward. */
  lastDay: string | null;
  startsAt: number;
  /** The last event: its seq and instant. */
  seq: number;
  at: number;
  tickets: Map<string, Ticket>;
  /** Tickets of an earlier day that a night hall has kept. */
  keptOver: Set<string>;
  /** Tickets that were called, did not come, and may still come back. */
  missed: Set<string>;
  queues: Map<string, QueueState>;
  windows: Map<string, WindowState>;
  /** The latest calls, newest first, KEPT_CALLS at the most. */
  calls: Call[];
  /** Calls of the last hour, all and with a shortened target. */
  rate: CallRate;
  /** The day's calls, counted and explained. */
  record: DayRecord;
  /** The day's tickets of each person, by their hash; a list in it is never changed, but replaced. */
  ticketsOf: Map<string, readonly string[]>;
  /** Working days that may be booked. */
  bookable: BookableDay[];
  bookings: Map<string, BookingState>;
  /** The last booking number by day. */
  lastBooking: Map<string, number>;
  /** Until which instant a person may not book. */
  blocked: Map<string, number>;
  noShows: Map<string, number>;
  supplements: Map<string, Supplement>;
  lastSupplement: number;
  /** Numbers for missing papers that are of no use any more. */
  spent: Map<string, 'used' | 'expired'>;
  /** Whether advice is applied by itself; null where nobody has ever said. Never changed, but replaced. */
  automatic: Automatic | null;
  /** What a day to come is to begin with; null where nothing is planned. Never changed, but replaced. */
  planned: Planned | null;
  /** The setup has changed since the day began: targets too, perhaps, so that who came first may not be due first. */
  reconfigured: boolean;
}

export interface BookingState extends Booking {
  state: 'booked' | 'arrived' | 'cancelled';
}

/** Calls a wall may show; older ones are in the log. */
export const KEPT_CALLS = 200;

export function emptyHall(): HallState {
  return {
    setup: null,
    day: null,
    lastDay: null,
    startsAt: 0,
    seq: 0,
    at: 0,
    tickets: new Map(),
    keptOver: new Set(),
    missed: new Set(),
    queues: new Map(),
    windows: new Map(),
    calls: [],
    rate: new CallRate(),
    record: emptyRecord(),
    ticketsOf: new Map(),
    bookable: [],
    bookings: new Map(),
    lastBooking: new Map(),
    blocked: new Map(),
    noShows: new Map(),
    supplements: new Map(),
    lastSupplement: 0,
    spent: new Map(),
    automatic: null,
    planned: null,
    reconfigured: false,
  };
}

/**
 * Tickets of one line keep their order among themselves whatever the hour: all were shortened by as much;
 * early bookings apart, as they may not be called yet; and apart who came another way than from the door
 * (returned, transferred), so that in the others who came first is due first.
 */
export function lineKey({
  shortenedMs,
  notBefore,
  joinedAgain,
  kind,
}: Pick<Ticket, 'shortenedMs' | 'notBefore' | 'joinedAgain' | 'kind'>): string {
  if (notBefore !== null) return `booked ${shortenedMs}`;
  return joinedAgain || kind === 'supplement' ? `again ${shortenedMs}` : String(shortenedMs);
}

/** The line this ticket waits in, or would. */
export function lineOf(state: HallState, ticket: Ticket): Line<Ticket> {
  if (ticket.reservedFor !== null) {
    const window = state.windows.get(ticket.reservedFor);
    if (window === undefined) throw new Error(`ticket ${ticket.id} waits for an unknown window`);
    return window.reserved;
  }
  const queue = state.queues.get(ticket.queue);
  if (queue === undefined) throw new Error(`ticket ${ticket.id} waits in an unknown queue`);
  const key = lineKey(ticket);
  let line = queue.lines.get(key);
  if (line === undefined) {
    line = new Line<Ticket>();
    queue.lines.set(key, line);
  }
  return line;
}

const OPEN: ReadonlySet<TicketState> = new Set(['waiting', 'called', 'serving', 'held']);

/** Whether the visit is still under way. */
export function isOpenTicket({ state }: Ticket): boolean {
  return OPEN.has(state);
}

/** Where a visit is and will be: the ticket's queue, and those of its further matters. */
export function queuesOf({ queue, further }: Ticket): string[] {
  return [queue, ...further.map((leg) => leg.queue)];
}

/**
 * The open ticket, if any, with which one of these persons is or will be in one of these queues.
 * @param but not this one.
 */
export function openTicketOf(
  state: HallState,
  persons: Iterable<string>,
  queues: readonly string[],
  but?: Ticket,
): Ticket | null {
  for (const person of persons) {
    for (const id of state.ticketsOf.get(person) ?? []) {
      const ticket = state.tickets.get(id);
      if (ticket === undefined || ticket === but || !isOpenTicket(ticket)) continue;
      if (queuesOf(ticket).some((queue) => queues.includes(queue))) return ticket;
    }
  }
  return null;
}

/** An independent copy: what is done to one is not seen in the other. */
export function cloneHall(state: HallState): HallState {
  const tickets = new Map<string, Ticket>();
  for (const [id, ticket] of state.tickets) tickets.set(id, { ...ticket });
  const copyLine = (line: Line<Ticket>): Line<Ticket> => {
    const copy = new Line<Ticket>();
    for (const ticket of line) copy.add(tickets.get(ticket.id) ?? ticket);
    return copy;
  };
  const queues = mapValues(state.queues, (queue) => ({
    ...queue,
    lines: mapValues(queue.lines, copyLine),
    issuedBySlot: new Map(queue.issuedBySlot),
  }));
  const windows = mapValues(state.windows, (window) => ({
    ...window,
    ticket: window.ticket === null ? null : (tickets.get(window.ticket.id) ?? window.ticket),
    reserved: copyLine(window.reserved),
    held: new Set(window.held),
  }));
  return {
    ...state,
    tickets,
    keptOver: new Set(state.keptOver),
    missed: new Set(state.missed),
    queues,
    windows,
    calls: state.calls.map((call) => ({ ...call })),
    rate: state.rate.clone(),
    record: cloneRecord(state.record),
    ticketsOf: new Map(state.ticketsOf),
    bookings: mapValues(state.bookings, (booking) => ({ ...booking })),
    lastBooking: new Map(state.lastBooking),
    blocked: new Map(state.blocked),
    noShows: new Map(state.noShows),
    supplements: new Map(state.supplements),
    spent: new Map(state.spent),
  };
}

function mapValues<T>(map: ReadonlyMap<string, T>, copy: (value: T) => T): Map<string, T> {
  return new Map([...map].map(([key, value]) => [key, copy(value)]));
}
