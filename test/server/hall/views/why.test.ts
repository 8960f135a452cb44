import { expect } from 'chai';
import type { WhyCause } from '../../../../common/contract/fairness.ts';
import type { Locale } from '../../../../common/contract/text.ts';
import { whySentence } from '../../../../common/phrases-why.ts';
import type { HallCommand } from '../../../../server/hall/commands.ts';
import { run } from '../../../../server/hall/run.ts';
import { emptyHall, type HallState } from '../../../../server/hall/state.ts';
import { fairnessCounts } from '../../../../server/hall/views/fairness.ts';
import { whyView } from '../../../../server/hall/views/why.ts';
import { issueTicket } from '../../../support/given.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../../support/small-hall.ts';

/** social: w1 (primary), w3 (primary), w4; tax: w2 (primary), w1, w3; all windows are open from 08:30. */
type Asked = [time: string, command: HallCommand];

const PERSON = 'person'.padEnd(22, '_');
const booking = { perSlot: 5 };
const queues = smallSetup().queues.map((queue) => (queue.id === 'social' ? { ...queue, booking } : queue));

function hallAfter(asked: Asked[], rule: object = {}): HallState {
  const state = emptyHall();
  const setup = smallSetup({ queues, rule: { callsBeforeMiss: 1, recallPauseSeconds: 0, ...rule } });
  const bookable = [{ day: DAY, startsAt: MIDNIGHT }];
  const opening: Asked[] = [
    ['08:30', { type: 'OpenDay', day: DAY, startsAt: MIDNIGHT, setup, bookable }],
    ...['w1', 'w2', 'w3', 'w4'].map((window): Asked => ['08:30', { type: 'OpenWindow', window }]),
  ];
  for (const [index, [time, command]] of [...opening, ...asked].entries()) {
    const done = run(state, command, { at: at(time), by: 'test', commandId: `c-${index}`, role: 'manager' });
    if ('rejection' in done) throw new Error(`${time} ${command.type}: ${done.rejection.code}`);
  }
  return state;
}

const id = (number: string): string => `20260302-${number}`;
const call = (window: string): HallCommand => ({ type: 'CallNext', window, ready: false });
const start = (window: string): HallCommand => ({ type: 'StartService', window });
const outOfTurn = { window: 'w1', reason: 'infant' } as const;
const book = (slot: string): Asked => [
  '08:31',
  { type: 'MakeBooking', queue: 'social', day: DAY, slot, person: PERSON },
];
const checkIn: HallCommand = {
  ...{ type: 'CheckIn', booking: 'B20260302-001', ground: 'declared', locale: 'zh-CN' },
  ...{ source: 'kiosk', print: false },
};

interface Row {
  cause: WhyCause;
  point: number;
  title: string;
  /** Who asks. */
  mine: string;
  asked: Asked[];
  says: Record<Locale, RegExp>;
  rule?: object;
}

