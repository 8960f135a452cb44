import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Queue } from '../../../common/contract/config.ts';
import { chooseTicket, chooseWindow, dueAt, targetMinutes } from '../../../server/hall/rule.ts';
import type { HallState, Ticket } from '../../../server/hall/state.ts';
import {
  follow,
  given,
  hallAfter,
  issued,
  issueTicket,
  ofWindow,
  opened,
  type Past,
} from '../../support/given.ts';
import { at, MINUTE, smallSetup } from '../../support/small-hall.ts';

function queueNamed(id: string): Queue {
  const queue = smallSetup().queues.find((each) => each.id === id);
  if (queue === undefined) throw new Error(id);
  return queue;
}

/** A ticket waiting in a queue, as it is when it has just been issued. */
function ticketOf(queue: string): Ticket {
  const { prefix } = queueNamed(queue);
  const ticket = hallAfter(opened(), issued(`${prefix}001`, '09:00'))
    .tickets.values()
    .next().value;
  if (ticket === undefined) throw new Error(queue);
  return ticket;
}

function choiceOf(state: HallState, window: string): string | undefined {
  const found = state.windows.get(window);
  return found === undefined ? undefined : chooseTicket(state, found, state.at)?.number;
}

function choice(window: string, ...past: Past[]): string | undefined {
  return choiceOf(hallAfter(opened(), ...past), window);
}

describe('point 1 of the rule: when a ticket is due', () => {
  const targets: [queue: string, category: string | null, minutes: number, why: string][] = [
    ['social', null, 20, "the hall's promise where the queue names none"],
    ['tax', null, 10, "the queue's own promise"],
    ['social', 'elderly', 12, "the category's, as it is shorter"],
    ['tax', 'elderly', 10, "the queue's, as a category never makes anybody wait longer"],
    ['tax', 'veteran', 0, 'at once'],
  ];
  for (const [queue, category, minutes, why] of targets) {
    it(`${queue} for ${category ?? 'anybody'}: ${minutes} minutes after arrival, ${why}`, () => {
      expect(targetMinutes(smallSetup(), queueNamed(queue), category)).to.equal(minutes);
      expect(dueAt(smallSetup(), queueNamed(queue), category, 1000)).to.equal(1000 + minutes * MINUTE);
    });
  }
});

describe('point 2 of the rule: whom a free window calls', () => {
  it('the ticket due first of all its queues', () => {
    const past = [issued('A001', '09:00'), issued('B001', '09:04'), issued('C001', '09:05')];
    // A001 is due 09:20, less θ 09:15; B001 at 09:14.
    expect(choice('w1', ...past)).to.equal('B001');
    expect(choice('w2', ...past)).to.equal('B001');
    expect(choice('w3', ...past)).to.equal('B001');
    expect(choice('w4', ...past)).to.equal('A001');
  });

  it('its primary queue counts θ earlier, and no more than θ', () => {
    const secondary = issued('B001', '09:05');
    expect(choice('w1', secondary, issued('A001', '09:00', { dueAt: at('09:20') - 1 }))).to.equal('A001');
    expect(choice('w1', secondary, issued('A001', '09:00', { dueAt: at('09:20') + 1 }))).to.equal('B001');
  });

  it('equal to the millisecond, the earlier order decides', () => {
    expect(choice('w1', issued('B001', '09:05'), issued('A001', '09:00', { dueAt: at('09:20') }))).to.equal(
      'B001',
    );
    expect(choice('w1', issued('A001', '09:00', { dueAt: at('09:20') }), issued('B001', '09:05'))).to.equal(
      'A001',
    );
  });

  it('θ is the setting of the hall', () => {
    const rule = { thetaMinutes: 0, targetMinutes: 20 };
    const past = [issued('B001', '09:09'), issued('A001', '09:00')];
    expect(choiceOf(hallAfter(opened(smallSetup({ rule })), ...past), 'w1')).to.equal('B001');
    expect(choice('w1', ...past)).to.equal('A001');
  });

  it('a category of a queue passes only who is due later', () => {
    const first = issued('A001', '09:00');
    const elderly = (when: string, due: string) =>
      issued('A002', when, { category: 'elderly', dueAt: at(due) });
    expect(choice('w4', first, elderly('09:07', '09:19'))).to.equal('A002');
    expect(choice('w4', first, elderly('09:09', '09:21'))).to.equal('A001');
  });

  it('nobody, when nobody waits for its queues', () => {
    expect(choice('w2', issued('A001', '09:00'), issued('C001', '09:00'))).to.equal(undefined);
  });

  it('always the least of (due − θ for the primary queue, order), whoever waits', () => {
    const arrival = fc.record({
      prefix: fc.constantFrom('A', 'B', 'C'),
      category: fc.constantFrom(null, 'elderly', 'veteran'),
      due: fc.integer({ min: 0, max: 40 }),
    });
    void fc.assert(
      fc.property(
        fc.array(arrival, { maxLength: 40, size: 'max' }),
        fc.constantFrom('w1', 'w2', 'w3', 'w4'),
        (arrivals, id) => {
          const state = hallAfter(opened());
          arrivals.forEach(({ prefix, category, due }, index) => {
            const number = `${prefix}${String(index + 1).padStart(3, '0')}`;
            follow(state, issued(number, '09:00', { category, dueAt: at('09:20') + due * MINUTE }));
          });
          const window = state.windows.get(id);
          if (window === undefined) throw new Error(id);
          const key = ({ queue, dueAt: due, order }: Ticket): [number, number] => [
            queue === window.setup.queues[0] ? due - 5 * MINUTE : due,
            order,
          ];
          const able = [...state.tickets.values()].filter(({ queue }) => window.setup.queues.includes(queue));
          able.sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
          expect(choiceOf(state, id)).to.equal(able[0]?.number);
        },
      ),
    );
  });
});

