import type { WindowStatus } from '../../../common/contract/views.ts';
import type { HallEvent } from '../../../server/hall/events.ts';
import { atWindow, given, issued, ofWindow, opened, type Past, ticketId } from '../../support/given.ts';
import { all, held, TICKET_IS, tabulate, transferred, WINDOW_IS } from '../../support/pasts.ts';
import { at, smallSetup } from '../../support/small-hall.ts';

const A001 = { ticket: ticketId('A001'), number: 'A001', window: 'w1' };
const EMPTY = ['free', 'ready', 'paused'];
const heldAtW3: Past[] = [
  ofWindow('WindowOpened', 'w3'),
  issued('A009', '08:30'),
  atWindow('TicketCalled', 'A009', 'w3'),
  atWindow('ServiceStarted', 'A009', 'w3'),
  held('A009', 'w3'),
];
const resumed = (window: string, number: string, more = {}): HallEvent => ({
  ...{ type: 'TicketResumed', ticket: ticketId(number), number, window },
  ...more,
});
const recalled = (times: number, more = {}): Past => ({ type: 'TicketRecalled', ...A001, times, ...more });
const matterAdded: HallEvent = { type: 'MatterAdded', ...A001, queue: 'tax', matter: 'invoice' };

describe('what a clerk may do with the ticket at the window', () => {
  tabulate(WINDOW_IS, 'window being', [
    {
      command: { type: 'HoldTicket', window: 'w1' },
      cells: {
        closed: ['WINDOW_CLOSED', 'w1'],
        ...all(EMPTY, ['TICKET_NOT_SERVING', 'w1']),
        calling: ['TICKET_NOT_SERVING', 'called'],
        serving: held('A001', 'w1'),
      },
    },
    {
      command: { type: 'TransferTicket', window: 'w1', queue: 'tax' },
      cells: {
        closed: ['WINDOW_CLOSED', 'w1'],
        ...all(EMPTY, ['TICKET_NOT_SERVING', 'w1']),
        ...all(['calling', 'serving'], transferred('A001', 'w1', 'tax')),
      },
    },
    {
      command: { type: 'AddMatter', window: 'w1', queue: 'tax', matter: 'invoice' },
      cells: {
        closed: ['WINDOW_CLOSED', 'w1'],
        ...all(EMPTY, ['TICKET_NOT_SERVING', 'w1']),
        ...all(['calling', 'serving'], matterAdded),
      },
    },
    {
      command: { type: 'MissUnanswered', window: 'w1', ticket: A001.ticket },
      rule: { autoMissMinutes: 3 },
      instant: at('09:03'),
      cells: {
        closed: ['WINDOW_CLOSED', 'w1'],
        ...all(EMPTY, ['TICKET_NOT_CALLED', 'w1']),
        calling: { type: 'TicketMissed', ...A001, automatic: true },
        serving: ['TICKET_NOT_CALLED', 'serving'],
      },
    },
    {
      command: { type: 'ResumeTicket', window: 'w1', ticket: ticketId('A009') },
      before: heldAtW3,
      cells: {
        closed: ['WINDOW_CLOSED', 'w1'],
        paused: ['WINDOW_PAUSED', 'w1'],
        ...all(['free', 'ready'], resumed('w1', 'A009', { heldBy: 'w3' })),
        ...all(['calling', 'serving'], ['WINDOW_BUSY', 'w1']),
      },
    },
  ]);

  for (const type of ['HoldTicket', 'TransferTicket', 'AddMatter', 'MissUnanswered'] as const) {
    it(`${type} of another ticket than the one at the window is refused: TICKET_NOT_AT_WINDOW`, () => {
      const ticket = ticketId('A002');
      given(opened(), ...WINDOW_IS.serving, issued('A002', '09:05'))
        .when({ type, window: 'w1', ticket, queue: 'tax' })
        .thenRefused('TICKET_NOT_AT_WINDOW', ticket);
    });
  }
});

describe('resuming a ticket on hold', () => {
  const resume = (window: string, number = 'A001') =>
    ({ type: 'ResumeTicket', window, ticket: ticketId(number) }) as const;

  tabulate(TICKET_IS, 'ticket being', [
    {
      command: resume('w2'),
      before: [ofWindow('WindowOpened', 'w2')],
      cells: {
        ...all(['waiting'], ['TICKET_NOT_HELD', 'waiting']),
        ...all(['called'], ['TICKET_NOT_HELD', 'called']),
        ...all(['serving'], ['TICKET_NOT_HELD', 'serving']),
        ...all(['missed'], ['TICKET_NOT_HELD', 'missed']),
        ...all(['finished'], ['TICKET_NOT_HELD', 'finished']),
        ...all(['cancelled'], ['TICKET_NOT_HELD', 'cancelled']),
        held: ['TICKET_NOT_AT_WINDOW', 'w1'],
      },
    },
    { command: resume('w1'), cells: { held: resumed('w1', 'A001') } },
    { command: resume('w1', 'A777'), cells: { held: ['UNKNOWN_TICKET', ticketId('A777')] } },
  ]);

  it('is for the window that holds it whatever its queues, and for any that serves its queue', () => {
    // Sent to w2 by name, which does not serve its queue, and put on hold there.
    const byName = [
      ...[opened(), ofWindow('WindowOpened', 'w2'), ...WINDOW_IS.serving],
      transferred('A001', 'w1', 'social', { toWindow: 'w2' }),
      atWindow('TicketCalled', 'A001', 'w2'),
      atWindow('ServiceStarted', 'A001', 'w2'),
      held('A001', 'w2'),
    ];
    given(...byName)
      .when(resume('w2'))
      .thenHappened(resumed('w2', 'A001'));
    given(...byName)
      .when(resume('w1'))
      .thenHappened(resumed('w1', 'A001', { heldBy: 'w2' }));
  });
});

