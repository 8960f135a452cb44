import * as z from 'zod';
import { AdvicePromise } from './advice.ts';
import { MAX_ASSIGNMENTS, MAX_MATTERS, MAX_QUEUES } from './limits.ts';
import { Id, Locale } from './text.ts';

/** A ticket's id: the business day and the number, e.g. 20261123-A012. Not secret; its secret is. */
export const TicketId = z.string().regex(/^\d{8}-[A-Z]{1,2}\d{3,6}$/, 'expected an id like 20261123-A012');

/** Where a ticket was taken. */
export const TicketSource = z.enum(['kiosk', 'phone', 'counter', 'api']);
export type TicketSource = z.infer<typeof TicketSource>;

/** Why a window pauses; the display says 暂停服务, managers see the reason. */
export const PauseReason = z.enum(['break', 'meal', 'meeting', 'equipment', 'assisting', 'other']);
export type PauseReason = z.infer<typeof PauseReason>;

const atWindow = { window: Id, ticket: TicketId.optional() };

/** How a person's right to a category was seen (R15). */
export const Ground = z.enum(['declared', 'card', 'certificate', 'seen']);
export type Ground = z.infer<typeof Ground>;

/** What became of a service (R21): 受理 补正 容缺受理 不予受理 咨询 领件 办不成事. */
export const Outcome = z.enum([
  'accepted',
  'supplement',
  'tolerated',
  'refused',
  'advice',
  'delivered',
  'unresolved',
]);
export type Outcome = z.infer<typeof Outcome>;

/** Why somebody is served out of turn; counted in public by these. */
export const OutOfTurnReason = z.enum(['medical', 'infant', 'frail', 'correction', 'fault', 'other']);
export type OutOfTurnReason = z.infer<typeof OutOfTurnReason>;

/** walkin 现场, booked 预约, supplement 补正, delivery 领证 (R7). */
export const TicketKind = z.enum(['walkin', 'booked', 'supplement', 'delivery']);
export type TicketKind = z.infer<typeof TicketKind>;

/** A further matter of the same visit (一票到底): a queue, or a matter that maps to one. */
export const Leg = z.strictObject({ queue: Id.optional(), matter: Id.optional() });

/** A keyed hash of a person: in the log instead of who it is. */
export const PersonHash = z.string().regex(/^[\w-]{22,43}$/);

/** Further hashes of the same person: of a booking, of the day before. Only compared, never logged. */
const Aliases = z.array(PersonHash).max(4).optional();

/** 43 letters, digits and hyphens (R52). */
export const CaseNumber = z
  .string()
  .regex(/^[0-9A-Z-]{1,43}$/, 'expected up to 43 digits, capital letters or -');

/** R012: what is handed out when papers are missing. */
const SupplementNumber = z.string().regex(/^R\d{3,6}$/);
/** Goes to the vault, never into the log. */
const Note = z.string().min(1).max(200);

export const BookingId = z.string().regex(/^B\d{8}-\d{3,6}$/, 'expected an id like B20261123-004');
/** HH:mm in the hall's time zone. */
export const SlotTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day like 09:30');
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2026-11-23');

