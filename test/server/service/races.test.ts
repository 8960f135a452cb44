import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Command } from '../../../common/contract/commands.ts';
import { evolve } from '../../../server/hall/evolve/evolve.ts';
import { chooseTicket } from '../../../server/hall/rule.ts';
import { emptyHall } from '../../../server/hall/state.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import type { Journal } from '../../../server/ports.ts';
import type { Outcome } from '../../../server/service/answers.ts';
import { HallService } from '../../../server/service/service.ts';
import { asking, callNext, issueTicket, wordOf } from '../../support/commands.ts';
import { readAll } from '../../support/drafts.ts';
import { GatedJournal } from '../../support/gated-journal.ts';
import { plainHall } from '../../support/plain-hall.ts';
import { commandOf, randomCommand } from '../../support/random-commands.ts';
import { at, smallSetup } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

const tempDir = tempDirs();

async function started(journal: Journal, clock = new TestClock()): Promise<HallService> {
  const service = new HallService(smallSetup(), journal, clock);
  await service.start();
  return service;
}

/** Follows the log from its beginning: throws at what can not follow, and checks each call against the rule. */
async function audit(journal: Journal): Promise<unknown> {
  const state = emptyHall();
  for (const event of await readAll(journal)) {
    if (event.type === 'TicketCalled') {
      const window = state.windows.get(event.window);
      expect(window?.ticket, `call ${event.seq}: ${event.window} was free`).to.equal(null);
      expect(window && chooseTicket(state, window, event.at)?.number).to.equal(event.number);
    }
    evolve(state, event);
  }
  return plainHall(state);
}

describe('two services on one journal', () => {
  it('give the loser of a race for the last ticket the next one, not an error', async () => {
    const journal = new GatedJournal(new MemoryJournal());
    const [left, right] = [await started(journal), await started(journal)];
    const [askLeft, askRight] = [asking(left, 'left'), asking(right, 'right')];
    for (const window of ['w1', 'w3']) await askLeft({ type: 'OpenWindow', window });
    for (let count = 0; count < 2; count++) await askLeft(issueTicket('social'));
    await askRight(issueTicket('tax'));
    const words = await Promise.all([askLeft(callNext('w1')), askRight(callNext('w3'))]);
    expect(words.map(wordOf).sort()).to.deep.equal(['A001', 'B001']);
    await audit(journal);
  });

  it('decide anew what came while the loser was catching up', async () => {
    const memory = new MemoryJournal();
    const gate = new GatedJournal(memory);
    const [left, right] = [await started(gate), await started(memory)];
    const [askLeft, askRight] = [asking(left, 'left'), asking(right, 'right')];
    for (const window of ['w1', 'w3']) await askRight({ type: 'OpenWindow', window });
    await askRight(issueTicket('social'));
    await askLeft({ type: 'OpenWindow', window: 'w2' });

    // Right calls A001. Left, who does not know, calls it too, and is told to serve it before it has caught up.
    expect(wordOf(await askRight(callNext('w3')))).to.equal('A001');
    const readNow = gate.hold('read');
    const written = gate.appends.length;
    const called = askLeft(callNext('w1'));
    await waitFor('the lost race', () => gate.appends.length > written);
    await new Promise((resolve) => setImmediate(resolve));
    const serving = askLeft({ type: 'StartService', window: 'w1' });
    readNow();
    expect((await Promise.all([called, serving])).map(wordOf)).to.deep.equal([
      'NO_ONE_WAITING',
      'TICKET_NOT_CALLED',
    ]);
    await audit(memory);
  });

  it('put what lost its race at midnight into the new day', async () => {
    const memory = new MemoryJournal();
    const gate = new GatedJournal(memory);
    const clock = new TestClock(at('24:00') - 1000);
    const [left, right] = [await started(gate, clock), await started(memory, clock)];
    await asking(right, 'right')(issueTicket('social'));
    const readNow = gate.hold('read');
    const written = gate.appends.length;
    const asked = asking(left, 'left')(issueTicket('social'));
    await waitFor('the lost race', () => gate.appends.length > written);
    clock.set(at('24:00'));
    readNow();
    expect(await asked).to.have.nested.include({ 'ticket.id': '20260303-A001' });
    await audit(memory);
  });

  it('answer a command that the other has done with the answer it got there', async () => {
    const journal = new MemoryJournal();
    const [left, right] = [await started(journal), await started(journal)];
    const answer = await left.execute(issueTicket('social'), { commandId: 'a-retry-1', by: 'left' });
    expect(await right.execute(issueTicket('social'), { commandId: 'a-retry-1', by: 'right' })).to.deep.equal(
      answer,
    );
    expect(await readAll(journal)).to.have.length(2);
  });

  it('started in the same moment, open the day once', async () => {
    const journal = new MemoryJournal();
    await Promise.all([started(journal), started(journal), started(journal)]);
    expect((await readAll(journal)).map(({ type }) => type)).to.deep.equal(['DayOpened']);
  });

  it('agree in the end, whatever both are asked at once: every command answered once, every call by the rule', async () => {
    const load = fc.array(randomCommand, { minLength: 20, maxLength: 60, size: 'max' });
    await fc.assert(
      fc.asyncProperty(load, load, async (...loads) => {
        const journal = new MemoryJournal();
        const services = [await started(journal), await started(journal)];
        const answered = await Promise.all(
          services.map((service, index) => {
            const ask = asking(service, `node${index}`);
            return Promise.all((loads[index] ?? []).flatMap((random) => answerOf(ask, random, service)));
          }),
        );
        const log = await readAll(journal);
        for (const outcome of answered.flat()) if (outcome.ok) expect(outcome.seq).to.be.at.most(log.length);
        const issued = answered.flat().flatMap((outcome) => (issuedNumber(outcome) ?? []) as string[]);
        expect(new Set(issued).size, 'no number twice').to.equal(issued.length);
        // A word that is never refused makes each read what the other wrote last.
        const reads = services.map((service, index) =>
          asking(service, `last${index}`)(issueTicket('social')),
        );
        await Promise.all(reads);
        await asking(services[0] as HallService, 'again')(issueTicket('social'));
        const ends = services.map((service) => service.state.seq).sort();
        expect(ends.at(-1)).to.equal((await readAll(journal)).length);
        await audit(journal);
      }),
      { numRuns: 30 },
    );
  });

  it('agree on one file too', async () => {
    const file = join(tempDir(), 'hall.db');
    const journals = [new SqliteJournal(file), new SqliteJournal(file)];
    const services = await Promise.all(journals.map((journal) => started(journal)));
    const answers = await Promise.all(
      services.flatMap((service, index) => {
        const ask = asking(service, `node${index}`);
        return Array.from({ length: 200 }, () => ask(issueTicket('social')));
      }),
    );
    const numbers = answers.map(wordOf).sort();
    expect(numbers).to.deep.equal(
      Array.from({ length: 400 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`),
    );
    for (const journal of journals) {
      expect(await readAll(journal)).to.have.length(401);
      await journal.close();
    }
  });
});

function answerOf(
  ask: (command: Command) => Promise<Outcome>,
  random: Parameters<typeof commandOf>[0],
  service: HallService,
): Promise<Outcome>[] {
  const command = commandOf(random, [...service.state.tickets.keys(), '20260302-A001', '20260302-B001']);
  return command === undefined ? [] : [ask(command)];
}

function issuedNumber(outcome: Outcome): string[] | undefined {
  if (!outcome.ok || outcome.ticket === undefined) return undefined;
  return outcome.ticket.order === outcome.seq ? [outcome.ticket.number] : undefined;
}
