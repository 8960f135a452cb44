import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { Waits } from '../../../server/balancing/expected-waits.ts';
import { FileCheckpoint } from '../../../server/effects/checkpoint.ts';
import { LocalJobs } from '../../../server/effects/local.ts';
import { Outbox } from '../../../server/effects/outbox.ts';
import { slipJob, slipWorker } from '../../../server/jobs/slips.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { networkPrinter } from '../../../server/printing/network-printer.ts';
import type { Printer } from '../../../server/printing/printer.ts';
import { printerModels } from '../../../server/printing/printer-model.ts';
import { render } from '../../../server/printing/render.ts';
import { HallService } from '../../../server/service/service.ts';
import { type Asked, asking, issueTicket, wordOf } from '../../support/commands.ts';
import { GatedJournal } from '../../support/gated-journal.ts';
import { MINUTE, smallHall, smallSetup } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';
import { type FakePrinter, fakePrinter, READY } from '../printing/fake-printer.ts';

const NO_PAPER: [number, number, number] = [0x1a, 0x32, 0x7e];
const model = printerModels['kiosk-80'];
const config = smallHall();
const tempDir = tempDirs();

describe('slips', () => {
  let device: FakePrinter;
  let printer: Printer;
  let memory: MemoryJournal;
  let journal: GatedJournal;
  let clock: TestClock;
  let service: HallService;
  let ask: Asked;
  let file: string;
  let jobs: LocalJobs;
  let outbox: Outbox;
  let hear: Parameters<HallService['subscribe']>[0];
  let logged: string[];

  beforeEach(async () => {
    device = await fakePrinter();
    logged = [];
    const log = pino({ level: 'info' }, { write: (line) => void logged.push(line) });
    // Checks while idle would come in between the jobs of a test.
    printer = networkPrinter({
      host: '127.0.0.1',
      port: device.port,
      timeoutMs: 2000,
      checkEveryMs: 3_600_000,
      log,
    });
    await printer.start();
    memory = new MemoryJournal();
    journal = new GatedJournal(memory);
    clock = new TestClock();
    service = new HallService(smallSetup(), journal, clock);
    ask = asking(service);
    await service.start();
    file = join(tempDir(), 'printed');
    await startOutbox();
  });
  afterEach(async () => {
    await stopOutbox();
    await service.stop();
    await printer.stop();
    await device.close();
  });

  async function startOutbox(): Promise<void> {
    const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) });
    jobs = new LocalJobs(join(dirname(file), 'dead-letters.json'), clock, log);
    const urlOf = (ticket: string): string => `http://hall/${ticket}`;
    const secretOf = (number: string): string => `secret-of-${number}`;
    jobs.work(slipWorker({ config, printer, model, urlOf, secretOf }));
    await jobs.start();
    outbox = new Outbox({
      journal,
      hall: {
        subscribe: (listener) => {
          hear = listener;
          return service.subscribe(listener);
        },
        onTouch: (listener) => service.onTouch(listener),
      },
      checkpoint: new FileCheckpoint(file),
      jobs,
      jobOf: (event) => slipJob(config.id, 1, event, service.state, new Waits()),
      log,
    });
    await outbox.start();
  }

  async function stopOutbox(): Promise<void> {
    await jobs.stop();
    await outbox.stop();
  }

  /** The numbers on the slips that have come out, in order. */
  function printed(): string[] {
    const slips = device.received.filter((bytes) => bytes.length > 0);
    return slips.map((bytes) => /\b[A-C]\d{3,}\b/.exec(render(bytes, model.dots).text)?.[0] ?? 'no number');
  }

  const take = (queue = 'social', print = true) =>
    ask({ ...issueTicket(queue), print } as Parameters<Asked>[0]);
  const done = async (seq: number): Promise<boolean> => (await new FileCheckpoint(file).load()) >= seq;

  it('come out again, marked as such, when a reprint is asked for', async () => {
    const outcome = await take('social');
    if (!outcome.ok || outcome.ticket === undefined) throw new Error(wordOf(outcome));
    await ask({ type: 'ReprintTicket', ticket: outcome.ticket.id });
    await waitFor('both slips', () => printed().length === 2);
    expect(printed()).to.deep.equal(['A001', 'A001']);
    const marks = device.received
      .filter((bytes) => bytes.length > 0)
      .map((bytes) => render(bytes, model.dots).text.includes('补打'));
    expect(marks).to.deep.equal([false, true]);
  });

  it('say what to bring, when a clerk asks for the paper of a supplement', async () => {
    await ask({ type: 'OpenWindow', window: 'w1' });
    await take('social', false);
    await ask({ type: 'CallNext', window: 'w1', ready: false });
    await ask({ type: 'StartService', window: 'w1' });
    await ask({ type: 'FinishService', window: 'w1', outcome: 'supplement', until: '2026-03-05' });
    await ask({ type: 'PrintSupplement', window: 'w1', supplement: 'R001', locale: 'zh-CN' });
    await waitFor('the slip', () => device.received.some((bytes) => bytes.length > 0));
    const [slip] = device.received.filter((bytes) => bytes.length > 0);
    const { text } = render(slip ?? Buffer.alloc(0), model.dots);
    for (const said of ['一次性告知单', 'R001', '2026-03-05', '[QR small.R001.secret-of-R001]'])
      expect(text).to.include(said);
  });

  it('come out once for every ticket, in the order of the numbers', async () => {
    for (const queue of ['social', 'tax', 'social']) await take(queue);
    await Promise.all([take('social'), take('tax')]);
    await waitFor('five slips', () => printed().length === 5);
    expect(printed()).to.deep.equal(['A001', 'B001', 'A002', 'A003', 'B002']);
    await waitFor('the checkpoint', () => done(6));
  });

  it('do not come out for who wants none, nor for anything else that happens', async () => {
    await ask({ type: 'OpenWindow', window: 'w1' });
    await take('social', false);
    await ask({ type: 'CallNext', window: 'w1', ready: false });
    await take('social');
    await waitFor('the slip', () => printed().length > 0);
    expect(printed()).to.deep.equal(['A002']);
  });

  it('wait for paper, and come out in order when there is some; tickets are taken all the while', async () => {
    device.behaviour.status = NO_PAPER;
    for (let count = 0; count < 3; count++) expect((await take()).ok).to.equal(true);
    await waitFor('the printer to be asked', () => logged.some((line) => line.includes('job failed')));
    expect(printed()).to.deep.equal([]);
    await waitFor('all to stand in the line', async () => (await jobs.lines())[0]?.waiting === 2);
    device.behaviour.status = READY;
    await waitFor('the slips', () => printed().length === 3);
    expect(printed()).to.deep.equal(['A001', 'A002', 'A003']);
  });

  it('come out after a restart, if they had not before', async () => {
    device.behaviour.status = NO_PAPER;
    for (let count = 0; count < 2; count++) await take();
    await waitFor('the printer to be asked', () => logged.some((line) => line.includes('job failed')));
    await stopOutbox();
    await take();
    device.behaviour.status = READY;
    await startOutbox();
    await waitFor('the slips', () => printed().length === 3);
    expect(printed()).to.deep.equal(['A001', 'A002', 'A003']);
    expect(await jobs.deadLetters()).to.deep.equal([]);
  });

  it('do not come out again after a restart, if they had', async () => {
    await take();
    await waitFor('the checkpoint', () => done(2));
    await stopOutbox();
    await startOutbox();
    await take();
    await waitFor('the second slip', () => printed().length === 2);
    expect(printed()).to.deep.equal(['A001', 'A002']);
  });

  it('come out again rather than never, when the power went between paper and checkpoint', async () => {
    await take();
    await waitFor('the first', () => done(2));
    const before = await readFile(file);
    await take();
    await waitFor('the second', () => done(3));
    await stopOutbox();
    await writeFile(file, before);
    await startOutbox();
    await waitFor('the second again', () => printed().length === 3);
    expect(printed()).to.deep.equal(['A001', 'A002', 'A002']);
  });

  it('that come too late to be of use are given up and named, and hold nobody up', async () => {
    device.behaviour.status = NO_PAPER;
    await take();
    await waitFor('the printer to be asked', () => logged.some((line) => line.includes('job failed')));
    clock.pass(11 * MINUTE);
    await take();
    device.behaviour.status = READY;
    await waitFor('the slip of the second', () => printed().length > 0, 8000);
    expect(printed()).to.deep.equal(['A002']);
    const dead = (await jobs.deadLetters()).map(({ id, reason }) => ({ id, reason }));
    expect(dead).to.deep.equal([{ id: 'small.20260302-A001', reason: 'came too late to be of use' }]);
    expect(logged.join()).to.include('job given up');
  });

  it('of a log without a checkpoint, or with a torn one, come out from the beginning', async () => {
    await stopOutbox();
    await take();
    await take();
    await writeFile(file, '{"to');
    await startOutbox();
    await waitFor('both', () => printed().length === 2);
    expect(printed()).to.deep.equal(['A001', 'A002']);
  });

  it('of a log that was put back from a copy, shorter than the checkpoint, come out too', async () => {
    await stopOutbox();
    await writeFile(file, '900');
    await startOutbox();
    await take();
    await waitFor('the slip', () => printed().length === 1);
    expect(printed()).to.deep.equal(['A001']);
  });

  it('of a log that loses its end while it is followed, and goes another way, come out too', async () => {
    await take();
    await take();
    await waitFor('the first two', () => done(3));
    await service.stop();
    memory.rows.length = 2;
    service = new HallService(smallSetup(), journal, clock);
    ask = asking(service, 'after');
    await service.start();
    service.subscribe(hear);
    await take('tax');
    await waitFor('the slip', () => printed().length === 3);
    expect(printed()).to.deep.equal(['A001', 'A002', 'B001']);
  });

  it('come out though the log could not be read for a moment, without waiting for the next ticket', async () => {
    journal.readFault = new Error('the disk is away');
    await take();
    await waitFor('the fault', () => logged.some((line) => line.includes('can not follow the log')));
    journal.readFault = null;
    await waitFor('the slip', () => printed().length === 1);
  });

  it('may be started twice and stopped twice', async () => {
    await outbox.start();
    await take();
    await waitFor('the slip', () => printed().length === 1);
    await stopOutbox();
    await stopOutbox();
    await take();
    expect(printed()).to.deep.equal(['A001']);
  });
});
