import type { DeskRule, TicketView } from '../common/contract/views.ts';

const SECOND_MS = 1000;

/** What the rule makes of the calls of the ticket at a window (R13, R14). */
export interface Calls {
  recalls: number;
  maxRecalls: number;
  /** Until the next recall is allowed; 0 when it is now. Milliseconds. */
  pauseMs: number;
  /** Calls still to be made before it may be marked missed. */
  beforeMiss: number;
}

/** @param now the hall's time, milliseconds. */
export function callsOf(ticket: TicketView | null, rule: DeskRule, now: number): Calls | null {
  if (ticket === null || ticket.state !== 'called') return null;
  const { calls, lastCallAt } = ticket;
  const allowedAt = (lastCallAt ?? 0) + rule.recallPauseSeconds * SECOND_MS;
  return {
    recalls: Math.max(0, calls - 1),
    maxRecalls: rule.maxRecalls,
    pauseMs: Math.max(0, allowedAt - now),
    beforeMiss: Math.max(0, rule.callsBeforeMiss - calls),
  };
}
