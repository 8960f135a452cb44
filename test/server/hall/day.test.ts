import { expect } from 'chai';
import {
  atWindow,
  given,
  hallAfter,
  issued,
  issueTicket,
  ofWindow,
  opened,
  type Past,
  ticketId,
} from '../../support/given.ts';
import { transferred, WINDOW_IS } from '../../support/pasts.ts';
import { plainHall } from '../../support/plain-hall.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../support/small-hall.ts';

const TOMORROW = '2026-03-03';
const closed: Past = { type: 'DayClosed', day: DAY, ended: {} };
const configure = (changes: Record<string, unknown>) => ({
  type: 'ConfigureHall' as const,
  setup: smallSetup(changes),
});

const NOTHING_CARRIED = {
  bookings: [],
  blocked: {},
  noShows: {},
  supplements: [],
  lastSupplement: 0,
  tickets: [],
};

describe('opening a day', () => {
  const open = (day: string) => ({
    type: 'OpenDay' as const,
    day,
    startsAt: MIDNIGHT,
    setup: smallSetup(),
    bookable: [],
  });

  it('records the day with all of the setup', () => {
    const { type: _, ...rest } = open(DAY);
    given()
      .when(open(DAY), 0)
      .thenHappened({ type: 'DayOpened', ...rest, carried: NOTHING_CARRIED });
  });

  it('is refused while one is open', () => {
    given(opened()).when(open(TOMORROW)).thenRefused('DAY_ALREADY_OPEN', TOMORROW);
  });

  it('is refused for a day that was open before, and for one before that', () => {
    given(opened(), closed).when(open(DAY)).thenRefused('DAY_ALREADY_OPEN', DAY);
    given(opened(), closed).when(open('2026-03-01')).thenRefused('DAY_ALREADY_OPEN', '2026-03-01');
  });
});

describe('closing a day', () => {
  const past = [
    opened(),
    ...['w1', 'w2', 'w3'].map((window) => ofWindow('WindowOpened', window)),
    issued('A001', '09:00'),
    issued('A002', '09:01'),
    issued('A003', '09:02'),
    issued('A004', '09:03'),
    atWindow('TicketCalled', 'A001', 'w1'),
    atWindow('TicketCalled', 'A002', 'w3'),
    atWindow('ServiceStarted', 'A002', 'w3'),
    issued('B001', '09:04'),
    atWindow('TicketCalled', 'B001', 'w2'),
    atWindow('TicketMissed', 'B001', 'w2'),
  ];

  it('ends who waits as unserved, who is called or served as unfinished, and leaves the others alone', () => {
    given(...past)
      .when({ type: 'CloseDay' })
      .thenHappened({
        type: 'DayClosed',
        day: DAY,
        ended: {
          [ticketId('A001')]: 'unfinished',
          [ticketId('A002')]: 'unfinished',
          [ticketId('A003')]: 'unserved',
          [ticketId('A004')]: 'unserved',
        },
        noShows: [],
        blocked: {},
        kept: [],
      });
  });

  it('leaves nobody in a line and no window open', () => {
    const ended = { [ticketId('A001')]: 'unfinished', [ticketId('A003')]: 'unserved' } as const;
    const state = hallAfter(...past, { type: 'DayClosed', day: DAY, ended, at: at('23:59') });
    expect(state.tickets.get(ticketId('A001'))).to.include({ state: 'unfinished', endedAt: at('23:59') });
    expect(state.tickets.get(ticketId('A003'))).to.include({ state: 'unserved', endedAt: at('23:59') });
    expect(state.tickets.get(ticketId('B001'))).to.include({ state: 'missed', endedAt: at('09:04') });
    for (const window of state.windows.values())
      expect(window).to.include({ status: 'closed', ticket: null, since: at('23:59') });
    for (const queue of state.queues.values()) expect([...queue.lines]).to.deep.equal([]);
    expect(state).to.include({ day: null, lastDay: DAY });
  });

  it('is refused when none is open', () => {
    given().when({ type: 'CloseDay' }, 0).thenRefused('DAY_NOT_OPEN');
    given(opened(), closed).when({ type: 'CloseDay' }).thenRefused('DAY_NOT_OPEN');
  });

  it('leaves nothing of the day for the next one', () => {
    const next: Past = { type: 'DayOpened', day: TOMORROW, startsAt: at('24:00'), setup: smallSetup() };
    const state = hallAfter(...past, { ...closed, at: at('24:00') }, next);
    const fresh = hallAfter({ ...next, at: at('24:00') });
    expect(plainHall({ ...state, seq: 1 })).to.deep.equal(plainHall(fresh));
  });
});

