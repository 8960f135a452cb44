import type { PauseReason, TicketSource } from '../../common/contract/commands.ts';
import type { Setup } from '../../common/contract/config.ts';
import type { Locale } from '../../common/contract/text.ts';

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
  | WindowClosed;

/** Carries all that a replay needs: nothing before it has to be read. */
export interface DayOpened {
  type: 'DayOpened';
  /** YYYY-MM-DD in the hall's time zone. */
  day: string;
  /** The instant the day begins there; hours are counted from it. */
  startsAt: number;
  setup: Setup;
}

/** Ends every ticket still open; the keys of `ended` are ticket ids. */
export interface DayClosed {
  type: 'DayClosed';
  day: string;
  ended: Record<string, 'unserved' | 'unfinished'>;
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
}
export interface ServiceStarted extends AtWindow {
  type: 'ServiceStarted';
}
export interface ServiceFinished extends AtWindow {
  type: 'ServiceFinished';
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

/** Where an event stands in the log, and who caused it when. */
export interface Envelope {
  /** 1, 2, 3, … without gaps. */
  seq: number;
  at: number;
  /** counter:w3, kiosk:k1, phone, api, system. */
  by: string;
  commandId: string;
}

/** An event with its place, before it is sealed into the chain. */
export type Draft = HallEvent & Envelope;

/** An event of the log: `hash` = SHA-256 over the previous hash and the canonical draft. */
export type Recorded = Draft & { hash: string };
