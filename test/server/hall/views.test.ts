import { expect } from 'chai';
import * as fc from 'fast-check';
import { BoardView, TicketView, WindowView } from '../../../common/contract/views.ts';
import { comparePlaces } from '../../../server/hall/line.ts';
import { deskRule } from '../../../server/hall/views/desk.ts';
import { callView, hallView, queueView, ticketView, windowView } from '../../../server/hall/views/views.ts';
import {
  atWindow,
  follow,
  hallAfter,
  issued,
  ofWindow,
  opened,
  type Past,
  ticketId,
} from '../../support/given.ts';
import { transferred } from '../../support/pasts.ts';
import { at, MINUTE, smallSetup } from '../../support/small-hall.ts';

const past: Past[] = [
  opened(),
  ofWindow('WindowOpened', 'w1', at('08:30')),
  ofWindow('WindowOpened', 'w4', at('08:31')),
  { type: 'WindowPaused', window: 'w4', reason: 'meal', at: at('08:32') },
  issued('A001', '09:00'),
  issued('A002', '09:01'),
  issued('A003', '09:02', { category: 'veteran', dueAt: at('09:02') }),
  { ...atWindow('TicketCalled', 'A003', 'w1'), at: at('09:03') } as Past,
];

describe('what people see of a hall', () => {
  it('a queue: how many wait, since when, how many windows are open for it', () => {
    const state = hallAfter(...past);
    const social = state.queues.get('social');
    if (social === undefined) throw new Error('social');
    expect(queueView(state, social, at('09:05'))).to.deep.equal({
      id: 'social',
      prefix: 'A',
      name: { 'zh-CN': 'social业务', en: 'social' },
      zone: 'east',
      waiting: 2,
      waitingSince: at('09:00'),
      openWindows: 1,
      issuedToday: 3,
      open: true,
      hours: [{ from: '00:00', until: '24:00' }],
      targetMinutes: 20,
      remaining: null,
      scarce: false,
      bookable: false,
      identity: 'optional',
      wait: null,
    });
  });

  it('a queue out of its hours, and one with nobody waiting', () => {
    const state = hallAfter(...past);
    const estate = state.queues.get('estate');
    if (estate === undefined) throw new Error('estate');
    const closed = queueView(state, estate, at('12:30'));
    expect(closed).to.include({ open: false, waiting: 0, waitingSince: null, openWindows: 0 });
    expect(queueView(state, estate, at('14:30')).open).to.equal(true);
    const dayClosed = hallAfter(...past, { type: 'DayClosed', day: '2026-03-02', ended: {} });
    expect(queueView(dayClosed, estate, at('14:30')).open).to.equal(false);
  });

  it('the longest wait is of whoever was issued first, though somebody else is due first', () => {
    const state = hallAfter(...past.slice(0, -1));
    const social = state.queues.get('social');
    expect(social && queueView(state, social, at('09:05')).waitingSince).to.equal(at('09:00'));
  });

  it('a window: its status, since when, and its ticket by number only', () => {
    const state = hallAfter(...past);
    const view = (id: string) => {
      const window = state.windows.get(id);
      return window && WindowView.strict().parse(windowView(window));
    };
    expect(view('w1')).to.deep.equal({
      id: 'w1',
      number: 1,
      zone: 'east',
      queues: ['social', 'tax'],
      assignment: null,
      status: 'calling',
      since: at('09:03'),
      pauseReason: null,
      ticket: { id: ticketId('A003'), number: 'A003', queue: 'social', calledAt: at('09:03'), calls: 1 },
      served: 0,
      held: 0,
      reserved: 0,
    });
    expect(view('w4')).to.include({ status: 'paused', pauseReason: 'meal', since: at('08:32') });
  });

  it('a window counts whom it has served, and only them', () => {
    const finished = [atWindow('ServiceStarted', 'A003', 'w1'), atWindow('ServiceFinished', 'A003', 'w1')];
    const missed = [atWindow('TicketCalled', 'A001', 'w1'), atWindow('TicketMissed', 'A001', 'w1')];
    const window = hallAfter(...past, ...finished, ...missed).windows.get('w1');
    expect(window && windowView(window)).to.include({ served: 1, status: 'free', ticket: null });
  });

  it('a call: where to go, and which call of the ticket it is', () => {
    const recalled: Past = {
      ...atWindow('TicketCalled', 'A003', 'w1'),
      type: 'TicketRecalled',
      times: 2,
    } as Past;
    const state = hallAfter(...past, { ...recalled, at: at('09:04') });
    expect(state.calls.map((call) => callView(state, call))).to.deep.equal([
      { id: 9, number: 'A003', window: 1, zone: 'east', at: at('09:04'), times: 2 },
      { id: 8, number: 'A003', window: 1, zone: 'east', at: at('09:03'), times: 1 },
    ]);
  });

  it('a ticket on hold: since when, and how long it was before, in this service alone', () => {
    const step = (type: 'TicketHeld' | 'TicketResumed' | 'ServiceStarted', when: string): Past => ({
      ...({ ...atWindow('ServiceStarted', 'A003', 'w1'), type } as Past),
      at: at(when),
    });
    const held = [
      step('ServiceStarted', '09:04'),
      step('TicketHeld', '09:06'),
      step('TicketResumed', '09:09'),
      step('TicketHeld', '09:10'),
    ];
    const view = (...more: Past[]): TicketView | undefined => {
      const state = hallAfter(...past, ...held, ...more);
      const ticket = state.tickets.get(ticketId('A003'));
      return ticket && ticketView(state, ticket);
    };
    expect(view()).to.include({ heldAt: at('09:10'), heldMs: 3 * MINUTE, lastCallAt: at('09:03') });
    const resumed = step('TicketResumed', '09:11');
    expect(view(resumed)).to.include({ heldAt: null, heldMs: 4 * MINUTE, startedAt: at('09:04') });
    const sentOn = { ...transferred('A003', 'w1', 'tax'), at: at('09:12') };
    expect(view(resumed, sentOn)).to.include({ heldAt: null, heldMs: 0, startedAt: null });
  });

  it('the rule at a counter: calls before a miss are no more than recalls allow', () => {
    const rule = {
      callsBeforeMiss: 4,
      maxRecalls: 2,
      recallPauseSeconds: 7,
      undoSeconds: 30,
      autoMissMinutes: 3,
    };
    expect(deskRule(hallAfter(opened(smallSetup({ rule }))))).to.deep.equal({ ...rule, callsBeforeMiss: 3 });
    expect(() => deskRule(hallAfter())).to.throw('no day');
  });

  it('all of it as the contract describes it', () => {
    const state = hallAfter(...past);
    const board = {
      hall: hallView(state, []),
      seq: state.seq,
      at: state.at,
      windows: [...state.windows.values()].map(windowView),
      queues: [...state.queues.values()].map((queue) => queueView(state, queue, state.at)),
      calls: state.calls.map((call) => callView(state, call)),
    };
    expect(BoardView.parse(board)).to.deep.equal(board);
    for (const ticket of state.tickets.values()) TicketView.strict().parse(ticketView(state, ticket));
  });
});

