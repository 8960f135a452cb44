import type { CommandOf, HallCommand } from '../commands.ts';
import type { Draft, TicketIssued } from '../events.ts';
import { omitNull } from './omit-null.ts';

/**
 * The command that must have led to an event, if it is the first of its command: what people chose is in
 * the event (a queue, a category, a reason), and what the rule made of it is decided anew. Null for what
 * only ever follows from something else.
 */
export function commandBehind(event: Draft): HallCommand | null {
  switch (event.type) {
    case 'DayOpened': {
      const { day, startsAt, setup, bookable = [] } = event;
      return { type: 'OpenDay', day, startsAt, setup, bookable };
    }
    case 'DayClosed':
      return { type: 'CloseDay' };
    case 'HallConfigured':
      return { type: 'ConfigureHall', setup: event.setup };
    case 'TicketIssued':
      return behindIssue(event);
    case 'TicketCancelled':
      return { type: 'CancelTicket', ticket: event.ticket };
    case 'TicketReprinted':
      return { type: 'ReprintTicket', ticket: event.ticket };
    case 'SupplementPrinted': {
      const { window, supplement, locale } = event;
      return { type: 'PrintSupplement', window, supplement, locale };
    }
    case 'TicketReturned':
      return { type: 'ReturnTicket', ticket: event.ticket };
    case 'BookingMade': {
      const { queue, matter, day, slot, person } = event;
      return { type: 'MakeBooking', queue, ...omitNull({ matter }), day, slot, person };
    }
    case 'BookingCancelled':
      return { type: 'CancelBooking', booking: event.id };
    case 'WindowsAssigned': {
      if (event.planned === true) return { type: 'BeginPlan' };
      const { assignments, advice = null, promise = null, undoes = null } = event;
      return { type: 'AssignWindows', assignments, ...omitNull({ advice, promise, undoes }) };
    }
    case 'AutomaticSet':
      return { type: 'SetAutomatic', desk: deskBehind(event), on: event.on, reason: event.reason };
    case 'DayPlanned': {
      const { day, assignments, advice = null, promise = null } = event;
      const said = omitNull({ advice, promise });
      return { type: 'PlanDay', desk: deskBehind(event), day, assignments, ...said };
    }
    case 'AssignmentBegun':
      return { type: 'BeginAssignment', window: event.window };
    case 'AssignmentEnded':
      return { type: 'EndAssignment', window: event.window };
    case 'MatterBegun':
      return null;
    case 'WindowOpened':
      return { type: 'OpenWindow', window: event.window };
    case 'WindowReady':
      return { type: 'CallNext', window: event.window, ready: true };
    case 'WindowPaused':
      return { type: 'PauseWindow', window: event.window, reason: event.reason };
    case 'WindowReopened':
      return { type: 'ReopenWindow', window: event.window };
    case 'WindowClosed':
      return { type: 'CloseWindow', window: event.window };
    default:
      return behindService(event);
  }
}

/** counter:w3 was at w3. */
function deskBehind({ by }: Draft): string {
  return by.slice(by.indexOf(':') + 1);
}

function behindIssue(event: TicketIssued): HallCommand {
  const { queue, locale, source, print, ground = 'declared', kind, person, further = [] } = event;
  const { booking, supplement, matter, category } = event;
  if (supplement !== undefined) return { type: 'RedeemSupplement', supplement, locale, print };
  if (booking !== undefined) {
    const checkIn: CommandOf<'CheckIn'> = { type: 'CheckIn', booking, ground, locale, source, print };
    if (category !== null) checkIn.category = category;
    return checkIn;
  }
  const issue: CommandOf<'IssueTicket'> = {
    ...{ type: 'IssueTicket', queue, locale, source, print, ground },
    kind: kind === 'delivery' ? kind : 'walkin',
    further: further.map((leg) => ({ queue: leg.queue, ...omitNull({ matter: leg.matter }) })),
  };
  if (matter !== null) issue.matter = matter;
  if (category !== null) issue.category = category;
  if (person !== undefined) issue.person = person;
  return issue;
}

type OfService = Exclude<
  Draft,
  {
    type:
      | 'DayOpened'
      | 'DayClosed'
      | 'HallConfigured'
      | 'TicketIssued'
      | 'TicketCancelled'
      | 'TicketReprinted'
      | 'SupplementPrinted'
      | 'TicketReturned'
      | 'BookingMade'
      | 'BookingCancelled'
      | 'MatterBegun'
      | 'WindowsAssigned'
      | 'AssignmentBegun'
      | 'AssignmentEnded'
      | 'AutomaticSet'
      | 'DayPlanned'
      | 'WindowOpened'
      | 'WindowReady'
      | 'WindowPaused'
      | 'WindowReopened'
      | 'WindowClosed';
  }
>;

function behindService(event: OfService): HallCommand | null {
  const { window, ticket } = event;
  const at = { window, ticket };
  switch (event.type) {
    case 'TicketCalled':
      return { type: 'CallNext', window, ready: false };
    case 'TicketRecalled':
      return { type: 'Recall', ...at };
    case 'TicketMissed':
      return { type: event.automatic === true ? 'MissUnanswered' : 'MissTicket', ...at };
    case 'ServiceStarted':
      return { type: 'StartService', ...at };
    case 'ServiceFinished': {
      const { outcome, caseNumber, supplement } = event;
      const said = { outcome: outcome ?? null, caseNumber: caseNumber ?? null };
      return { type: 'FinishService', ...at, ...omitNull({ ...said, until: supplement?.until ?? null }) };
    }
    case 'TicketHeld':
      return { type: 'HoldTicket', ...at };
    case 'TicketResumed':
      return { type: 'ResumeTicket', ...at };
    case 'TicketTransferred':
      return { type: 'TransferTicket', ...at, queue: event.queue, ...omitNull({ toWindow: event.toWindow }) };
    case 'MatterAdded':
      return { type: 'AddMatter', ...at, queue: event.queue, ...omitNull({ matter: event.matter }) };
    case 'ActionUndone':
      return { type: 'UndoAction', window };
    case 'CalledOutOfTurn':
      return { type: 'CallTicket', ...at, reason: event.reason };
    case 'MovedOutOfTurn':
      return { type: 'MoveTicket', ...at, reason: event.reason, toWindow: event.toWindow };
    case 'CategoryChanged': {
      const { reason, category, ground } = event;
      return { type: 'ChangeCategory', ...at, reason, category, ground };
    }
    default:
      // A type this program has never written.
      return null;
  }
}
