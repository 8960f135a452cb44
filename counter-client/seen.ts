import type { Answer, CounterView } from '../common/contract/socket.ts';
import type { TicketView } from '../common/contract/views.ts';

/**
 * What the clerk sees: the view, or what the hall has just answered her where that is newer. An answer
 * comes before its patch, and in between the screen must not show what is no longer true.
 */
export function seen(view: CounterView, seq: number, answer: Answer | null): CounterView {
  if (answer === null || answer.seq <= seq || answer.window?.id !== view.window.id) return view;
  const { window, ticket } = answer;
  // What may be taken back now is known with the patch.
  const next = { ...view, window, held: heldAfter(view.held, ticket), undoable: null };
  if (window.ticket === null) return { ...next, ticket: null };
  return ticket?.id === window.ticket.id ? { ...next, ticket } : next;
}

function heldAfter(held: TicketView[], ticket: TicketView | undefined): TicketView[] {
  if (ticket === undefined) return held;
  const others = held.filter(({ id }) => id !== ticket.id);
  if (ticket.state === 'held') return [...others, ticket];
  return others.length === held.length ? held : others;
}
