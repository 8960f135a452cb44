import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { FileCheckpoint } from '../../../server/effects/checkpoint.ts';
import { LocalJobs } from '../../../server/effects/local.ts';
import { Outbox } from '../../../server/effects/outbox.ts';
import type { Draft } from '../../../server/hall/events.ts';
import { pushJob, pushWorker } from '../../../server/jobs/push.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';
import { HallService } from '../../../server/service/service.ts';
import { asking, callNext, issueTicket } from '../../support/commands.ts';
import { smallSetup } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { TestClock } from '../../support/test-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

const KEY = 'a key that both sides know';
const tempDir = tempDirs();

interface Received {
  id: string;
  signature: string;
  text: string;
}

describe('what another system is told (R51)', () => {
  let receiver: Server;
  let received: Received[];
  /** What the receiver answers next; 204 when there is nothing here. */
  let answers: number[];
  let service: HallService;
  let jobs: LocalJobs;
  let outbox: Outbox;

  beforeEach(async () => {
    received = [];
    answers = [];
    receiver = createServer((request, response) => {
      let text = '';
      request.on('data', (bytes: Buffer) => {
        text += bytes.toString();
      });
      request.on('end', () => {
        const header = (name: string): string => String(request.headers[name]);
        received.push({ id: header('idempotency-key'), signature: header('x-onewindow-signature'), text });
        response.writeHead(answers.shift() ?? 204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port } = receiver.address() as AddressInfo;
    const folder = tempDir();
    const log = pino({ level: 'silent' });
    const clock = new TestClock();
    const journal = new MemoryJournal();
    service = new HallService(smallSetup(), journal, clock);
    await service.start();
    jobs = new LocalJobs(join(folder, 'dead.json'), clock, log);
    jobs.work(pushWorker('small', `http://127.0.0.1:${port}/news`, KEY, 600));
    outbox = new Outbox({
      journal,
      hall: service,
      checkpoint: new FileCheckpoint(join(folder, 'pushed')),
      jobs,
      jobOf: (event) => pushJob('small', { speed: 1, now: clock.now() }, event),
      log,
    });
    await jobs.start();
    await outbox.start();
  });
  afterEach(async () => {
    await jobs.stop();
    await outbox.stop();
    await service.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  const told = (): string[] =>
    received.map(({ text }) => `${JSON.parse(text).news} ${JSON.parse(text).number}`);

  async function serve(): Promise<void> {
    const ask = asking(service);
    await ask(issueTicket('social'));
    await ask({ type: 'OpenWindow', window: 'w1' });
    await ask(callNext('w1'));
    await ask({ type: 'StartService', window: 'w1' });
    await ask({ type: 'FinishService', window: 'w1' });
  }

  it('is each step of a ticket, in order, signed, and nothing of who it is', async () => {
    await serve();
    await waitFor('all to be told', () => received.length >= 3);
    expect(told()).to.deep.equal(['queued A001', 'called A001', 'served A001']);
    for (const { text, signature } of received) {
      expect(signature).to.equal(`sha256=${createHmac('sha256', KEY).update(text).digest('hex')}`);
      expect(Object.keys(JSON.parse(text))).to.have.members(
        [
          'news',
          'hall',
          'seq',
          'at',
          'ticket',
          'number',
          ...('queue' in JSON.parse(text) ? ['queue'] : []),
        ].concat('window' in JSON.parse(text) ? ['window'] : []),
      );
    }
  });

  it('is told again under the same id when the receiver had a fault, and before what came later', async () => {
    answers = [500, 429];
    await serve();
    await waitFor('all to be told', () => told().includes('served A001'));
    expect(told()).to.deep.equal(['queued A001', 'queued A001', 'queued A001', 'called A001', 'served A001']);
    expect(new Set(received.slice(0, 3).map(({ id }) => id)).size).to.equal(1);
    expect(new Set(received.map(({ id }) => id)).size).to.equal(3);
  });

  it('is given up when the receiver refuses it for good, stands among the dead letters, and holds nothing up', async () => {
    answers = [400];
    await serve();
    await waitFor('the rest to be told', () => told().includes('served A001'));
    const [letter] = await jobs.deadLetters();
    expect(letter).to.include({ kind: 'webhook', hall: 'small', reason: 'the receiver answered 400' });
  });

  it('is nothing of windows that open, and nothing of yesterday', () => {
    const event = { seq: 1, at: 0, by: 'kiosk', commandId: 'command-1', ticket: 't', number: 'A001' };
    const job = (type: string, now: number): unknown =>
      pushJob('small', { speed: 1, now }, { ...event, type } as Draft);
    expect(job('WindowOpened', 0)).to.equal(null);
    expect(job('TicketCalled', 0)).to.include({ id: 'small.1', kind: 'webhook' });
    expect(job('TicketCalled', 25 * 3_600_000)).to.equal(null);
  });
});
