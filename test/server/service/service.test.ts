import { expect } from 'chai';
import type { Command } from '../../../common/contract/commands.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import type { Outcome } from '../../../server/service/answers.ts';
import { HallService, MAX_PENDING_COMMANDS } from '../../../server/service/service.ts';
import { type Asked, asking, callNext, issueTicket, wordOf } from '../../support/commands.ts';
import { readAll } from '../../support/drafts.ts';
import { GatedJournal } from '../../support/gated-journal.ts';
import { smallSetup } from '../../support/small-hall.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

describe('the service of a hall', () => {
  let journal: GatedJournal;
  let service: HallService;
  let ask: Asked;

  beforeEach(async () => {
    journal = new GatedJournal(new MemoryJournal());
    service = new HallService(smallSetup(), journal, new TestClock());
    ask = asking(service);
    await service.start();
  });
  afterEach(() => service.stop());

  describe('group commit', () => {
    it('writes what comes while a write is under way in one go, each decided upon the one before', async () => {
      await ask({ type: 'OpenWindow', window: 'w1' });
      const release = journal.hold('write');
      const first = ask(issueTicket('social'));
      await waitFor('the first write', () => service.state.seq === 2);
      await new Promise((resolve) => setImmediate(resolve));
      const rest = [
        ask(issueTicket('social')),
        ask(callNext('w1')),
        ask({ type: 'StartService', window: 'w1' }),
      ];
      const writes = journal.appends.length;
      release();
      expect((await Promise.all([first, ...rest])).map(wordOf)).to.deep.equal([
        'A001',
        'A002',
        'A001',
        'A001',
      ]);
      expect(journal.appends.slice(writes)).to.deep.equal([[3], [4, 5, 6]]);
    });

    it('answers what came before, and only what is written', async () => {
      const release = journal.hold('write');
      const answered: string[] = [];
      const asked = ['social', 'fishing', 'social'].map((queue) =>
        ask(issueTicket(queue)).then((outcome) => answered.push(wordOf(outcome))),
      );
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(answered, 'even a refusal waits for what it was decided upon').to.deep.equal([]);
      expect(service.state.seq).to.equal(1);
      release();
      await Promise.all(asked);
      expect(answered).to.deep.equal(['A001', 'UNKNOWN_QUEUE', 'A002']);
    });

    it('shows only what the journal has: evolve, then answer, then publish', async () => {
      const seen: string[] = [];
      service.subscribe((events) => seen.push(...events.map(({ type, seq }) => `heard ${type} ${seq}`)));
      const release = journal.hold('write');
      const asked = ask(issueTicket('social')).then(() => seen.push(`answered at ${service.state.seq}`));
      await new Promise((resolve) => setImmediate(resolve));
      expect(service.state.tickets.size).to.equal(0);
      release();
      await asked;
      await waitFor('the news', () => seen.length > 1);
      expect(seen).to.deep.equal(['answered at 2', 'heard TicketIssued 2']);
    });

    it('publishes every event once and in order', async () => {
      const heard: number[] = [];
      const stopListening = service.subscribe((events) => heard.push(...events.map(({ seq }) => seq)));
      await Promise.all(Array.from({ length: 300 }, () => ask(issueTicket('social'))));
      await waitFor('all the news', () => heard.length >= 300);
      expect(heard).to.deep.equal(Array.from({ length: 300 }, (_, index) => index + 2));
      stopListening();
      await ask(issueTicket('social'));
      await new Promise((resolve) => setImmediate(resolve));
      expect(heard).to.have.length(300);
    });
  });

  describe('a command id', () => {
    it('asked again at once and later gets the first answer, and happens once', async () => {
      const release = journal.hold('write');
      const asked = [1, 2, 3].map(() => ask(issueTicket('social'), 'same-id-1'));
      release();
      const answers = await Promise.all(asked);
      await ask(issueTicket('social'));
      answers.push(await ask(issueTicket('social'), 'same-id-1'));
      for (const answer of answers) expect(answer).to.deep.equal(answers[0]);
      expect([...service.state.tickets.keys()]).to.have.length(2);
    });

    it('that was refused is refused the same again, though it would now be possible', async () => {
      const refused = await ask(callNext('w1'), 'early-call');
      expect(wordOf(refused)).to.equal('WINDOW_CLOSED');
      await ask({ type: 'OpenWindow', window: 'w1' });
      await ask(issueTicket('social'));
      expect(await ask(callNext('w1'), 'early-call')).to.deep.equal(refused);
    });

    it('used again for something else is refused, later and while the first is under way', async () => {
      const release = journal.hold('write');
      const refusal = { code: 'COMMAND_ID_REUSED', detail: 'first used for: OpenWindow w1' };
      const reuse = (outcome: Outcome): unknown =>
        expect(outcome).to.deep.equal({ ok: false, rejection: refusal });
      const first = ask({ type: 'OpenWindow', window: 'w1' }, 'same-id-2');
      const underWay = ask({ type: 'OpenWindow', window: 'w2' }, 'same-id-2');
      release();
      expect((await first).ok).to.equal(true);
      reuse(await underWay);
      reuse(await ask(issueTicket('social'), 'same-id-2'));
      reuse(await ask({ type: 'PauseWindow', window: 'w1', reason: 'meal' }, 'same-id-2'));
      expect((await ask({ type: 'OpenWindow', window: 'w1' }, 'same-id-2')).ok).to.equal(true);
      expect(service.state.windows.get('w2')?.status).to.equal('closed');
    });
  });

  describe('a command that comes again under its id with other words', () => {
    const first = issueTicket('social');
    const same: [string, Command][] = [
      ['its fields in another order', Object.fromEntries(Object.entries(first).reverse()) as Command],
      [
        'other hashes of the person, which the server adds',
        { ...first, aliases: ['x'.repeat(22)] } as Command,
      ],
    ];
    const others: [string, Command][] = [
      ['another category', { ...first, category: 'elderly' } as Command],
      ['another language', { ...first, locale: 'en' } as Command],
      ['a further matter', { ...first, further: [{ queue: 'tax' }] } as Command],
      ['a person', { ...first, person: 'x'.repeat(22) } as Command],
    ];
    for (const [what, again] of same)
      it(`is the same with ${what}`, async () => {
        const answer = await ask(first, 'said-twice');
        expect(await ask(again, 'said-twice')).to.deep.equal(answer);
      });
    for (const [what, again] of others)
      it(`is another with ${what}: refused, later and while the first is under way`, async () => {
        const answers = await Promise.all([ask(first, 'said-twice'), ask(again, 'said-twice')]);
        answers.push(await ask(again, 'said-twice'));
        expect(answers.map(wordOf)).to.deep.equal(['A001', 'COMMAND_ID_REUSED', 'COMMAND_ID_REUSED']);
        expect(service.state.tickets.size).to.equal(1);
      });

    it('is the ticket’s own when it is a return, whoever enters it', async () => {
      await ask({ type: 'OpenWindow', window: 'w1' });
      await ask(first);
      for (const command of [callNext('w1'), { type: 'MissTicket', window: 'w1' } as const])
        await ask(command);
      const ticket = [...service.state.tickets.keys()][0] ?? '';
      const back = await ask({ type: 'ReturnTicket', ticket }, 'back-again');
      expect(await ask({ type: 'ReturnTicket', ticket, window: 'w1' }, 'back-again')).to.deep.equal(back);
    });
  });

  it('answers a ticket that a ready window calls at once with that ticket and that window', async () => {
    await ask({ type: 'OpenWindow', window: 'w2' });
    expect(wordOf(await ask(callNext('w2', true)))).to.equal('ready');
    const answer = await ask(issueTicket('tax'));
    expect(answer).to.have.nested.include({
      'ticket.number': 'B001',
      'ticket.state': 'called',
      'window.id': 'w2',
    });
  });

  it('refuses more commands than may wait, and takes more when they are written', async () => {
    const release = journal.hold('write');
    const asked = Array.from({ length: MAX_PENDING_COMMANDS }, () => ask(issueTicket('social')));
    expect(wordOf(await ask(issueTicket('social'), 'one-too-many'))).to.equal('BUSY');
    release();
    const words = (await Promise.all(asked)).map(wordOf);
    expect(new Set(words).size).to.equal(MAX_PENDING_COMMANDS);
    expect(wordOf(await ask(issueTicket('social'), 'one-too-many'))).to.equal(`A${MAX_PENDING_COMMANDS + 1}`);
  });

  it('writes and answers what it has taken before it stops, and takes nothing more', async () => {
    const release = journal.hold('write');
    const asked = [ask(issueTicket('social')), ask(issueTicket('social'))];
    const stopped = service.stop();
    expect(wordOf(await ask(issueTicket('social'), 'too-late-1'))).to.equal('BUSY');
    release();
    await stopped;
    expect(service.state.seq).to.equal(3);
    expect((await Promise.all(asked)).map(wordOf)).to.deep.equal(['A001', 'A002']);
    expect((await readAll(journal)).map(({ type }) => type)).to.deep.equal([
      'DayOpened',
      'TicketIssued',
      'TicketIssued',
    ]);
    await service.stop();
  });

  it('stopped, still gives the first answer to a command it has done', async () => {
    const answer = await ask(issueTicket('social'), 'done-before');
    await service.stop();
    expect(await ask(issueTicket('social'), 'done-before')).to.deep.equal(answer);
  });
});
