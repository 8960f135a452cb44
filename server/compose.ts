import type { Logger } from 'pino';
import { type HallConfig, setupOf } from '../common/contract/config.ts';
import { createApp } from './app.ts';
import { Waits } from './balancing/expected-waits.ts';
import { HallBalance } from './balancing/hall-balance.ts';
import { BalanceThread } from './balancing/thread.ts';
import { timetableOf } from './balancing/timetable.ts';
import { Catalogue } from './catalogue.ts';
import { fastClock, systemClock } from './clock.ts';
import { SettingError, type Settings } from './config.ts';
import { demoHall } from './demo/hall.ts';
import type { Outbox } from './effects/outbox.ts';
import { hallEffects } from './hall-effects.ts';
import { readHallFile } from './hall-file.ts';
import { forecastWorker } from './jobs/forecasts.ts';
import { notifyWorker } from './jobs/notify.ts';
import { type Reported, Reports, reportWorker } from './jobs/reports.ts';
import { WebPush } from './jobs/web-push.ts';
import { keepingOf } from './keeping.ts';
import { personalData } from './personal-data.ts';
import type { Clock, Journal } from './ports.ts';
import { printing } from './printing.ts';
import type { Hall } from './reception.ts';
import { TicketSecrets } from './secrets.ts';
import { HallService } from './service/service.ts';

/** How often the clock is looked at: a new day, a call nobody answered. */
const TICK_MS = 5000;
/** How often personal data is looked through for what is too old; by the hall's clock. */
const SWEEP_MS = 3_600_000;

export interface ServerOptions {
  settings: Settings;
  log: Logger;
  version: string;
  webRoot: string;
  /** This machine's address on the hall's network. */
  address: string;
}

export interface RunningServer {
  port: number;
  publicUrl: string;
  halls: string[];
  /** Answers what was asked, writes what was taken, then ends. May be called twice. */
  stop(): Promise<void>;
}

/** Puts the parts of one machine's server together and starts them. */
export async function startServer({
  settings,
  log,
  version,
  webRoot,
  address,
}: ServerOptions): Promise<RunningServer> {
  const clock = clockOf(settings);
  const keeping = await keepingOf(settings, log);
  const secrets = new TicketSecrets(keeping.ticketKey);
  const printer = printing(settings, clock, log);
  const jobs = keeping.jobs(clock);
  const reports = new Reports(keeping.shelf);
  const reported = new Map<string, Reported>();
  const waitThread = new BalanceThread('the thread of expected waits');
  const planThread = new BalanceThread('the thread of advice');
  const seasonThread = new BalanceThread('the thread of the days ahead');
  const webPush = webPushOf(settings, keeping.ticketKey);
  const halls = new Map<string, Hall>();
  const outboxes: Outbox[] = [];
  const stops: (() => Promise<void>)[] = [];
  let port = settings.PORT;
  const publicUrl = (): string => settings.PUBLIC_URL.replace(/\/$/, '') || `http://${address}:${port}`;

  for (const config of await readHalls(settings)) {
    const personal = await personalData(config, settings, keeping, clock, log);
    const journal = keeping.journal(config.id);
    const service = await startHall(config, journal, clock, log);
    const waits = new Waits();
    const onFault = (fault: unknown): void =>
      log.warn({ hall: config.id, err: fault }, 'the balance could not reckon');
    const timetable = timetableOf(config);
    const threads = { waitThread, planThread, seasonThread };
    const { shelf } = keeping;
    const balance = new HallBalance({ service, timetable, waits, clock, shelf, ...threads, onFault });
    const hall = { config, service, catalogue: new Catalogue(config), ...personal, waits, balance, webPush };
    halls.set(config.id, hall);
    reported.set(config.id, { config, log: service.log });
    const effects = hallEffects({
      hall,
      journal,
      settings,
      keeping,
      jobs,
      printer,
      secrets,
      publicUrl,
      clock,
      log,
    });
    outboxes.push(...effects);
    stops.push(async () => {
      await service.stop();
      for (const outbox of effects) await outbox.stop();
      await journal.close();
      await personal.persons.close();
    });
  }
  jobs.work(reportWorker(reports, reported));
  jobs.work(forecastWorker(halls));
  if (webPush !== null) jobs.work(notifyWorker({ halls, webPush, secrets, clock, log }));
  // Before the effects, which may have slips of an earlier run to print.
  await printer.device.start();
  await jobs.start();
  for (const outbox of outboxes) await outbox.start();
  const { operations } = printer;
  const app = createApp({
    halls,
    jobs,
    reports,
    secrets,
    clock,
    log,
    version,
    publicUrl,
    webRoot,
    operations,
  });
  port = await app.listen(settings.PORT, settings.HOST).catch((cause: Error) => {
    const where = `HOST=${settings.HOST} PORT=${settings.PORT}`;
    throw new SettingError(`${where} can not be used: ${cause.message}`, { cause });
  });
  for (const { balance } of halls.values()) balance.start();
  const days = setInterval(() => {
    for (const { service } of halls.values()) void service.tick();
  }, TICK_MS);
  const sweeps = setInterval(() => {
    for (const { persons } of halls.values()) void persons.attempt(() => persons.sweep());
  }, SWEEP_MS / clock.speed);
  const stop = once(async () => {
    clearInterval(days);
    clearInterval(sweeps);
    for (const { balance } of halls.values()) balance.stop();
    await app.close();
    await Promise.all([waitThread.stop(), planThread.stop(), seasonThread.stop()]);
    await jobs.stop();
    for (const each of stops) await each();
    await printer.device.stop();
    await keeping.close();
  });
  return { port, publicUrl: publicUrl(), halls: [...halls.keys()], stop };
}

async function startHall(
  config: HallConfig,
  journal: Journal,
  clock: Clock,
  log: Logger,
): Promise<HallService> {
  const service = new HallService(setupOf(config), journal, clock, (fault) =>
    log.error({ hall: config.id, err: fault }, 'the journal has a fault'),
  );
  const postponed = await service.start();
  if (postponed !== null) {
    log.warn(
      { hall: config.id, rejection: postponed },
      'today keeps the setup it began with; the new one begins tomorrow',
    );
  }
  return service;
}

async function readHalls({ HALL_CONFIG }: Settings): Promise<HallConfig[]> {
  if (HALL_CONFIG === '') return [demoHall()];
  const halls = await Promise.all(HALL_CONFIG.split(',').map((file) => readHallFile(file.trim())));
  const ids = halls.map((hall) => hall.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new SettingError(`HALL_CONFIG: two files are of the hall ${twice}`);
  return halls;
}

/** Null where phones are told nothing. */
function webPushOf({ NOTIFY_CONTACT, NOTIFY_SERVICES }: Settings, key: Buffer): WebPush | null {
  return NOTIFY_CONTACT === '' ? null : new WebPush(key, NOTIFY_CONTACT, NOTIFY_SERVICES.split(','));
}

function clockOf({ CLOCK_SPEED, CLOCK_START }: Settings): Clock {
  if (CLOCK_SPEED === 1 && CLOCK_START === '') return systemClock;
  return fastClock(CLOCK_START === '' ? Date.now() : Date.parse(CLOCK_START), CLOCK_SPEED);
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= act();
    return done;
  };
}
