import { expect } from 'chai';
import { afterReading } from '../../ticket-client/kiosk/after-reading.ts';
import { ERRAND_WORDS } from '../../ticket-client/kiosk/errand-words.ts';
import { type Circumstances, errandsOf, fieldsOf, shownIn } from '../../ticket-client/kiosk/hand-form.ts';
import { type Errand, orderOf } from '../../ticket-client/kiosk/order.ts';
import { remainingOf, remainingText } from '../../ticket-client/kiosk/remaining.ts';
import { resultOf } from '../../ticket-client/kiosk/result.ts';
import type { Reading } from '../../ticket-client/kiosk/scan.ts';
import { choiceFor, startTrail } from '../../ticket-client/kiosk/trail.ts';
import { keysOf, typed } from '../../ticket-client/kiosk/type-keys.ts';
import { KIOSK_WORDS } from '../../ticket-client/kiosk/words.ts';
import { rule, ticket } from './fixtures.ts';

const ID = '11010519491231002X';
const start = startTrail(null);
const here = { hall: 'demo', start, locale: 'zh-CN' as const };
const circumstances: Circumstances = {
  day: '2026-11-23',
  locale: 'zh-CN',
  now: Date.parse('2026-11-23T01:00:00Z'),
};

describe('an order at the kiosk', () => {
  const subject = { matter: 'a-001', queue: 'a' };
  it('names the matter, or the queue where no matter is known, and nothing that was not chosen', () => {
    expect(orderOf(choiceFor(subject), 'en')).to.deep.equal({ matter: 'a-001', locale: 'en' });
    expect(orderOf(choiceFor({ matter: null, queue: 'a' }), 'en')).to.deep.equal({
      queue: 'a',
      locale: 'en',
    });
  });

  it('carries the category, the further matters in their order, and the card that was read', () => {
    const further = [
      { matter: 'b-001', queue: 'b' },
      { matter: null, queue: 'c' },
    ] as const;
    const choice = { ...choiceFor(subject), category: 'elderly', further, identity: { idNumber: ID } };
    expect(orderOf(choice, 'zh-CN')).to.deep.equal({
      matter: 'a-001',
      category: 'elderly',
      further: [{ matter: 'b-001' }, { queue: 'c' }],
      person: { idNumber: ID },
      locale: 'zh-CN',
    });
  });
});

describe('a scan at the kiosk', () => {
  const link = { hall: 'demo', ticket: '20261123-A012', secret: 's' };
  const booking: Reading = { kind: 'booking', hall: 'demo', booking: 'B20261123-004', secret: 's' };

  it('opens the ticket it is of, from any screen', () => {
    const after = afterReading(
      [...start, choiceFor({ matter: null, queue: 'a' })],
      { kind: 'ticket', link },
      here,
    );
    expect(after).to.deep.equal({ trail: [...start, { at: 'own', link }], errand: null });
  });

  it('checks a booking in and redeems a supplement at once', () => {
    expect(afterReading(start, booking, here).errand).to.deep.include({
      do: 'check-in',
      owner: { secret: 's' },
    });
    const supplement: Reading = { kind: 'supplement', hall: 'demo', supplement: 'R012', secret: 's' };
    expect(afterReading(start, supplement, here).errand).to.deep.include({
      do: 'redeem',
      supplement: 'R012',
    });
  });

  it('says what is wrong with a code of another hall, and with one that is none', () => {
    const elsewhere = afterReading(start, { ...booking, hall: 'other' }, here);
    expect(elsewhere).to.deep.equal({
      trail: [...start, { at: 'errands', trouble: 'elsewhere' }],
      errand: null,
    });
    const unknown = afterReading(start, { kind: 'unknown' }, here);
    expect(unknown.trail[1]).to.deep.equal({ at: 'errands', trouble: 'unknown' });
  });

  it('takes a card for who it is only where that is asked', () => {
    const card: Reading = { kind: 'card', idNumber: ID };
    expect(afterReading(start, card, here).trail).to.equal(start);
    const atChoice = afterReading([...start, choiceFor({ matter: null, queue: 'a' })], card, here);
    expect(atChoice.trail[1]).to.deep.include({ at: 'choice', identity: { idNumber: ID } });
    const asked = [
      ...start,
      choiceFor({ matter: null, queue: 'a' }),
      { at: 'identity', isUnread: true },
    ] as const;
    expect(afterReading(asked, card, here).trail).to.deep.equal(atChoice.trail);
  });

  it('says where a card is asked for that it was not read, and stays there', () => {
    const choice = choiceFor({ matter: null, queue: 'a' });
    const { trail } = afterReading(
      [...start, choice, { at: 'identity', isUnread: false }],
      { kind: 'unknown' },
      here,
    );
    expect(trail).to.deep.equal([...start, choice, { at: 'identity', isUnread: true }]);
  });
});

