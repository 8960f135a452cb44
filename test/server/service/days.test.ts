import { expect } from 'chai';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { HallService } from '../../../server/service/service.ts';
import { type Asked, asking, callNext, issueTicket, wordOf } from '../../support/commands.ts';
import { readAll } from '../../support/drafts.ts';
import { at, smallSetup } from '../../support/small-hall.ts';
import { TestClock } from '../../support/test-clock.ts';

/** The last second of the day, and the first of the next. */
const EVENING = at('24:00') - 1000;
const MIDNIGHT = at('24:00');

describe('a hall at midnight', () => {
  let journal: MemoryJournal;
  let clock: TestClock;
  let service: HallService;
  let ask: Asked;

  async function start(instant: number, changes: Record<string, unknown> = {}): Promise<void> {
    journal = new MemoryJournal();
    clock = new TestClock(instant);
    service = new HallService(smallSetup(changes), journal, clock);
    ask = asking(service);
    await service.start();
  }
  afterEach(() => service.stop());

  async function types(): Promise<string[]> {
    return (await readAll(journal)).map(({ type }) => type);
  }

  it('closes the day and opens the next before the first command of it', async () => {
    await start(EVENING);
    expect(wordOf(await ask(issueTicket('social')))).to.equal('A001');
    clock.set(MIDNIGHT);
    const answer = await ask(issueTicket('social'));
    expect(answer).to.have.nested.include({ 'ticket.number': 'A001', 'ticket.id': '20260303-A001' });
    expect(await types()).to.deep.equal([
      'DayOpened',
      'TicketIssued',
      'DayClosed',
      'DayOpened',
      'TicketIssued',
    ]);
    expect(service.state).to.include({ day: '2026-03-03', startsAt: MIDNIGHT });
  });

  it('turns without any command, once', async () => {
    await start(EVENING);
    await service.openToday();
    expect(await types()).to.deep.equal(['DayOpened']);
    clock.set(MIDNIGHT);
    await Promise.all([service.openToday(), service.openToday()]);
    expect(await types()).to.deep.equal(['DayOpened', 'DayClosed', 'DayOpened']);
  });

  it('turns in the middle of a busy moment, each command in the day it came in', async () => {
    await start(EVENING);
    const asked = Array.from({ length: 40 }, (_, index) => {
      if (index === 20) clock.set(MIDNIGHT);
      return ask(issueTicket('social'));
    });
    const days = (await Promise.all(asked)).map((answer) => (answer.ok ? answer.ticket?.id.slice(0, 8) : ''));
    expect(days).to.deep.equal([...Array(20).fill('20260302'), ...Array(20).fill('20260303')]);
    expect((await readAll(journal)).filter(({ type }) => type === 'DayClosed')).to.have.length(1);
  });

  it('ends who still waits, and has every window closed in the morning', async () => {
    await start(EVENING);
    await ask({ type: 'OpenWindow', window: 'w1' });
    await ask(issueTicket('social'));
    await ask(callNext('w1'));
    await ask(issueTicket('social'));
    clock.set(MIDNIGHT);
    expect(wordOf(await ask(callNext('w1')))).to.equal('WINDOW_CLOSED');
    const closed = (await readAll(journal)).find(({ type }) => type === 'DayClosed');
    expect(closed).to.deep.include({ ended: { '20260302-A001': 'unfinished', '20260302-A002': 'unserved' } });
  });

  it('stays in its day when the clock is set back, and never goes back in time', async () => {
    await start(MIDNIGHT);
    await ask(issueTicket('social'));
    clock.set(EVENING);
    expect(await ask(issueTicket('social'))).to.have.nested.include({
      'ticket.id': '20260303-A002',
      'ticket.issuedAt': MIDNIGHT,
    });
  });

  it('opens today after days without power', async () => {
    await start(EVENING);
    await service.stop();
    clock.set(at('24:00') + 9 * 24 * 3_600_000 + at('08:00') - at('00:00'));
    service = new HallService(smallSetup(), journal, clock);
    await service.start();
    expect(service.state.day).to.equal('2026-03-12');
    expect(await types()).to.deep.equal(['DayOpened', 'DayClosed', 'DayOpened']);
  });

  it('tells a retry of yesterday the first answer, also today', async () => {
    await start(EVENING);
    const answer = await ask(issueTicket('social'), 'before-midnight');
    clock.set(MIDNIGHT);
    await service.openToday();
    expect(await ask(issueTicket('social'), 'before-midnight')).to.deep.equal(answer);
  });

  it('turns where the hall is, not where the machine or anybody else is', async () => {
    await start(Date.parse('2026-03-02T23:30:00-05:00'), { timeZone: 'America/New_York' });
    expect(service.state.day).to.equal('2026-03-02');
    clock.set(Date.parse('2026-03-03T00:00:00-05:00'));
    await service.openToday();
    expect(service.state.day).to.equal('2026-03-03');
  });
});
