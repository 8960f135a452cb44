import { expect } from 'chai';
import type { Draft } from '../../../../server/hall/events.ts';
import type { BreakCode } from '../../../../server/hall/verify/report.ts';
import { without } from '../../../support/forgery.ts';
import { added, changed, fileOf, morning, prove } from '../../../support/morning.ts';
import { at } from '../../../support/small-hall.ts';

describe('the proof of a day that was sealed again', () => {
  const forged: [title: string, drafts: Draft[], code: BreakCode, seq: number, words: RegExp][] = [
    [
      'a call of somebody else than the rule chose, not marked',
      changed('TicketCalled', { ticket: '20260302-A003', number: 'A003' }),
      ...(['NOT_THE_RULES_CHOICE', 7, /window w1 called A003; the rule's choice was A001/] as const),
    ],
    [
      'a due instant the rule did not give',
      changed('TicketIssued', { dueAt: at('09:00') }, 2),
      ...(['IMPOSSIBLE', 6, /its dueAt is .*; the rule gives/] as const),
    ],
    [
      'another number than the next',
      changed('TicketIssued', { number: 'A009', ticket: '20260302-A009' }, 0),
      'IMPOSSIBLE',
      4,
      /its number is "A009"; the rule gives "A001"/,
    ],
    [
      'a wrong count of people ahead',
      changed('TicketIssued', { ahead: 0 }, 1),
      'IMPOSSIBLE',
      5,
      /its ahead is 0; the rule gives 1/,
    ],
    [
      'a better place after a missed call',
      changed('TicketReturned', { dueAt: at('09:00') }),
      'IMPOSSIBLE',
      15,
      /its dueAt/,
    ],
    [
      'more returns than there were',
      changed('TicketReturned', { returns: 0 }),
      'IMPOSSIBLE',
      15,
      /its returns is 0; the rule gives 1/,
    ],
    [
      'a recall counted twice',
      changed('TicketRecalled', { times: 3 }),
      'IMPOSSIBLE',
      17,
      /its times is 3; the rule gives 2/,
    ],
    [
      'a service of a ticket that was not called',
      added('WindowOpened', {
        type: 'ServiceStarted',
        window: 'w1',
        ticket: '20260302-A001',
        number: 'A001',
      }),
      'IMPOSSIBLE',
      3,
      /TICKET_NOT_CALLED/,
    ],
    [
      'an act out of turn by somebody who may not',
      changed('CalledOutOfTurn', { role: 'clerk' }),
      'IMPOSSIBLE',
      11,
      /ROLE_REQUIRED/,
    ],
    [
      'a reason nobody can give',
      changed('CalledOutOfTurn', { reason: 'friend' as 'other' }),
      'IMPOSSIBLE',
      11,
      /nobody could have asked/,
    ],
    [
      'a call that the rule makes by itself, left out',
      without(morning, (draft) => draft.seq === morning.length),
      'LEFT_OUT',
      -1,
      /TicketCalled B003 at window w2 should have followed/,
    ],
    [
      'a matter of a visit begun by nothing',
      added('ServiceFinished', {
        type: 'MatterBegun',
        ticket: '20260302-A001',
        number: 'A001',
        queue: 'tax',
        matter: null,
        ahead: 0,
      }),
      'IMPOSSIBLE',
      13,
      /only ever follows/,
    ],
    [
      'an event that turns back time',
      changed('TicketMissed', { at: at('09:00') }),
      'TIME_RUNS_BACK',
      14,
      /earlier than event 13/,
    ],
    [
      'a command done a second time',
      changed('TicketRecalled', { commandId: 'c-11' }),
      'COMMAND_TWICE',
      17,
      /c-11/,
    ],
    [
      'an arrival taken out',
      without(morning, (draft) => draft.seq === 4),
      'IMPOSSIBLE',
      4,
      /A002: its ahead is 1; the rule gives 0/,
    ],
    [
      'a field too many',
      changed('WindowOpened', { note: 'x' } as object),
      'IMPOSSIBLE',
      2,
      /its note is "x"/,
    ],
    [
      'words where a hash of the request belongs',
      changed('WindowOpened', { requestHash: 'Zhang San' }),
      'IMPOSSIBLE',
      2,
      /its requestHash is "Zhang San"/,
    ],
    [
      'a request behind an event that only followed from one',
      morning.map((draft, index) =>
        index === morning.length - 1 ? { ...draft, requestHash: 'x'.repeat(22) } : draft,
      ),
      'IMPOSSIBLE',
      morning.length,
      /its requestHash/,
    ],
  ];
  it('takes a hash of the request with the first event of a command, and a log that has none', () => {
    const hashed = changed('TicketIssued', { requestHash: 'x'.repeat(22) });
    expect(prove(fileOf(hashed)).breaks).to.deep.equal([]);
    expect(prove(fileOf(morning)).breaks).to.deep.equal([]);
  });

  for (const [title, drafts, code, seq, words] of forged) {
    it(`finds ${title}, though all was sealed again`, () => {
      const { breaks } = prove(fileOf(drafts));
      expect(breaks[0]).to.include({ code, seq: seq === -1 ? null : seq });
      expect(breaks[0]?.words).to.match(words);
      if (seq !== -1) expect(breaks[0]?.by).to.equal(drafts[seq - 1]?.by);
    });
  }
});