describe('point 3 of the rule: which ready window gets an arrival', () => {
  const ready = (window: string, since: string): Past[] => [
    ofWindow('WindowOpened', window, at('08:30')),
    ofWindow('WindowReady', window, at(since)),
  ];
  const choose = (queue: string, ...past: Past[]) =>
    chooseWindow(hallAfter(opened(), ...past), ticketOf(queue))?.setup.id;

  it('the one whose primary queue it is, however many queues it has and however short it is idle', () => {
    expect(choose('social', ...ready('w4', '08:40'), ...ready('w3', '08:50'))).to.equal('w3');
  });

  it('then the one with the fewest queues', () => {
    expect(choose('social', ...ready('w3', '08:40'), ...ready('w1', '08:50'))).to.equal('w1');
    expect(choose('tax', ...ready('w3', '08:40'), ...ready('w1', '08:50'))).to.equal('w1');
  });

  it('then the one idle the longest, then the lowest number', () => {
    const windows = ['w8', 'w7', 'w9'].map((id) => ({
      id,
      number: Number(id.slice(1)),
      zone: 'east',
      queues: ['social'],
    }));
    const choice = (...past: Past[]) =>
      chooseWindow(hallAfter(opened(smallSetup({ windows })), ...past), ticketOf('social'))?.setup.id;
    expect(choice(...ready('w7', '08:41'), ...ready('w9', '08:42'), ...ready('w8', '08:43'))).to.equal('w7');
    expect(choice(...ready('w9', '08:40'), ...ready('w7', '08:41'))).to.equal('w9');
    expect(choice(...ready('w9', '08:40'), ...ready('w8', '08:40'), ...ready('w7', '08:40'))).to.equal('w7');
  });

  it('only one that is ready and able to serve it', () => {
    const free = ofWindow('WindowOpened', 'w1', at('08:30'));
    expect(choose('social', free, ...ready('w2', '08:40'))).to.equal(undefined);
    expect(choose('tax', free, ...ready('w2', '08:40'))).to.equal('w2');
  });

  it('calls the arrival there at once, in the same breath as issuing it', () => {
    const { at: _, ...first } = issued('B001', '09:00');
    given(opened(), ...ready('w2', '08:40'))
      .when(issueTicket('tax'), at('09:00'))
      .thenHappened(first, { type: 'TicketCalled', ticket: first.ticket, number: 'B001', window: 'w2' });
  });
});
