import type { HallCommand } from './commands.ts';
import { isToBegin, isToEnd } from './decide/assignments.ts';
import { isUnanswered } from './decide/services.ts';
import { chooseTicket } from './rule.ts';
import type { HallState } from './state.ts';

/**
 * What the passing of time alone asks for: calls that nobody answered are missed, what was planned for the day
 * or assigned to a window begins and ends, and a ready window calls whom a log of an earlier version has left waiting for it.
 */
export function dueCommands(state: HallState, at: number): HallCommand[] {
  const { setup } = state;
  if (setup === null || state.day === null) return [];
  const commands: HallCommand[] = [];
  if (state.planned !== null && state.planned.day <= state.day) commands.push({ type: 'BeginPlan' });
  for (const window of state.windows.values()) {
    const { id } = window.setup;
    if (isToEnd(window.assignment, at)) commands.push({ type: 'EndAssignment', window: id });
    else if (isToBegin(window.assignment, at)) commands.push({ type: 'BeginAssignment', window: id });
    if (
      window.status === 'calling' &&
      window.ticket !== null &&
      isUnanswered(setup.rule, window.ticket, at)
    ) {
      commands.push({ type: 'MissUnanswered', window: id, ticket: window.ticket.id });
    } else if (window.status === 'ready' && chooseTicket(state, window, at) !== null) {
      commands.push({ type: 'CallNext', window: id, ready: false });
    }
  }
  return commands;
}
