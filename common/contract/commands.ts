import * as z from 'zod';
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
export const FinishService = z.strictObject({ type: z.literal('FinishService'), ...atWindow });
export const MissTicket = z.strictObject({ type: z.literal('MissTicket'), ...atWindow });
export const PauseWindow = z.strictObject({
  type: z.literal('PauseWindow'),
  window: Id,
  reason: PauseReason.default('break'),
});
export const ReopenWindow = z.strictObject({ type: z.literal('ReopenWindow'), window: Id });
export const CloseWindow = z.strictObject({ type: z.literal('CloseWindow'), window: Id });

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
]);
export type Command = z.infer<typeof Command>;

/** Chosen by the client, new for every press, the same for every retry of it. */
export const CommandId = z.string().regex(/^[\w.:-]{8,64}$/, 'expected 8–64 letters, digits or . : _ -');
