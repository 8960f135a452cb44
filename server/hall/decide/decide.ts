import type { Decision, HallCommand } from '../commands.ts';
import type { HallState } from '../state.ts';
import { assign, beginAssignment, beginPlan, endAssignment, planDay, setAutomatic } from './assignments.ts';
import { cancelBooking, checkIn, makeBooking } from './bookings.ts';
import { closeDay, configure, openDay } from './days.ts';
import { type Circumstance, reject, withTicket, withWindow } from './decision.ts';
import { callOutOfTurn, changeCategory, moveOutOfTurn } from './exceptions.ts';
import type { OpenHall } from './open-hall.ts';
import { serve } from './services.ts';
import { cancel, issue, printSupplement, redeemSupplement, reprint, returnMissed } from './tickets.ts';
import { undo } from './undo.ts';
import { moveWindow } from './windows.ts';

/** What follows from a command: events, or one rejection. Changes nothing. */
export function decide(state: HallState, command: HallCommand, circumstance: Circumstance): Decision {
  if (command.type === 'OpenDay') return openDay(state, command);
  if (!isOpen(state)) return reject('DAY_NOT_OPEN');
  return decideInDay(state, command, circumstance);
}

function isOpen(state: HallState): state is OpenHall {
  return state.setup !== null && state.day !== null;
}

function decideInDay(
  state: OpenHall,
  command: Exclude<HallCommand, { type: 'OpenDay' }>,
  circumstance: Circumstance,
): Decision {
  const { at } = circumstance;
  switch (command.type) {
    case 'CloseDay':
      return closeDay(state, at);
    case 'ConfigureHall':
      return configure(state, command);
    case 'IssueTicket':
      return issue(state, command, at);
    case 'RedeemSupplement':
      return redeemSupplement(state, command, at);
    case 'PrintSupplement':
      return withWindow(state, command.window, () => printSupplement(state, command));
    case 'CancelTicket':
      return withTicket(state, command.ticket, cancel);
    case 'ReprintTicket':
      return withTicket(state, command.ticket, reprint);
    case 'ReturnTicket':
      return withTicket(state, command.ticket, (ticket) => returnMissed(state, ticket, command, at));
    case 'MakeBooking':
      return makeBooking(state, command, at);
    case 'CancelBooking':
      return cancelBooking(state, command, at);
    case 'CheckIn':
      return checkIn(state, command, at);
    case 'CallTicket':
      return callOutOfTurn(state, command, circumstance);
    case 'MoveTicket':
      return moveOutOfTurn(state, command, circumstance);
    case 'ChangeCategory':
      return changeCategory(state, command, circumstance);
    case 'AssignWindows':
      return assign(state, command, circumstance);
    case 'PlanDay':
      return planDay(state, command, circumstance);
    case 'BeginPlan':
      return beginPlan(state, at);
    case 'SetAutomatic':
      return setAutomatic(command, circumstance);
    case 'BeginAssignment':
      return withWindow(state, command.window, (window) => beginAssignment(window, at));
    case 'EndAssignment':
      return withWindow(state, command.window, (window) => endAssignment(window, at));
    case 'UndoAction':
      return withWindow(state, command.window, (window) => undo(state, window, command, circumstance));
    case 'OpenWindow':
    case 'ReopenWindow':
    case 'PauseWindow':
    case 'CloseWindow':
    case 'CallNext':
      return withWindow(state, command.window, (window) => moveWindow(state, window, command, at));
    default:
      return withWindow(state, command.window, (window) => serve(state, window, command, at));
  }
}
