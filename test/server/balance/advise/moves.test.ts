import { expect } from 'chai';
import { fits, type Move, moved, possibleMoves } from '../../../../server/balance/advise/moves.ts';
import { type Model, NO_HABITS, type WindowPlan } from '../../../../server/balance/model.ts';
import { at, MINUTE, smallSetup } from '../../../support/small-hall.ts';

const NEVER = Number.POSITIVE_INFINITY;
const LIMITS = { dwellMinutes: 60, leadMinutes: 5 };

/** w1: social; lunch from 12:00 to 12:30; its clerk also knows tax. */
const w1: WindowPlan = {
  window: 'w1',
  open: [
    { from: at('09:00'), until: at('12:00'), queues: ['social'] },
    { from: at('12:30'), until: at('17:00'), queues: ['social'] },
  ],
  qualified: ['social', 'tax'],
  standby: [],
};

function modelOf(...plans: WindowPlan[]): Model {
  return { setup: smallSetup(), demand: { from: at('09:00'), queues: [] }, plans, habits: NO_HABITS };
}

function spansAfter(move: Move, plan = w1): [string, string, string[]][] {
  const clock = (instant: number): string =>
    instant === NEVER ? 'closing' : new Date(instant + 8 * 60 * MINUTE).toISOString().slice(11, 16);
  const [after] = moved(modelOf(plan), [plan], move);
  return (after?.open ?? []).map(({ from, until, queues }) => [clock(from), clock(until), [...queues]]);
}

describe('a move', () => {
  const tax = (from: string, until: string): Move => ({
    window: 'w1',
    queue: 'tax',
    from: at(from),
    until: at(until),
  });

  it('adds its queue for its time, behind the window’s own, and leaves lunch alone', () => {
    expect(spansAfter(tax('11:00', '14:00'))).to.deep.equal([
      ['09:00', '11:00', ['social']],
      ['11:00', '12:00', ['social', 'tax']],
      ['12:30', '14:00', ['social', 'tax']],
      ['14:00', '17:00', ['social']],
    ]);
  });

  it('changes nothing of what is over, or served anyway', () => {
    expect(spansAfter({ ...tax('07:00', '08:00') })).to.have.length(2);
    expect(spansAfter({ ...tax('09:00', '17:00'), queue: 'social' })).to.deep.equal([
      ['09:00', '12:00', ['social']],
      ['12:30', '17:00', ['social']],
    ]);
  });

  it('opens a window that was to stay shut, for the queues of its setup', () => {
    const shut = { ...w1, open: [], standby: [{ from: at('10:00'), until: at('12:00') }] };
    expect(spansAfter({ ...tax('10:00', '12:00'), queue: null }, shut)).to.deep.equal([
      ['10:00', '12:00', ['social', 'tax']],
    ]);
  });

  it('is of a window that has a plan', () => {
    expect(() => moved(modelOf(w1), [w1], { ...tax('10:00', '11:00'), window: 'w9' })).to.throw(
      RangeError,
      'w9',
    );
  });
});

describe('the moves that are possible', () => {
  it('are of queues the clerk is qualified for and does not serve, from a little later until closing', () => {
    expect(possibleMoves(modelOf(w1), at('10:00'), new Map(), LIMITS)).to.deep.equal([
      { window: 'w1', queue: 'tax', from: at('10:05'), until: at('17:00') },
    ]);
  });

  it('are also for the time of pressure, in whole slots', () => {
    const pressure = new Map([['tax', { from: at('10:20'), until: at('11:50') }]]);
    const spans = possibleMoves(modelOf(w1), at('09:00'), pressure, LIMITS);
    expect(spans.map(({ from, until }) => [from, until])).to.deep.include([at('10:15'), at('12:00')]);
  });

  it('leave the window as it is for the dwell, lunch not counted', () => {
    const over = possibleMoves(modelOf(w1), at('15:56'), new Map(), LIMITS);
    expect(over, 'less than an hour before closing').to.deep.equal([]);
    const pressure = new Map([['tax', { from: at('11:30'), until: at('12:45') }]]);
    const both = possibleMoves(modelOf(w1), at('09:00'), pressure, LIMITS);
    expect(both, 'forty-five minutes around lunch').to.have.length(1);
  });

  it('neither begin nor end in lunch or in an absence', () => {
    const pressure = new Map([['tax', { from: at('12:10'), until: at('14:00') }]]);
    expect(possibleMoves(modelOf(w1), at('09:00'), pressure, LIMITS)).to.deep.include({
      ...{ window: 'w1', queue: 'tax', from: at('12:30'), until: at('14:00') },
    });
    const before = new Map([['tax', { from: at('10:00'), until: at('12:20') }]]);
    expect(possibleMoves(modelOf(w1), at('09:00'), before, LIMITS)).to.deep.include({
      ...{ window: 'w1', queue: 'tax', from: at('10:00'), until: at('12:00') },
    });
    const inLunch = possibleMoves(modelOf(w1), at('12:10'), new Map(), LIMITS);
    expect(inLunch.map(({ from }) => from)).to.deep.equal([at('12:30')]);
    expect(possibleMoves(modelOf({ ...w1, open: [] }), at('09:00'), pressure, LIMITS)).to.deep.equal([]);
  });

  it('open a window only while its clerk stands by', () => {
    const plan = { ...w1, open: [], qualified: [], standby: [{ from: at('10:00'), until: at('12:00') }] };
    expect(possibleMoves(modelOf(plan), at('10:30'), new Map(), LIMITS)).to.deep.equal([
      { window: 'w1', queue: null, from: at('10:35'), until: at('12:00') },
    ]);
    expect(possibleMoves(modelOf(plan), at('11:30'), new Map(), LIMITS)).to.deep.equal([]);
  });

  it('come one at a time to a window, or for the same time', () => {
    const one: Move = { window: 'w1', queue: 'tax', from: 0, until: 60 };
    expect(fits({ ...one, queue: 'estate' }, [one])).to.equal(true);
    expect(fits({ ...one, queue: 'estate', from: 30 }, [one])).to.equal(false);
    expect(fits(one, [one])).to.equal(false);
    expect(fits({ ...one, window: 'w2', from: 30 }, [one])).to.equal(true);
  });
});
