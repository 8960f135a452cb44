import type { Simulate } from '../../common/contract/balance.ts';
import type { Assignment, AutomaticReason } from '../../common/contract/commands.ts';

/** What the sections ask of the page, which holds the line to the server. */
export type Asked =
  | { ask: 'apply' | 'undo' | 'plan'; advice: string }
  | { ask: 'clear-plan' }
  | { ask: 'automatic'; on: boolean; reason: AutomaticReason }
  | { ask: 'simulate'; changes: Omit<Simulate, 'desk'> }
  | { ask: 'assign'; assignments: Assignment[] }
  | { ask: 'again' }
  | { ask: 'desk'; desk: string };

export function asked(detail: Asked): CustomEvent<Asked> {
  return new CustomEvent('manager-ask', { detail, bubbles: true, composed: true });
}

declare global {
  interface HTMLElementEventMap {
    'manager-ask': CustomEvent<Asked>;
  }
}
