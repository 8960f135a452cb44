import { expect } from 'chai';
import * as fc from 'fast-check';
import { whySentence } from '../../../../common/phrases-why.ts';
import type { Draft } from '../../../../server/hall/events.ts';
import { fairnessCounts } from '../../../../server/hall/views/fairness.ts';
import { whyView } from '../../../../server/hall/views/why.ts';
import { playHall, randomDay } from '../../../support/random-hall.ts';

const wording = { timeZone: 'Asia/Shanghai' } as const;

describe('why somebody else was called, on any day', () => {
  it('has a reason in the published rule for every call, in words, whoever asks and whenever', () => {
    void fc.assert(
      fc.property(randomDay(150), (presses) => {
        // A setup that changes in the middle of a day has reasons that are no longer in force.
        const { state, drafts } = playHall(presses);
        fc.pre(!drafts.some(({ type }) => type === 'HallConfigured'));
        for (const ticket of state.tickets.values()) {
          const view = whyView(state, ticket);
          expect(view.causes.setup, ticket.number).to.equal(undefined);
          expect(Object.values(view.causes).reduce((sum, each) => sum + each, 0)).to.equal(view.count);
          for (const call of view.calls) {
            expect(call.number).not.to.equal(ticket.number);
            expect(whySentence(call, view.ticket, { ...wording, locale: 'en' })).to.contain(call.number);
            expect(whySentence(call, view.ticket, { ...wording, locale: 'zh-CN' })).to.contain(call.number);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is counted in public, on any day', () => {
  const count = (drafts: readonly Draft[], ...types: Draft['type'][]): number =>
    drafts.filter(({ type }) => types.includes(type)).length;
  const sum = (counts: Partial<Record<string, number>>): number =>
    Object.values(counts).reduce<number>((total, each = 0) => total + each, 0);

  it('is what the log holds', () => {
    void fc.assert(
      fc.property(randomDay(200), (presses) => {
        const { state, drafts } = playHall(presses);
        const counts = fairnessCounts(state, state.at);
        expect(counts.calls).to.equal(count(drafts, 'TicketCalled', 'CalledOutOfTurn'));
        expect(counts.inTurn).to.equal(count(drafts, 'TicketCalled'));
        expect(sum(counts.outOfTurn)).to.equal(count(drafts, 'CalledOutOfTurn'));
        expect(sum(counts.moved)).to.equal(count(drafts, 'MovedOutOfTurn'));
        expect(sum(counts.categoryChanges)).to.equal(count(drafts, 'CategoryChanged'));
        const waiting = [...state.tickets.values()].filter((each) => each.state === 'waiting');
        expect(counts.waitingNow).to.equal(waiting.length);
        const longest = Math.max(...waiting.map(({ issuedAt }) => state.at - issuedAt));
        expect(counts.longestNowMs).to.equal(waiting.length === 0 ? null : longest);
        expect(counts.waits).to.equal(
          [...state.tickets.values()].filter((each) => each.firstCalledAt !== null).length,
        );
      }),
      { numRuns: 100 },
    );
  });
});