describe('how many are ahead', () => {
  it('is everybody of the queue who is due earlier, and nobody else, whatever the categories', () => {
    const arrival = fc.record({
      category: fc.constantFrom(null, 'elderly', 'veteran'),
      due: fc.integer({ min: 0, max: 30 }),
    });
    void fc.assert(
      fc.property(
        fc.array(arrival, { maxLength: 40, size: 'max' }),
        fc.array(fc.nat(), { maxLength: 20, size: 'max' }),
        (arrivals, gone) => {
          const state = hallAfter(opened());
          arrivals.forEach(({ category, due }, index) => {
            const number = `A${String(index + 1).padStart(3, '0')}`;
            follow(state, issued(number, '09:00', { category, dueAt: at('09:00') + due * MINUTE }));
          });
          for (const which of gone) {
            const ticket = [...state.tickets.values()][which % Math.max(1, arrivals.length)];
            if (ticket?.state === 'waiting')
              follow(state, { type: 'TicketCancelled', ticket: ticket.id, number: ticket.number });
          }
          const waiting = [...state.tickets.values()].filter((ticket) => ticket.state === 'waiting');
          waiting.sort(comparePlaces);
          expect(waiting.map((ticket) => ticketView(state, ticket).ahead)).to.deep.equal([...waiting.keys()]);
        },
      ),
    );
  });

  it('is nobody once the ticket no longer waits', () => {
    const state = hallAfter(...past);
    const ticket = state.tickets.get(ticketId('A003'));
    expect(ticket && ticketView(state, ticket).ahead).to.equal(0);
  });
});
