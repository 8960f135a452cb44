import { expect } from 'chai';
import * as fc from 'fast-check';
import type { TicketState, WindowStatus } from '../../../common/contract/views.ts';
import type { Draft } from '../../../server/hall/events.ts';
import { evolve } from '../../../server/hall/evolve/evolve.ts';
import { chooseTicket } from '../../../server/hall/rule.ts';
import { run } from '../../../server/hall/run.ts';
import { cloneHall, emptyHall, type HallState } from '../../../server/hall/state.ts';
import { eventOf } from '../../support/given.ts';
import { plainHall } from '../../support/plain-hall.ts';
import { commandOf, type RandomCommand, randomCommand } from '../../support/random-commands.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../support/small-hall.ts';

/** What may follow what; every other step of a ticket or a window is a fault. */
const TICKET_STEPS: Record<string, TicketState[]> = {
  '': ['waiting'],
  waiting: ['waiting', 'called', 'cancelled', 'unserved'],
  called: ['called', 'serving', 'missed', 'unfinished'],
  serving: ['serving', 'finished', 'unfinished'],
};
const WINDOW_STEPS: Record<WindowStatus, WindowStatus[]> = {
  closed: ['closed', 'free'],
  free: ['free', 'ready', 'calling', 'paused', 'closed'],
  ready: ['ready', 'calling', 'paused', 'closed'],
  calling: ['calling', 'serving', 'free', 'closed'],
  serving: ['serving', 'free', 'closed'],
  paused: ['paused', 'free', 'closed'],
};

interface Played {
  state: HallState;
  drafts: Draft[];
}

/** Plays commands one after the other, a minute or less apart, `afterEach` looking at every step. */
function play(
  commands: readonly RandomCommand[],
  afterEach?: (before: HallState, played: Played) => void,
): Played {
  const played: Played = { state: emptyHall(), drafts: [] };
  const occasion = (instant: number) => ({
    at: instant,
    by: 'test',
    commandId: `c${played.drafts.length}`,
    role: null,
  });
  const opening = {
    type: 'OpenDay' as const,
    day: DAY,
    startsAt: MIDNIGHT,
    setup: smallSetup(),
    bookable: [],
  };
  const begun = run(played.state, opening, occasion(at('08:55')));
  if ('drafts' in begun) played.drafts.push(...begun.drafts);
  commands.forEach((random, index) => {
    const command = commandOf(random, [...played.state.tickets.keys()]);
    if (command === undefined) return;
    const before = afterEach === undefined ? played.state : cloneHall(played.state);
    const done = run(played.state, command, occasion(at('08:55') + index * 20_000));
    if ('drafts' in done) played.drafts.push(...done.drafts);
    afterEach?.(before, played);
  });
  return played;
}

const day = fc.array(randomCommand, { maxLength: 100, size: 'max' });

function forEveryDay(check: (commands: RandomCommand[]) => void): void {
  void fc.assert(fc.property(day, check), { numRuns: 25 });
}

