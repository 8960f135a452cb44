import type { Identity } from '../../../common/contract/config.ts';
import type { RejectionCode } from '../../../common/contract/rejections.ts';
import type { CommandOf, Decision } from '../commands.ts';
import type { Leg, TicketIssued } from '../events.ts';
import type { Place } from '../line.ts';
import { aheadOf, dueAt, identityOf, issuesAt, returnedDueAt } from '../rule.ts';
import { type HallState, openTicketOf, type QueueState, queuesOf, type Ticket } from '../state.ts';
import { happened, reject, withQueue } from './decision.ts';
import type { OpenHall } from './open-hall.ts';

/** Numbers are taken, given back, and come back. */

const MINUTE_MS = 60_000;

export function issue(state: OpenHall, command: CommandOf<'IssueTicket'>, at: number): Decision {
  const { further } = command;
  return withQueue(state, command.queue, (queue) => {
    const unknown = unknownLeg(state, further);
    if (unknown !== null) return unknown;
    const identity = identityFor(state, [queue.setup.id, ...further.map((leg) => leg.queue)]);
    if (identity === 'required' && command.person === undefined)
      return reject('PERSON_REQUIRED', command.queue);
    const persons = identity === 'none' ? [] : personsOf(command);
    const no = refusesToIssue(state, queue, { category: command.category, further, persons }, at);
    if (no !== null) return no;
    const { category = null, kind, ground } = command;
    const person = identity === 'none' ? undefined : command.person;
    const due = dueAt(state.setup, queue.setup, category, at);
    const { locale, source, print, matter = null } = command;
    const place = issued(state, queue, { dueAt: due, order: state.seq + 1 });
    const event: TicketIssued = Object.assign(place, { matter, category, locale, source, print });
    if (kind !== 'walkin') event.kind = kind;
    if (category !== null) event.ground = ground;
    if (person !== undefined) event.person = person;
    if (further.length > 0) event.further = further.map(legOf);
    return happened(event);
  });
}

/** R3: whether a visit to these queues asks who somebody is; of queues that are not there nothing is known. */
export function identityFor(state: HallState, ids: readonly (string | undefined)[]): Identity {
  const queues = ids.flatMap((id) => state.queues.get(id ?? '') ?? []);
  return identityOf(queues.map(({ setup }) => setup));
}

/** What every issued ticket has: the next number of its queue, and its place. */
export function issued(
  state: OpenHall,
  queue: QueueState,
  place: Place,
  given: string = nextNumber(state, queue),
): Omit<TicketIssued, 'matter' | 'category' | 'locale' | 'source' | 'print'> {
  return {
    type: 'TicketIssued',
    ticket: `${state.day.replaceAll('-', '')}-${given}`,
    number: given,
    queue: queue.setup.id,
    dueAt: place.dueAt,
    ahead: aheadOf(queue, place),
  };
}

/** Numbers start again each day; a night hall's kept tickets keep theirs until they are served. */
function nextNumber(state: OpenHall, queue: QueueState): string {
  const used = new Set<string>();
  // Of whichever queue they now are: who was sent on has a number of the queue they came from.
  for (const ticket of state.keptOver) used.add(ticket.slice(9));
  for (let number = queue.lastNumber + 1; ; number++) {
    const text = queue.setup.prefix + String(number).padStart(3, '0');
    if (!used.has(text)) return text;
  }
}

/** What counts against somebody who asks for a number. */
interface Asking {
  category?: string | undefined;
  /** Every hash the person may have an open ticket under. */
  persons: readonly string[];
  further?: readonly { queue?: string | undefined }[];
}

/** The hashes of the one who asks: the one that is recorded, and others of the same person. */
export function personsOf({ person, aliases = [] }: CommandOf<'IssueTicket'>): string[] {
  return person === undefined ? aliases : [person, ...aliases];
}

/** One open ticket per person and queue, also when a ticket gets there on another way than from the door. */
export function refusesAnother(
  state: OpenHall,
  ticket: Ticket,
  queues: readonly string[],
  aliases: readonly string[] = [],
): Decision | null {
  const persons = ticket.person === null ? aliases : [ticket.person, ...aliases];
  const open = openTicketOf(state, persons, queues, ticket);
  return open === null ? null : reject('ALREADY_HAS_TICKET', open.id);
}

