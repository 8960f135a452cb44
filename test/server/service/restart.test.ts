import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Command } from '../../../common/contract/commands.ts';
import type { Rejection } from '../../../common/contract/rejections.ts';
import type { Recorded } from '../../../server/hall/events.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import type { Journal } from '../../../server/ports.ts';
import { HallService } from '../../../server/service/service.ts';
import { asking, callNext, issueTicket, wordOf } from '../../support/commands.ts';
import { readAll, unsealed } from '../../support/drafts.ts';
import { plainHall } from '../../support/plain-hall.ts';
import { commandOf, randomCommand } from '../../support/random-commands.ts';
import { smallSetup } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';

const tempDir = tempDirs();

async function started(journal: Journal, changes: Record<string, unknown> = {}, clock = new TestClock()) {
  const service = new HallService(smallSetup(changes), journal, clock);
  const postponed: Rejection | null = await service.start();
  return { service, postponed, ask: asking(service, `run${(await journal.last()).seq}`) };
}

describe('a hall that is started again', () => {
  it('is what it was, whatever it was asked before', async () => {
    const load = fc.array(randomCommand, { maxLength: 120, size: 'max' });
    await fc.assert(
      fc.asyncProperty(load, async (commands) => {
        const journal = new MemoryJournal();
        const clock = new TestClock();
        const { service, ask } = await started(journal, {}, clock);
        const answers = new Map<string, unknown>();
        for (const [index, random] of commands.entries()) {
          const command = commandOf(random, [...service.state.tickets.keys()]);
          if (command === undefined) continue;
          clock.pass(20_000);
          const answer = await ask(command, `command-${index}`);
          if (answer.ok) answers.set(`command-${index}`, { command, answer });
        }
        await service.stop();
        const again = await started(journal, {}, clock);
        expect(plainHall(again.service.state)).to.deep.equal(plainHall(service.state));
        const { length } = await readAll(journal);
        for (const [id, first] of answers) {
          const { command, answer } = first as { command: Parameters<typeof ask>[0]; answer: unknown };
          expect(await again.ask(command, id), 'a retry gets its first answer').to.deep.equal(answer);
        }
        expect(await readAll(journal)).to.have.length(length);
      }),
      { numRuns: 25 },
    );
  });

  it('is what it was from a file, and refuses the id of another command', async () => {
    const file = join(tempDir(), 'hall.db');
    const first = new SqliteJournal(file);
    const before = await started(first);
    await before.ask({ type: 'OpenWindow', window: 'w1' }, 'open-w1-first');
    await before.ask(issueTicket('social'));
    await before.ask(callNext('w1'), 'call-w1-first');
    await before.service.stop();
    await first.close();
    const second = new SqliteJournal(file);
    const after = await started(second);
    expect(plainHall(after.service.state)).to.deep.equal(plainHall(before.service.state));
    expect(wordOf(await after.ask(callNext('w2'), 'call-w1-first'))).to.equal('COMMAND_ID_REUSED');
    expect(wordOf(await after.ask({ type: 'StartService', window: 'w1' }, 'call-w1-first'))).to.equal(
      'COMMAND_ID_REUSED',
    );
    expect(wordOf(await after.ask(callNext('w1'), 'call-w1-first'))).to.equal('A001');
    await second.close();
  });

  it('still knows a request with other words under a used id, and takes the word of logs that do not', async () => {
    const journal = new MemoryJournal();
    const before = await started(journal);
    await before.ask(issueTicket('social'), 'taken-first');
    await before.service.stop();
    const other = { ...issueTicket('social'), category: 'elderly' } as Command;
    const after = await started(journal);
    expect(wordOf(await after.ask(other, 'taken-first'))).to.equal('COMMAND_ID_REUSED');
    expect(wordOf(await after.ask(issueTicket('social'), 'taken-first'))).to.equal('A001');
    await after.service.stop();

    const old = new MemoryJournal();
    const drafts = (await readAll(journal)).map(({ requestHash: _r, ...event }) =>
      unsealed(event as Recorded),
    );
    await old.append(0, drafts);
    const upgraded = await started(old);
    expect(wordOf(await upgraded.ask(other, 'taken-first'))).to.equal('A001');
    expect(wordOf(await upgraded.ask(issueTicket('tax'), 'taken-first'))).to.equal('COMMAND_ID_REUSED');
    await upgraded.service.stop();
  });

  it('opens the day once, however often it is started', async () => {
    const journal = new MemoryJournal();
    for (let count = 0; count < 3; count++) await (await started(journal)).service.stop();
    expect((await readAll(journal)).map(({ type }) => type)).to.deep.equal(['DayOpened']);
  });

  it('keeps what it has when it is started twice without a stop, and may be stopped and started', async () => {
    const { service, ask } = await started(new MemoryJournal());
    await ask(issueTicket('social'));
    const before = plainHall(service.state);
    expect(await service.start()).to.equal(null);
    await service.stop();
    await service.start();
    expect(plainHall(service.state)).to.deep.equal(before);
    expect(wordOf(await ask(issueTicket('social')))).to.equal('A002');
  });

  it('takes a changed setup at once when that strands nobody', async () => {
    const journal = new MemoryJournal();
    const before = await started(journal);
    await before.ask(issueTicket('social'));
    await before.service.stop();
    const rule = { thetaMinutes: 2, targetMinutes: 30 };
    const { service, postponed, ask } = await started(journal, { rule });
    expect(postponed).to.equal(null);
    expect(service.state.setup?.rule).to.include(rule);
    expect(wordOf(await ask(issueTicket('social')))).to.equal('A002');
    expect((await readAll(journal)).map(({ type }) => type)).to.deep.equal([
      'DayOpened',
      'TicketIssued',
      'HallConfigured',
      'TicketIssued',
    ]);
  });

  it('keeps the old setup until the day closes when the new one would strand somebody', async () => {
    const journal = new MemoryJournal();
    const clock = new TestClock();
    const before = await started(journal, {}, clock);
    await before.ask(issueTicket('social'));
    await before.service.stop();
    const queues = smallSetup().queues.map((queue) => ({ ...queue, prefix: `${queue.prefix}X` }));
    const { service, postponed, ask } = await started(journal, { queues }, clock);
    expect(postponed).to.deep.equal({
      code: 'SETUP_IN_USE',
      detail: 'queue social has issued tickets today',
    });
    expect(wordOf(await ask(issueTicket('social')))).to.equal('A002');
    clock.pass(24 * 3_600_000);
    await service.openToday();
    expect(wordOf(await ask(issueTicket('social')))).to.equal('AX001');
  });

  it('made able to serve who waits, calls them before who comes later, and answers each their own ticket', async () => {
    const journal = new MemoryJournal();
    const before = await started(journal);
    await before.ask({ type: 'OpenWindow', window: 'w2' });
    await before.ask(callNext('w2', true));
    await before.ask(issueTicket('social'));
    await before.service.stop();
    const windows = smallSetup().windows.map((window) =>
      window.id === 'w2' ? { ...window, queues: ['tax', 'social'] } : window,
    );
    const { service, ask } = await started(journal, { windows });
    expect(wordOf(await ask(issueTicket('social'), 'second-one'))).to.equal('A002');
    expect(service.state.windows.get('w2')?.ticket?.number).to.equal('A001');
    const again = await started(journal, { windows });
    expect(wordOf(await again.ask(issueTicket('social'), 'second-one'))).to.equal('A002');
  });
});
