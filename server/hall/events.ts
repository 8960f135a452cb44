import type { AdvicePromise } from '../../common/contract/advice.ts';
import type {
  AutomaticReason,
  Ground,
  Outcome,
  OutOfTurnReason,
  PauseReason,
  TicketKind,
  TicketSource,
} from '../../common/contract/commands.ts';
import type { Role, Setup } from '../../common/contract/config.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { Exception } from './record.ts';

/**
 * What happened in a hall: the one truth from which every state, view and figure is made. Stored
 * for ever: fields are only ever added, and optional; codec.ts reads the old shapes.
 */
export type HallEvent =
  | DayOpened
  | DayClosed
  | HallConfigured
  | TicketIssued
  | TicketCancelled
  | TicketCalled
  | TicketRecalled
  | TicketMissed
  | ServiceStarted
  | ServiceFinished
  | WindowOpened
  | WindowReady
  | WindowPaused
  | WindowReopened
  | WindowClosed
  | TicketHeld
  | TicketResumed
  | TicketTransferred
  | MatterAdded
  | MatterBegun
  | TicketReturned
  | TicketReprinted
  | SupplementPrinted
  | ActionUndone
  | BookingMade
  | BookingCancelled
  | CalledOutOfTurn
  | MovedOutOfTurn
  | CategoryChanged
  | WindowsAssigned
  | AssignmentBegun
  | AssignmentEnded
  | AutomaticSet
  | DayPlanned;

/** Carries all that a replay needs: nothing before it has to be read. */
export interface DayOpened {
  type: 'DayOpened';
  /** YYYY-MM-DD in the hall's time zone. */
  day: string;
  /** The instant the day begins there; hours are counted from it. */
  startsAt: number;
  setup: Setup;
  /** The working days that may be booked from today, today included if it is one. */
  bookable?: BookableDay[];
  /** What outlives a day. */
  carried?: Carried;
  /** Kept tickets whose queue is there no more: their end, as the day before has not given it. */
  ended?: Record<string, 'unserved'>;
}

export interface BookableDay {
  day: string;
  startsAt: number;
}

/** What the hall remembers from day to day. */
export interface Carried {
  bookings: Booking[];
  /** Persons who may not book, and until which instant. */
  blocked: Record<string, number>;
  /** Bookings missed by person, since the last one kept. */
  noShows: Record<string, number>;
  supplements: Supplement[];
  lastSupplement: number;
  /** What became of numbers for missing papers that are of no use any more, until they are given again. */
  spent?: Record<string, 'used' | 'expired'>;
  /** The last booking number given for each day, cancelled ones included. */
  lastBooking?: Record<string, number>;
  /** The automatic mode, where it was ever switched. */
  automatic?: Automatic;
  /** What a day to come is to begin with. */
  planned?: Planned;
  /** Tickets of a night hall that still wait. */
  tickets: KeptTicket[];
}

/** Assignments of a day to come. */
export interface Planned {
  day: string;
  assignments: Assigned[];
  role: Role;
  /** The advice whose moves these are, and what it promised; by hand when absent. */
  advice?: string;
  promise?: AdvicePromise;
}

/** Whether advice is applied by itself, and who has said so when and why. */
export interface Automatic {
  on: boolean;
  at: number;
  by: string;
  reason: AutomaticReason;
}

export interface Booking {
  id: string;
  person: string;
  queue: string;
  matter: string | null;
  day: string;
  /** HH:mm, and the instant this is. */
  slot: string;
  slotAt: number;
  /** Of the command that made it: under this the vault holds whose it is. */
  commandId?: string;
}

/** Papers to be brought: whoever comes with this number by that day needs no new one. */
export interface Supplement {
  number: string;
  queue: string;
  matter: string | null;
  until: string;
}

export interface KeptTicket {
  ticket: string;
  number: string;
  queue: string;
  matter: string | null;
  category: string | null;
  locale: Locale;
  source: TicketSource;
  issuedAt: number;
  dueAt: number;
  order: number;
  person?: string;
  cameBy?: string;
  sentBy?: string;
  kind?: TicketKind;
  ground?: Ground;
  /** Matters of the visit still to come. */
  further?: Leg[];
  /** How many times it has come back; none when absent. */
  returns?: number;
  /** Of a category: how much later it would be due without; milliseconds. */
  shortenedMs?: number;
  /** The window it waits for. */
  reservedFor?: string;
  booking?: string;
  notBefore?: number;
  /** It had been sent on, come back, or begun another matter. */
  joinedAgain?: true;
  /** Of its first call, if it had one: its wait was counted then. */
  firstCalledAt?: number;
  exception?: Exception;
}

export interface Leg {
  queue: string;
  matter: string | null;
}

/** Ends every ticket still open; the keys of `ended` are ticket ids. */
export interface DayClosed {
  type: 'DayClosed';
  day: string;
  ended: Record<string, 'unserved' | 'unfinished'>;
  /** Bookings of the day that nobody checked in. */
  noShows?: string[];
  /** Persons who have missed too many, and until when they may not book. */
  blocked?: Record<string, number>;
  /** Tickets that wait on into the next day. */
  kept?: string[];
}

export interface HallConfigured {
  type: 'HallConfigured';
  setup: Setup;
}

export interface TicketIssued {
  type: 'TicketIssued';
  ticket: string;
  number: string;
  queue: string;
  matter: string | null;
  category: string | null;
  locale: Locale;
  source: TicketSource;
  print: boolean;
  dueAt: number;
  /** People of the queue due earlier at this instant, as the slip says. */
  ahead: number;
  kind?: TicketKind;
  ground?: Ground;
  person?: string;
  /** Not called before this while the window has somebody else to call. */
  notBefore?: number;
  booking?: string;
  supplement?: string;
  further?: Leg[];
}

