import { expect } from 'chai';
import type { Role } from '../../common/contract/config.ts';
import type { RejectionCode } from '../../common/contract/rejections.ts';
import type { CommandOf, HallCommand } from '../../server/hall/commands.ts';
import type { Draft, HallEvent, TicketIssued } from '../../server/hall/events.ts';
import { evolve } from '../../server/hall/evolve/evolve.ts';
import { run } from '../../server/hall/run.ts';
import { cloneHall, emptyHall, type HallState } from '../../server/hall/state.ts';
import { plainHall } from './plain-hall.ts';
import { at, DAY, MIDNIGHT, MINUTE, smallSetup } from './small-hall.ts';

/** Who asks; without a name and a role unless they matter. */
export interface Asker {
  by?: string;
  role?: Role | null;
}

/** Something that happened, and when; without a time, at the time of what happened before it. */
export type Past = HallEvent & { at?: number };

/** given(what happened).when(a command).thenHappened(all of it, in order) or .thenRefused(why). */
export function given(...past: Past[]) {
  const state = hallAfter(...past);
  return {
    state,
    when(command: HallCommand, instant = state.at, { by = 'test', role = null }: Asker = {}) {
      const before = plainHall(state);
      const done = run(cloneHall(state), command, { at: instant, by, commandId: 'asked', role });
      expect(plainHall(state), 'deciding changes nothing').to.deep.equal(before);
      const decision = 'drafts' in done ? { events: done.drafts.map(eventOf) } : done;
      return {
        thenHappened: (...events: HallEvent[]) => expect(decision).to.deep.equal({ events }),
        thenRefused: (code: RejectionCode, detail?: string) =>
          expect(decision).to.deep.equal({ rejection: detail === undefined ? { code } : { code, detail } }),
      };
    },
  };
}

/** What happened, without its place in the log. */
export function eventOf({ seq: _seq, at: _at, by: _by, commandId: _commandId, ...event }: Draft): HallEvent {
  return event as HallEvent;
}

/** The hall as these events make it. */
export function hallAfter(...past: Past[]): HallState {
  const state = emptyHall();
  for (const each of past) follow(state, each);
  return state;
}

/** Adds one event to a hall, with the place a log would give it. */
export function follow(state: HallState, { at: instant = state.at, ...event }: Past): void {
  const seq = state.seq + 1;
  evolve(state, { ...(event as HallEvent), seq, at: instant, by: 'test', commandId: `command-${seq}` });
}

/** The day begun with the small hall; every past begins with it. */
export function opened(setup = smallSetup(), instant = at('08:00')): Past {
  return { type: 'DayOpened', day: DAY, startsAt: MIDNIGHT, setup, at: instant };
}

export function ticketId(number: string): string {
  return `${DAY.replaceAll('-', '')}-${number}`;
}

const QUEUES: Record<string, [queue: string, targetMinutes: number]> = {
  A: ['social', 20],
  B: ['tax', 10],
  C: ['estate', 20],
};

/** A ticket of the small hall; its prefix tells the queue. */
export function issued(number: string, when: string, more: Partial<TicketIssued> = {}): Past & TicketIssued {
  const [queue, targetMinutes] = QUEUES[number.slice(0, 1)] ?? ['', 0];
  const instant = at(when);
  return {
    type: 'TicketIssued',
    ticket: ticketId(number),
    number,
    queue,
    matter: null,
    category: null,
    locale: 'zh-CN',
    source: 'api',
    print: true,
    dueAt: instant + targetMinutes * MINUTE,
    ahead: 0,
    at: instant,
    ...more,
  };
}

export type AtWindow = 'TicketCalled' | 'TicketMissed' | 'ServiceStarted' | 'ServiceFinished';

type Issue = CommandOf<'IssueTicket'>;

/** The command that asks for a ticket, as the edge has completed it. */
export function issueTicket(queue: string, more: Partial<Issue> = {}): Issue {
  const rest = {
    locale: 'zh-CN',
    source: 'api',
    print: true,
    ground: 'declared',
    kind: 'walkin',
    further: [],
  } as const;
  return { type: 'IssueTicket', queue, ...rest, further: [...rest.further], ...more };
}

/** atWindow('TicketCalled', 'A001', 'w1') */
export function atWindow(type: AtWindow, number: string, window: string): HallEvent {
  return { type, ticket: ticketId(number), number, window };
}

export type OfWindow = 'WindowOpened' | 'WindowReady' | 'WindowReopened' | 'WindowClosed';

export function ofWindow(type: OfWindow, window: string, instant?: number): Past {
  return instant === undefined ? { type, window } : { type, window, at: instant };
}
