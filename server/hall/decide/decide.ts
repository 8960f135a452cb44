import type { Decision, HallCommand } from '../commands.ts';
import type { HallState } from '../state.ts';
import { cancelBooking, checkIn, makeBooking } from './bookings.ts';
import { closeDay, configure, openDay } from './days.ts';
import { type Circumstance, reject, withTicket, withWindow } from './decision.ts';
import { callOutOfTurn, changeCategory, moveOutOfTurn } from './exceptions.ts';
import { serve } from './services.ts';
import { cancel, issue, redeemSupplement, reprint, returnMissed } from './tickets.ts';
import { undo } from './undo.ts';
import { moveWindow } from './windows.ts';

/** What follows from a command: events, or one rejection. Changes nothing. */
export function decide(state: HallState, command: HallCommand, circumstance: Circumstance): Decision {
  if (command.type === 'OpenDay') return openDay(state, command);
  if (state.setup === null || state.day === null) return reject('DAY_NOT_OPEN');
  const { setup, day } = state;
  const { at } = circumstance;
  const open = { ...state, setup, day };
  switch (command.type) {
    case 'CloseDay':
      return closeDay(open, at);
    case 'ConfigureHall':
      return configure(state, command);
    case 'IssueTicket':
      return issue(open, command, at);
    case 'RedeemSupplement':
      return redeemSupplement(open, command, at);
    case 'CancelTicket':
      return withTicket(state, command.ticket, cancel);
    case 'ReprintTicket':
      return withTicket(state, command.ticket, reprint);
    case 'ReturnTicket':
      return withTicket(state, command.ticket, (ticket) => returnMissed(open, ticket, at));
    case 'MakeBooking':
      return makeBooking(open, command, at);
    case 'CancelBooking':
      return cancelBooking(open, command, at);
    case 'CheckIn':
      return checkIn(open, command, at);
    case 'CallTicket':
      return callOutOfTurn(state, command, circumstance);
    case 'MoveTicket':
      return moveOutOfTurn(state, command, circumstance);
    case 'ChangeCategory':
      return changeCategory(open, command, circumstance);
    case 'UndoAction':
      return withWindow(state, command.window, (window) => undo(open, window, circumstance));
    case 'OpenWindow':
    case 'ReopenWindow':
    case 'PauseWindow':
    case 'CloseWindow':
    case 'CallNext':
      return withWindow(state, command.window, (window) => moveWindow(state, window, command, at));
    default:
      return withWindow(state, command.window, (window) => serve(open, window, command, at));
  }
}