const ROWS: Row[] = [
  {
    ...{ cause: 'due', point: 1, title: 'it was due earlier', mine: 'A002' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:03', issueTicket('social')],
      ['09:05', call('w1')],
    ],
    says: {
      'zh-CN': /^A001 应叫时刻 09:20，比您的 09:23 早。$/,
      en: /A001 was due at 09:20, before your 09:23/,
    },
  },
  {
    ...{ cause: 'due', point: 1, title: 'it has priority by law, so a shorter promise', mine: 'A001' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:03', issueTicket('social', { category: 'elderly' })],
      ['09:05', call('w1')],
    ],
    says: { 'zh-CN': /^A002 属法定优先，应叫时刻 09:15/, en: /A002 has priority by law/ },
  },
  {
    ...{ cause: 'primary', point: 2, title: 'its business is the main one of that window', mine: 'B001' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:07', issueTicket('tax')],
      ['09:08', call('w1')],
    ],
    says: { 'zh-CN': /A001 是 1 号窗口的主办业务，主办业务按早 5 分钟计/, en: /main business of window 1/ },
  },
  {
    ...{ cause: 'booking', point: 4, title: 'it was booked', mine: 'A002' },
    asked: [book('09:00'), ['08:55', checkIn], ['08:56', issueTicket('social')], ['09:01', call('w1')]],
    says: { 'zh-CN': /A001 是预约号，按预约时段应叫时刻 09:05/, en: /A001 is a booking/ },
  },
  {
    ...{ cause: 'notYet', point: 4, title: 'my own booking was too early to be called', mine: 'A001' },
    asked: [book('10:00'), ['09:30', checkIn], ['09:31', issueTicket('social')], ['09:32', call('w1')]],
    says: { 'zh-CN': /您的预约时段还没有到/, en: /your booked time had not come/ },
    rule: { targetMinutes: 60 },
  },
  {
    ...{ cause: 'returned', point: 5, title: 'it came back after a missed call', mine: 'A002' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:05', call('w1')],
      ['09:06', { type: 'MissTicket', window: 'w1' }],
      ['09:07', issueTicket('social')],
      ['09:08', { type: 'ReturnTicket', ticket: id('A001') }],
      ['09:09', call('w1')],
    ],
    says: { 'zh-CN': /A001 过号后顺延/, en: /came back after a missed call/ },
  },
  {
    ...{ cause: 'kept', point: 6, title: 'it was sent on and kept its due instant', mine: 'A001' },
    asked: [
      ['09:00', issueTicket('tax')],
      ['09:01', call('w2')],
      ['09:02', issueTicket('social')],
      ['09:03', { type: 'TransferTicket', window: 'w2', queue: 'social' }],
      ['09:04', call('w1')],
    ],
    says: { 'zh-CN': /B001 由其他窗口或事项转来，保留原应叫时刻/, en: /keeps its time/ },
  },
  {
    ...{
      cause: 'sentThere',
      point: 6,
      title: 'it waited for a window that does not do my business',
      mine: 'A001',
    },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:01', issueTicket('social')],
      ['09:02', { type: 'CallTicket', ...outOfTurn, ticket: id('A002') }],
      ['09:03', { type: 'TransferTicket', window: 'w1', toWindow: 'w2' }],
      ['09:04', call('w2')],
    ],
    says: { 'zh-CN': /A002 指定在 2 号窗口办理，该窗口不办理您的业务/, en: /A002 was sent to window 2/ },
  },
  {
    ...{ cause: 'sentElsewhere', point: 6, title: 'I wait for another window', mine: 'A001' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:01', call('w1')],
      ['09:02', issueTicket('social')],
      ['09:03', { type: 'TransferTicket', window: 'w1', toWindow: 'w3' }],
      ['09:04', call('w1')],
    ],
    says: { 'zh-CN': /您的号指定在另一窗口办理，A002 由 1 号窗口叫号/, en: /waits for another window/ },
  },
  {
    ...{ cause: 'category', point: 7, title: 'its category was changed out of turn', mine: 'A001' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:01', issueTicket('social')],
      [
        '09:02',
        { type: 'ChangeCategory', ...outOfTurn, ticket: id('A002'), category: 'veteran', ground: 'seen' },
      ],
      ['09:03', call('w1')],
    ],
    says: {
      'zh-CN': /A002 经值班长或管理员更改优先类别（带婴幼儿），已公开计数/,
      en: /changed the category of A002/,
    },
  },
  {
    ...{ cause: 'moved', point: 7, title: 'it was moved to that window out of turn', mine: 'A001' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:01', issueTicket('social')],
      ['09:02', { type: 'MoveTicket', ...outOfTurn, ticket: id('A002'), toWindow: 'w2' }],
      ['09:03', call('w2')],
    ],
    says: { 'zh-CN': /A002 经值班长或管理员调到 2 号窗口/, en: /moved A002 to window 2/ },
  },
  {
    ...{ cause: 'called', point: 7, title: 'it was called out of turn', mine: 'A001' },
    asked: [
      ['09:00', issueTicket('social')],
      ['09:01', issueTicket('social')],
      ['09:02', { type: 'CallTicket', ...outOfTurn, ticket: id('A002') }],
    ],
    says: {
      'zh-CN': /A002 经值班长或管理员提前叫号（带婴幼儿）/,
      en: /called A002 early \(somebody with an infant\)/,
    },
  },
];

describe('why not me yet', () => {
  for (const { cause, point, title, mine, asked, says, rule = {} } of ROWS) {
    it(`says when ${title}: point ${point} of the rule`, () => {
      const state = hallAfter(asked, rule);
      const ticket = state.tickets.get(id(mine));
      if (ticket === undefined) throw new Error(`there is no ${mine}`);
      const view = whyView(state, ticket);
      const [latest] = view.calls;
      expect(latest).to.include({ cause, point, reason: point === 7 ? 'infant' : null });
      if (latest === undefined) return;
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(whySentence(latest, view.ticket, { locale, timeZone: 'Asia/Shanghai' })).to.match(
          says[locale],
        );
      }
    });
  }

  it('says when shortened targets had had their share of the hour', () => {
    const crowd = Array.from({ length: 24 }, (_, index): Asked[] => [
      ['09:00', issueTicket('tax', { category: 'veteran' })],
      ['09:00', call('w2')],
      ['09:00', start('w2')],
      ['09:00', { type: 'FinishService', window: 'w2', caseNumber: `${index}` }],
    ]).flat();
    const state = hallAfter([
      ...crowd,
      ['09:10', issueTicket('tax')],
      ['09:12', issueTicket('tax', { category: 'veteran' })],
      ['09:13', call('w2')],
    ]);
    const ticket = state.tickets.get(id('B026'));
    if (ticket === undefined) throw new Error('there is no B026');
    const view = whyView(state, ticket);
    expect(view.calls[0]).to.include({ number: 'B025', cause: 'share', point: 1 });
    expect(fairnessCounts(state, state.at)).to.include({ calls: 25, shortened: 24, priorityShare: 24 / 25 });
  });

  it('leaves out calls it can not be compared with: before it came, elsewhere, and after its own', () => {
    const state = hallAfter([
      ['09:00', issueTicket('social')],
      ['09:01', call('w1')],
      ['09:02', issueTicket('tax')],
      ['09:03', issueTicket('social')],
      ['09:04', call('w2')],
      ['09:05', call('w3')],
      ['09:06', issueTicket('social')],
      ['09:07', call('w4')],
    ]);
    const ticket = state.tickets.get(id('A002'));
    if (ticket === undefined) throw new Error('there is no A002');
    expect(whyView(state, ticket)).to.deep.include({ waiting: false, count: 0, calls: [] });
  });
});
