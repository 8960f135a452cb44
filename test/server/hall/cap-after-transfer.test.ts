import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Setup } from '../../../common/contract/config.ts';
import type { HallCommand } from '../../../server/hall/commands.ts';
import { targetMinutes } from '../../../server/hall/rule.ts';
import { run } from '../../../server/hall/run.ts';
import { emptyHall, type HallState } from '../../../server/hall/state.ts';
import { atWindow, given, issued, issueTicket, ofWindow, opened, type Past } from '../../support/given.ts';
import { transferred } from '../../support/pasts.ts';
import { at, DAY, MIDNIGHT, MINUTE, smallHall, smallSetup } from '../../support/small-hall.ts';

/** Shortened targets have their share at once: twenty calls in another queue, and a share of nothing. */
const FILLERS = 20;

const PLACES = ['social', 'tax', 'estate'] as const;
type Promised = { plain: number; elderly: number };

interface Case {
  promises: Record<(typeof PLACES)[number], Promised>;
  thetaMinutes: number;
  /** Who is sent on, and from where to where; and who comes later. */
  from: (typeof PLACES)[number];
  to: (typeof PLACES)[number];
  later: (typeof PLACES)[number];
  laterCategory: boolean;
  minutesLater: number;
}

/** Targets far apart, shortened by much, by little or not at all: what a transfer can mix. */
const promise = fc.constantFrom(
  { plain: 60, elderly: 50 },
  { plain: 60, elderly: 0 },
  { plain: 60, elderly: 60 },
  { plain: 10, elderly: 10 },
  { plain: 10, elderly: 0 },
);
const place = fc.constantFrom(...PLACES);
const anyCase: fc.Arbitrary<Case> = fc.record({
  promises: fc.record({ social: promise, tax: promise, estate: promise }),
  thetaMinutes: fc.nat(10),
  from: place,
  to: place,
  later: place,
  laterCategory: fc.boolean(),
  minutesLater: fc.nat(120),
});

function setupOf({ promises, thetaMinutes }: Case): Setup {
  const queues = smallHall().queues.map(({ hours: _, ...queue }) => {
    const { plain, elderly } = promises[queue.id as (typeof PLACES)[number]];
    return { ...queue, targetMinutes: plain, targets: { elderly } };
  });
  const name = { 'zh-CN': '其他' };
  const other = { id: 'other', prefix: 'Z', name, zone: 'east', meanServiceMinutes: 1 };
  return smallSetup({
    queues: [...queues, other],
    windows: [
      { id: 'w1', number: 1, zone: 'east', queues: [...PLACES] },
      { id: 'w2', number: 2, zone: 'east', queues: ['other'] },
    ],
    categories: [{ id: 'elderly', name, targetMinutes: 0, ground: name }],
    rule: { thetaMinutes, shortenedShare: 0, callsBeforeMiss: 1 },
  });
}

/** Plays the case. @returns whether the later one is called before the one that was sent on. */
function overtakes(each: Case): boolean {
  const state: HallState = emptyHall();
  const act = (command: HallCommand, instant: number): void => {
    const commandId = `command-${state.seq}`;
    const done = run(state, command, { at: instant, by: 'test', commandId, role: null });
    if ('rejection' in done) throw new Error(`${command.type}: ${done.rejection.code}`);
  };
  const start = at('09:00');
  const elderly = (is: boolean) => (is ? { category: 'elderly' } : {});
  act({ type: 'OpenDay', day: DAY, startsAt: MIDNIGHT, setup: setupOf(each), bookable: [] }, start);
  for (const window of ['w1', 'w2']) act({ type: 'OpenWindow', window }, start);
  act(issueTicket(each.from, elderly(true)), start);
  act({ type: 'CallNext', window: 'w1', ready: false }, start);
  act({ type: 'TransferTicket', window: 'w1', queue: each.to }, start);
  const then = start + each.minutesLater * MINUTE;
  for (let count = 0; count < FILLERS; count++) {
    act(issueTicket('other'), then);
    act({ type: 'CallNext', window: 'w2', ready: false }, then);
    act({ type: 'MissTicket', window: 'w2' }, then);
  }
  const sentOn = [...state.tickets.keys()][0];
  act(issueTicket(each.later, elderly(each.laterCategory)), then);
  act({ type: 'CallNext', window: 'w1', ready: false }, then);
  return state.windows.get('w1')?.ticket?.id !== sentOn;
}