export const IssueTicket = z.strictObject({
  type: z.literal('IssueTicket'),
  /** One of the two: the queue itself, or a matter that maps to it. */
  queue: Id.optional(),
  matter: Id.optional(),
  category: Id.optional(),
  locale: Locale.default('zh-CN'),
  source: TicketSource.default('api'),
  /** Whether a slip is printed. */
  print: z.boolean().default(true),
  ground: Ground.default('declared'),
  kind: z.enum(['walkin', 'delivery']).default('walkin'),
  /** Further matters of the same visit, in the order they are to be done. */
  further: z
    .array(Leg)
    .max(MAX_MATTERS - 1)
    .default([]),
  /** One open ticket per person and queue; both set by the server from what the person showed. */
  person: PersonHash.optional(),
  aliases: Aliases,
});
export const CancelTicket = z.strictObject({ type: z.literal('CancelTicket'), ticket: TicketId });
export const OpenWindow = z.strictObject({ type: z.literal('OpenWindow'), window: Id });
export const CallNext = z.strictObject({
  type: z.literal('CallNext'),
  window: Id,
  /** With nobody waiting, stay ready: the next suitable ticket is called to this window at once. */
  ready: z.boolean().default(false),
});
export const Recall = z.strictObject({ type: z.literal('Recall'), ...atWindow });
export const StartService = z.strictObject({ type: z.literal('StartService'), ...atWindow });
export const FinishService = z.strictObject({
  type: z.literal('FinishService'),
  ...atWindow,
  outcome: Outcome.optional(),
  caseNumber: CaseNumber.optional(),
  /** With outcome supplement: the last day to bring the papers; set by the server from the calendar. */
  until: Day.optional(),
});
/** The paper 一次性告知单 of a supplement, for whoever was told to bring something. */
export const PrintSupplement = z.strictObject({
  type: z.literal('PrintSupplement'),
  window: Id,
  supplement: SupplementNumber,
  locale: Locale.default('zh-CN'),
});
export const MissTicket = z.strictObject({ type: z.literal('MissTicket'), ...atWindow });
export const PauseWindow = z.strictObject({
  type: z.literal('PauseWindow'),
  window: Id,
  reason: PauseReason.default('break'),
});
export const ReopenWindow = z.strictObject({ type: z.literal('ReopenWindow'), window: Id });
export const CloseWindow = z.strictObject({ type: z.literal('CloseWindow'), window: Id });

export const HoldTicket = z.strictObject({ type: z.literal('HoldTicket'), ...atWindow });
export const ResumeTicket = z.strictObject({ type: z.literal('ResumeTicket'), window: Id, ticket: TicketId });
/** To another queue, or to a named window; the note is read by whoever calls the ticket next. */
export const TransferTicket = z.strictObject({
  type: z.literal('TransferTicket'),
  ...atWindow,
  queue: Id.optional(),
  toWindow: Id.optional(),
  note: Note.optional(),
  aliases: Aliases,
});
export const AddMatter = z.strictObject({
  type: z.literal('AddMatter'),
  ...atWindow,
  queue: Id.optional(),
  matter: Id.optional(),
  aliases: Aliases,
});
/** Of a start, finish or miss just pressed at this window. */
export const UndoAction = z.strictObject({ type: z.literal('UndoAction'), window: Id, aliases: Aliases });
export const ReturnTicket = z.strictObject({
  type: z.literal('ReturnTicket'),
  ticket: TicketId,
  window: Id.optional(),
  aliases: Aliases,
});
export const ReprintTicket = z.strictObject({ type: z.literal('ReprintTicket'), ticket: TicketId });
/** With the number handed out when papers were missing: R012. */
export const RedeemSupplement = z.strictObject({
  type: z.literal('RedeemSupplement'),
  supplement: SupplementNumber,
  locale: Locale.default('zh-CN'),
  print: z.boolean().default(true),
});
export const MakeBooking = z.strictObject({
  type: z.literal('MakeBooking'),
  queue: Id.optional(),
  matter: Id.optional(),
  day: Day,
  slot: SlotTime,
  /** Set by the server from what the person showed. */
  person: PersonHash.optional(),
});
export const CancelBooking = z.strictObject({ type: z.literal('CancelBooking'), booking: BookingId });
export const CheckIn = z.strictObject({
  type: z.literal('CheckIn'),
  booking: BookingId,
  category: Id.optional(),
  ground: Ground.default('declared'),
  locale: Locale.default('zh-CN'),
  source: TicketSource.default('kiosk'),
  print: z.boolean().default(true),
  aliases: Aliases,
});

