import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import { JournalBroken } from '../../../server/ports.ts';
import { HallService } from '../../../server/service/service.ts';
import { type Asked, asking, callNext, issueTicket, wordOf } from '../../support/commands.ts';
import { failureOf, readAll } from '../../support/drafts.ts';
import { GatedJournal } from '../../support/gated-journal.ts';
import { plainHall } from '../../support/plain-hall.ts';
import { smallSetup } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';

const tempDir = tempDirs();

describe('a hall whose journal has a fault', () => {
  let journal: GatedJournal;
  let service: HallService;
  let faults: Error[];
  let ask: Asked;

  beforeEach(async () => {
    journal = new GatedJournal(new MemoryJournal());
    faults = [];
    service = new HallService(smallSetup(), journal, new TestClock(), (fault) => faults.push(fault));
    ask = asking(service);
    await service.start();
    await ask({ type: 'OpenWindow', window: 'w1' });
  });
  afterEach(() => service.stop());

  it('refuses what it can not write, changes nothing, and tells those in charge why', async () => {
    const before = plainHall(service.state);
    journal.fault = new Error('the disk is gone');
    const asked = [issueTicket('social'), callNext('w1'), issueTicket('tax')].map((command) => ask(command));
    const words = (await Promise.all(asked)).map(wordOf);
    expect(words).to.deep.equal(['JOURNAL_UNAVAILABLE', 'JOURNAL_UNAVAILABLE', 'JOURNAL_UNAVAILABLE']);
    expect(plainHall(service.state)).to.deep.equal(before);
    expect(faults.map(({ message }) => message)).to.deep.equal(['the disk is gone']);
  });

  it('publishes nothing that was not written', async () => {
    const heard: string[] = [];
    await new Promise((resolve) => setImmediate(resolve));
    service.subscribe((events) => heard.push(...events.map(({ type }) => type)));
    journal.fault = new Error('the disk is gone');
    await ask(issueTicket('social'));
    journal.fault = null;
    await ask({ type: 'CloseWindow', window: 'w1' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).to.deep.equal(['WindowClosed']);
  });

  it('goes on when the disk is back, with the numbers it would have given', async () => {
    journal.fault = new Error('the disk is gone');
    await ask(issueTicket('social'), 'tried-again');
    await ask(issueTicket('social'));
    journal.fault = null;
    expect(wordOf(await ask(issueTicket('social'), 'tried-again'))).to.equal('A001');
    expect(wordOf(await ask(callNext('w1')))).to.equal('A001');
    expect(await readAll(journal)).to.have.length(4);
  });

  it('answers what it can not read back as unavailable, and later with what really happened', async () => {
    // Written, but the answer of the disk was lost, and the journal can not be read at first either.
    const real = new MemoryJournal();
    let broken = false;
    const losesAnswers = new GatedJournal({
      async append(expected, drafts) {
        const hash = await real.append(expected, drafts);
        if (broken) throw new Error('no answer from the disk');
        return hash;
      },
      read(from) {
        if (broken) throw new Error('nothing can be read');
        return real.read(from);
      },
      last: () => real.last(),
      days: () => real.days(),
      close: () => real.close(),
    });
    const hall = new HallService(smallSetup(), losesAnswers, new TestClock());
    await hall.start();
    broken = true;
    const asked = asking(hall);
    expect(wordOf(await asked(issueTicket('social'), 'lost-answer'))).to.equal('JOURNAL_UNAVAILABLE');
    broken = false;
    const others = await Promise.all([
      asked(issueTicket('social')),
      asked(issueTicket('social'), 'lost-answer'),
    ]);
    expect(others.map(wordOf)).to.deep.equal(['A002', 'A001']);
    expect(await readAll(real)).to.have.length(3);
  });

  it('does not start when today can not be written', async () => {
    const faulty = new GatedJournal(new MemoryJournal());
    faulty.fault = new Error('the disk is gone');
    const hall = new HallService(smallSetup(), faulty, new TestClock(), (fault) => faults.push(fault));
    expect((await failureOf(hall.start())).message).to.include('could not be opened');
    expect(faults).to.have.length(1);
  });

  it('does not start upon a log that somebody has put a hand on', async () => {
    const file = join(tempDir(), 'hall.db');
    const first = new SqliteJournal(file);
    const hall = new HallService(smallSetup(), first, new TestClock());
    await hall.start();
    for (let count = 0; count < 5; count++) await asking(hall, `citizen${count}`)(issueTicket('social'));
    await hall.stop();
    await first.close();

    const database = new Database(file);
    database.exec("UPDATE events SET text = replace(text, 'citizen3', 'citizen9') WHERE seq = 5");
    database.close();
    const second = new SqliteJournal(file);
    const failure = await failureOf(new HallService(smallSetup(), second, new TestClock()).start());
    expect(failure).to.be.instanceOf(JournalBroken).and.to.include({ seq: 5 });
    await second.close();
  });
});
