import * as z from 'zod';
import { Command, CommandId, TicketId } from './commands.ts';
import type { Role } from './config.ts';
import { PersonalRecord } from './personal-record.ts';
import type { Rejection } from './rejections.ts';
import { Id } from './text.ts';
import type {
  BookingView,
  CallView,
  DeskRule,
  HallView,
  MissedView,
  QueueView,
  SupplementView,
  TicketView,
  UndoView,
  WaitRange,
  WindowView,
} from './views.ts';

/** Every subscription: the hall, and the seq already seen, so that no node shows an older past. */
const Looking = { hall: Id, seq: z.number().int().min(0).optional() };

/** Who is looking: decides what the snapshot holds, how fast patches come, and who goes first. */
export const Subscription = z.discriminatedUnion('audience', [
  z.strictObject({ ...Looking, audience: z.literal('wall'), zone: Id.optional() }),
  z.strictObject({ ...Looking, audience: z.literal('window'), window: Id }),
  z.strictObject({ ...Looking, audience: z.literal('counter'), window: Id }),
  z.strictObject({ ...Looking, audience: z.literal('kiosk') }),
  z.strictObject({ ...Looking, audience: z.literal('ticket'), ticket: TicketId, secret: z.string().max(64) }),
  z.strictObject({ ...Looking, audience: z.literal('manager') }),
]);
export type Subscription = z.infer<typeof Subscription>;
export type Audience = Subscription['audience'];

export const SocketCommand = z.strictObject({
  hall: Id,
  commandId: CommandId,
  command: Command,
  /** Of the ticket, for what only its holder may do. */
  secret: z.string().max(64).optional(),
  /** Who was shown or typed; beside the command, as that goes into the log. */
  person: PersonalRecord.optional(),
});
export type SocketCommand = z.infer<typeof SocketCommand>;

/** Slots are replaced whole by a patch; collections are merged by key, null removes. */
export interface WallView {
  hall: HallView;
  /** The latest calls of the zone, newest first. */
  calls: CallView[];
  /** Called in the last hour and not come. */
  missed: MissedView[];
  windows: Record<string, WindowView>;
  queues: Record<string, QueueView>;
}
export interface WindowDisplayView {
  hall: HallView;
  window: WindowView;
}
export interface CounterView {
  hall: HallView;
  window: WindowView;
  ticket: TicketView | null;
  /** Tickets on hold here. */
  held: TicketView[];
  undoable: UndoView | null;
  rule: DeskRule;
  /** What the clerk of this counter may do out of turn. */
  role: Role;
  queues: Record<string, QueueView>;
}
export interface KioskView {
  hall: HallView;
  queues: Record<string, QueueView>;
}
export interface PhoneView {
  hall: HallView;
  queue: QueueView;
  ticket: TicketView;
  /** How long the ticket is still expected to wait; null when it does not wait, or nobody can tell. */
  wait: WaitRange | null;
  /** The number on the window that called, when called. */
  windowNumber: number | null;
  /** People ahead at which one is to come near; servers of earlier versions do not say. */
  soonAhead?: number;
}
export interface ManagerView {
  hall: HallView;
  calls: CallView[];
  windows: Record<string, WindowView>;
  queues: Record<string, QueueView>;
}
export interface ViewOf {
  wall: WallView;
  window: WindowDisplayView;
  counter: CounterView;
  kiosk: KioskView;
  ticket: PhoneView;
  manager: ManagerView;
}

/**
 * What changed for one topic between two seqs. A client whose seq is below `from` has missed
 * something and subscribes again; one whose seq is past `to` ignores the patch. Values are whole, so
 * a patch up to the very seq of the client is applied: it may carry counts that were gathered.
 */
export interface Patch {
  topic: string;
  from: number;
  to: number;
  at: number;
  /** Slots and their new values. */
  set?: Record<string, unknown>;
  /** Collections, and the entries that changed; null removes the entry. */
  merge?: Record<string, Record<string, unknown>>;
}

/**
 * Shared by every phone of a queue: the queue as it is now, and who joined (+1) or left (−1) its line, as
 * [seq, dueAt, order, ±1]. A phone counts those past its own seq that are ordered before its ticket.
 */
export interface LineMoves {
  topic: string;
  queue: QueueView;
  moves: [seq: number, dueAt: number, order: number, change: 1 | -1][];
  /**
   * Expected waits along the line, in the order of places: a ticket's is that of the last entry whose place
   * is not behind its own; null where nobody can tell. Left out when nothing new is known.
   */
  waits?: [dueAt: number, order: number, wait: WaitRange | null][];
}

/** The server's pulse, so that a silent line is noticed: the time by its clock. */
export interface Pulse {
  at: number;
}

export type SubscribeAnswer<A extends Audience = Audience> =
  | { ok: true; topic: string; seq: number; at: number; speed: number; view: ViewOf[A]; line?: string }
  | { ok: false; rejection: Rejection };

/** What a command answers, over the socket and in HTTP bodies alike; the same for every retry. */
export interface Answer {
  seq: number;
  ticket?: TicketView;
  window?: WindowView;
  booking?: BookingView;
  /** With missing papers: the number to come back with, until which day. */
  supplement?: SupplementView;
}

/** What only the one who asked is given. */
export interface HandOut {
  secret: string;
  url?: string;
}
export type CommandAnswer = ({ ok: true } & Answer & Partial<HandOut>) | { ok: false; rejection: Rejection };

export interface ClientToServer {
  subscribe: (subscription: Subscription, ack: (answer: SubscribeAnswer) => void) => void;
  unsubscribe: (topic: string, ack: () => void) => void;
  command: (command: SocketCommand, ack: (answer: CommandAnswer) => void) => void;
}

export interface ServerToClient {
  patch: (patch: Patch) => void;
  line: (moves: LineMoves) => void;
  pulse: (pulse: Pulse) => void;
}
