import { expect } from 'chai';
import { nearBehind } from '../../../../server/hall/views/near.ts';
import {
  atWindow,
  hallAfter,
  issued,
  ofWindow,
  opened,
  type Past,
  ticketId,
} from '../../../support/given.ts';
import { at, smallHall, smallSetup } from '../../../support/small-hall.ts';

const FEW = 3;
const called = (number: string, window = 'w1'): Past => ({
  ...atWindow('TicketCalled', number, window),
  at: at('09:10'),
});
const open = (window: string): Past => ofWindow('WindowOpened', window, at('09:10'));
/** A001 … A009, a minute after the other. */
const line = Array.from({ length: 9 }, (_, index) => issued(`A00${index + 1}`, `09:0${index}`));

function near(past: readonly Past[], left: string, setup = smallSetup(), when = '09:10'): string[] {
  const state = hallAfter(opened(setup), ...past);
  const ticket = state.tickets.get(ticketId(left));
  if (ticket === undefined) throw new Error(`there is no ${left}`);
  return nearBehind(state, ticket, at(when), FEW).map(({ number }) => number);
}

describe('who is near (R29)', () => {
  it('is whoever has few people of the queue ahead, once somebody has left its line', () => {
    expect(near([...line, open('w1'), called('A001')], 'A001')).to.deep.equal([
      'A002',
      'A003',
      'A004',
      'A005',
    ]);
  });

  it('is nobody of another queue', () => {
    const past = [...line, issued('B001', '09:09'), open('w1'), called('B001')];
    expect(near(past, 'B001')).to.deep.equal([]);
  });

  it('is fewer, or more, where the queue says so', () => {
    for (const [soonAhead, expected] of [
      [1, ['A002', 'A003']],
      [20, line.slice(1).map(({ number }) => number)],
    ] as const) {
      const queues = smallHall().queues.map((queue) => ({ ...queue, soonAhead }));
      const past = [...line, open('w1'), called('A001')];
      expect(near(past, 'A001', smallSetup({ queues })), `${soonAhead}`).to.deep.equal(expected);
    }
  });

  it('counts who is due earlier, whichever line of the queue they stand in', () => {
    const elderly = { category: 'elderly', dueAt: at('09:15') };
    const past = [...line, issued('A010', '09:09', elderly), open('w1'), called('A001')];
    expect(near(past, 'A001').sort()).to.deep.equal(['A002', 'A003', 'A004', 'A010']);
  });

  it('is nobody whose slot has not begun', () => {
    const early = { notBefore: at('09:30'), dueAt: at('09:01') };
    const past = [...line.slice(0, 2), issued('A010', '09:02', early), open('w1'), called('A001')];
    expect(near(past, 'A001')).to.deep.equal(['A002']);
    expect(near(past, 'A001', smallSetup(), '09:30').sort()).to.deep.equal(['A002', 'A010']);
  });

  it('is who waits for one window, by the line of that window', () => {
    const move = (number: string): Past => ({
      type: 'MovedOutOfTurn',
      ...{ ticket: ticketId(number), number, window: 'w4', toWindow: 'w3' },
      ...{ role: 'lead', reason: 'frail', at: at('09:10') },
    });
    const past = [...line, move('A008'), move('A009'), open('w3'), called('A008', 'w3')];
    expect(near(past, 'A008')).to.include('A009');
    expect(near([...line, open('w1'), called('A001')], 'A001')).not.to.include('A009');
  });
});
