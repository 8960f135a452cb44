import type { Rejection } from '../../common/contract/rejections.ts';
import type { Answer } from '../../common/contract/socket.ts';
import type { HallCommand } from '../hall/commands.ts';
import type { Draft } from '../hall/events.ts';
import type { HallState } from '../hall/state.ts';
import { bookingView, ticketView, windowView } from '../hall/views/views.ts';
import { requestHash } from '../request-hash.ts';

/** First answers kept: more than a hall's busiest day has commands. */
const MAX_ANSWERS = 100_000;

export type Outcome = ({ ok: true } & Answer) | { ok: false; rejection: Rejection };

/** What was asked, so that an id used again for something else is noticed. */
export interface Request {
  /** In words, for whoever is refused. */
  purpose: string;
  /** Null in logs of earlier versions: then the purpose alone is compared. */
  hash: string | null;
}

interface First {
  request: Request;
  outcome: Outcome;
}

/**
 * What each command was answered the first time, so that a retry is answered the same. An answer is
 * made from the state right after the command's events: live and in a replay alike.
 */
export class Answers {
  #first = new Map<string, First>();

  has(commandId: string): boolean {
    return this.#first.has(commandId);
  }

  /** The first answer to this id; a refusal when the id was another command's. */
  get(commandId: string, request: Request): Outcome | undefined {
    const first = this.#first.get(commandId);
    return first === undefined || isSame(first.request, request) ? first?.outcome : reused(first.request);
  }

  remember(commandId: string, request: Request, state: HallState, events: readonly Draft[]): Outcome {
    const outcome = { ok: true as const, seq: state.seq };
    for (const event of events) add(outcome, state, event);
    return this.#keep(commandId, { request, outcome });
  }

  /** A refusal changed nothing and is not in the log: it is kept only while the program runs. */
  rememberRefusal(commandId: string, request: Request, rejection: Rejection): Outcome {
    return this.#keep(commandId, { request, outcome: { ok: false, rejection } });
  }

  /** Adds one event of the log to its command's answer. */
  replay(state: HallState, event: Draft): void {
    const first = this.#first.get(event.commandId);
    if (first?.outcome.ok === true) return add(first.outcome, state, event);
    const outcome = { ok: true as const, seq: event.seq };
    add(outcome, state, event);
    const { commandId, requestHash: hash = null } = event;
    this.#keep(commandId, { request: first?.request ?? { purpose: purposeOfEvent(event), hash }, outcome });
  }

  #keep(commandId: string, first: First): Outcome {
    this.#first.set(commandId, first);
    if (this.#first.size > MAX_ANSWERS) {
      const oldest = this.#first.keys().next().value;
      if (oldest !== undefined) this.#first.delete(oldest);
    }
    return first.outcome;
  }
}

export function isSame(first: Request, again: Request): boolean {
  if (first.hash === null || again.hash === null) return first.purpose === again.purpose;
  return first.hash === again.hash;
}

/** The request that a command is. */
export function requestOf(command: HallCommand): Request {
  return { purpose: purposeOf(command), hash: requestHash(command) };
}

/** The refusal of an id that is another command's. */
export function reused({ purpose }: Request): Outcome {
  return { ok: false, rejection: { code: 'COMMAND_ID_REUSED', detail: `first used for: ${purpose}` } };
}

/** What a command is for: its type and what it is about. */
function purposeOf(command: HallCommand): string {
  // A return is the ticket's, whoever enters it.
  if (command.type === 'ReturnTicket') return `ReturnTicket ${command.ticket}`;
  if ('window' in command) return `${command.type} ${command.window}`;
  if ('queue' in command) return `${command.type} ${command.queue}`;
  if ('ticket' in command) return `${command.type} ${command.ticket}`;
  if ('booking' in command) return `${command.type} ${command.booking}`;
  if ('supplement' in command) return `${command.type} ${command.supplement}`;
  return command.type;
}