describe('sending a ticket on', () => {
  const w2 = ofWindow('WindowOpened', 'w2');
  const send = (to: { queue?: string; toWindow?: string }, ...before: Past[]) =>
    given(opened(), ...before, ...WINDOW_IS.serving).when({ type: 'TransferTicket', window: 'w1', ...to });

  it('goes to another queue, to a named window, or to both at once', () => {
    send({ queue: 'tax' }).thenHappened(transferred('A001', 'w1', 'tax'));
    send({ toWindow: 'w2' }, w2).thenHappened(transferred('A001', 'w1', 'social', { toWindow: 'w2' }));
    send({ queue: 'tax', toWindow: 'w2' }, w2).thenHappened(
      transferred('A001', 'w1', 'tax', { toWindow: 'w2' }),
    );
  });

  it('is refused to where it is, and to what there is not', () => {
    send({}).thenRefused('TRANSFER_TO_SELF', 'social');
    send({ queue: 'social' }).thenRefused('TRANSFER_TO_SELF', 'social');
    send({ toWindow: 'w1' }).thenRefused('TRANSFER_TO_SELF', 'w1');
    send({ queue: 'tax', toWindow: 'w1' }).thenRefused('TRANSFER_TO_SELF', 'w1');
    send({ queue: 'fishing' }).thenRefused('UNKNOWN_QUEUE', 'fishing');
    send({ toWindow: 'w9' }).thenRefused('UNKNOWN_WINDOW', 'w9');
  });

  const called = [issued('B001', '08:50'), atWindow('TicketCalled', 'B001', 'w2')];
  const W2_IS: Record<WindowStatus, Past[]> = {
    closed: [],
    free: [w2],
    ready: [w2, ofWindow('WindowReady', 'w2')],
    calling: [w2, ...called],
    serving: [w2, ...called, atWindow('ServiceStarted', 'B001', 'w2')],
    paused: [w2, { type: 'WindowPaused', window: 'w2', reason: 'meal' }],
  };
  for (const [status, past] of Object.entries(W2_IS)) {
    it(`to a window that is ${status} ${status === 'closed' ? 'is refused: nobody sits there' : 'is done'}`, () => {
      const sent = transferred('A001', 'w1', 'social', { toWindow: 'w2' });
      const decision = send({ toWindow: 'w2' }, ...past);
      if (status === 'closed') decision.thenRefused('WINDOW_CLOSED', 'w2');
      else if (status === 'ready') decision.thenHappened(sent, atWindow('TicketCalled', 'A001', 'w2'));
      else decision.thenHappened(sent);
    });
  }

  it('leaves who was sent to a window that closes later to any other able one, at the same place', () => {
    const sent = [w2, ...WINDOW_IS.serving, transferred('A001', 'w1', 'social', { toWindow: 'w2' })];
    const next = { type: 'CallNext', window: 'w1', ready: false } as const;
    given(opened(), ...sent)
      .when(next)
      .thenRefused('NO_ONE_WAITING', 'w1');
    given(opened(), ...sent, ofWindow('WindowClosed', 'w2'))
      .when(next)
      .thenHappened(atWindow('TicketCalled', 'A001', 'w1'));
  });

  it('counts those due before it where it goes: it keeps the place its due instant gives it', () => {
    const earlier = [issued('B001', '08:30'), issued('B002', '09:05'), issued('B003', '09:11')];
    given(opened(), ...earlier, ...WINDOW_IS.serving)
      .when({ type: 'TransferTicket', window: 'w1', queue: 'tax' })
      .thenHappened(transferred('A001', 'w1', 'tax', { ahead: 2 }));
  });

  it('calls it in the same breath to a window that is ready for it', () => {
    given(opened(), ofWindow('WindowOpened', 'w2'), ofWindow('WindowReady', 'w2'), ...WINDOW_IS.serving)
      .when({ type: 'TransferTicket', window: 'w1', queue: 'tax' })
      .thenHappened(transferred('A001', 'w1', 'tax'), atWindow('TicketCalled', 'A001', 'w2'));
  });
});

