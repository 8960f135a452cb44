import { expect } from 'chai';
import { type Assignment, AssignWindows } from '../../../common/contract/commands.ts';
import { dueCommands } from '../../../server/hall/clockwork.ts';
import type { HallCommand } from '../../../server/hall/commands.ts';
import type { Assigned, HallEvent } from '../../../server/hall/events.ts';
import { windowView } from '../../../server/hall/views/views.ts';
import { atWindow, given, hallAfter, issued, ofWindow, opened, type Past } from '../../support/given.ts';
import { at, DAY, smallHall, smallSetup } from '../../support/small-hall.ts';

/** w2 serves tax; its clerk could do estate too. */
const windows = smallHall().windows.map((window) =>
  window.id === 'w2' ? { ...window, qualified: ['estate'] } : window,
);
const setup = smallSetup({ windows });
const begun = opened(setup);
const manager = { role: 'manager' } as const;

const assign = (...assignments: Assignment[]): HallCommand => ({ type: 'AssignWindows', assignments });
const assigned = (...assignments: Assigned[]): HallEvent => ({
  ...{ type: 'WindowsAssigned', assignments, role: 'manager' },
});
const both = { window: 'w2', queues: ['tax', 'estate'] };
const own = { window: 'w2', queues: ['tax'] };
const untilTen = { ...both, until: at('10:00') };
const fromTen = { ...both, from: at('10:00'), until: at('11:00') };
const toOpen = { ...own, opens: true, from: at('10:00'), until: at('11:00') } as const;
const holds: Past = assigned(untilTen);
const toCome: Past = assigned(fromTen);
const past = (event: HallEvent, when: string): Past => ({ ...event, at: at(when) });
const queuesAfter = (...events: Past[]): readonly string[] | undefined =>
  hallAfter(begun, ...events).windows.get('w2')?.setup.queues;

describe('other queues for a window', () => {
  const table: [string, Past[], Assignment, Assigned][] = [
    ['at once', [], both, both],
    ['until an instant', [], untilTen, untilTen],
    ['from an instant on', [], fromTen, fromTen],
    ['from an instant that has passed: at once', [], { ...both, from: at('08:30') }, both],
    ['in another order', [], { ...both, queues: ['estate', 'tax'] }, { ...both, queues: ['estate', 'tax'] }],
    ['in place of what holds', [holds], both, both],
    [
      'in place of what is to come',
      [toCome],
      { ...fromTen, from: at('09:30') },
      { ...fromTen, from: at('09:30') },
    ],
    ['its own: what holds ends', [holds], own, own],
    ['its own, to open for them though nothing was assigned', [], toOpen, toOpen],
    [
      'its own, to open at once',
      [],
      { ...toOpen, from: at('08:00') },
      { ...own, opens: true, until: at('11:00') },
    ],
    ['its own, to open for them in place of what is to come', [toCome], toOpen, toOpen],
    ['its own, and need not open any more', [assigned(toOpen)], own, own],
    ['its own, whatever time is named', [toCome], { ...own, from: at('10:00'), until: at('09:00') }, own],
  ];
  for (const [words, before, wanted, event] of table)
    it(`are assigned ${words}`, () => {
      given(begun, ...before)
        .when(assign(wanted), at('09:00'), manager)
        .thenHappened(assigned(event));
    });

  const refused: [
    Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRefused']>,
    Past[],
    Assignment,
  ][] = [
    [['UNKNOWN_WINDOW', 'w9'], [], { window: 'w9', queues: ['tax'] }],
    [['UNKNOWN_QUEUE', 'post'], [], { window: 'w2', queues: ['post'] }],
    [['NOT_QUALIFIED', 'w2 social'], [], { window: 'w2', queues: ['tax', 'social'] }],
    [['NOT_QUALIFIED', 'w1 estate'], [], { window: 'w1', queues: ['estate'] }],
    [['UNTIL_PASSED', 'w2'], [], { ...both, until: at('09:00') }],
    [['UNTIL_PASSED', 'w2'], [], { ...fromTen, until: at('10:00') }],
    [['NOT_ASSIGNED', 'w2'], [], own],
    [['WINDOW_ASSIGNED', 'w2'], [holds], fromTen],
    [['UNTIL_PASSED', 'w2'], [], { ...toOpen, until: at('09:00') }],
    [['WINDOW_ASSIGNED', 'w2'], [holds], toOpen],
  ];
  for (const [[code, detail], before, wanted] of refused)
    it(`are refused with ${code} ${detail ?? ''} after ${before.length} events`, () => {
      const hall = given(begun, ...before);
      hall.when(assign(wanted), at('09:00'), manager).thenRefused(code, detail);
      // All or nothing.
      const fine = { window: 'w3', queues: ['tax'] };
      hall.when(assign(fine, wanted), at('09:00'), manager).thenRefused(code, detail);
    });

  it('are a manager’s to give', () => {
    given(begun).when(assign(both), at('09:00')).thenRefused('ROLE_REQUIRED');
    for (const role of ['clerk', 'lead'] as const)
      given(begun).when(assign(both), at('09:00'), { role }).thenRefused('ROLE_REQUIRED', role);
  });

  it('are given to many windows as one event, which names the advice', () => {
    const w3 = { window: 'w3', queues: ['estate'] };
    given(begun)
      .when({ type: 'AssignWindows', assignments: [both, w3], advice: 'a1' }, at('09:00'), manager)
      .thenHappened({ ...assigned(both, w3), advice: 'a1' } as HallEvent);
  });

  it('are never named twice in one command', () => {
    const twice = { type: 'AssignWindows', assignments: [both, own] };
    expect(AssignWindows.safeParse(twice).success).to.equal(false);
    expect(AssignWindows.safeParse(assign({ ...both, queues: ['tax', 'tax'] })).success).to.equal(false);
    expect(AssignWindows.safeParse(assign(both)).success).to.equal(true);
  });
});

