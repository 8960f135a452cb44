import { expect } from 'chai';
import { type Command, Outcome, OutOfTurnReason } from '../../common/contract/commands.ts';
import {
  type Flow,
  flowOf,
  isOfTheMoment,
  isTyped,
  picksOf,
  type Reply,
  reply,
} from '../../counter-client/flow.ts';
import type { Action, Step } from '../../counter-client/situation.ts';

const window = 'w3';
const ticket = '20261123-A012';
const FACTS = {
  window,
  status: 'free' as const,
  held: ['20261123-B001', ticket],
  day: '2026-11-23',
  categories: ['elderly', 'infant'],
};

const sent = (action: Action, command: Command): Step => ({ do: 'send', action, commands: [command] });
const asks = (flow: Flow): Step => ({ do: 'choose', flow });

describe('what an answer leads to', () => {
  const TABLE: [title: string, flow: Flow, answer: Reply, step: Step][] = [
    [
      'a queue to transfer to',
      { of: 'transfer', ticket },
      { value: 'q:tax' },
      sent('transfer', { type: 'TransferTicket', window, ticket, queue: 'tax' }),
    ],
    [
      'a window to transfer to, with a note',
      { of: 'transfer', ticket },
      { value: 'w:w7', note: ' 材料已核 ' },
      sent('transfer', { type: 'TransferTicket', window, ticket, toWindow: 'w7', note: '材料已核' }),
    ],
    [
      'a queue to add',
      { of: 'add', ticket },
      { value: 'q:tax' },
      sent('add', { type: 'AddMatter', window, ticket, queue: 'tax' }),
    ],
    [
      'a matter to add',
      { of: 'add', ticket },
      { value: 'm:tax-12' },
      sent('add', { type: 'AddMatter', window, ticket, matter: 'tax-12' }),
    ],
    ['a window can not be added', { of: 'add', ticket }, { value: 'w:w7' }, { do: 'nothing' }],
    [
      'a number that was missed',
      { of: 'return' },
      { value: 'a12' },
      sent('return', { type: 'ReturnTicket', window, ticket }),
    ],
    ['no number', { of: 'return' }, { value: '？' }, { do: 'say', refusal: 'noSuchNumber' }],
    [
      'an outcome without a case number',
      { of: 'finishWith', ticket, outcome: 'advice' },
      { value: '' },
      sent('finishWith', { type: 'FinishService', window, ticket, outcome: 'advice' }),
    ],
    [
      'an outcome with a case number',
      { of: 'finishWith', ticket, outcome: 'accepted' },
      { value: '110-a' },
      sent('finishWith', {
        ...{ type: 'FinishService', window, ticket, outcome: 'accepted' },
        caseNumber: '110-A',
      }),
    ],
    [
      'what is no case number',
      { of: 'finishWith', ticket, outcome: 'accepted' },
      { value: '案件' },
      { do: 'say', refusal: 'badCaseNumber' },
    ],
    // Out of turn, question after question.
    ['the number', { of: 'exception' }, { value: 'A012' }, asks({ of: 'exception', ticket })],
    ['no number to act on', { of: 'exception' }, { value: 'x' }, { do: 'say', refusal: 'noSuchNumber' }],
    [
      'call it',
      { of: 'exception', ticket },
      { value: 'call' },
      asks({ of: 'exception', ticket, what: 'call' }),
    ],
    [
      'why it is called',
      { of: 'exception', ticket, what: 'call' },
      { value: 'medical' },
      sent('exception', { type: 'CallTicket', window, ticket, reason: 'medical' }),
    ],
    [
      'keep it',
      { of: 'exception', ticket },
      { value: 'move' },
      asks({ of: 'exception', ticket, what: 'move' }),
    ],
    [
      'for which window',
      { of: 'exception', ticket, what: 'move' },
      { value: 'w:w7' },
      asks({ of: 'exception', ticket, what: 'move', to: 'w7' }),
    ],
    [
      'why it is kept',
      { of: 'exception', ticket, what: 'move', to: 'w7' },
      { value: 'fault' },
      sent('exception', { type: 'MoveTicket', window, ticket, toWindow: 'w7', reason: 'fault' }),
    ],
    [
      'to which category',
      { of: 'exception', ticket, what: 'category' },
      { value: 'elderly' },
      asks({ of: 'exception', ticket, what: 'category', to: 'elderly' }),
    ],
    [
      'why it changes',
      { of: 'exception', ticket, what: 'category', to: 'elderly' },
      { value: 'correction' },
      sent('exception', {
        ...{ type: 'ChangeCategory', window, ticket, reason: 'correction' },
        ...{ category: 'elderly', ground: 'seen' },
      }),
    ],
    [
      'to none',
      { of: 'exception', ticket, what: 'category', to: '-' },
      { value: 'other' },
      sent('exception', {
        ...{ type: 'ChangeCategory', window, ticket, reason: 'other' },
        ...{ category: null, ground: 'seen' },
      }),
    ],
  ];
  for (const [title, flow, answer, step] of TABLE) {
    it(`to ${flow.of}: ${title}`, () => {
      expect(reply(flow, answer, FACTS)).to.deep.equal(step);
    });
  }

  it('says before the reason is asked that a busy window calls nobody out of turn', () => {
    const busy = { ...FACTS, status: 'serving' as const };
    expect(reply({ of: 'exception', ticket }, { value: 'call' }, busy)).to.deep.equal({
      do: 'say',
      refusal: 'serving',
    });
  });
});

