import type { Logger } from 'pino';
import { SettingError, type Settings } from './config.ts';
import { Outbox } from './effects/outbox.ts';
import type { Draft } from './hall/events.ts';
import { archiveJob, archiveWorker } from './jobs/archiving.ts';
import { forecastJob } from './jobs/forecasts.ts';
import { notifyJob } from './jobs/notify.ts';
import { pushJob, pushWorker } from './jobs/push.ts';
import { reportJob } from './jobs/reports.ts';
import { slipJob, slipWorker } from './jobs/slips.ts';
import type { Keeping } from './keeping.ts';
import type { Clock, Job, Jobs, Journal } from './ports.ts';
import type { Printing } from './printing.ts';
import type { Hall } from './reception.ts';
import type { TicketSecrets } from './secrets.ts';

export interface HallEffectsParts {
  hall: Hall;
  journal: Journal;
  settings: Settings;
  keeping: Keeping;
  jobs: Jobs;
  printer: Printing;
  secrets: TicketSecrets;
  /** Where citizens' phones reach this machine. */
  publicUrl: () => string;
  clock: Clock;
  log: Logger;
}

/**
 * All that follows a hall's log: has the workers of its own lines take jobs, and makes what turns its events
 * into jobs, to be started when the jobs are.
 * @throws SettingError where news is to be pushed without a key to sign it with
 */
export function hallEffects(parts: HallEffectsParts): Outbox[] {
  const { hall, journal, settings, keeping, jobs, printer, secrets, publicUrl, clock, log } = parts;
  const { config, service, waits, webPush } = hall;
  const { id } = config;
  const follow = (name: string, jobOf: (event: Draft) => Job | null): Outbox => {
    const checkpoint = keeping.checkpoint(`${id}.${name}`);
    return new Outbox({ journal, hall: service, checkpoint, jobs, jobOf, log });
  };
  const instant = () => ({ speed: clock.speed, now: clock.now() });
  const secretOf = (number: string): string => secrets.of(id, number);
  const urlOf = (ticket: string): string => `${publicUrl()}/phone#${id}.${ticket}.${secretOf(ticket)}`;
  jobs.work(slipWorker({ config, printer: printer.device, model: printer.model, urlOf, secretOf }));
  const effects = [
    follow('printed', (event) => slipJob(id, clock.speed, event, service.state, waits)),
    follow('forecast', (event) => forecastJob(id, instant(), event)),
    follow('reported', (event) => reportJob(id, instant(), event)),
  ];
  const { PUSH_URL, PUSH_PER_MINUTE } = settings;
  if (PUSH_URL !== '') {
    jobs.work(pushWorker(id, PUSH_URL, pushKey(settings), PUSH_PER_MINUTE));
    effects.push(follow('pushed', (event) => pushJob(id, instant(), event)));
  }
  const { store } = keeping;
  if (store !== null) {
    jobs.work(archiveWorker({ hall: id, journal, store, log }));
    effects.push(follow('archived', (event) => archiveJob(id, instant(), event)));
  }
  if (webPush !== null) effects.push(follow('notified', (event) => notifyJob(id, instant(), event)));
  return effects;
}

function pushKey({ PUSH_KEY }: Settings): string {
  if (PUSH_KEY === '')
    throw new SettingError('PUSH_KEY must be set where PUSH_URL is: nobody could believe what is pushed');
  return PUSH_KEY;
}
