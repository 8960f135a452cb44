import type { Answer, CounterView } from '../common/contract/socket.ts';

/**
 * What the clerk sees: the view, or what the hall has just answered her where that is newer. An answer
 * comes before its patch, and in between the screen must not show what is no longer true.
 */
export function seen(view: CounterView, seq: number, answer: Answer | null): CounterView {
  if (answer === null || answer.seq <= seq || answer.window?.id !== view.window.id) return view;
  const { window, ticket } = answer;
  if (window.ticket === null) return { ...view, window, ticket: null };
  if (ticket?.id === window.ticket.id) return { ...view, window, ticket };
  return { ...view, window };
}
