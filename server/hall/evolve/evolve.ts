import type { Draft } from '../events.ts';
import type { HallState } from '../state.ts';
import * as assignments from './assignments.ts';
import { closeDay, configure, openDay } from './days.ts';
import { known } from './known.ts';
import * as services from './services.ts';
import * as tickets from './tickets.ts';
import { moveWindow } from './windows.ts';

/**
 * Brings the state to what the event says. History is never rejected: what the log holds has
 * happened. An event about something unknown is a bug or a broken log, and throws.
 */
export function evolve(state: HallState, event: Draft): void {
  apply(state, event);
  state.seq = event.seq;
  state.at = event.at;
}

function apply(state: HallState, event: Draft): void {
  switch (event.type) {
    case 'DayOpened':
      return openDay(state, event);
    case 'DayClosed':
      return closeDay(state, event);
    case 'HallConfigured':
      state.reconfigured = true;
      return configure(state, event.setup);
    case 'TicketIssued':
      return tickets.issue(state, event);
    case 'TicketCancelled':
      return tickets.giveBack(state, event);
    case 'TicketReturned':
      return tickets.comeBack(state, event);
    case 'TicketReprinted':
    case 'SupplementPrinted':
      return;
    case 'TicketTransferred':
      services.sendAway(state, event);
      return tickets.transfer(state, event);
    case 'MatterAdded':
      return tickets.addMatter(state, event);
    case 'MatterBegun':
      return tickets.beginMatter(state, event);
    case 'MovedOutOfTurn':
      return tickets.moveOutOfTurn(state, event);
    case 'CategoryChanged':
      return tickets.changeCategory(state, event);
    case 'TicketCalled':
    case 'CalledOutOfTurn':
      return services.call(state, event);
    case 'TicketRecalled':
      return services.recall(state, event);
    case 'ServiceStarted':
      return services.start(state, event);
    case 'ServiceFinished':
      return services.finish(state, event);
    case 'TicketMissed':
      return services.miss(state, event);
    case 'TicketHeld':
      return services.hold(state, event);
    case 'TicketResumed':
      return services.resume(state, event);
    case 'ActionUndone':
      return services.undo(state, event);
    case 'BookingMade':
      return makeBooking(state, event);
    case 'BookingCancelled':
      known(state.bookings, event.id, event).state = 'cancelled';
      return;
    case 'WindowsAssigned':
      return assignments.assign(state, event);
    case 'DayPlanned':
      return assignments.plan(state, event);
    case 'AssignmentBegun':
      return assignments.beginAssignment(known(state.windows, event.window, event));
    case 'AssignmentEnded':
      return assignments.endAssignment(known(state.windows, event.window, event));
    case 'AutomaticSet': {
      const { on, at, by, reason } = event;
      state.automatic = { on, at, by, reason };
      return;
    }
    case 'WindowClosed':
      tickets.releaseReserved(state, known(state.windows, event.window, event), event.seq);
      return moveWindow(known(state.windows, event.window, event), event);
    default:
      return moveWindow(known(state.windows, event.window, event), event);
  }
}

function makeBooking(state: HallState, event: Extract<Draft, { type: 'BookingMade' }>): void {
  const { id, person, queue, matter, day, slot, slotAt, commandId } = event;
  state.bookings.set(id, { id, person, queue, matter, day, slot, slotAt, commandId, state: 'booked' });
  state.lastBooking.set(day, Math.max(state.lastBooking.get(day) ?? 0, Number(id.slice(10))));
}
