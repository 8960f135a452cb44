import { expect } from 'chai';
import * as fc from 'fast-check';
import { type Habits, NO_HABITS, type OpenSpan, type WindowPlan } from '../../../../server/balance/model.ts';
import { changesOf } from '../../../../server/balance/simulate/changes.ts';
import { type Customer, type Day, dayOf, type Fate } from '../../../../server/balance/simulate/day.ts';
import { type Calls, Kernel } from '../../../../server/balance/simulate/kernel.ts';
import { Layout } from '../../../../server/balance/simulate/layout.ts';
import { emptyStart, type Start, startOf } from '../../../../server/balance/simulate/start.ts';
import { cloneHall, emptyHall, type HallState } from '../../../../server/hall/state.ts';
import { HallDay, type LivedCall, type Visitor } from '../../../support/hall-day.ts';
import { playHall, randomDay } from '../../../support/random-hall.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../../support/small-hall.ts';

/** The kernel is no second rule: on any day it makes the very calls that the hall makes. */

/** Times in steps of half a minute, so that much happens at one instant. */
const STEP_MS = 30_000;
const OPENS = at('09:00');
const NEVER = Number.POSITIVE_INFINITY;
const QUEUES = ['social', 'tax', 'estate'];
const CATEGORIES = [null, null, 'elderly', 'veteran'];

const steps = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((count) => count * STEP_MS);

const randomFate: fc.Arbitrary<Fate> = fc.record({
  serviceMs: steps(1, 16),
  patienceMs: fc.oneof({ weight: 3, arbitrary: fc.constant(NEVER) }, { weight: 1, arbitrary: steps(1, 40) }),
  comes: fc.integer({ min: 0, max: 9 }).map((point) => point > 0),
});

const randomCustomer = (queues: readonly number[]): fc.Arbitrary<Customer> =>
  fc
    .record({
      after: steps(0, 240),
      queue: fc.constantFrom(...queues),
      category: fc.constantFrom(...CATEGORIES),
      slot: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: steps(-40, 40) }),
      fate: randomFate,
    })
    .map(({ after, queue, category, slot, fate }) => ({
      ...{ at: OPENS + after, queue, category },
      slotAt: slot === null ? null : OPENS + after + slot,
      ...fate,
    }));

const randomCustomers = (queues: readonly number[]): fc.Arbitrary<Customer[]> =>
  fc
    .array(randomCustomer(queues), { minLength: 10, maxLength: 160, size: 'max' })
    .map((customers) => customers.toSorted((a, b) => a.at - b.at));