describe('what may be answered by a digit', () => {
  it('are the outcomes, and then the case number is typed', () => {
    expect(picksOf({ of: 'finishWith', ticket }, FACTS)).to.deep.equal(Outcome.options);
    expect(picksOf({ of: 'finishWith', ticket, outcome: 'advice' }, FACTS)).to.deep.equal([]);
  });

  it('are the tickets on hold, in their order', () => {
    expect(picksOf({ of: 'resume' }, FACTS)).to.deep.equal(FACTS.held);
  });

  it('out of turn: what, then whereto, then why', () => {
    const steps: Flow[] = [
      { of: 'exception' },
      { of: 'exception', ticket },
      { of: 'exception', ticket, what: 'move' },
      { of: 'exception', ticket, what: 'category' },
      { of: 'exception', ticket, what: 'call' },
      { of: 'exception', ticket, what: 'category', to: 'infant' },
    ];
    expect(steps.map((flow) => picksOf(flow, FACTS))).to.deep.equal([
      [],
      ['call', 'move', 'category'],
      [],
      ['elderly', 'infant', '-'],
      OutOfTurnReason.options,
      OutOfTurnReason.options,
    ]);
  });
});

describe('a question', () => {
  it('about the ticket at the window names it, and is not asked without one', () => {
    expect(flowOf('transfer', ticket)).to.deep.equal({ of: 'transfer', ticket });
    expect(flowOf('transfer', null)).to.equal(null);
    expect(flowOf('return', null)).to.deep.equal({ of: 'return' });
    expect(flowOf('recall', ticket)).to.equal(null);
  });

  it('that is typed keeps letters from being actions', () => {
    const typed: Flow[] = [
      { of: 'return' },
      { of: 'exception' },
      { of: 'transfer', ticket },
      { of: 'add', ticket },
    ];
    expect(typed.every(isTyped)).to.equal(true);
    expect(isTyped({ of: 'pause' }) || isTyped({ of: 'resume' })).to.equal(false);
  });

  it('about somebody else outlives what happens at the window', () => {
    expect(isOfTheMoment({ of: 'return' }) || isOfTheMoment({ of: 'exception' })).to.equal(false);
    expect(isOfTheMoment({ of: 'transfer', ticket })).to.equal(true);
  });
});