describe('a new setup during the day', () => {
  const { queues, windows } = smallSetup();

  it('is taken when it strands nobody, and keeps what queues and windows have', () => {
    const command = configure({
      windows: [...windows, { id: 'w5', number: 5, zone: 'east', queues: ['tax'] }],
    });
    const past = [opened(), issued('A001', '09:00'), ofWindow('WindowOpened', 'w1')];
    given(...past)
      .when(command)
      .thenHappened({ type: 'HallConfigured', setup: command.setup });
    const state = hallAfter(...past, { type: 'HallConfigured', setup: command.setup });
    expect(state.queues.get('social')?.issued).to.equal(1);
    expect(state.windows.get('w1')?.status).to.equal('free');
    const added = state.windows.get('w5');
    expect(added).to.include({ status: 'closed', since: MIDNIGHT, ticket: null, served: 0 });
    expect(added?.setup.queues).to.deep.equal(['tax']);
  });

  it('may take away and rename what nobody used today', () => {
    const command = configure({
      queues: queues
        .filter((queue) => queue.id !== 'estate')
        .map((queue) => ({ ...queue, prefix: `${queue.prefix}X` })),
      windows: windows.slice(0, 2),
      departments: [],
      matters: [],
    });
    given(opened()).when(command).thenHappened({ type: 'HallConfigured', setup: command.setup });
  });

  it('is refused when a queue that has issued goes, or changes its prefix', () => {
    const renamed = configure({ queues: queues.map((queue) => ({ ...queue, prefix: `${queue.prefix}X` })) });
    const gone = configure({
      queues: queues.filter((queue) => queue.id !== 'estate'),
      windows: windows.slice(0, 2),
    });
    given(opened(), issued('C001', '09:00'))
      .when(renamed)
      .thenRefused('SETUP_IN_USE', 'queue estate has issued tickets today');
    given(opened(), issued('C001', '09:00'))
      .when(gone)
      .thenRefused('SETUP_IN_USE', 'queue estate has issued tickets today');
  });

  it('is refused when a queue goes that has to serve somebody, though it has issued nothing', () => {
    const setup = smallSetup({
      ...{ queues: smallSetup().queues.filter(({ id }) => id !== 'tax'), matters: [] },
      windows: [{ id: 'w1', number: 1, zone: 'east', queues: ['social'] }],
    });
    const command = { type: 'ConfigureHall', setup } as const;
    const used: Past[][] = [
      [...WINDOW_IS.serving, transferred('A001', 'w1', 'tax')],
      [
        ofWindow('WindowOpened', 'w1'),
        issued('A001', '09:00', { further: [{ queue: 'tax', matter: null }] }),
      ],
    ];
    for (const past of used)
      given(opened(), ...past)
        .when(command)
        .thenRefused('SETUP_IN_USE', `queue tax has to serve ${ticketId('A001')}`);
    const over: Past = { type: 'TicketCancelled', ticket: ticketId('A001'), number: 'A001' };
    given(opened(), ...(used[0] ?? []), over)
      .when(command)
      .thenHappened({ type: 'HallConfigured', setup });
  });

  it('is refused when an open window goes', () => {
    const command = configure({ windows: windows.slice(1) });
    const pausedW1: Past = { type: 'WindowPaused', window: 'w1', reason: 'meal' };
    for (const past of [[], [pausedW1], [ofWindow('WindowReady', 'w1')]])
      given(opened(), ofWindow('WindowOpened', 'w1'), ...past)
        .when(command)
        .thenRefused('SETUP_IN_USE', 'window w1 is in use');
  });

  it('never lets a later ticket pass those who wait for a window that has become able to serve them', () => {
    const wider = windows.map((window) =>
      window.id === 'w2' ? { ...window, queues: ['tax', 'social'] } : window,
    );
    const past = [
      opened(),
      ofWindow('WindowOpened', 'w2'),
      ofWindow('WindowReady', 'w2'),
      issued('A001', '09:00'),
      { type: 'HallConfigured', setup: smallSetup({ windows: wider }) } as Past,
    ];
    const { at: _, ...second } = issued('A002', '09:01', { ahead: 1 });
    given(...past)
      .when(issueTicket('social'), at('09:01'))
      .thenHappened(second, atWindow('TicketCalled', 'A001', 'w2'));
    given(...past)
      .when({ type: 'CallNext', window: 'w2', ready: true })
      .thenHappened(atWindow('TicketCalled', 'A001', 'w2'));
  });

  it('is refused while no day is open', () => {
    given().when(configure({}), 0).thenRefused('DAY_NOT_OPEN');
  });
});