const outOfTurn = { window: Id, ticket: TicketId, reason: OutOfTurnReason };
/** Out of turn, each with a role and a reason: call this very ticket; keep it for a window; change its category. */
export const CallTicket = z.strictObject({ type: z.literal('CallTicket'), ...outOfTurn });
export const MoveTicket = z.strictObject({ type: z.literal('MoveTicket'), ...outOfTurn, toWindow: Id });
export const ChangeCategory = z.strictObject({
  type: z.literal('ChangeCategory'),
  ...outOfTurn,
  category: Id.nullable(),
  ground: Ground.default('seen'),
});

/** Queues a window serves, its primary queue first. */
export const Queues = z
  .array(Id)
  .min(1)
  .max(MAX_QUEUES)
  .refine((queues) => new Set(queues).size === queues.length, 'names a queue twice');

/** Milliseconds since 1970-01-01T00:00Z. */
const At = z.number().int().positive();

export const Assignment = z.strictObject({
  window: Id,
  /** Those of the hall's file: whatever was assigned ends, unless it is to open. */
  queues: Queues,
  /** The window is asked to open for it, though it was not to. */
  opens: z.literal(true).optional(),
  /** At once when absent or past. */
  from: At.optional(),
  /** The day's end when absent. */
  until: At.optional(),
});
export type Assignment = z.infer<typeof Assignment>;

const Assignments = z
  .array(Assignment)
  .max(MAX_ASSIGNMENTS)
  .refine((all) => new Set(all.map(({ window }) => window)).size === all.length, 'names a window twice');

/** A manager changes what windows serve for a while; all of it or nothing. */
export const AssignWindows = z.strictObject({
  type: z.literal('AssignWindows'),
  /** The window of who asks; the role is its. */
  desk: Id.optional(),
  assignments: Assignments.min(1),
  /** Whose moves these are; by hand when absent. */
  advice: Id.optional(),
  /** What that advice promised, and the advice that is taken back: both set by the server. */
  promise: AdvicePromise.optional(),
  undoes: Id.optional(),
});

/**
 * A manager decides beforehand what windows serve on a day to come: begun when it opens. The last word counts;
 * without assignments the day is left as it is.
 */
export const PlanDay = z.strictObject({
  type: z.literal('PlanDay'),
  /** The window of who asks; the role is its. */
  desk: Id,
  day: Day,
  assignments: Assignments,
  /** Whose moves these are, and what it promised: set by the server. */
  advice: Id.optional(),
  promise: AdvicePromise.optional(),
});

/** Why advice is to be applied by itself, or no longer: 高峰 无人值守 试运行; 改为人工 建议不合适; 其他. */
export const AutomaticReason = z.enum(['peak', 'unattended', 'trial', 'by-hand', 'unsuitable', 'other']);
export type AutomaticReason = z.infer<typeof AutomaticReason>;

/** A manager has advice applied by itself, or no longer; until it is changed, over the days. */
export const SetAutomatic = z.strictObject({
  type: z.literal('SetAutomatic'),
  /** The window of who asks; the role is its. */
  desk: Id,
  on: z.boolean(),
  reason: AutomaticReason.default('other'),
});

/** What clients may ask of a hall. */
export const Command = z.discriminatedUnion('type', [
  IssueTicket,
  CancelTicket,
  OpenWindow,
  CallNext,
  Recall,
  StartService,
  FinishService,
  MissTicket,
  PauseWindow,
  ReopenWindow,
  CloseWindow,
  HoldTicket,
  ResumeTicket,
  TransferTicket,
  AddMatter,
  UndoAction,
  ReturnTicket,
  ReprintTicket,
  RedeemSupplement,
  PrintSupplement,
  MakeBooking,
  CancelBooking,
  CheckIn,
  CallTicket,
  MoveTicket,
  ChangeCategory,
  AssignWindows,
  PlanDay,
  SetAutomatic,
]);
export type Command = z.infer<typeof Command>;

/** Chosen by the client, new for every press, the same for every retry of it. */
export const CommandId = z.string().regex(/^[\w.:-]{8,64}$/, 'expected 8–64 letters, digits or . : _ -');