describe('what is assigned to a window', () => {
  it('is what it serves, until it ends', () => {
    expect(queuesAfter(holds)).to.deep.equal(['tax', 'estate']);
    expect(queuesAfter(holds, { type: 'AssignmentEnded', window: 'w2' })).to.deep.equal(['tax']);
    expect(queuesAfter(holds, assigned(own))).to.deep.equal(['tax']);
    expect(queuesAfter(toCome)).to.deep.equal(['tax']);
    expect(queuesAfter(toCome, { type: 'AssignmentBegun', window: 'w2' })).to.deep.equal(['tax', 'estate']);
  });

  it('is to open for its own queues until that ends or is taken back', () => {
    const assignmentAfter = (...events: Past[]): unknown =>
      hallAfter(begun, ...events).windows.get('w2')?.assignment;
    const begins: Past = { type: 'AssignmentBegun', window: 'w2' };
    const ends: Past = { type: 'AssignmentEnded', window: 'w2' };
    const asked = { ...own, opens: true, from: at('10:00'), until: at('11:00'), advice: null };
    const { window: _window, ...shown } = asked;
    expect(assignmentAfter(assigned(toOpen))).to.deep.equal({ ...shown, begun: false });
    expect(assignmentAfter(assigned(toOpen), begins)).to.deep.equal({ ...shown, begun: true });
    expect(assignmentAfter(assigned(toOpen), begins, ends)).to.equal(null);
    expect(assignmentAfter(assigned(toOpen), assigned(own))).to.equal(null);
    expect(queuesAfter(assigned(toOpen), begins)).to.deep.equal(['tax']);
  });

  it('is shown with its window', () => {
    const view = (...events: Past[]): unknown => {
      const window = hallAfter(begun, ...events).windows.get('w2');
      return window === undefined ? undefined : windowView(window).assignment;
    };
    expect(view()).to.equal(null);
    expect(view(toCome)).to.deep.equal({ ...fromTenView, begun: false });
    expect(view(toCome, { type: 'AssignmentBegun', window: 'w2' })).to.deep.equal({
      ...fromTenView,
      begun: true,
    });
  });
  const fromTenView = { queues: both.queues, from: at('10:00'), until: at('11:00'), advice: null };

  it('lets a ready window call whom it may now serve', () => {
    const ready: Past[] = [ofWindow('WindowOpened', 'w2'), ofWindow('WindowReady', 'w2')];
    given(begun, ...ready, issued('C001', '09:00'))
      .when(assign(both), at('09:01'), manager)
      .thenHappened(assigned(both), atWindow('TicketCalled', 'C001', 'w2'));
    given(begun, toCome, ...ready, issued('C001', '09:00'))
      .when({ type: 'BeginAssignment', window: 'w2' }, at('10:00'))
      .thenHappened({ type: 'AssignmentBegun', window: 'w2' }, atWindow('TicketCalled', 'C001', 'w2'));
    given(
      begun,
      past(assigned({ window: 'w3', queues: ['estate'] }), '08:30'),
      ...ready,
      issued('A001', '09:00'),
    )
      .when(assign({ window: 'w3', queues: ['social', 'tax', 'estate'] }), at('09:01'), manager)
      .thenHappened(assigned({ window: 'w3', queues: ['social', 'tax', 'estate'] }));
  });

  it('begins and ends by the clock, once, and not before its time', () => {
    const begin = { type: 'BeginAssignment', window: 'w2' } as const;
    const end = { type: 'EndAssignment', window: 'w2' } as const;
    const due = (when: number, ...events: Past[]): HallCommand[] =>
      dueCommands(hallAfter(begun, ...events), when);
    expect(due(at('10:00') - 1, toCome)).to.deep.equal([]);
    expect(due(at('10:00'), toCome)).to.deep.equal([begin]);
    expect(due(at('10:00') - 1, holds)).to.deep.equal([]);
    expect(due(at('10:00'), holds)).to.deep.equal([end]);
    // Whose time has passed while the server was down does not begin first.
    expect(due(at('11:00'), toCome)).to.deep.equal([end]);
    given(begun, toCome)
      .when(begin, at('10:00') - 1)
      .thenRefused('NOT_ASSIGNED', 'w2');
    given(begun, toCome).when(begin, at('11:00')).thenRefused('NOT_ASSIGNED', 'w2');
    given(begun, toCome)
      .when(end, at('11:00') - 1)
      .thenRefused('NOT_ASSIGNED', 'w2');
    given(begun, holds).when(end, at('10:00')).thenHappened({ type: 'AssignmentEnded', window: 'w2' });
    given(begun, assigned(both)).when(end, at('23:00')).thenRefused('NOT_ASSIGNED', 'w2');
    given(begun).when(begin, at('10:00')).thenRefused('NOT_ASSIGNED', 'w2');
  });

  it('ends with the day', () => {
    const closed: Past = { type: 'DayClosed', day: DAY, ended: {} };
    const after = hallAfter(begun, holds, closed).windows.get('w2');
    expect(after?.assignment).to.equal(null);
    expect(after?.setup.queues).to.deep.equal(['tax']);
  });

  it('outlives a changed setup that still allows it, and no other', () => {
    const still: Past = {
      type: 'HallConfigured',
      setup: { ...setup, rule: { ...setup.rule, thetaMinutes: 1 } },
    };
    expect(queuesAfter(holds, still)).to.deep.equal(['tax', 'estate']);
    expect(queuesAfter(toCome, still)).to.deep.equal(['tax']);
    const unqualified: Past = { type: 'HallConfigured', setup: smallSetup() };
    expect(queuesAfter(holds, unqualified)).to.deep.equal(['tax']);
    const twice = hallAfter(begun, holds, unqualified).windows.get('w2');
    expect(twice?.assignment).to.equal(null);
  });
});