interface OfTicket {
  ticket: string;
  number: string;
}
interface AtWindow extends OfTicket {
  window: string;
}

export interface TicketCancelled extends OfTicket {
  type: 'TicketCancelled';
}
export interface TicketCalled extends AtWindow {
  type: 'TicketCalled';
}
export interface TicketRecalled extends AtWindow {
  type: 'TicketRecalled';
  /** How many times it has now been called, the first included. */
  times: number;
}
export interface TicketMissed extends AtWindow {
  type: 'TicketMissed';
  /** Nobody pressed: the time to come had passed. */
  automatic?: true;
}
export interface TicketHeld extends AtWindow {
  type: 'TicketHeld';
}
export interface TicketResumed extends AtWindow {
  type: 'TicketResumed';
  /** The window that had put it on hold, when it was another. */
  heldBy?: string;
}
/** `window` sends it; its due instant stays. */
export interface TicketTransferred extends AtWindow {
  type: 'TicketTransferred';
  queue: string;
  toWindow: string | null;
  ahead: number;
}
export interface MatterAdded extends AtWindow {
  type: 'MatterAdded';
  queue: string;
  matter: string | null;
}
/** The next matter of the visit: the ticket waits in its queue, its due instant stays. */
export interface MatterBegun extends OfTicket {
  type: 'MatterBegun';
  queue: string;
  matter: string | null;
  ahead: number;
}
export interface TicketReturned extends OfTicket {
  type: 'TicketReturned';
  dueAt: number;
  /** How many times it has now come back. */
  returns: number;
  ahead: number;
}
export interface TicketReprinted extends OfTicket {
  type: 'TicketReprinted';
}
/** The paper of a supplement, printed at the wish of a clerk. */
export interface SupplementPrinted {
  type: 'SupplementPrinted';
  window: string;
  supplement: string;
  locale: Locale;
}
/** A misclick taken back: the state is as it was before, with the times it had. */
export interface ActionUndone extends AtWindow {
  type: 'ActionUndone';
  action: 'ServiceStarted' | 'ServiceFinished' | 'TicketMissed';
  /** The seq of the event undone. */
  undoes: number;
}

export interface BookingMade extends Booking {
  type: 'BookingMade';
}
export interface BookingCancelled {
  type: 'BookingCancelled';
  id: string;
}

/** Who was allowed to, and why: counted in public. */
interface OutOfTurn extends AtWindow {
  role: Role;
  reason: OutOfTurnReason;
}
export interface CalledOutOfTurn extends OutOfTurn {
  type: 'CalledOutOfTurn';
}
export interface MovedOutOfTurn extends OutOfTurn {
  type: 'MovedOutOfTurn';
  toWindow: string;
}
export interface CategoryChanged extends OutOfTurn {
  type: 'CategoryChanged';
  category: string | null;
  ground: Ground;
  dueAt: number;
}
export interface ServiceStarted extends AtWindow {
  type: 'ServiceStarted';
}
export interface ServiceFinished extends AtWindow {
  type: 'ServiceFinished';
  outcome?: Outcome;
  caseNumber?: string;
  supplement?: Supplement;
}

interface OfWindow {
  window: string;
}
export interface WindowOpened extends OfWindow {
  type: 'WindowOpened';
}
export interface WindowReady extends OfWindow {
  type: 'WindowReady';
}
export interface WindowPaused extends OfWindow {
  type: 'WindowPaused';
  reason: PauseReason;
}
export interface WindowReopened extends OfWindow {
  type: 'WindowReopened';
}
export interface WindowClosed extends OfWindow {
  type: 'WindowClosed';
}

/** A manager has given windows other queues for a while, or their own back; `by` system: the automatic mode has. */
export interface WindowsAssigned {
  type: 'WindowsAssigned';
  assignments: Assigned[];
  role: Role;
  /** The advice whose moves these are; by hand when absent. */
  advice?: string;
  /** What it promised; none in logs of earlier versions. */
  promise?: AdvicePromise;
  /** The advice that is taken back. */
  undoes?: string;
  /** It was decided beforehand: what of it is possible today, perhaps nothing. */
  planned?: true;
}
export interface Assigned extends OfWindow {
  /** The primary queue first. Its own: whatever was assigned has ended, unless it is to open. */
  queues: string[];
  /** The window is asked to open for it, though it was not to. */
  opens?: true;
  /** At once when absent. */
  from?: number;
  /** The day's end when absent. */
  until?: number;
}
export interface AssignmentBegun extends OfWindow {
  type: 'AssignmentBegun';
}
export interface AssignmentEnded extends OfWindow {
  type: 'AssignmentEnded';
}

/** A manager has decided what windows serve on a day to come; without assignments: nothing else any more. */
export interface DayPlanned extends Planned {
  type: 'DayPlanned';
}

/** A manager has switched the automatic mode: whether advice is applied by itself. */
export interface AutomaticSet {
  type: 'AutomaticSet';
  on: boolean;
  role: Role;
  reason: AutomaticReason;
}

/** Where an event stands in the log, and who caused it when. */
export interface Envelope {
  /** 1, 2, 3, … without gaps. */
  seq: number;
  at: number;
  /** counter:w3, kiosk:k1, phone, api, system. */
  by: string;
  commandId: string;
  /**
   * With the first event of a command: a hash of what was asked, so that the id is known again with another
   * request, also after a restart. 22 letters of base64url; none in logs of earlier versions.
   */
  requestHash?: string;
}

/** An event with its place, before it is sealed into the chain. */
export type Draft = HallEvent & Envelope;

/** An event of the log: `hash` = SHA-256 over the previous hash and the canonical draft. */
export type Recorded = Draft & { hash: string };
