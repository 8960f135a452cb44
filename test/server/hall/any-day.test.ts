import { expect } from 'chai';
import * as fc from 'fast-check';
import type { TicketState } from '../../../common/contract/views.ts';
import type { Draft } from '../../../server/hall/events.ts';
import { evolve } from '../../../server/hall/evolve/evolve.ts';
import { chooseTicket, targetMinutes } from '../../../server/hall/rule.ts';
import {
  emptyHall,
  type HallState,
  isOpenTicket,
  lineOf,
  queuesOf,
  type Ticket,
} from '../../../server/hall/state.ts';
import { plainHall } from '../../support/plain-hall.ts';
import { type Play, type Press, playHall, randomDay } from '../../support/random-hall.ts';
import { MINUTE } from '../../support/small-hall.ts';

/** What holds on any day, over every command there is. */

const KINDS: Play[] = [
  {},
  { days: 3, changes: { rule: { keepOver: true } } },
  { changes: { rule: { automatic: true } } },
];

function forAnyDay(check: (presses: Press[], play: Play) => void, numRuns = 40): void {
  void fc.assert(fc.property(randomDay(250), fc.constantFrom(...KINDS), check), { numRuns });
}

/** Follows a log event by event: what was there before each, and what there is after it. */
function follow(
  drafts: readonly Draft[],
  look: (before: Snapshot, draft: Draft, state: HallState) => void,
): void {
  const state = emptyHall();
  for (const draft of drafts) {
    const before = new Map([...state.tickets].map(([id, ticket]) => [id, { ...ticket }]));
    evolve(state, draft);
    look(before, draft, state);
  }
}

type Snapshot = ReadonlyMap<string, Ticket>;

/** What each event may make of a ticket; what is not here leaves every ticket's state alone. */
const STEPS: Partial<Record<Draft['type'], [from: (TicketState | '')[], to: TicketState][]>> = {
  TicketIssued: [[[''], 'waiting']],
  TicketCancelled: [[['waiting'], 'cancelled']],
  TicketCalled: [[['waiting'], 'called']],
  CalledOutOfTurn: [[['waiting'], 'called']],
  TicketMissed: [[['called'], 'missed']],
  TicketReturned: [[['missed'], 'waiting']],
  ServiceStarted: [[['called'], 'serving']],
  ServiceFinished: [[['serving'], 'finished']],
  MatterBegun: [[['finished'], 'waiting']],
  TicketHeld: [[['serving'], 'held']],
  TicketResumed: [[['held'], 'serving']],
  TicketTransferred: [[['called', 'serving'], 'waiting']],
  ActionUndone: [
    [['serving', 'missed'], 'called'],
    [['finished', 'waiting'], 'serving'],
  ],
  DayClosed: [
    [['waiting'], 'unserved'],
    [['called', 'serving', 'held'], 'unfinished'],
  ],
};