describe('a hall, whatever is asked of it', () => {
  it('has every ticket in one place: its line, one window, or none', () => {
    forEveryDay((commands) => {
      play(commands, (_, { state }) => {
        const places = new Map<string, number>();
        const put = (id: string): unknown => places.set(id, (places.get(id) ?? 0) + 1);
        for (const { lines } of state.queues.values())
          for (const line of lines.values()) for (const ticket of line) put(ticket.id);
        for (const { ticket } of state.windows.values()) if (ticket !== null) put(ticket.id);
        for (const ticket of state.tickets.values()) {
          const somewhere = ['waiting', 'called', 'serving'].includes(ticket.state);
          expect(places.get(ticket.id) ?? 0, `${ticket.number} ${ticket.state}`).to.equal(somewhere ? 1 : 0);
        }
      });
    });
  });

  it('takes tickets and windows only through the states that may follow each other', () => {
    forEveryDay((commands) => {
      play(commands, (before, { state }) => {
        for (const [id, ticket] of state.tickets) {
          const earlier = before.tickets.get(id)?.state ?? '';
          // A ready window takes an arrival in the same breath.
          const allowed = [...(TICKET_STEPS[earlier] ?? [earlier]), ...(earlier === '' ? ['called'] : [])];
          expect(allowed, `${id} was ${earlier}`).to.include(ticket.state);
        }
        for (const [id, window] of state.windows) {
          const earlier = before.windows.get(id)?.status ?? 'closed';
          expect(WINDOW_STEPS[earlier], `${id} was ${earlier}`).to.include(window.status);
          expect(window.ticket?.state ?? null).to.equal(
            window.status === 'calling' ? 'called' : window.status === 'serving' ? 'serving' : null,
          );
          expect(window.pauseReason === null).to.equal(window.status !== 'paused');
        }
      });
    });
  });

  it('never changes what a ticket was issued with: its number, its queue, its due instant', () => {
    forEveryDay((commands) => {
      play(commands, (before, { state }) => {
        for (const [id, { number, queue, category, issuedAt, dueAt, order }] of before.tickets)
          expect(state.tickets.get(id)).to.include({ number, queue, category, issuedAt, dueAt, order });
      });
    });
  });

  it('never gives a number twice', () => {
    forEveryDay((commands) => {
      const numbers = play(commands).drafts.flatMap((draft) =>
        draft.type === 'TicketIssued' ? [draft.number] : [],
      );
      expect(new Set(numbers).size).to.equal(numbers.length);
    });
  });

  it('calls only whom the rule chooses', () => {
    forEveryDay((commands) => {
      const state = emptyHall();
      for (const draft of play(commands).drafts) {
        const window = draft.type === 'TicketCalled' ? state.windows.get(draft.window) : undefined;
        if (draft.type === 'TicketCalled' && window !== undefined)
          expect(chooseTicket(state, window, draft.at)?.id).to.equal(draft.ticket);
        evolve(state, draft);
      }
    });
  });

  it('keeps no window ready while somebody it could serve is waiting', () => {
    forEveryDay((commands) => {
      play(commands, (_, { state }) => {
        for (const window of state.windows.values())
          if (window.status === 'ready')
            expect(chooseTicket(state, window, state.at), window.setup.id).to.equal(null);
      });
    });
  });

  it('counts the seqs of its log without a gap, and refusals leave it untouched', () => {
    forEveryDay((commands) => {
      const { drafts } = play(commands, (before, { state, drafts: { length } }) => {
        expect(state.seq).to.equal(length);
        if (before.seq === state.seq) expect(plainHall(state)).to.deep.equal(plainHall(before));
      });
      expect(drafts.map(({ seq }) => seq)).to.deep.equal(drafts.map((_, index) => index + 1));
    });
  });

  it('is the same when its log is replayed', () => {
    forEveryDay((commands) => {
      const { state, drafts } = play(commands);
      const replayed = emptyHall();
      for (const draft of drafts) evolve(replayed, JSON.parse(JSON.stringify(draft)) as Draft);
      expect(plainHall(replayed)).to.deep.equal(plainHall(state));
    });
  });

  it('decides the same from a copy, and a copy is touched by nothing that is done to the original', () => {
    void fc.assert(
      fc.property(day, day, (first, second) => {
        const { state } = play(first);
        const copy = cloneHall(state);
        const frozen = plainHall(copy);
        expect(frozen).to.deep.equal(plainHall(state));
        const results = [state, copy].map((hall, index) => {
          const events = second.flatMap((random): unknown[] => {
            const command = commandOf(random, [...hall.tickets.keys()]);
            if (command === undefined) return [];
            const done = run(hall, command, { at: at('13:00'), by: 'test', commandId: 'c', role: null });
            return 'drafts' in done ? done.drafts.map(eventOf) : [done];
          });
          if (index === 0) expect(plainHall(copy)).to.deep.equal(frozen);
          return events;
        });
        expect(results[1]).to.deep.equal(results[0]);
        expect(plainHall(copy)).to.deep.equal(plainHall(state));
      }),
      { numRuns: 20 },
    );
  });

  it('refuses to follow a log that names what it does not have', () => {
    const { state } = play([]);
    const draft = {
      seq: 2,
      at: at('09:00'),
      by: 'test',
      commandId: 'c',
      ticket: 'x',
      number: 'A009',
      window: 'w1',
    };
    for (const type of [
      'TicketCalled',
      'TicketRecalled',
      'ServiceStarted',
      'ServiceFinished',
      'TicketMissed',
    ] as const)
      expect(() => evolve(state, { ...draft, type } as Draft), type).to.throw('names an unknown x');
    expect(() => evolve(state, { ...draft, type: 'WindowOpened', window: 'w9' })).to.throw(
      'names an unknown w9',
    );
  });
});
