import { expect } from 'chai';
import { knowledgeOf } from '../../../server/balancing/knowledge.ts';
import { isOpenDay, modelOf, type OpenState } from '../../../server/balancing/model.ts';
import { timetableOf } from '../../../server/balancing/timetable.ts';
import { hallAfter, issued, ofWindow, opened, type Past } from '../../support/given.ts';
import { at, DAY, smallHall, smallSetup } from '../../support/small-hall.ts';

const setup = smallSetup();
const knowledge = knowledgeOf(setup, [], DAY);

function stateAfter(...past: Past[]): OpenState {
  const state = hallAfter(opened(), ...past);
  if (!isOpenDay(state)) throw new Error('a day is open');
  return state;
}

const assigned = (times: { from?: number; until?: number }): Past => ({
  ...{ type: 'WindowsAssigned', role: 'manager' },
  assignments: [{ window: 'w3', queues: ['estate'], ...times }],
});

describe('the model of a live hall', () => {
  const w3 = ofWindow('WindowOpened', 'w3');
  const own = ['social', 'tax', 'estate'];
  const now = at('10:00');

  it('has plans for windows that are not closed, from now on until the hall closes', () => {
    expect(modelOf(stateAfter(), knowledge, now).plans).to.deep.equal([]);
    const [plan] = modelOf(stateAfter(w3), knowledge, now).plans;
    // Queues of the small hall without hours never close.
    expect(plan?.open).to.deep.equal([{ from: now, until: Number.POSITIVE_INFINITY, queues: own }]);
    const hours = [{ from: '09:00', until: '17:00' }];
    const closing = smallSetup({ queues: setup.queues.map((queue) => ({ ...queue, hours })) });
    const state = hallAfter(opened(closing), w3);
    if (!isOpenDay(state)) throw new Error('a day is open');
    expect(modelOf(state, knowledge, now).plans[0]?.open[0]?.until).to.equal(at('17:00'));
    // Who still waits after hours is served.
    expect(modelOf(state, knowledge, at('18:00')).plans[0]?.open[0]?.until).to.equal(
      Number.POSITIVE_INFINITY,
    );
  });

  const forever = Number.POSITIVE_INFINITY;
  const table: [string, Past, [from: number, until: number, queues: string[]][]][] = [
    ['holds', assigned({}), [[now, forever, ['estate']]]],
    [
      'holds until eleven',
      assigned({ until: at('11:00') }),
      [
        [now, at('11:00'), ['estate']],
        [at('11:00'), forever, own],
      ],
    ],
    [
      'is still to come',
      assigned({ from: at('10:30'), until: at('11:00') }),
      [
        [now, at('10:30'), own],
        [at('10:30'), at('11:00'), ['estate']],
        [at('11:00'), forever, own],
      ],
    ],
  ];
  for (const [words, past, spans] of table)
    it(`follows what is assigned when it ${words}, and gives such a window nothing besides`, () => {
      const [plan] = modelOf(stateAfter(w3, past), knowledge, now).plans;
      expect(plan?.open).to.deep.equal(spans.map(([from, until, queues]) => ({ from, until, queues })));
      expect(plan?.qualified).to.deep.equal([]);
    });

  it('has plans by the roster, for windows that are still closed as well, and none for who is absent', () => {
    const lunch = { A: { from: '11:30', until: '12:00' } };
    const shifts = [{ from: '09:00', until: '17:00' }];
    const roster = {
      lunch,
      windows: [
        { window: 'w1', shifts, lunch: 'A' },
        { window: 'w3', shifts, lunch: 'A' },
      ],
      absences: [{ window: 'w1', day: DAY, until: '13:00' }],
    };
    const known = knowledgeOf(setup, [], DAY, timetableOf(smallHall({ roster })));
    const { plans } = modelOf(stateAfter(w3), known, now);
    expect(
      plans.map(({ window, open }) => [window, open.map(({ from, until }) => [from, until])]),
    ).to.deep.equal([
      ['w1', [[at('13:00'), at('17:00')]]],
      [
        'w3',
        [
          [now, at('11:30')],
          [at('12:00'), at('17:00')],
        ],
      ],
    ]);
  });

  describe('of a window that stands by from ten to half past eleven', () => {
    const windows = [{ window: 'w4', standby: [{ from: '10:00', until: '11:30' }] }];
    const known = knowledgeOf(setup, [], DAY, timetableOf(smallHall({ roster: { windows } })));
    const opens = { from: at('10:30'), until: at('11:30') };
    const asked: Past = {
      ...{ type: 'WindowsAssigned', role: 'manager' },
      assignments: [{ window: 'w4', queues: ['estate', 'social'], opens: true, ...opens }],
    };
    const planOf = (when: string, ...past: Past[]) =>
      modelOf(stateAfter(...past), known, at(when)).plans.find(({ window }) => window === 'w4');

    it('has no span in which it is open, and the rest of its standby', () => {
      expect(planOf('10:15')).to.deep.include({
        ...{ open: [], standby: [{ from: at('10:15'), until: at('11:30') }] },
      });
      expect(planOf('11:30')).to.equal(undefined);
    });

    it('has it open once it is asked to, until it is late by a quarter of an hour', () => {
      const open = [{ ...opens, queues: ['estate', 'social'] }];
      expect(planOf('10:15', asked)).to.deep.include({ open, standby: [] });
      expect(planOf('10:35', asked)?.open[0]).to.deep.include({ from: at('10:37'), until: at('11:30') });
      expect(planOf('10:45', asked)).to.equal(undefined);
      const w4: Past = { ...ofWindow('WindowOpened', 'w4'), at: at('10:40') };
      expect(planOf('10:45', asked, w4)?.open[0]).to.deep.include({ from: at('10:45'), until: at('11:30') });
    });
  });

  it('expects more of a queue to which more have come than was expected', () => {
    const come = Array.from({ length: 90 }, (_, index) => issued(`A${100 + index}`, '09:30'));
    const expected = (state: OpenState): number => {
      const social = modelOf(state, knowledge, now).demand.queues.find(({ queue }) => queue === 'social');
      return social?.perSlot.slice(44).reduce((sum, each) => sum + each, 0) ?? 0;
    };
    expect(expected(stateAfter(...come))).to.be.above(1.2 * expected(stateAfter()));
  });
});
