import type { Place } from '../../hall/line.ts';
import { checkedInPlace, dueAt, shorteningMs } from '../../hall/rule.ts';
import { lineKey } from '../../hall/state.ts';
import type { Layout } from './layout.ts';
import type { Start, WaitingTicket } from './start.ts';

/** All that chance decides of a day, drawn before it is simulated: the same day can be lived by many plans. */
export interface Day {
  start: Start;
  /** Everybody who waits at the start, in the order of `Start.waiting`, then everybody who comes. */
  tickets: readonly DayTicket[];
  /** When each window that serves somebody at the start is done; NaN for the others. */
  freeAt: Float64Array;
}

export interface DayTicket extends Place {
  /** Its place in `Day.tickets`. */
  index: number;
  /** When it was issued: waits are counted from here. */
  at: number;
  queue: number;
  /** The kind of line it stands in (`Layout.line`). */
  line: number;
  /** -Infinity unless it is a booking that came early. */
  notBefore: number;
  /** How much earlier its category made it due. */
  shorteningMs: number;
  /** The window it waits for; -1 when any able one may call it. */
  reservedFor: number;
  /** At a window whose primary queue it is. */
  serviceMs: number;
  /** Not called before this, it goes home; Infinity when it stays. */
  leavesAt: number;
  /** False when it does not come once it is called. */
  comes: boolean;
}

/** Somebody who comes: what becomes a ticket by the rule. */
export interface Customer {
  at: number;
  queue: number;
  category: string | null;
  /** The first instant of the slot they have booked; null for a walk-in. */
  slotAt: number | null;
  serviceMs: number;
  /** Infinity when nothing drives them away. */
  patienceMs: number;
  comes: boolean;
}

/** What chance adds to a ticket that already waits. */
export type Fate = Pick<Customer, 'serviceMs' | 'patienceMs' | 'comes'>;

/** @param customers in order of time, none before the start. */
export function dayOf(
  layout: Layout,
  start: Start,
  customers: readonly Customer[],
  fates: readonly Fate[] = [],
  freeAt: Float64Array = new Float64Array(layout.setup.windows.length).fill(Number.NaN),
): Day {
  const tickets: DayTicket[] = [];
  for (const [index, waiting] of start.waiting.entries()) {
    const fate = fates[index];
    if (fate === undefined) throw new RangeError(`nothing is drawn for ticket ${waiting.id}`);
    tickets.push(alreadyWaiting(layout, waiting, fate, start.at, index));
  }
  for (const customer of customers)
    tickets.push(issued(layout, customer, tickets.length, start.nextOrder + tickets.length));
  return { start, tickets, freeAt };
}

function issued(layout: Layout, customer: Customer, index: number, order: number): DayTicket {
  const { at, queue, category, slotAt, serviceMs, patienceMs, comes } = customer;
  const setup = queueSetup(layout, queue);
  const place: { dueAt: number; notBefore?: number } =
    slotAt === null
      ? { dueAt: dueAt(layout.setup, setup, category, at) }
      : checkedInPlace(layout.setup, setup, category, slotAt, at);
  const notBefore = place.notBefore ?? null;
  return {
    index,
    at,
    queue,
    line: layout.line(lineKey({ category, notBefore, joinedAgain: false, kind: 'walkin' })),
    dueAt: place.dueAt,
    order,
    notBefore: notBefore ?? Number.NEGATIVE_INFINITY,
    shorteningMs: category === null ? 0 : shorteningMs(layout.setup, setup, { category, notBefore }),
    reservedFor: -1,
    serviceMs,
    leavesAt: at + patienceMs,
    comes,
  };
}

function alreadyWaiting(
  layout: Layout,
  ticket: WaitingTicket,
  { serviceMs, patienceMs, comes }: Fate,
  at: number,
  index: number,
): DayTicket {
  const queue = layout.queue(ticket.queue);
  return {
    index,
    at: ticket.issuedAt,
    queue,
    line: layout.line(ticket.line),
    dueAt: ticket.dueAt,
    order: ticket.order,
    notBefore: ticket.notBefore ?? Number.NEGATIVE_INFINITY,
    shorteningMs: shorteningMs(layout.setup, queueSetup(layout, queue), ticket),
    reservedFor: ticket.reservedFor === null ? -1 : layout.window(ticket.reservedFor),
    serviceMs,
    // Patience has no memory: who has stayed so far may go as soon as who has just come.
    leavesAt: at + patienceMs,
    comes,
  };
}

function queueSetup({ setup }: Layout, queue: number): Layout['setup']['queues'][number] {
  const found = setup.queues[queue];
  if (found === undefined) throw new RangeError(`the hall has no queue of number ${queue}`);
  return found;
}