describe('the cap on shortened targets, after a transfer', () => {
  it('lets nobody be overtaken from later than the targets’ span and θ, wherever they were sent', () => {
    let overtaken = 0;
    const property = fc.property(
      anyCase.filter(({ from, to }) => from !== to),
      (each) => {
        const setup = setupOf(each);
        const targets = setup.queues.slice(0, PLACES.length);
        const longest = Math.max(...targets.map((queue) => targetMinutes(setup, queue, null)));
        const shortest = Math.min(...targets.map((queue) => targetMinutes(setup, queue, 'elderly')));
        if (!overtakes(each)) return;
        overtaken++;
        expect(each.minutesLater).to.be.at.most(longest - shortest + each.thetaMinutes);
      },
    );
    void fc.assert(property, { numRuns: 1000 });
    expect(overtaken, 'cases in which somebody was overtaken').to.be.above(20);
  });

  it('counts the shortening it was given at the door, not what its new queue would give', () => {
    const queues = smallHall().queues.map((queue) =>
      queue.id === 'tax' ? { ...queue, targets: { elderly: 0 } } : queue,
    );
    const others = Array.from({ length: FILLERS }, (_, index): Past[] => {
      const number = `C${String(index + 1).padStart(3, '0')}`;
      return [
        issued(number, '09:30'),
        atWindow('TicketCalled', number, 'w3'),
        atWindow('TicketMissed', number, 'w3'),
      ];
    });
    // Due at 09:12, and at 09:20 without its category: tax would have shortened it by 10 minutes, not 8.
    const past: Past[] = [
      opened(smallSetup({ queues, rule: { shortenedShare: 0, thetaMinutes: 0 } })),
      ofWindow('WindowOpened', 'w1'),
      ofWindow('WindowOpened', 'w3'),
      issued('A001', '09:00', { category: 'elderly', dueAt: at('09:12') }),
      atWindow('TicketCalled', 'A001', 'w1'),
      transferred('A001', 'w1', 'tax'),
      ...others.flat(),
    ];
    const callsFirst = (number: string, waiting: Past) =>
      given(...past, waiting)
        .when({ type: 'CallNext', window: 'w1', ready: false }, at('09:31'))
        .thenHappened(atWindow('TicketCalled', number, 'w1'));
    callsFirst('A001', issued('B001', '09:11'));
    callsFirst('B001', issued('B001', '09:09'));
  });

  it('does not let a return take a shortened ticket out of the cap', () => {
    const others = Array.from({ length: FILLERS }, (_, index): Past[] => {
      const number = `C${String(index + 1).padStart(3, '0')}`;
      return [
        issued(number, '09:00'),
        atWindow('TicketCalled', number, 'w3'),
        atWindow('TicketMissed', number, 'w3'),
      ];
    });
    const back: Past = {
      ...{ type: 'TicketReturned', ticket: `${DAY.replaceAll('-', '')}-A001`, number: 'A001' },
      ...{ dueAt: at('09:07'), returns: 1, ahead: 0, at: at('09:02') },
    };
    // Due at 09:00 as a veteran; back at 09:07, but still at 09:20 when full targets count.
    given(
      opened(smallSetup({ rule: { shortenedShare: 0, thetaMinutes: 0 } })),
      ...[ofWindow('WindowOpened', 'w1'), ofWindow('WindowOpened', 'w3')],
      issued('A001', '09:00', { category: 'veteran', dueAt: at('09:00') }),
      ...[atWindow('TicketCalled', 'A001', 'w1'), atWindow('TicketMissed', 'A001', 'w1')],
      ...[...others.flat(), back, issued('B001', '09:09')],
    )
      .when({ type: 'CallNext', window: 'w1', ready: false }, at('09:25'))
      .thenHappened(atWindow('TicketCalled', 'B001', 'w1'));
  });
});
