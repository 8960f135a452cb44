import { expect } from 'chai';
import type { HallCommand } from '../../../server/hall/commands.ts';
import type { Automatic, HallEvent } from '../../../server/hall/events.ts';
import { given, hallAfter, opened, type Past } from '../../support/given.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../support/small-hall.ts';

const DAY_MS = 86_400_000;
const manager = { role: 'manager', by: 'counter:w4' } as const;
const set = (on: boolean): HallCommand => ({ type: 'SetAutomatic', desk: 'w4', on, reason: 'peak' });
const isSet = (on: boolean): HallEvent => ({ type: 'AutomaticSet', on, role: 'manager', reason: 'peak' });

describe('the automatic mode', () => {
  it('is switched by a manager, on or off, and said again it is on record again', () => {
    given(opened()).when(set(true), at('09:00'), manager).thenHappened(isSet(true));
    given(opened(), isSet(true)).when(set(true), at('09:00'), manager).thenHappened(isSet(true));
    given(opened(), isSet(true)).when(set(false), at('09:00'), manager).thenHappened(isSet(false));
  });

  for (const role of ['clerk', 'lead', null] as const)
    it(`is not switched by ${role ?? 'a citizen'}`, () => {
      given(opened())
        .when(set(true), at('09:00'), { role })
        .thenRefused('ROLE_REQUIRED', role ?? undefined);
    });

  it('is off until it was ever switched, and then says when, at which desk and why', () => {
    expect(hallAfter(opened()).automatic).to.equal(null);
    const state = hallAfter(opened(), { ...isSet(true), at: at('09:00') } as Past);
    expect(state.automatic).to.deep.equal({ on: true, at: at('09:00'), by: 'test', reason: 'peak' });
  });

  const tomorrow = { day: '2026-03-03', startsAt: MIDNIGHT + DAY_MS };
  const nothing = { bookings: [], blocked: {}, noShows: {}, supplements: [], lastSupplement: 0, tickets: [] };
  const closed: Past = { type: 'DayClosed', day: DAY, ended: {} };
  const openedWith = (automatic: Automatic | null): HallEvent => ({
    ...{ type: 'DayOpened', ...tomorrow, setup: smallSetup(), bookable: [] },
    carried: { ...nothing, ...(automatic === null ? {} : { automatic }) },
  });

  for (const [title, past] of [
    ['never switched', []],
    ['on', [isSet(true)]],
    ['off', [isSet(true), isSet(false)]],
  ] as [string, Past[]][])
    it(`outlives the day: ${title}`, () => {
      const before = given(opened(), ...past, closed);
      const { automatic } = before.state;
      before
        .when({ type: 'OpenDay', ...tomorrow, setup: smallSetup(), bookable: [] })
        .thenHappened(openedWith(automatic));
      expect(hallAfter(openedWith(automatic)).automatic).to.deep.equal(automatic);
    });
});
