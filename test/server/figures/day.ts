import type { Figures } from '../../../common/contract/report.ts';
import { dayReport } from '../../../server/figures/day-report.ts';
import { type DayFacts, factsOf } from '../../../server/figures/facts.ts';
import type { Draft, HallEvent } from '../../../server/hall/events.ts';
import { issued as issue, type Past } from '../../support/given.ts';
import { at, DAY, MIDNIGHT, smallHall, smallSetup } from '../../support/small-hall.ts';

/** What happened, when by the hall's clock, and who did it when that matters. */
export type Told = [clock: string, event: HallEvent, by?: string];

/** A day of the small hall, closed at its end. */
export function day(...told: Told[]): Draft[] {
  const opened: Told = ['08:00', { type: 'DayOpened', day: DAY, startsAt: MIDNIGHT, setup: smallSetup() }];
  const first = told[0]?.[1].type === 'DayOpened' ? [] : [opened];
  const closed: Told = ['23:59', { type: 'DayClosed', day: DAY, ended: {} }];
  return [...first, ...told, closed].map(([clock, event, by], index): Draft => {
    const actor = by ?? ('window' in event ? `counter:${event.window}` : 'system');
    return { ...event, ...{ seq: index + 1, at: at(clock), by: actor, commandId: `c-${index}` } };
  });
}

export const facts = (...told: Told[]): DayFacts => factsOf(day(...told));

export const report = (...told: Told[]) =>
  dayReport(smallHall(), { day: DAY, startsAt: MIDNIGHT, lastHash: '0' }, facts(...told));

/** The hall's own figures of a day. */
export const figures = (...told: Told[]): Figures => report(...told).total;

const place = (number: string, window: string) => ({ ticket: `20260302-${number}`, number, window });

export function issued(clock: string, number: string, more: object = {}): Told {
  const { at: _at, ...event } = issue(number, clock, more) as Past & { type: 'TicketIssued' };
  return [clock, event as HallEvent];
}
const atWindow =
  (type: string) =>
  (clock: string, number: string, window = 'w1', more: object = {}): Told => [
    clock,
    { type, ...place(number, window), ...more } as HallEvent,
  ];
export const called = atWindow('TicketCalled');
export const recalled = atWindow('TicketRecalled');
export const started = atWindow('ServiceStarted');
export const finished = atWindow('ServiceFinished');
export const missed = atWindow('TicketMissed');
export const held = atWindow('TicketHeld');
export const resumed = atWindow('TicketResumed');
export const sent = (clock: string, number: string, queue: string, toWindow: string | null = null): Told => [
  clock,
  { type: 'TicketTransferred', ...place(number, 'w1'), queue, toWindow, ahead: 0 },
];
export const returned = (clock: string, number: string): Told => [
  clock,
  {
    ...{ type: 'TicketReturned', ticket: `20260302-${number}`, number, dueAt: at(clock) },
    ...{ returns: 1, ahead: 0 },
  },
];
export const begun = (clock: string, number: string, queue: string): Told => [
  clock,
  { type: 'MatterBegun', ticket: `20260302-${number}`, number, queue, matter: null, ahead: 0 },
];
/** @param undoes the place of what is undone among what was told, from 1. */
export const undone = (
  clock: string,
  number: string,
  action: 'ServiceStarted' | 'ServiceFinished' | 'TicketMissed',
  undoes: number,
): Told => [clock, { type: 'ActionUndone', ...place(number, 'w1'), action, undoes: undoes + 1 }];
const ofWindow =
  (type: string) =>
  (clock: string, window = 'w1', by?: string): Told => {
    const more = type === 'WindowPaused' ? { reason: 'meal' } : {};
    const event = { type, window, ...more } as HallEvent;
    return by === undefined ? [clock, event] : [clock, event, by];
  };
export const opened = ofWindow('WindowOpened');
export const paused = ofWindow('WindowPaused');
export const reopened = ofWindow('WindowReopened');
export const closed = ofWindow('WindowClosed');