describe('what is typed at the kiosk', () => {
  it('is enough for an errand only when number and proof can both be right', () => {
    const owner = { person: { idNumber: ID } };
    expect(errandsOf('ticket', { number: 'A012', proof: ID }, circumstances)).to.deep.equal([
      { do: 'return', ticket: '20261123-A012', owner },
      { do: 'reprint', ticket: '20261123-A012', owner },
    ]);
    expect(errandsOf('ticket', { number: 'A12', proof: ID }, circumstances)).to.deep.equal([]);
    expect(errandsOf('ticket', { number: 'A012', proof: '110105194912310021' }, circumstances)).to.deep.equal(
      [],
    );
    expect(errandsOf('booking', { number: '004', proof: '13812345678' }, circumstances)).to.deep.equal([
      {
        do: 'check-in',
        booking: 'B20261123-004',
        owner: { person: { phone: '13812345678' } },
        locale: 'zh-CN',
      },
    ]);
    expect(
      errandsOf('supplement', { number: '012', proof: 'NxmLZ-Ho0SaqHjGc' }, circumstances),
    ).to.deep.equal([{ do: 'redeem', supplement: 'R012', secret: 'NxmLZ-Ho0SaqHjGc', locale: 'zh-CN' }]);
    expect(errandsOf('supplement', { number: '012', proof: 'short' }, circumstances)).to.deep.equal([]);
    expect(errandsOf('booking', { number: '004', proof: ID }, { ...circumstances, day: null })).to.deep.equal(
      [],
    );
  });

  it('shows no whole number of a person once it is one', () => {
    const [number, proof] = fieldsOf('ticket', circumstances, ERRAND_WORDS['zh-CN']);
    const entry = { number: 'A012', proof: ID };
    expect(shownIn(number, 'ticket', entry, circumstances.now)).to.equal('A012');
    expect(shownIn(proof, 'ticket', entry, circumstances.now)).to.equal('110***********002X');
    expect(shownIn(proof, 'ticket', { ...entry, proof: '1101' }, circumstances.now)).to.equal('1101');
  });

  it('has keys for what its field takes, and no room for more than fits', () => {
    expect(keysOf('pad', false)).to.include('X').and.not.include('A');
    expect(keysOf('digits', false)).not.to.include('X');
    expect(keysOf('code', true)).to.include('a').and.not.include('A');
    expect(typed('A01', '2', 8)).to.equal('A012');
    expect(typed('A012', 'delete', 8)).to.equal('A01');
    expect(typed('12345678', '9', 8)).to.equal('12345678');
  });
});

describe('the number that is shown in the end', () => {
  const words = ERRAND_WORDS['zh-CN'];
  const slot = Date.parse('2026-11-23T09:30:00+08:00');
  const when = { rule, now: slot - 30 * 60_000, timeZone: 'Asia/Shanghai' };
  const checkIn: Errand = {
    do: 'check-in',
    booking: 'B20261123-004',
    owner: { secret: 's' },
    locale: 'zh-CN',
  };
  const noteOf = (errand: Errand, change: Parameters<typeof ticket>[0], now = when.now) =>
    resultOf(errand, { ticket: ticket(change), url: null }, { ...when, now }, words);

  it('says of a booking whether it is early, in time, or a walk-in from now on', () => {
    const notBefore = slot - 15 * 60_000;
    expect(noteOf(checkIn, { kind: 'booked', notBefore })).to.equal(
      '预约已签到。您的时段 09:30，09:15 起可叫。',
    );
    expect(noteOf(checkIn, { kind: 'booked', notBefore }, slot)).to.equal(words.result.inTime);
    expect(noteOf(checkIn, {})).to.equal(words.result.late);
  });

  it('counts the matters of a visit, and says nothing of one', () => {
    const issue: Errand = { do: 'issue', order: { queue: 'a', locale: 'zh-CN' } };
    expect(noteOf(issue, {})).to.equal(null);
    expect(noteOf(issue, { further: [{ queue: 'b', matter: null }] })).to.contain('2 项');
  });
});

describe('numbers left today', () => {
  const words = KIOSK_WORDS['zh-CN'];
  it('are told where there is a quota', () => {
    expect(remainingText({ remaining: 12 }, words)).to.equal('余号 12');
    expect(remainingText({ remaining: 0 }, words)).to.equal('今日号已取完');
    expect(remainingText({ remaining: null }, words)).to.equal('');
  });

  it('of several queues are known only where each has a quota, and scarce where each is', () => {
    const some = { remaining: 3, scarce: true };
    expect(remainingOf([some, { remaining: 4, scarce: false }])).to.deep.equal({
      remaining: 7,
      scarce: false,
    });
    expect(remainingOf([some, some])).to.deep.equal({ remaining: 6, scarce: true });
    expect(remainingOf([some, { remaining: null, scarce: false }])).to.deep.equal({
      remaining: null,
      scarce: false,
    });
  });
});