const randomSpans: fc.Arbitrary<OpenSpan[]> = fc
  .array(
    fc.record({
      pause: steps(0, 12),
      length: steps(1, 120),
      queues: fc.shuffledSubarray(QUEUES, { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => {
    let from = OPENS;
    return parts.map(({ pause, length, queues }, index) => {
      const span = {
        from: from + pause,
        until: index === parts.length - 1 ? NEVER : from + pause + length,
        queues,
      };
      from = span.until;
      return span;
    });
  });

const randomHabits: fc.Arbitrary<Habits> = fc.constantFrom(NO_HABITS, {
  ...{ secondaryFactor: 1.5, switchMinutes: 0.5, missedShare: 0.1, missedMinutes: 1 },
  ...{ patienceMinutes: 10, noShowShare: 0 },
});

const randomRule = fc.record({
  thetaMinutes: fc.constantFrom(0, 3, 5),
  shortenedShare: fc.constantFrom(0, 0.2, 0.5, 1),
  callsBeforeMiss: fc.constant(1),
  recallPauseSeconds: fc.constant(0),
});

describe('the kernel', function () {
  this.timeout(60_000);

  it('makes the very calls that the hall makes, on random days', () => {
    const seen = { calls: 0, capped: 0, left: 0, early: 0 };
    void fc.assert(
      fc.property(
        randomRule,
        fc.array(randomSpans, { minLength: 4, maxLength: 4 }),
        randomHabits,
        randomCustomers([0, 1, 2]),
        (rule, spans, habits, customers) => {
          const setup = smallSetup({ rule });
          const layout = new Layout(setup);
          const start = emptyStart(setup.windows.length, OPENS);
          const day = dayOf(layout, start, customers);
          const plans = spans.map((open, index) => planOf(`w${index + 1}`, open));
          const calls = new Kernel(layout, changesOf(layout, plans, start), day, habits).run();
          const hall = new HallDay(emptyHall(), habits, customers.map(visitorOf));
          hall.do(
            { type: 'OpenDay', day: DAY, startsAt: MIDNIGHT, setup: withoutHours(setup), bookable: [] },
            MIDNIGHT,
          );
          hall.begin(changesOf(layout, plans, start), day.freeAt, OPENS).live();
          expect(callsOf(calls)).to.deep.equal(hall.calls);
          seen.calls += hall.calls.length;
          seen.left += customers.length - hall.calls.length;
          seen.early += hall.calls.filter(
            (call) => call.at < (day.tickets[call.visitor]?.notBefore ?? 0),
          ).length;
          seen.capped += hall.state.record.calls.filter((call) => call.capped && call.shortened).length;
        },
      ),
      { numRuns: 150 },
    );
    // Days without any of these would prove little.
    expect(seen.calls).to.be.above(3000);
    expect(seen.left).to.be.above(100);
    expect(seen.early).to.be.above(5);
    expect(seen.capped).to.be.above(100);
  });

  it('goes on from a real hall’s state as that hall goes on', () => {
    let reserved = 0;
    let waited = 0;
    void fc.assert(
      fc.property(
        randomDay(200),
        fc.array(randomFate, { minLength: 200, maxLength: 200 }),
        fc.array(steps(0, 12), { minLength: 4, maxLength: 4 }),
        randomCustomers([0, 2]),
        (presses, fates, left, later) => {
          const { state } = playHall(presses, { changes: { rule: { callsBeforeMiss: 1 } } });
          const now = state.at + 1000;
          const open = [...state.windows.values()].map(({ setup: { id, queues } }) =>
            planOf(id, [{ from: MIDNIGHT, until: NEVER, queues }]),
          );
          const start = startOf(state, now);
          reserved += start.waiting.filter((ticket) => ticket.reservedFor !== null).length;
          waited += start.waiting.length;
          const customers = later.map((each) => moved(each, now - OPENS));
          const { setup } = state;
          if (setup === null) throw new Error('the day is open');
          const layout = new Layout(setup);
          const freeAt = Float64Array.from(start.windows, ({ serving }, index) =>
            serving === null ? Number.NaN : now + (left[index] ?? 0),
          );
          const day = dayOf(layout, start, customers, fates.slice(0, start.waiting.length), freeAt);
          const calls = new Kernel(layout, changesOf(layout, open, start), day, NO_HABITS).run();
          expect(callsOf(calls)).to.deep.equal(livedOn(state, start, day, customers, open, layout));
        },
      ),
      { numRuns: 100 },
    );
    expect(waited).to.be.above(300);
    expect(reserved).to.be.above(10);
  });
});

function planOf(window: string, open: OpenSpan[]): WindowPlan {
  return { window, open, qualified: [], standby: [] };
}

function withoutHours(setup: ReturnType<typeof smallSetup>): ReturnType<typeof smallSetup> {
  return { ...setup, queues: setup.queues.map(({ hours: _hours, ...queue }) => queue) };
}

function visitorOf({ at: comesAt, queue, patienceMs, ...rest }: Customer): Visitor {
  const id = QUEUES[queue] ?? '';
  return { ...rest, at: comesAt, queue: id, ticket: null, leavesAt: comesAt + patienceMs };
}

function moved(customer: Customer, byMs: number): Customer {
  const { slotAt } = customer;
  return { ...customer, at: customer.at + byMs, slotAt: slotAt === null ? null : slotAt + byMs };
}

function callsOf({ sequence, calledAt, calledBy }: Calls): LivedCall[] {
  return Array.from(sequence, (visitor) => ({
    visitor,
    window: calledBy[visitor] ?? -1,
    at: calledAt[visitor] ?? Number.NaN,
  }));
}

/** The hall itself from there on. The kernel knows nothing of the further matters of a visit. */
function livedOn(
  state: HallState,
  start: Start,
  day: Day,
  customers: readonly Customer[],
  plans: readonly WindowPlan[],
  layout: Layout,
): LivedCall[] {
  const hall = cloneHall(state);
  for (const ticket of hall.tickets.values()) ticket.further = [];
  const waiting = start.waiting.map(({ id, issuedAt, queue }, index): Visitor => {
    const { serviceMs, leavesAt, comes } = day.tickets[index] ?? {
      serviceMs: 0,
      leavesAt: NEVER,
      comes: true,
    };
    return { at: issuedAt, queue, category: null, slotAt: null, ticket: id, serviceMs, leavesAt, comes };
  });
  const lived = new HallDay(hall, NO_HABITS, [...waiting, ...customers.map(visitorOf)]);
  return lived.begin(changesOf(layout, plans, start), day.freeAt, start.at).live().calls;
}