/** Why nobody, or not this person, gets a number now; null when there is nothing against it. */
export function refusesToIssue(
  state: OpenHall,
  queue: QueueState,
  { category, persons, further = [] }: Asking,
  at: number,
): Decision | null {
  const { id } = queue.setup;
  if (category !== undefined && !state.setup.categories.some((each) => each.id === category)) {
    return reject('UNKNOWN_CATEGORY', category);
  }
  const legs = further.flatMap(({ queue: leg }) => (leg === undefined ? [] : [leg]));
  const open = openTicketOf(state, persons, [id, ...legs]);
  if (open !== null) return reject('ALREADY_HAS_TICKET', open.id);
  if (!issuesAt(queue, state.startsAt, at)) return reject('QUEUE_CLOSED', id);
  return soldOut(queue, state.startsAt, at);
}

function soldOut(
  { setup: { id, quota }, issued, issuedBySlot }: QueueState,
  startsAt: number,
  at: number,
): Decision | null {
  if (quota?.perDay !== undefined && issued >= quota.perDay) return reject('SOLD_OUT', id);
  const { perSlot } = quota ?? {};
  if (perSlot === undefined) return null;
  const slot = Math.floor((at - startsAt) / (perSlot.minutes * MINUTE_MS));
  return (issuedBySlot.get(slot) ?? 0) >= perSlot.tickets ? reject('SLOT_SOLD_OUT', id) : null;
}

function unknownLeg(state: OpenHall, legs: readonly { queue?: string | undefined }[]): Decision | null {
  const unknown = legs.find(({ queue }) => queue === undefined || !state.queues.has(queue));
  return unknown === undefined ? null : reject('UNKNOWN_QUEUE', unknown.queue);
}

function legOf({ queue = '', matter }: { queue?: string | undefined; matter?: string | undefined }): Leg {
  return { queue, matter: matter ?? null };
}

export function cancel(ticket: Ticket): Decision {
  const { id, number, state } = ticket;
  if (state !== 'waiting') return reject('TICKET_NOT_WAITING', state);
  return happened({ type: 'TicketCancelled', ticket: id, number });
}

/** The slip again, marked 补打: the ticket is the same, its place too. */
export function reprint({ id, number, state }: Ticket): Decision {
  if (state !== 'waiting' && state !== 'called') return reject('TICKET_NOT_WAITING', state);
  return happened({ type: 'TicketReprinted', ticket: id, number });
}

/** Point 5 of the rule. */
export function returnMissed(
  state: OpenHall,
  ticket: Ticket,
  { aliases }: CommandOf<'ReturnTicket'>,
  at: number,
): Decision {
  if (ticket.state !== 'missed') return reject('TICKET_NOT_MISSED', ticket.state);
  if (ticket.returns >= state.setup.rule.maxReturns) return reject('RETURN_LIMIT', ticket.number);
  const no = refusesAnother(state, ticket, queuesOf(ticket), aliases);
  if (no !== null) return no;
  return withQueue(state, ticket.queue, (queue) => {
    const due = returnedDueAt(state.setup, ticket.dueAt, at);
    const ahead = aheadOf(queue, { dueAt: due, order: ticket.order });
    const { id, number, returns } = ticket;
    return happened({ type: 'TicketReturned', ticket: id, number, dueAt: due, returns: returns + 1, ahead });
  });
}

/**
 * The missing papers are here (补正免取号): the number handed out then is the number called now. The
 * wait has been done once, so the ticket is due as it comes.
 */
export function redeemSupplement(
  state: OpenHall,
  command: CommandOf<'RedeemSupplement'>,
  at: number,
): Decision {
  const supplement = state.supplements.get(command.supplement);
  if (supplement === undefined) return reject(whyNot(state, command.supplement), command.supplement);
  if (supplement.until < state.day) return reject('SUPPLEMENT_EXPIRED', supplement.until);
  return withQueue(state, supplement.queue, (queue) =>
    happened({
      ...issued(state, queue, { dueAt: at, order: state.seq + 1 }, supplement.number),
      matter: supplement.matter,
      category: null,
      locale: command.locale,
      source: 'kiosk',
      print: command.print,
      kind: 'supplement',
      supplement: supplement.number,
    }),
  );
}

/** As often as it is asked for, while the number is good. */
export function printSupplement(
  state: OpenHall,
  { window, supplement, locale }: CommandOf<'PrintSupplement'>,
): Decision {
  return state.supplements.has(supplement)
    ? happened({ type: 'SupplementPrinted', window, supplement, locale })
    : reject(whyNot(state, supplement), supplement);
}

/** Why a number for missing papers is good for nothing now. */
function whyNot({ spent }: HallState, number: string): RejectionCode {
  const how = spent.get(number);
  if (how === undefined) return 'UNKNOWN_SUPPLEMENT';
  return how === 'used' ? 'SUPPLEMENT_USED' : 'SUPPLEMENT_EXPIRED';
}
