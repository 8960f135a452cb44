import type { LineMoves, Patch } from './contract/socket.ts';
import type { TicketView, WaitRange } from './contract/views.ts';

/** The view after a patch: slots replaced, collections merged by key, null removing an entry. */
export function applyPatch<V extends object>(view: V, patch: Pick<Patch, 'set' | 'merge'>): V {
  const next: Record<string, unknown> = { ...view, ...patch.set };
  for (const [name, entries] of Object.entries(patch.merge ?? {})) {
    const merged: Record<string, unknown> = { ...(next[name] as Record<string, unknown> | undefined) };
    for (const [key, entry] of Object.entries(entries)) {
      if (entry === null) delete merged[key];
      else merged[key] = entry;
    }
    next[name] = merged;
  }
  return next as V;
}

/**
 * The ticket after its line moved: counts those past `seq`, the seq of the ticket's own snapshot,
 * who are ordered before it. The same object when nothing changed.
 */
export function applyLineMoves(
  ticket: TicketView,
  { moves }: Pick<LineMoves, 'moves'>,
  seq: number,
): TicketView {
  // One that waits for a window of its own stands in another line than the one these moves are of.
  if (ticket.state !== 'waiting' || ticket.reservedFor !== null) return ticket;
  let { ahead } = ticket;
  for (const [at, dueAt, order, change] of moves) {
    const before = dueAt < ticket.dueAt || (dueAt === ticket.dueAt && order < ticket.order);
    if (at > seq && before) ahead += change;
  }
  return ahead === ticket.ahead ? ticket : { ...ticket, ahead: Math.max(0, ahead) };
}

/**
 * What a ticket of the line is now expected to wait, of waits told along it: that of the last place not behind
 * its own. What it was told before, where the message says nothing of it.
 */
export function waitAlong(
  { state, reservedFor, dueAt, order }: TicketView,
  { waits }: Pick<LineMoves, 'waits'>,
  before: WaitRange | null,
): WaitRange | null {
  if (state !== 'waiting') return null;
  if (waits === undefined || reservedFor !== null) return before;
  let wait: WaitRange | null = null;
  for (const [due, each, of] of waits) if (due < dueAt || (due === dueAt && each <= order)) wait = of;
  return wait;
}