/** The same, read from the first event of a command. */
function purposeOfEvent(event: Draft): string {
  switch (event.type) {
    case 'TicketIssued':
      if (event.booking !== undefined) return `CheckIn ${event.booking}`;
      if (event.supplement !== undefined) return `RedeemSupplement ${event.supplement}`;
      return `IssueTicket ${event.queue}`;
    case 'TicketCancelled':
      return `CancelTicket ${event.ticket}`;
    case 'TicketCalled':
    case 'WindowReady':
      return `CallNext ${event.window}`;
    case 'TicketRecalled':
      return `Recall ${event.window}`;
    case 'TicketMissed':
      return `MissTicket ${event.window}`;
    case 'ServiceStarted':
      return `StartService ${event.window}`;
    case 'ServiceFinished':
      return `FinishService ${event.window}`;
    case 'WindowOpened':
      return `OpenWindow ${event.window}`;
    case 'WindowPaused':
      return `PauseWindow ${event.window}`;
    case 'WindowReopened':
      return `ReopenWindow ${event.window}`;
    case 'WindowClosed':
      return `CloseWindow ${event.window}`;
    case 'DayOpened':
      return 'OpenDay';
    case 'DayClosed':
      return 'CloseDay';
    case 'HallConfigured':
      return 'ConfigureHall';
    case 'TicketHeld':
      return `HoldTicket ${event.window}`;
    case 'TicketResumed':
      return `ResumeTicket ${event.window}`;
    case 'TicketTransferred':
      return `TransferTicket ${event.window}`;
    case 'MatterAdded':
      return `AddMatter ${event.window}`;
    case 'ActionUndone':
      return `UndoAction ${event.window}`;
    case 'CalledOutOfTurn':
      return `CallTicket ${event.window}`;
    case 'MovedOutOfTurn':
      return `MoveTicket ${event.window}`;
    case 'CategoryChanged':
      return `ChangeCategory ${event.window}`;
    case 'TicketReturned':
      return `ReturnTicket ${event.ticket}`;
    case 'TicketReprinted':
      return `ReprintTicket ${event.ticket}`;
    case 'SupplementPrinted':
      return `PrintSupplement ${event.window}`;
    case 'MatterBegun':
      return `FinishService ${event.ticket}`;
    case 'WindowsAssigned':
      return event.planned === true ? 'BeginPlan' : 'AssignWindows';
    case 'DayPlanned':
      return 'PlanDay';
    case 'AutomaticSet':
      return 'SetAutomatic';
    case 'AssignmentBegun':
      return `BeginAssignment ${event.window}`;
    case 'AssignmentEnded':
      return `EndAssignment ${event.window}`;
    case 'BookingMade':
      return `MakeBooking ${event.queue}`;
    case 'BookingCancelled':
      return `CancelBooking ${event.id}`;
  }
}

/**
 * Adds to an answer the ticket and the window its command is about, as they are after this event. The
 * ticket is that of the first event: whoever takes a number is answered theirs, whoever it makes a
 * window call.
 */
function add(answer: Answer, state: HallState, event: Draft): void {
  answer.seq = event.seq;
  const id = answer.ticket?.id ?? ('ticket' in event ? event.ticket : undefined);
  const ticket = id === undefined ? undefined : state.tickets.get(id);
  const window = 'window' in event ? state.windows.get(event.window) : undefined;
  if (ticket !== undefined) answer.ticket = ticketView(state, ticket);
  if (window !== undefined) answer.window = windowView(window);
  if (event.type === 'BookingMade' || event.type === 'BookingCancelled') {
    const booking = state.bookings.get(event.id);
    if (booking !== undefined) answer.booking = bookingView(booking);
  }
  if (event.type === 'ServiceFinished' && event.supplement !== undefined) {
    const { number, queue, until } = event.supplement;
    answer.supplement = { number, queue, until };
  }
}
