import type { Command as ClientCommand } from '../../common/contract/commands.ts';
import type { Setup } from '../../common/contract/config.ts';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { BookableDay, HallEvent } from './events.ts';

export interface OpenDay {
  type: 'OpenDay';
  /** YYYY-MM-DD in the hall's time zone, and the instant it begins there. */
  day: string;
  startsAt: number;
  setup: Setup;
  bookable: BookableDay[];
}
export interface CloseDay {
  type: 'CloseDay';
}
/** The hall's file has changed: from now on the setup is this one. */
export interface ConfigureHall {
  type: 'ConfigureHall';
  setup: Setup;
}
/** The time to come has passed: the clock misses the called ticket. */
export interface MissUnanswered {
  type: 'MissUnanswered';
  window: string;
  ticket: string;
}

/** The time has come for the queues assigned to a window, or has passed. */
export interface BeginAssignment {
  type: 'BeginAssignment';
  window: string;
}
export interface EndAssignment {
  type: 'EndAssignment';
  window: string;
}

/** The day has come for which windows were assigned beforehand. */
export interface BeginPlan {
  type: 'BeginPlan';
}

/** All that can be asked of a hall: what clients ask, and what the clock does. */
export type HallCommand =
  | ClientCommand
  | OpenDay
  | CloseDay
  | ConfigureHall
  | MissUnanswered
  | BeginAssignment
  | EndAssignment
  | BeginPlan;

export type CommandOf<T extends HallCommand['type']> = Extract<HallCommand, { type: T }>;

/** What the hall makes of a command: what then happened, or one reason why nothing did. */
export type Decision = { events: HallEvent[] } | { rejection: Rejection };