describe('several matters in one visit', () => {
  const finish = { type: 'FinishService', window: 'w1' } as const;
  const begun = (queue: string, matter: string | null): HallEvent => ({
    ...{ type: 'MatterBegun', ticket: A001.ticket, number: 'A001', queue, matter, ahead: 0 },
  });

  it('begin one after the other, in the order they were asked for, when the one before ends', () => {
    const further = [
      { queue: 'tax', matter: 'invoice' },
      { queue: 'estate', matter: null },
    ];
    const first: Past[] = [
      ofWindow('WindowOpened', 'w1'),
      issued('A001', '09:00', { further }),
      atWindow('TicketCalled', 'A001', 'w1'),
      atWindow('ServiceStarted', 'A001', 'w1'),
    ];
    const done = atWindow('ServiceFinished', 'A001', 'w1');
    given(opened(), ...first)
      .when(finish)
      .thenHappened(done, begun('tax', 'invoice'));
    const second = [
      ...[...first, done, begun('tax', 'invoice'), atWindow('TicketCalled', 'A001', 'w1')],
      atWindow('ServiceStarted', 'A001', 'w1'),
    ];
    given(opened(), ...second)
      .when(finish)
      .thenHappened(done, begun('estate', null));
  });

  it('are six at the most, the first included', () => {
    const more = (count: number): Past[] => Array.from({ length: count }, () => matterAdded);
    const add = { type: 'AddMatter', window: 'w1', queue: 'tax', matter: 'invoice' } as const;
    given(opened(), ...WINDOW_IS.serving, ...more(4))
      .when(add)
      .thenHappened(matterAdded);
    given(opened(), ...WINDOW_IS.serving, ...more(5))
      .when(add)
      .thenRefused('TOO_MANY_MATTERS', 'A001');
  });

  it('are refused for a queue there is not', () => {
    given(opened(), ...WINDOW_IS.serving)
      .when({ type: 'AddMatter', window: 'w1', queue: 'fishing' })
      .thenRefused('UNKNOWN_QUEUE', 'fishing');
  });
});

describe('calling again, and missing', () => {
  const rule = { callsBeforeMiss: 3, maxRecalls: 3, recallPauseSeconds: 5, autoMissMinutes: 2 };
  const calledTimes = (times: number, changes = {}): Past[] => [
    opened(smallSetup({ rule: { ...rule, ...changes } })),
    ...WINDOW_IS.calling,
    ...(times > 1 ? [recalled(times, { at: at('09:01') })] : []),
  ];
  const recall = { type: 'Recall', window: 'w1' } as const;
  const miss = { type: 'MissTicket', window: 'w1' } as const;
  const late = at('09:02');

  it('recalls up to the hall’s maximum', () => {
    given(...calledTimes(3))
      .when(recall, late)
      .thenHappened({ type: 'TicketRecalled', ...A001, times: 4 });
    given(...calledTimes(4))
      .when(recall, late)
      .thenRefused('RECALL_LIMIT', 'A001');
    given(...calledTimes(1, { maxRecalls: 0 }))
      .when(recall, late)
      .thenRefused('RECALL_LIMIT', 'A001');
  });

  it('recalls no sooner than the pause after the call before', () => {
    const soon = at('09:01:05');
    given(...calledTimes(2))
      .when(recall, soon - 1)
      .thenRefused('RECALL_TOO_SOON', 'A001');
    given(...calledTimes(2))
      .when(recall, soon)
      .thenHappened({ type: 'TicketRecalled', ...A001, times: 3 });
  });

  it('misses only after enough calls, or as many as the hall lets be made', () => {
    const missed = atWindow('TicketMissed', 'A001', 'w1');
    given(...calledTimes(2))
      .when(miss, late)
      .thenRefused('CALL_AGAIN_FIRST', '2/3');
    given(...calledTimes(3))
      .when(miss, late)
      .thenHappened(missed);
    given(...calledTimes(1, { maxRecalls: 1 }))
      .when(miss, late)
      .thenRefused('CALL_AGAIN_FIRST', '1/2');
    given(...calledTimes(2, { maxRecalls: 1 }))
      .when(miss, late)
      .thenHappened(missed);
  });

  it('is missed by the clock once the time to come has passed since the last call, where one is set', () => {
    const command = { type: 'MissUnanswered', window: 'w1', ticket: A001.ticket } as const;
    const due = at('09:03');
    given(...calledTimes(2))
      .when(command, due - 1)
      .thenRefused('CALL_AGAIN_FIRST', 'A001');
    given(...calledTimes(2))
      .when(command, due)
      .thenHappened({ type: 'TicketMissed', ...A001, automatic: true });
    given(...calledTimes(2, { autoMissMinutes: null }))
      .when(command, at('12:00'))
      .thenRefused('CALL_AGAIN_FIRST', 'A001');
  });
});
