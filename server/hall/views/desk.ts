import type { DeskRule, MissedView, TicketView, UndoView } from '../../../common/contract/views.ts';
import { enoughCalls } from '../rule.ts';
import type { HallState, WindowState } from '../state.ts';
import { ticketView } from './views.ts';

/** What only counters and walls see besides. */

const MINUTE_MS = 60_000;
/** How long a missed number stays on the wall. */
const MISSED_SHOWN_MS = 60 * MINUTE_MS;
/** Numbers on that list; a hall that misses more has another problem. */
const MAX_MISSED_SHOWN = 60;

/** @throws before the first day was opened. */
export function deskRule({ setup }: HallState): DeskRule {
  if (setup === null) throw new Error('no day has been opened yet');
  const { maxRecalls, recallPauseSeconds, undoSeconds, autoMissMinutes } = setup.rule;
  const callsBeforeMiss = enoughCalls(setup.rule);
  return { maxRecalls, recallPauseSeconds, callsBeforeMiss, undoSeconds, autoMissMinutes };
}

export function heldAt(state: HallState, window: WindowState): TicketView[] {
  const views: TicketView[] = [];
  for (const id of window.held) {
    const ticket = state.tickets.get(id);
    if (ticket !== undefined) views.push(ticketView(state, ticket));
  }
  return views;
}

/** What the clerk may take back, and until when; null when there is nothing. */
export function undoableAt(state: HallState, { last, ticket }: WindowState): UndoView | null {
  if (last === null || state.setup === null) return null;
  const busyWithAnother = ticket !== null && ticket.id !== last.ticket;
  const { number } = last.ticketBefore;
  return busyWithAnother
    ? null
    : { action: last.action, number, until: last.at + state.setup.rule.undoSeconds * 1000 };
}

/** Who was called in the last hour and did not come, newest first. */
export function missedOf(state: HallState, at: number, zone?: string): MissedView[] {
  const views: MissedView[] = [];
  for (const id of state.missed) {
    const ticket = state.tickets.get(id);
    const queue = ticket === undefined ? undefined : state.queues.get(ticket.queue);
    if (ticket?.endedAt == null || queue === undefined || at - ticket.endedAt > MISSED_SHOWN_MS) continue;
    const view = { number: ticket.number, zone: queue.setup.zone, at: ticket.endedAt };
    if (zone === undefined || view.zone === zone) views.push(view);
  }
  return views.sort((a, b) => b.at - a.at).slice(0, MAX_MISSED_SHOWN);
}
