import { expect } from 'chai';
import type { Assignment } from '../../../common/contract/commands.ts';
import { dueCommands } from '../../../server/hall/clockwork.ts';
import type { HallCommand } from '../../../server/hall/commands.ts';
import type { Assigned, HallEvent, Planned } from '../../../server/hall/events.ts';
import { given, hallAfter, opened, type Past } from '../../support/given.ts';
import { at, DAY, MIDNIGHT, smallHall, smallSetup } from '../../support/small-hall.ts';

const DAY_MS = 86_400_000;
const TOMORROW = '2026-03-03';
/** w2 serves tax; its clerk could do estate too. */
const windows = smallHall().windows.map((window) =>
  window.id === 'w2' ? { ...window, qualified: ['estate'] } : window,
);
const setup = smallSetup({ windows });
const begun = opened(setup);
const manager = { role: 'manager' } as const;
const w2: Assigned = {
  ...{ window: 'w2', queues: ['tax', 'estate'] },
  ...{ from: at('09:00') + DAY_MS, until: at('12:00') + DAY_MS },
};
const plan = (...assignments: Assignment[]): HallCommand => ({
  ...{ type: 'PlanDay', desk: 'w4', day: TOMORROW, assignments },
});
const planned = (...assignments: Assigned[]): Planned => ({ day: TOMORROW, assignments, role: 'manager' });
const isPlanned = (...assignments: Assigned[]): HallEvent => ({
  ...{ type: 'DayPlanned' },
  ...planned(...assignments),
});
/** The day that follows, with what was planned for it. */
function openedNext(day: string, plan: Planned, changed = setup): Past {
  const carried = { bookings: [], blocked: {}, noShows: {}, supplements: [], lastSupplement: 0, tickets: [] };
  return {
    ...{ type: 'DayOpened', day, startsAt: MIDNIGHT + DAY_MS, setup: changed },
    ...{ carried: { ...carried, planned: plan }, at: MIDNIGHT + DAY_MS },
  };
}

describe('a plan for a day to come', () => {
  it('is a manager’s, with the advice and its promise', () => {
    given(begun).when(plan(w2), at('16:00'), manager).thenHappened(isPlanned(w2));
    given(begun)
      .when({ ...plan(w2), advice: 't1' } as HallCommand, at('16:00'), manager)
      .thenHappened({ ...isPlanned(w2), advice: 't1' } as HallEvent);
    for (const role of ['clerk', 'lead'] as const)
      given(begun).when(plan(w2), at('16:00'), { role }).thenRefused('ROLE_REQUIRED', role);
  });

  const refused: [
    string,
    HallCommand,
    Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRefused']>,
  ][] = [
    ['of today', { ...plan(w2), day: DAY } as HallCommand, ['DAY_PASSED', DAY]],
    ['of a window there is not', plan({ ...w2, window: 'w9' }), ['UNKNOWN_WINDOW', 'w9']],
    ['of a queue there is not', plan({ ...w2, queues: ['post'] }), ['UNKNOWN_QUEUE', 'post']],
    ['of a clerk who is not qualified', plan({ ...w2, queues: ['social'] }), ['NOT_QUALIFIED', 'w2 social']],
    ['of no time at all', plan({ ...w2, until: at('09:00') + DAY_MS }), ['UNTIL_PASSED', 'w2']],
  ];
  for (const [title, command, why] of refused)
    it(`is refused: ${title}`, () => {
      given(begun)
        .when(command, at('16:00'), manager)
        .thenRefused(...why);
    });

  it('touches no window today, also not one that has something assigned', () => {
    const assigned: Past = {
      ...{ type: 'WindowsAssigned', role: 'manager' },
      assignments: [{ window: 'w2', queues: ['estate'] }],
    };
    given(begun, assigned).when(plan(w2), at('16:00'), manager).thenHappened(isPlanned(w2));
    const state = hallAfter(begun, assigned, isPlanned(w2));
    expect(state.windows.get('w2')?.setup.queues).to.deep.equal(['estate']);
    expect(dueCommands(state, at('16:00'))).to.deep.equal([]);
  });

  it('is replaced by the next, and by one without assignments taken back', () => {
    const other = { ...w2, window: 'w2', queues: ['estate'] };
    expect(hallAfter(begun, isPlanned(w2), isPlanned(other)).planned).to.deep.equal(planned(other));
    expect(hallAfter(begun, isPlanned(w2), isPlanned()).planned).to.equal(null);
    given(begun, isPlanned(w2)).when(plan(), at('16:00'), manager).thenHappened(isPlanned());
  });

  it('outlives the day, and is begun by the clock when its day has opened', () => {
    const closed: Past = { type: 'DayClosed', day: DAY, ended: {} };
    const open = {
      type: 'OpenDay' as const,
      day: TOMORROW,
      startsAt: MIDNIGHT + DAY_MS,
      setup,
      bookable: [],
    };
    const carried = {
      bookings: [],
      blocked: {},
      noShows: {},
      supplements: [],
      lastSupplement: 0,
      tickets: [],
    };
    given(begun, isPlanned(w2), closed)
      .when(open)
      .thenHappened({
        ...{ type: 'DayOpened', day: TOMORROW, startsAt: MIDNIGHT + DAY_MS, setup, bookable: [] },
        carried: { ...carried, planned: planned(w2) },
      });
    const next = openedNext(TOMORROW, planned(w2));
    const state = hallAfter(next);
    expect(dueCommands(state, state.at)).to.deep.equal([{ type: 'BeginPlan' }]);
    const begins: HallEvent = {
      ...{ type: 'WindowsAssigned', assignments: [w2], role: 'manager', planned: true },
    };
    given(next).when({ type: 'BeginPlan' }).thenHappened(begins);
    const after = hallAfter(next, begins);
    expect(after.planned).to.equal(null);
    expect(after.windows.get('w2')?.assignment).to.include({ from: w2.from, until: w2.until, begun: false });
    expect(dueCommands(after, after.at)).to.deep.equal([]);
    given(next, begins).when({ type: 'BeginPlan' }).thenRefused('NOT_ASSIGNED');
  });

  it('begins with what is still possible, and with nothing on a day it was not for', () => {
    const other = { ...w2, window: 'w3', queues: ['social'] };
    const unqualified = smallSetup();
    given(openedNext(TOMORROW, planned(w2, other), unqualified))
      .when({ type: 'BeginPlan' })
      .thenHappened({ type: 'WindowsAssigned', assignments: [other], role: 'manager', planned: true });
    given(openedNext('2026-03-04', planned(w2)))
      .when({ type: 'BeginPlan' })
      .thenHappened({ type: 'WindowsAssigned', assignments: [], role: 'manager', planned: true });
    expect(dueCommands(hallAfter(begun, isPlanned(w2)), at('23:59'))).to.deep.equal([]);
  });
});
