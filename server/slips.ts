import type { HallConfig } from '../common/contract/config.ts';
import type { Job } from './effects/job.ts';
import type { Draft, TicketIssued } from './hall/events.ts';
import { escposOf } from './printing/escpos.ts';
import type { Printer } from './printing/printer.ts';
import type { PrinterModel } from './printing/printer-model.ts';
import { type SlipInput, slipOf } from './printing/slip.ts';

/** A slip printed later than this after its ticket helps nobody; who wants one asks for a reprint. */
const SLIP_USEFUL_MS = 10 * 60_000;

export interface SlipParts {
  config: HallConfig;
  printer: Printer;
  model: PrinterModel;
  urlOf: (ticket: string) => string;
}

/** Turns an issued ticket into the job of printing its slip; null for every other event. */
export function slipJob(parts: SlipParts, event: Draft): Job | null {
  if (event.type !== 'TicketIssued' || !event.print) return null;
  const id = `${parts.config.id}.${event.ticket}`;
  return {
    id,
    usefulUntil: event.at + SLIP_USEFUL_MS,
    run: async () => {
      const slip = slipOf(slipInput(parts, event, event.at), event.locale);
      await parts.printer.print({ id, bytes: escposOf(slip, parts.model) });
    },
  };
}

/** What stands on the slip: all of it from the event and the hall's setup. */
export function slipInput({ config, urlOf }: SlipParts, event: TicketIssued, at: number): SlipInput {
  const queue = config.queues.find((each) => each.id === event.queue);
  const zone = config.zones.find((each) => each.id === queue?.zone);
  if (queue === undefined || zone === undefined)
    throw new Error(`queue ${event.queue} is not in the hall's setup`);
  const category = config.categories.find((each) => each.id === event.category);
  const windows = config.windows
    .filter((window) => window.queues.includes(event.queue))
    .map((window) => window.number);
  return {
    hall: { name: config.name, timeZone: config.timeZone },
    zoneName: zone.name,
    queueName: queue.name,
    ticket: {
      number: event.number,
      issuedAt: new Date(at).toISOString(),
      dueAt: new Date(event.dueAt).toISOString(),
      ahead: event.ahead,
      windows,
      ...(category === undefined ? {} : { tag: category.name }),
      isReprint: false,
    },
    notices: [],
    url: urlOf(event.ticket),
  };
}
