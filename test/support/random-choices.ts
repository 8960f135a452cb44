import type { HallCommand } from '../../server/hall/commands.ts';
import type { HallState, Ticket, WindowState } from '../../server/hall/state.ts';
import type { Press } from './random-hall.ts';

/** What a press may mean, more often what halls do more often; undefined when there is nothing to do it to. */
export type Choice = (state: HallState, press: Press) => HallCommand | undefined;

const QUEUES = ['social', 'tax', 'estate'];
const REASONS = ['medical', 'infant', 'frail', 'correction', 'fault', 'other'] as const;
const OUTCOMES = ['accepted', 'supplement', 'tolerated', 'refused', 'advice', 'unresolved'] as const;
const GROUNDS = ['declared', 'card', 'certificate', 'seen'] as const;
const CATEGORIES = ['elderly', 'veteran'];

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)];
}

function sure<T>(list: readonly T[], which: number): T {
  const found = pick(list, which);
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

/** Three presses in four are for a window or ticket they fit; the rest are for any. */
function fitting<T>(all: readonly T[], fits: (each: T) => boolean, { which, other }: Press): T | undefined {
  return other % 4 === 3 ? pick(all, which) : (pick(all.filter(fits), which) ?? pick(all, which));
}

const windowIn =
  (...statuses: WindowState['status'][]) =>
  (state: HallState, press: Press): string =>
    fitting([...state.windows.values()], ({ status }) => statuses.includes(status), press)?.setup.id ?? 'w1';

const ticketIn =
  (...states: Ticket['state'][]) =>
  (state: HallState, press: Press): string | undefined =>
    fitting([...state.tickets.values()], (each) => states.includes(each.state), press)?.id;

/** A person's hash: few persons, so that they meet themselves. */
const personOf = (which: number): string => `person-${which % 9}`.padEnd(22, '_');

const free = windowIn('free', 'ready');
const calling = windowIn('calling');
const serving = windowIn('serving');
const busy = windowIn('calling', 'serving');

const issue: Choice = (_, { which, other }) => ({
  ...{ type: 'IssueTicket', queue: sure(QUEUES, which), locale: 'zh-CN', source: 'kiosk', print: true },
  ground: sure(GROUNDS, other),
  kind: other % 11 === 0 ? 'delivery' : 'walkin',
  further:
    other % 7 === 0
      ? [{ queue: sure(QUEUES, other) }, { queue: sure(QUEUES, which), matter: 'pension' }]
      : [],
  ...(other % 3 === 0 ? { category: sure(CATEGORIES, which) } : {}),
  ...(other % 5 < 2 ? { person: personOf(which) } : {}),
  ...(other % 2 === 0 ? { matter: 'invoice' } : {}),
});

const callNext: Choice = (state, press) => ({
  type: 'CallNext',
  window: free(state, press),
  ready: press.other % 2 === 0,
});

const finish: Choice = (state, press) => {
  const outcome = sure(OUTCOMES, press.other);
  return {
    ...{ type: 'FinishService', window: serving(state, press), outcome },
    ...(press.which % 3 === 0 ? { caseNumber: 'A-1' } : {}),
    ...(outcome === 'supplement' ? { until: '2026-03-04' } : {}),
  };
};

const transfer: Choice = (state, press) => {
  const window = busy(state, press);
  return press.which % 2 === 0
    ? { type: 'TransferTicket', window, queue: sure(QUEUES, press.other) }
    : { type: 'TransferTicket', window, toWindow: sure([...state.windows.keys()], press.other) };
};

const outOfTurn =
  (
    build: (
      given: { window: string; ticket: string; reason: (typeof REASONS)[number] },
      press: Press,
    ) => HallCommand,
  ): Choice =>
  (state, press) => {
    const ticket = ticketIn('waiting')(state, press);
    const window = press.other % 5 === 0 ? 'w1' : (pick(['w2', 'w3'], press.which) ?? 'w2');
    return ticket === undefined
      ? undefined
      : build({ window, ticket, reason: sure(REASONS, press.other) }, press);
  };

const ofTicket =
  (
    find: (state: HallState, press: Press) => string | undefined,
    build: (ticket: string) => HallCommand,
  ): Choice =>
  (state, press) => {
    const ticket = find(state, press);
    return ticket === undefined ? undefined : build(ticket);
  };

const book: Choice = (state, { which, other }) => ({
  ...{ type: 'MakeBooking', queue: other % 6 === 0 ? 'tax' : 'social' },
  day: sure(state.bookable, other).day,
  slot: sure(['09:00', '09:30', '10:00', '11:30', '16:30', '08:15'], which),
  person: personOf(other),
});

const bookings = (state: HallState, press: Press): string | undefined =>
  fitting([...state.bookings.values()], (each) => each.state === 'booked' && each.day === state.day, press)
    ?.id;

const checkIn: Choice = (state, press) => {
  const booking = bookings(state, press);
  if (booking === undefined) return undefined;
  const rest = { ground: 'card', locale: 'zh-CN', source: 'phone', print: false } as const;
  return { type: 'CheckIn', booking, ...rest, ...(press.which % 4 === 0 ? { category: 'elderly' } : {}) };
};

const redeem: Choice = (state, { which }) => {
  const supplement = pick([...state.supplements.keys()], which);
  return supplement === undefined
    ? undefined
    : { type: 'RedeemSupplement', supplement, locale: 'en', print: true };
};

/** Shorter targets, or another θ: a setup may change in the middle of a day. */
const configure: Choice = ({ setup }, { which, other }) =>
  setup === null || other % 4 !== 0
    ? undefined
    : { type: 'ConfigureHall', setup: { ...setup, rule: { ...setup.rule, thetaMinutes: which % 9 } } };

/** Windows get other queues, at once or in a while, and their own back. */
const assign: Choice = (state, { which, other }) => {
  const window = sure([...state.windows.values()], which);
  const queues = sure(
    [[...window.ownQueues], ['estate', 'tax'], ['social'], ['tax', 'social', 'estate']],
    other,
  );
  const minutes = (count: number): number => state.at + count * 60_000;
  return {
    ...{ type: 'AssignWindows', desk: other % 9 === 0 ? 'w1' : 'w3' },
    assignments: [
      {
        ...{ window: window.setup.id, queues },
        ...(other % 3 === 0 ? { from: minutes(5) } : {}),
        ...(which % 3 === 0 ? { until: minutes(12) } : {}),
        ...(which % 5 === 0 ? { opens: true } : {}),
      },
    ],
    ...(which % 2 === 0 ? { advice: 'a1' } : {}),
  };
};

/** The automatic mode is switched. */
const automatic: Choice = (_, { which, other }) => ({
  ...{ type: 'SetAutomatic', desk: other % 9 === 0 ? 'w1' : 'w3' },
  ...{ on: which % 2 === 0, reason: which % 3 === 0 ? 'peak' : 'other' },
});

/** A day to come is planned, or its plan taken back. */
const planDay: Choice = (state, { which, other }) => {
  const window = sure([...state.windows.values()], which);
  const from = state.at + 3 * 86_400_000;
  const assignments = [{ window: window.setup.id, queues: ['social', 'tax'], from, until: from + 3_600_000 }];
  return {
    ...{
      type: 'PlanDay',
      desk: other % 9 === 0 ? 'w1' : 'w3',
      day: other % 4 === 0 ? '2026-03-02' : '2026-03-31',
    },
    assignments: which % 4 === 0 ? [] : assignments,
  };
};

const times = (count: number, choice: Choice): Choice[] => Array.from({ length: count }, () => choice);

export const CHOICES: Choice[] = [
  ...times(14, issue),
  ...times(12, callNext),
  ...times(10, (state, press) => ({ type: 'StartService', window: calling(state, press) })),
  ...times(10, finish),
  ...times(5, (state, press) => ({ type: 'Recall', window: calling(state, press) })),
  ...times(4, (state, press) => ({ type: 'MissTicket', window: calling(state, press) })),
  ...times(
    4,
    ofTicket(ticketIn('missed'), (ticket) => ({ type: 'ReturnTicket', ticket })),
  ),
  ...times(
    2,
    ofTicket(ticketIn('waiting', 'missed'), (ticket) => ({ type: 'CancelTicket', ticket })),
  ),
  ofTicket(ticketIn('waiting'), (ticket) => ({ type: 'ReprintTicket', ticket })),
  ...times(3, (state, press) => ({ type: 'HoldTicket', window: serving(state, press) })),
  ...times(3, (state, press) => {
    const ticket = ticketIn('held')(state, press);
    return ticket === undefined ? undefined : { type: 'ResumeTicket', window: free(state, press), ticket };
  }),
  ...times(3, transfer),
  ...times(2, (state, press) => ({
    ...{ type: 'AddMatter', window: busy(state, press), queue: sure(QUEUES, press.other) },
  })),
  ...times(3, (state, press) => ({
    type: 'UndoAction',
    window: pick([...state.windows.keys()], press.which) ?? 'w1',
  })),
  ...times(
    2,
    outOfTurn((given) => ({ type: 'CallTicket', ...given })),
  ),
  ...times(
    2,
    outOfTurn((given, { other }) => ({
      type: 'MoveTicket',
      ...given,
      toWindow: sure(['w1', 'w3', 'w4'], other),
    })),
  ),
  ...times(
    2,
    outOfTurn((given, { which }) => ({
      ...{ type: 'ChangeCategory', ...given, ground: 'seen' },
      category: sure([...CATEGORIES, null], which),
    })),
  ),
  ...times(3, book),
  ...times(3, checkIn),
  (state, press) => {
    const booking = bookings(state, press);
    return booking === undefined ? undefined : { type: 'CancelBooking', booking };
  },
  ...times(2, redeem),
  (state, press) => {
    const supplement = pick([...state.supplements.keys()], press.other);
    return supplement === undefined
      ? undefined
      : { type: 'PrintSupplement', window: sure(['w1', 'w3'], press.which), supplement, locale: 'en' };
  },
  (state, press) => ({ type: 'PauseWindow', window: free(state, press), reason: 'meal' }),
  ...times(2, (state, press) => ({ type: 'ReopenWindow', window: windowIn('paused')(state, press) })),
  (state, press) => ({ type: 'CloseWindow', window: free(state, press) }),
  ...times(4, (state, press) => ({ type: 'OpenWindow', window: windowIn('closed')(state, press) })),
  configure,
  ...times(3, assign),
  automatic,
  planDay,
];
