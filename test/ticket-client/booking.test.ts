import { expect } from 'chai';
import type { BoardView, MatterSummary } from '../../common/contract/views.ts';
import { dayOfBooking, hashOf, parseBookingLink } from '../../ticket-client/booking/booking-link.ts';
import { comingSlots, dayName } from '../../ticket-client/booking/days.ts';
import { bookableMatters, type Draft, EMPTY, stepBack, stepOf } from '../../ticket-client/booking/draft.ts';
import { keptOf, shownOf } from '../../ticket-client/booking/kept-booking.ts';
import { BOOKING_WORDS } from '../../ticket-client/booking/words.ts';
import { queue } from './fixtures.ts';

const slot = { slot: '09:30', slotAt: 1000, left: 2 };
const subject = { matter: 'a-001', queue: 'a', name: { 'zh-CN': '养老金申领' } };
const full: Draft = { subject, day: '2026-11-24', slot };

describe('a booking in the making', () => {
  it('asks for the matter, the time and the person, and goes back the same way', () => {
    expect(stepOf(EMPTY)).to.equal('matter');
    expect(stepOf({ ...EMPTY, subject })).to.equal('time');
    expect(stepOf(full)).to.equal('person');
    expect(stepOf(stepBack(full))).to.equal('time');
    expect(stepBack(full).subject).to.equal(subject);
    expect(stepBack(stepBack(full))).to.deep.equal(EMPTY);
    expect(stepBack(EMPTY)).to.deep.equal(EMPTY);
  });

  it('offers only matters whose business takes bookings', () => {
    const matter = (id: string, of: string): MatterSummary => ({
      id,
      name: { 'zh-CN': id },
      department: 'd',
      queue: of,
      promisedWorkingDays: 0,
    });
    const queues = [queue({ id: 'a', bookable: true }), queue({ id: 'b' })];
    const found = bookableMatters([matter('a-1', 'a'), matter('b-1', 'b'), matter('c-1', 'c')], queues);
    expect(found.map(({ id }) => id)).to.deep.equal(['a-1']);
  });

  it('leaves out slots that have begun, and keeps full ones to be seen', () => {
    const slots = [
      { slot: '09:00', slotAt: 500, left: 0 },
      { slot: '09:30', slotAt: 1000, left: 0 },
      { slot: '10:00', slotAt: 1500, left: 2 },
    ];
    expect(comingSlots(slots, 500).map((each) => each.slot)).to.deep.equal(['09:30', '10:00']);
  });
});

describe('a day that may be booked', () => {
  const cases: [day: string, chinese: string, english: string][] = [
    ['2026-11-23', '今天 11月23日', 'Today 23 November'],
    ['2026-11-24', '明天 11月24日', 'Tomorrow 24 November'],
    ['2026-11-25', '星期三 11月25日', 'Wednesday 25 November'],
    ['2026-12-01', '星期二 12月1日', 'Tuesday 1 December'],
  ];
  for (const [day, chinese, english] of cases) {
    it(`${day} is ${chinese}`, () => {
      const zh = dayName(day, '2026-11-23', 'zh-CN');
      const en = dayName(day, '2026-11-23', 'en');
      expect(`${zh.weekday} ${zh.date}`).to.equal(chinese);
      expect(`${en.weekday} ${en.date}`).to.equal(english);
    });
  }
});

describe('the link of a booking', () => {
  const link = { hall: 'demo', booking: 'B20261124-004', secret: 'abc_DEF-123' };

  it('names hall, booking and secret, and is read as it was written', () => {
    expect(parseBookingLink(hashOf(link))).to.deep.equal(link);
    expect(parseBookingLink('#demo.20261123-A012.secret')).to.equal(null);
    expect(parseBookingLink('')).to.equal(null);
  });

  it('tells the day of the booking on any phone', () => {
    expect(dayOfBooking(link.booking)).to.equal('2026-11-24');
  });

  it('is kept with what was booked and nothing of the person', () => {
    const booking = {
      id: link.booking,
      queue: 'a',
      matter: 'a-001',
      day: '2026-11-24',
      state: 'booked' as const,
    };
    expect(keptOf({ ...booking, ...slot }, subject, null)).to.deep.equal({
      slot: '09:30',
      slotAt: 1000,
      name: subject.name,
      zone: null,
      state: 'booked',
    });
  });
});

describe('a booking opened by its link', () => {
  const booking = {
    ...{ id: 'B20261124-004', queue: 'a', matter: null, day: '2026-11-24', slot: '09:30', slotAt: 1000 },
    state: 'arrived' as const,
  };
  const hall = { zones: [{ id: 'zone-a', name: { 'zh-CN': 'A区' } }] };
  const board = { hall, queues: [queue({ id: 'a', zone: 'zone-a' })] } as unknown as BoardView;
  const kept = { slot: '09:30', slotAt: 1000, name: subject.name, zone: null, state: 'booked' as const };

  it('is shown as the hall has it, on any phone', () => {
    const read = { status: 'ready' as const, value: { booking } };
    const shown = shownOf(read, null, board);
    expect(shown).to.deep.include({ slot: '09:30', state: 'arrived', zone: { 'zh-CN': 'A区' } });
    expect(shownOf(read, kept, board)).to.deep.equal({ ...shown, name: subject.name });
  });

  it('is shown as this phone kept it until the hall answers', () => {
    expect(shownOf({ status: 'loading' }, kept, board)).to.equal(kept);
    expect(shownOf({ status: 'failed', code: 'UNREACHABLE' }, null, board)).to.equal(null);
  });
});

describe('the rules for whoever books', () => {
  const rules = {
    ...{ cancelUntilMinutes: 120, perPersonAndDay: 1, noShowsToBlock: 2, blockDays: 30 },
    ...{ checkInMinutes: 15, retentionDays: 7 },
  };

  it('are told with their figures', () => {
    const chinese = BOOKING_WORDS['zh-CN'];
    expect(chinese.rules(rules)).to.deep.equal([
      '预约时间前 2 小时以上可以取消。',
      '约了没来满 2 次，30 天内不能再预约。',
      '每人每天最多预约 1 次。',
    ]);
    expect(chinese.deletedAfter(rules.retentionDays)).to.equal('预约日过后 7 天自动删除。');
    expect(BOOKING_WORDS.en.rules({ ...rules, cancelUntilMinutes: 90 })[0]).to.contain('90 min');
  });
});
