import type { WhyCall, WhyCause, WhyView as WithWords } from '../../../common/contract/fairness.ts';
import type { ExplainedCall } from '../record.ts';
import type { HallState, Ticket } from '../state.ts';

/** Why not me yet: the calls since a ticket has its place that it can be compared with, each with what put it first. */

const MINUTE_MS = 60_000;
/** Calls that are listed; all are counted. */
const MAX_LISTED = 50;

/** The point of the published rule behind each cause. */
const POINT: Record<WhyCause, number> = {
  due: 1,
  share: 1,
  setup: 1,
  primary: 2,
  booking: 4,
  notYet: 4,
  returned: 5,
  kept: 6,
  sentThere: 6,
  sentElsewhere: 6,
  category: 7,
  moved: 7,
  called: 7,
};

/** The view before it is put into words, which the edge does. */
export interface WhyView extends Omit<WithWords, 'calls'> {
  calls: Omit<WhyCall, 'sentence'>[];
}

export function whyView(state: HallState, ticket: Ticket): WhyView {
  const { id, number, queue, dueAt, issuedAt } = ticket;
  const view: WhyView = {
    ticket: { id, number, queue, dueAt, issuedAt },
    waiting: ticket.state === 'waiting',
    ...{ count: 0, causes: {}, calls: [] },
  };
  for (const call of comparable(state, ticket)) {
    const cause = causeOf(call, ticket);
    view.count++;
    view.causes[cause] = (view.causes[cause] ?? 0) + 1;
    if (view.calls.length < MAX_LISTED) view.calls.push(listed(call, cause));
  }
  return view;
}

/** Newest first: calls while it waited at its present place, at windows that could have served it or of its queue. */
function* comparable({ record }: HallState, ticket: Ticket): Generator<ExplainedCall> {
  const until = endOf(record.calls, ticket);
  for (let index = until - 1; index >= 0; index--) {
    const call = record.calls[index];
    if (call === undefined || call.seq <= ticket.placedBy) return;
    if (call.queue === ticket.queue || couldServe(call, ticket)) yield call;
  }
}

/** The place in the list of its own call, or of its end; the list's end while it waits. */
function endOf(calls: readonly ExplainedCall[], { id, state, placedBy, endedAt }: Ticket): number {
  if (state === 'waiting') return calls.length;
  for (let index = calls.length - 1; index >= 0; index--) {
    const call = calls[index];
    if (call === undefined || call.seq <= placedBy) break;
    if (call.ticket === id) return index;
  }
  // A call of the very millisecond it ended in may have come after: left out rather than compared wrongly.
  return endedAt === null ? calls.length : calls.findLastIndex(({ at }) => at < endedAt) + 1;
}

function couldServe({ window, able }: ExplainedCall, { queue, reservedFor }: Ticket): boolean {
  return reservedFor === null ? able.includes(queue) : window === reservedFor;
}

function causeOf(call: ExplainedCall, ticket: Ticket): WhyCause {
  const { exception } = call;
  if (exception?.what === 'called') return 'called';
  if (exception?.what === 'moved' && call.reserved) return 'moved';
  const earlier = call.dueAt < ticket.dueAt || (call.dueAt === ticket.dueAt && call.order < ticket.order);
  if (earlier) return exception?.what === 'category' ? 'category' : causeOfEarlier(call);
  if (!couldServe(call, ticket)) return ticket.reservedFor === null ? 'sentThere' : 'sentElsewhere';
  if (ticket.notBefore !== null && ticket.notBefore > call.at) return 'notYet';
  if (comesFirstThere(call, ticket)) return 'primary';
  return call.capped && ticket.shortenedMs > 0 ? 'share' : 'setup';
}

function causeOfEarlier({ returns, joinedAgain, kind }: ExplainedCall): WhyCause {
  if (returns > 0) return 'returned';
  if (joinedAgain) return 'kept';
  return kind === 'booked' ? 'booking' : 'due';
}

/** Point 2: θ for the window's primary queue alone put it first. */
function comesFirstThere(
  { able, queue, dueAt, order, thetaMinutes }: ExplainedCall,
  ticket: Ticket,
): boolean {
  if (able[0] !== queue || ticket.queue === queue) return false;
  const due = dueAt - thetaMinutes * MINUTE_MS;
  return due < ticket.dueAt || (due === ticket.dueAt && order < ticket.order);
}

function listed(call: ExplainedCall, cause: WhyCause): Omit<WhyCall, 'sentence'> {
  const { seq, at, number, queue, windowNumber: window, dueAt, shortened, thetaMinutes, exception } = call;
  const reason = POINT[cause] === 7 ? (exception?.reason ?? null) : null;
  return {
    seq,
    at,
    number,
    queue,
    window,
    dueAt,
    cause,
    point: POINT[cause],
    reason,
    shortened,
    thetaMinutes,
  };
}