describe('any day of a hall', () => {
  it('has every ticket in one place: its line, one window, on hold at one window, or none', () => {
    forAnyDay((presses, play) => {
      playHall(presses, {
        ...play,
        after: ({ state }) => {
          const places = new Map<string, string[]>();
          const put = (id: string, place: string): unknown =>
            places.set(id, [...(places.get(id) ?? []), place]);
          for (const { lines } of state.queues.values())
            for (const line of lines.values()) for (const { id } of line) put(id, 'line');
          for (const { setup, ticket, reserved, held } of state.windows.values()) {
            for (const { id } of reserved) put(id, 'line');
            if (ticket !== null) put(ticket.id, `at ${setup.id}`);
            for (const id of held) put(id, `held ${setup.id}`);
          }
          for (const ticket of state.tickets.values()) {
            const { id, window } = ticket;
            // A night hall between two days: who is kept stands in no line until the next begins.
            const waits = ticket.state === 'waiting' && state.day !== null;
            const at = ticket.state === 'called' || ticket.state === 'serving' ? [`at ${window}`] : [];
            const due = waits ? ['line'] : ticket.state === 'held' ? [`held ${window}`] : at;
            expect(places.get(id) ?? [], `${id} ${ticket.state}`).to.deep.equal(due);
            if (waits) expect([...lineOf(state, ticket)], id).to.include(ticket);
            places.delete(id);
          }
          expect([...places], 'nobody else stands anywhere').to.deep.equal([]);
        },
      });
    });
  });

  it('takes tickets only through the steps their events may take', () => {
    forAnyDay((presses, play) => {
      follow(playHall(presses, play).drafts, (before, draft, { tickets }) => {
        if (draft.type === 'DayOpened') return;
        const steps = STEPS[draft.type] ?? [];
        for (const [id, { state }] of tickets) {
          const was = before.get(id)?.state ?? '';
          const about =
            draft.type === 'DayClosed' ? id in draft.ended : 'ticket' in draft && draft.ticket === id;
          const changes = about && steps.length > 0;
          const legal = steps.some(([from, to]) => from.includes(was) && to === state);
          expect(changes ? legal : state === was, `${draft.type} ${id} ${was} ${state}`).to.equal(true);
        }
      });
    });
  });

  it('changes a due instant only by a return, never to an earlier one, and by a change of category', () => {
    forAnyDay((presses, play) => {
      follow(playHall(presses, play).drafts, (before, draft, { tickets }) => {
        for (const [id, { dueAt, number, issuedAt, order }] of tickets) {
          const was = before.get(id);
          if (was === undefined) continue;
          expect({ number, issuedAt, order }).to.deep.equal({
            number: was.number,
            issuedAt: was.issuedAt,
            order: was.order,
          });
          const about = 'ticket' in draft && draft.ticket === id ? draft.type : null;
          if (about === 'TicketReturned') expect(dueAt, id).to.be.at.least(was.dueAt);
          else if (about !== 'CategoryChanged') expect(dueAt, `${id} ${draft.type}`).to.equal(was.dueAt);
        }
      });
    });
  });

  it('never has two open tickets of one person in one queue, whichever way they came there', () => {
    forAnyDay((presses, play) => {
      playHall(presses, {
        ...play,
        after: ({ state }, { type }) => {
          const taken = new Set<string>();
          for (const ticket of state.tickets.values()) {
            if (ticket.person === null || !isOpenTicket(ticket)) continue;
            for (const queue of new Set(queuesOf(ticket))) {
              const place = `${ticket.person} in ${queue}`;
              expect(taken.has(place), `${place} after ${type}`).to.equal(false);
              taken.add(place);
            }
          }
        },
      });
    });
  });

  it('hands on who waits over midnight whole: nothing that decides when they are called is lost', () => {
    const night: Play = { days: 4, changes: { rule: { keepOver: true } } };
    let handedOn = 0;
    forAnyDay((presses) => {
      follow(playHall(presses, night).drafts, (before, draft, { tickets }) => {
        if (draft.type !== 'DayOpened') return;
        const waited = [...before.values()].filter(({ state }) => state === 'waiting');
        expect([...tickets.values()].map(lasting)).to.deep.equal(waited.map(lasting));
        handedOn += waited.filter(({ reservedFor }) => reservedFor !== null).length;
      });
    });
    expect(handedOn, 'tickets that waited for a window').to.be.above(20);
  });

  it('never has two tickets of one number, of whichever day they are', () => {
    forAnyDay((presses, play) => {
      const { drafts } = playHall(presses, play);
      follow(drafts, (_, draft, { tickets }) => {
        if (draft.type !== 'TicketIssued' && draft.type !== 'DayOpened') return;
        const numbers = [...tickets.values()].map(({ number }) => number);
        expect(new Set(numbers).size, draft.type).to.equal(numbers.length);
      });
      const ids = drafts.flatMap((draft) => (draft.type === 'TicketIssued' ? [draft.ticket] : []));
      expect(new Set(ids).size).to.equal(ids.length);
    });
  });

  it('lets nobody be overtaken in turn by who came later than the targets’ span and θ after them', () => {
    let overtaken = 0;
    forAnyDay((presses, play) => {
      const state = emptyHall();
      for (const draft of playHall(presses, play).drafts) {
        if (draft.type === 'TicketCalled') overtaken += checkOvertaking(state, draft);
        evolve(state, draft);
      }
    });
    expect(overtaken, 'calls that overtook somebody').to.be.above(20);
  });

  it('is the same when its log is replayed', () => {
    forAnyDay((presses, play) => {
      const { state, drafts } = playHall(presses, play);
      const replayed = emptyHall();
      for (const draft of drafts) evolve(replayed, JSON.parse(JSON.stringify(draft)) as Draft);
      expect(plainHall(replayed)).to.deep.equal(plainHall(state));
    });
  });

  it('leaves no window ready that could call somebody', () => {
    forAnyDay((presses, play) => {
      playHall(presses, {
        ...play,
        after: ({ state }, { type }) => {
          const waitedFor = [...state.windows.values()].filter(
            (window) => window.status === 'ready' && chooseTicket(state, window, state.at) !== null,
          );
          expect(
            waitedFor.map(({ setup: { id } }) => id),
            `after ${type}`,
          ).to.deep.equal([]);
        },
      });
    });
  });
});

/** All of a waiting ticket but the story of its earlier calls, and where in yesterday's log it got its place. */
function lasting(ticket: Ticket): Partial<Ticket> {
  const { placedBy: _p, window: _w, calledAt: _c, calls: _n, lastCallAt: _l, ...rest } = ticket;
  const { startedAt: _s, endedAt: _e, heldMs: _h, outcome: _o, caseNumber: _k, ...lasts } = rest;
  return lasts;
}

/** The longest a ticket of this kind may have been under way when it is due: its shortest target. */
function shortestTarget({ setup }: HallState, { kind }: Ticket): number {
  if (setup === null || kind === 'supplement') return 0;
  // Checked in at the last moment, a booking is due before it came.
  if (kind === 'booked') return setup.bookings.dueAfterMinutes - setup.bookings.checkInMinutes;
  const categories = [null, ...setup.categories.map(({ id }) => id)];
  const targets = setup.queues.flatMap((queue) =>
    categories.map((each) => targetMinutes(setup, queue, each)),
  );
  return Math.min(...targets);
}

/** Everybody from the door whom this window could have called instead. @returns how many of them were overtaken. */
function checkOvertaking(state: HallState, call: Draft & { type: 'TicketCalled' }): number {
  const { setup } = state;
  const called = state.tickets.get(call.ticket);
  const able = state.windows.get(call.window)?.setup.queues;
  if (setup === null || called === undefined || able === undefined) throw new Error(call.ticket);
  const targets = setup.queues.map(({ targetMinutes = setup.rule.targetMinutes }) => targetMinutes);
  const span = Math.max(...targets) - shortestTarget(state, called) + setup.rule.thetaMinutes;
  let overtaken = 0;
  for (const each of state.tickets.values()) {
    const fromTheDoor = (each.kind === 'walkin' || each.kind === 'delivery') && each.returns === 0;
    if (each.state !== 'waiting' || !fromTheDoor || each.id === called.id) continue;
    if (!able.includes(each.queue) || each.reservedFor !== null) continue;
    const later = called.issuedAt - each.issuedAt;
    expect(later, `${called.id} (${called.kind}) before ${each.id}`).to.be.at.most(span * MINUTE);
    if (later > 0) overtaken++;
  }
  return overtaken;
}
