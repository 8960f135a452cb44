import type { HallConfig } from '../common/contract/config.ts';
import type { Locale } from '../common/contract/text.ts';
import type { Job } from './effects/job.ts';
import type { Draft, TicketIssued } from './hall/events.ts';
import type { HallState } from './hall/state.ts';
import { ticketView } from './hall/views/views.ts';
import { escposOf } from './printing/escpos.ts';
import type { Printer } from './printing/printer.ts';
import type { PrinterModel } from './printing/printer-model.ts';
import { type SlipInput, slipOf } from './printing/slip.ts';

/** A slip printed later than this after its ticket helps nobody; who wants one asks for a reprint. */
const SLIP_USEFUL_MS = 10 * 60_000;

export interface SlipParts {
  /** How fast the hall's clock runs: the ten minutes are a person's, not a demonstration's. */
  speed: number;
  config: HallConfig;
  printer: Printer;
  model: PrinterModel;
  urlOf: (ticket: string) => string;
}

/**
 * Turns an issued ticket, or one to be printed again, into the job of printing its slip; null for every
 * other event. A reprint is of a ticket that still waits, so the hall's state has it.
 */
export function slipJob(parts: SlipParts, event: Draft, state: Readonly<HallState>): Job | null {
  if (event.type === 'TicketIssued' && event.print) {
    return jobOf(parts, event, slipInput(parts, event, event.at), `${parts.config.id}.${event.ticket}`);
  }
  const ticket = event.type === 'TicketReprinted' ? state.tickets.get(event.ticket) : undefined;
  if (ticket === undefined) return null;
  const { ahead } = ticketView(state, ticket);
  const input = slipInput(parts, { ...ticket, ticket: ticket.id, ahead }, ticket.issuedAt);
  const again = { ...input, ticket: { ...input.ticket, isReprint: true } };
  return jobOf(
    parts,
    { at: event.at, locale: ticket.locale },
    again,
    `${parts.config.id}.again.${event.seq}`,
  );
}

function jobOf(
  parts: SlipParts,
  { at, locale }: { at: number; locale: Locale },
  input: SlipInput,
  id: string,
): Job {
  return {
    id,
    usefulUntil: at + SLIP_USEFUL_MS * parts.speed,
    run: () => parts.printer.print({ id, bytes: escposOf(slipOf(input, locale), parts.model) }),
  };
}

/** What of a ticket stands on its slip. */
type SlipFacts = Pick<TicketIssued, 'ticket' | 'number' | 'queue' | 'category' | 'dueAt' | 'ahead'>;

/** What stands on the slip: all of it from the event and the hall's setup. */
export function slipInput({ config, urlOf }: SlipParts, event: SlipFacts, at: number): SlipInput {
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
