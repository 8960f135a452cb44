import type { Command, Outcome } from '../common/contract/commands.ts';
import type { Answer } from '../common/contract/socket.ts';
import type { TicketView } from '../common/contract/views.ts';

/** With missing papers: what the citizen is told to come back with. */
export interface Handout {
  number: string;
  /** The last day, YYYY-MM-DD. */
  until: string;
  secret: string;
}

/** A ticket, or one matter of it, that ended at this window since the page was opened. */
export interface Ended {
  id: string;
  number: string;
  queue: string;
  state: 'finished' | 'missed';
  endedAt: number;
  /** From start to end without holds (R45), milliseconds; null when it was never started. */
  serviceMs: number | null;
  outcome: Outcome | null;
  handout: Handout | null;
}

/** Longer than a clerk looks back, short enough for one screen to scroll. */
const MAX_ENDED = 50;

/**
 * The list, newest first, after a command was carried out.
 * @param before the ticket at the window before it: a visit with further matters has moved on since.
 */
export function withEnded(
  list: readonly Ended[],
  command: Command,
  answer: Answer & { secret?: string },
  before: TicketView | null,
): readonly Ended[] {
  const { ticket, window } = answer;
  if (ticket === undefined) return list;
  if (command.type === 'UndoAction') return withoutLatest(list, ticket.id);
  if (command.type !== 'FinishService' && command.type !== 'MissTicket') return list;
  const served = before?.id === ticket.id ? before : ticket;
  const endedAt = ticket.endedAt ?? window?.since ?? 0;
  const finished = command.type === 'FinishService';
  const ended: Ended = {
    id: ticket.id,
    number: ticket.number,
    queue: served.queue,
    state: finished ? 'finished' : 'missed',
    endedAt,
    serviceMs: finished && served.startedAt !== null ? endedAt - served.startedAt - served.heldMs : null,
    outcome: (finished ? command.outcome : undefined) ?? null,
    handout: handoutOf(answer),
  };
  return [ended, ...list].slice(0, MAX_ENDED);
}

/** What is to be handed out with this answer; null when nothing is. */
export function handoutOf({ supplement, secret }: Answer & { secret?: string }): Handout | null {
  if (supplement === undefined || secret === undefined) return null;
  return { number: supplement.number, until: supplement.until, secret };
}

/** What was undone is not done; a start that was undone had ended nothing. */
function withoutLatest(list: readonly Ended[], id: string): readonly Ended[] {
  const latest = list.findIndex((each) => each.id === id);
  return latest === -1 ? list : list.filter((_, index) => index !== latest);
}
