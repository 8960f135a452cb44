import { join } from 'node:path';
import { expect } from 'chai';
import type { Recorded } from '../../server/hall/events.ts';
import { SqliteJournal } from '../../server/journal/sqlite.ts';
import { endChildren } from '../support/child.ts';
import { readAll } from '../support/drafts.ts';
import { type Acknowledged, PersistentClient } from '../support/persistent-client.ts';
import { type Program, settingsFor, startProgram } from '../support/program.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const HALL = '/api/v1/halls/small';
const CITIZENS = 6;
/** What each command leaves in the log when it is done, and with it the ticket if it has one. */
const EVENTS: Record<string, string> = {
  tickets: 'TicketIssued',
  open: 'WindowOpened',
  'call-next': 'TicketCalled',
  start: 'ServiceStarted',
  finish: 'ServiceFinished',
};
const tempDir = tempDirs();

describe('the program, ended in the middle of its work', function () {
  this.timeout(90_000);
  let client: PersistentClient;
  let program: Program;

  afterEach(async () => {
    client.close();
    await endChildren();
  });

  async function citizen(): Promise<void> {
    while (!client.isGivingUp) await client.post(`${HALL}/tickets`, { queue: 'social', print: false });
  }

  async function clerk(window: string): Promise<void> {
    await client.post(`${HALL}/windows/${window}/open`);
    while (!client.isGivingUp) {
      const called = await client.post(`${HALL}/windows/${window}/call-next`);
      if (called?.status !== 200) continue;
      await client.post(`${HALL}/windows/${window}/start`);
      await client.post(`${HALL}/windows/${window}/finish`);
    }
  }

  /** Lets clients work, ends the program at some moment, starts it again on the same port, and so on. */
  async function work(
    end: 'SIGKILL' | 'SIGTERM',
    times: number,
  ): Promise<{ log: Recorded[]; acknowledged: Acknowledged[] }> {
    const settings = settingsFor(tempDir());
    program = await startProgram(settings);
    client = new PersistentClient(() => program.port);
    const people = [...Array.from({ length: CITIZENS }, citizen), ...['w1', 'w3', 'w4'].map(clerk)];
    for (let crash = 0; crash < times; crash++) {
      const enough = client.acknowledged.length + 50 + Math.floor(Math.random() * 400);
      await waitFor('some work to be done', () => client.acknowledged.length > enough, 20_000);
      expect(await program.kill(end), program.err()).to.equal(end === 'SIGTERM' ? 0 : end);
      program = await startProgram({ ...settings, PORT: String(program.port) });
    }
    const enough = client.acknowledged.length + 100;
    await waitFor('work to go on', () => client.acknowledged.length > enough, 20_000);
    client.isGivingUp = true;
    await Promise.all(people);
    await program.kill('SIGTERM');
    const journal = new SqliteJournal(join(settings.DATA_DIR ?? '', 'small.db'));
    const log = await readAll(journal);
    await journal.close();
    return { log, acknowledged: client.acknowledged };
  }

  for (const [end, times] of [
    ['SIGKILL', 3],
    ['SIGTERM', 1],
  ] as const) {
    it(`has everything it acknowledged exactly once (${end})`, async () => {
      const { log, acknowledged } = await work(end, times);
      expect(client.retried, 'the clients were in the middle of something').to.be.at.least(1);
      const byKey = new Map<string, Recorded[]>();
      for (const event of log) byKey.set(event.commandId, [...(byKey.get(event.commandId) ?? []), event]);
      for (const { key, path, status, body } of acknowledged) {
        const events = byKey.get(key) ?? [];
        if (status >= 300) {
          expect(events, `${key} ${path} was refused: ${body.code}`).to.deep.equal([]);
          continue;
        }
        expect(
          events.map(({ type }) => type),
          `${key} ${path}`,
        ).to.deep.equal([EVENTS[path.split('/').at(-1) ?? '']]);
        const [event] = events;
        if (event !== undefined && 'ticket' in event) expect(event.number).to.equal(body.ticket.number);
      }
      const issued = log.flatMap((event) => (event.type === 'TicketIssued' ? [event.number] : []));
      const called = log.flatMap((event) => (event.type === 'TicketCalled' ? [event.number] : []));
      expect(new Set(issued).size, 'no number twice').to.equal(issued.length);
      expect(new Set(called).size, 'nobody called twice').to.equal(called.length);
      expect(issued.length).to.be.greaterThan(20);
      expect(called.length).to.be.greaterThan(20);
    });
  }
});
