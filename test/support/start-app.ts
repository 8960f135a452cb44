import { join } from 'node:path';
import pino from 'pino';
import { type HallConfig, setupOf } from '../../common/contract/config.ts';
import { createApp } from '../../server/app.ts';
import { Waits } from '../../server/balancing/expected-waits.ts';
import { HallBalance } from '../../server/balancing/hall-balance.ts';
import { BalanceThread } from '../../server/balancing/thread.ts';
import { timetableOf } from '../../server/balancing/timetable.ts';
import { Catalogue } from '../../server/catalogue.ts';
import { FileCheckpoint } from '../../server/effects/checkpoint.ts';
import { LocalJobs } from '../../server/effects/local.ts';
import { Outbox } from '../../server/effects/outbox.ts';
import { Reports } from '../../server/jobs/reports.ts';
import { slipJob, slipWorker } from '../../server/jobs/slips.ts';
import { MemoryJournal } from '../../server/journal/memory.ts';
import { Persons } from '../../server/persons.ts';
import { Phones } from '../../server/phones.ts';
import type { Jobs, Journal, Shelf } from '../../server/ports.ts';
import { printerModels } from '../../server/printing/printer-model.ts';
import { type TrayPrinter, trayPrinter } from '../../server/printing/tray-printer.ts';
import { printerOperation, trayOperation } from '../../server/printing-operations.ts';
import type { Hall } from '../../server/reception.ts';
import { loadKey, TicketSecrets } from '../../server/secrets.ts';
import { HallService } from '../../server/service/service.ts';
import { FolderShelf } from '../../server/shelf/folder.ts';
import { MemoryVault } from '../../server/vault/memory.ts';
import { smallHall } from './small-hall.ts';
import { TestClock } from './test-clock.ts';

export interface TestApp {
  /** http://127.0.0.1:port, without a slash at its end. */
  url: string;
  port: number;
  hall: Hall;
  service: HallService;
  journal: Journal;
  clock: TestClock;
  secrets: TicketSecrets;
  tray: TrayPrinter;
  jobs: Jobs;
  /** What the log says, a line each. */
  logged: string[];
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Where its files go. */
  folder: string;
  journal?: Journal;
  clock?: TestClock;
  config?: HallConfig;
  /** The thread that simulates, when it is another than the product's. */
  balanceWorker?: URL;
  port?: number;
  /** Where it keeps what its log can make again; a folder of its own when absent. */
  shelf?: Shelf;
}

/** The whole server as the product composes it, on a free port of this machine, with the clock in a test's hand. */
export async function startApp(options: AppOptions): Promise<TestApp> {
  const { folder, journal = new MemoryJournal(), clock = new TestClock(), config = smallHall() } = options;
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) });
  const service = new HallService(setupOf(config), journal, clock, (fault) =>
    log.error({ err: fault }, 'journal'),
  );
  await service.start();
  const { id, timeZone } = config;
  const vault = { vault: new MemoryVault(), vaultKey: loadKey(join(folder, 'vault.key')) };
  const persons = new Persons({ hall: id, timeZone, ...vault, clock, retentionDays: 30, log });
  const phones = new Phones({ hall: id, ...vault, clock, retentionDays: 30 });
  await persons.start();
  const waits = new Waits();
  const waitThread = new BalanceThread('waits', options.balanceWorker);
  const planThread = new BalanceThread('plans', options.balanceWorker);
  const seasonThread = new BalanceThread('days ahead', options.balanceWorker);
  const shelf = options.shelf ?? new FolderShelf(join(folder, 'shelf'));
  const balance = new HallBalance({
    ...{ service, timetable: timetableOf(config), waits, clock, waitThread, planThread },
    ...{ seasonThread, shelf },
    onFault: (fault) => log.warn({ err: fault }, 'balance'),
  });
  const people = { persons, phones, webPush: null };
  const hall = { config, service, catalogue: new Catalogue(config), ...people, waits, balance };
  const secrets = new TicketSecrets(loadKey(join(folder, 'secret.key')));
  const tray = trayPrinter({ directory: join(folder, 'tray') });
  const model = printerModels['kiosk-80'];
  await tray.start();
  const urlOf = (ticket: string): string => `http://hall/${ticket}`;
  const jobs = new LocalJobs(join(folder, 'dead-letters.json'), clock, log);
  jobs.work(slipWorker({ config, printer: tray, model, urlOf, secretOf: (number) => `secret-of-${number}` }));
  await jobs.start();
  const outbox = new Outbox({
    journal,
    hall: service,
    checkpoint: new FileCheckpoint(join(folder, 'printed')),
    jobs,
    jobOf: (event) => slipJob(config.id, clock.speed, event, service.state, waits),
    log,
  });
  await outbox.start();
  let url = '';
  const app = createApp({
    halls: new Map([[config.id, hall]]),
    jobs,
    reports: new Reports(shelf),
    secrets,
    clock,
    log,
    version: '0.0.0-test',
    publicUrl: () => url,
    webRoot: join(folder, 'web'),
    operations: [printerOperation(tray), trayOperation(tray, model)],
  });
  const port = await app.listen(options.port ?? 0, '127.0.0.1');
  url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    balance.stop();
    await app.close();
    await Promise.all([waitThread.stop(), planThread.stop(), seasonThread.stop()]);
    await service.stop();
    await jobs.stop();
    await outbox.stop();
    await tray.stop();
    await journal.close();
    await persons.close();
  };
  return { url, port, hall, service, journal, clock, secrets, tray, jobs, logged, stop };
}
