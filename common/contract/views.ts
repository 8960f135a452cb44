import * as z from 'zod';
import { PauseReason, TicketId, TicketKind, TicketSource } from './commands.ts';
import { Identity } from './config.ts';
import { Id, Locale, LocalText } from './text.ts';

/** Instants on the wire are milliseconds since 1970-01-01T00:00Z, by the server's clock. */
export const Instant = z.number().int();

/** How long it is still expected to take until the call, told as a range; whole minutes. */
export const WaitRange = z.object({ p50: z.number().int().min(0), p90: z.number().int().min(0) });
export type WaitRange = z.infer<typeof WaitRange>;

/** Which queues a window serves for a while instead of those of the hall's file, or is to open for. */
export const AssignmentView = z.object({
  queues: z.array(Id),
  /** The window is asked to open for it, though it was not to. */
  opens: z.literal(true).optional(),
  from: Instant,
  /** Null: until the day's end. */
  until: Instant.nullable(),
  /** It holds already; otherwise it is still to come. */
  begun: z.boolean(),
  /** The advice it came with; null when by hand. */
  advice: Id.nullable(),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

/**
 * Where a ticket is. `unserved` and `unfinished` are what the day's end makes of tickets still
 * waiting, and still called or being served.
 */
export const TicketState = z.enum([
  'waiting',
  'called',
  'serving',
  'held',
  'finished',
  'missed',
  'cancelled',
  'unserved',
  'unfinished',
]);
export type TicketState = z.infer<typeof TicketState>;

/** free: open, nobody called. ready: free, and the clerk has pressed call next and waits. */
export const WindowStatus = z.enum(['closed', 'free', 'ready', 'calling', 'serving', 'paused']);
export type WindowStatus = z.infer<typeof WindowStatus>;

/** A ticket as commands answer it and its holder sees it. */
export const TicketView = z.object({
  id: TicketId,
  number: z.string(),
  queue: Id,
  matter: Id.nullable(),
  category: Id.nullable(),
  state: TicketState,
  /** People of the same queue due earlier; 0 when not waiting. */
  ahead: z.number().int().min(0),
  issuedAt: Instant,
  /** 应叫时刻: the public instant that orders tickets. */
  dueAt: Instant,
  /** Breaks ties of dueAt: tickets are ordered by (dueAt, order). */
  order: z.number().int(),
  window: Id.nullable(),
  calledAt: Instant.nullable(),
  /** How many times it has been called, the first call included. */
  calls: z.number().int().min(0),
  /** The latest call or recall. */
  lastCallAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  /** Since when it is on hold; null when it is not. */
  heldAt: Instant.nullable(),
  /** How long it was on hold since startedAt, the hold under way not counted: service has taken the rest. */
  heldMs: z.number().int().min(0),
  endedAt: Instant.nullable(),
  locale: Locale,
  source: TicketSource,
  kind: TicketKind,
  /** How many times it has come back after being missed. */
  returns: z.number().int(),
  /** Of a booking: not called before this unless the window would idle. */
  notBefore: Instant.nullable(),
  /** The window it waits for; null when any able one may call it. */
  reservedFor: Id.nullable(),
  /** Further matters of the visit. */
  further: z.array(z.object({ queue: Id, matter: Id.nullable() })),
});
export type TicketView = z.infer<typeof TicketView>;

/** The rule's parameters that a clerk's keys depend on. */
export const DeskRule = z.object({
  maxRecalls: z.number().int(),
  recallPauseSeconds: z.number(),
  /** Calls after which a ticket may be marked missed, the first included; never more than there can be. */
  callsBeforeMiss: z.number().int(),
  undoSeconds: z.number(),
  /** Unanswered this long after its last call, a ticket is missed by itself; never when null. */
  autoMissMinutes: z.number().nullable(),
});
export type DeskRule = z.infer<typeof DeskRule>;

/** A window as walls, counters and managers see it: numbers, never names. */
export const WindowView = z.object({
  id: Id,
  number: z.number().int(),
  zone: Id,
  /** What it serves now, its primary queue first. */
  queues: z.array(Id),
  assignment: AssignmentView.nullable(),
  status: WindowStatus,
  /** When the status began. */
  since: Instant,
  pauseReason: PauseReason.nullable(),
  /** The ticket at the window: called or being served. */
  ticket: z
    .object({ id: TicketId, number: z.string(), queue: Id, calledAt: Instant, calls: z.number().int() })
    .nullable(),
  /** Tickets finished here today. */
  served: z.number().int(),
  /** Tickets on hold here, and tickets waiting for this very window. */
  held: z.number().int(),
  reserved: z.number().int(),
});
export type WindowView = z.infer<typeof WindowView>;

export const QueueView = z.object({
  id: Id,
  prefix: z.string(),
  name: LocalText,
  zone: Id,
  waiting: z.number().int(),
  /** When the longest waiting ticket was issued; null with nobody waiting. */
  waitingSince: Instant.nullable(),
  /** Open windows able to serve it: not closed, not paused. */
  openWindows: z.number().int(),
  issuedToday: z.number().int(),
  /** Left of the day's quota; null without one. Scarce when at or below the warning threshold. */
  remaining: z.number().int().nullable(),
  scarce: z.boolean(),
  /** Whether tickets are issued now, and the hours in which they are. */
  open: z.boolean(),
  hours: z.array(z.object({ from: z.string(), until: z.string() })),
  targetMinutes: z.number(),
  bookable: z.boolean(),
  /** Whether who takes a number shows who they are. */
  identity: Identity,
  /** How long who takes a number now is expected to wait; null where nobody can tell. */
  wait: WaitRange.nullable(),
});
export type QueueView = z.infer<typeof QueueView>;

/** One call or recall, for the wall: what is shown large and spoken. */
export const CallView = z.object({
  /** The seq of the event; walls announce each once, in this order. */
  id: z.number().int(),
  number: z.string(),
  window: z.number().int(),
  zone: Id,
  at: Instant,
  /** 1 for the first call of the ticket, 2 for its first recall, … */
  times: z.number().int(),
});
export type CallView = z.infer<typeof CallView>;

export const HallView = z.object({
  id: Id,
  name: LocalText,
  timeZone: z.string(),
  /** The business day in the hall's time zone, YYYY-MM-DD; null before the first. */
  day: z.string().nullable(),
  notices: z.array(LocalText),
  zones: z.array(z.object({ id: Id, name: LocalText })),
  categories: z.array(z.object({ id: Id, name: LocalText, ground: LocalText, targetMinutes: z.number() })),
  thetaMinutes: z.number(),
});
export type HallView = z.infer<typeof HallView>;

export const BoardView = z.object({
  hall: HallView,
  seq: z.number().int(),
  at: Instant,
  windows: z.array(WindowView),
  queues: z.array(QueueView),
  calls: z.array(CallView),
});
export type BoardView = z.infer<typeof BoardView>;

/** A matter in a list; its papers and questions are read one at a time. */
export const MatterSummary = z.object({
  id: Id,
  name: LocalText,
  department: Id,
  queue: Id,
  promisedWorkingDays: z.number().int(),
});
export type MatterSummary = z.infer<typeof MatterSummary>;

export const BookingView = z.object({
  id: z.string(),
  queue: Id,
  matter: Id.nullable(),
  day: z.string(),
  slot: z.string(),
  slotAt: Instant,
  state: z.enum(['booked', 'arrived', 'cancelled']),
});
export type BookingView = z.infer<typeof BookingView>;

export const SupplementView = z.object({ number: z.string(), queue: Id, until: z.string() });
export type SupplementView = z.infer<typeof SupplementView>;

/** What a hall's rules for bookings mean for whoever books. */
export const BookingRules = z.object({
  /** A booking may be cancelled until this long before its slot. */
  cancelUntilMinutes: z.number(),
  perPersonAndDay: z.number().int(),
  /** After this many bookings missed, none can be made for blockDays. */
  noShowsToBlock: z.number().int(),
  blockDays: z.number().int(),
  /** Checked in within its slot ± this, a booking keeps its place. */
  checkInMinutes: z.number(),
  /** Personal data is deleted this many days after the day it was needed for. */
  retentionDays: z.number().int(),
});
export type BookingRules = z.infer<typeof BookingRules>;

export const SlotView = z.object({ slot: z.string(), slotAt: Instant, left: z.number().int() });
export type SlotView = z.infer<typeof SlotView>;

/** A ticket that was called and did not come, as the wall shows it for an hour. */
export const MissedView = z.object({ number: z.string(), zone: Id, at: Instant });
export type MissedView = z.infer<typeof MissedView>;

/** What a clerk pressed last and may still take back. */
export const UndoView = z.object({
  action: z.enum(['ServiceStarted', 'ServiceFinished', 'TicketMissed']),
  number: z.string(),
  until: Instant,
});
export type UndoView = z.infer<typeof UndoView>;
