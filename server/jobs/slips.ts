import * as z from 'zod';
import type { HallConfig } from '../../common/contract/config.ts';
import { Locale } from '../../common/contract/text.ts';
import { WaitRange } from '../../common/contract/views.ts';
import type { Waits } from '../balancing/expected-waits.ts';
import type { Draft, TicketIssued } from '../hall/events.ts';
import type { HallState } from '../hall/state.ts';
import { ticketView } from '../hall/views/views.ts';
import type { Job, Worker } from '../ports.ts';
import { escposOf } from '../printing/escpos.ts';
import type { Printer } from '../printing/printer.ts';
import type { PrinterModel } from '../printing/printer-model.ts';
import { type Slip, type SlipInput, slipOf } from '../printing/slip.ts';
import { SupplementFacts, supplementFacts, supplementSlip } from './supplement-slips.ts';

/** A slip printed later than this after its ticket helps nobody; who wants one asks for a reprint. */
const SLIP_USEFUL_MS = 10 * 60_000;

/** The kind of the jobs that print slips. */
const PRINT = 'print';

/**
 * What of a ticket stands on its slip, as a job carries it. Its secret is not in it: whoever prints the slip
 * derives it.
 */
const SlipFacts = z.object({
  ticket: z.string(),
  number: z.string(),
  queue: z.string(),
  category: z.string().nullable(),
  issuedAt: z.number(),
  dueAt: z.number(),
  ahead: z.number(),
  locale: Locale,
  isReprint: z.boolean(),
  /** Expected wait, whole minutes, where it was known when the ticket was taken; jobs of earlier versions have none. */
  wait: WaitRange.nullable().default(null),
});
type SlipFacts = z.infer<typeof SlipFacts>;

export interface SlipParts {
  config: HallConfig;
  printer: Printer;
  model: PrinterModel;
  urlOf: (ticket: string) => string;
  /** Of a supplement's number. */
  secretOf: (number: string) => string;
}

/**
 * Turns an issued ticket, one to be printed again, or what is to be brought into the job of printing its slip;
 * null for every other event. A reprint is of a ticket that still waits, so the hall's state has it.
 * @param speed how fast the hall's clock runs: the ten minutes are a person's, not a demonstration's
 */
export function slipJob(
  hall: string,
  speed: number,
  event: Draft,
  state: Readonly<HallState>,
  waits: Waits,
): Job | null {
  const usefulUntil = event.at + SLIP_USEFUL_MS * speed;
  if (event.type === 'TicketIssued' && event.print) {
    // What a job may carry, and nothing else of the event.
    const data = SlipFacts.parse({
      ...event,
      issuedAt: event.at,
      isReprint: false,
      wait: waitOf(event, waits),
    });
    return { id: `${hall}.${event.ticket}`, kind: PRINT, hall, usefulUntil, data };
  }
  const supplement = supplementFacts(event, state);
  if (supplement !== null)
    return { id: `${hall}.told.${event.seq}`, kind: PRINT, hall, usefulUntil, data: supplement };
  const ticket = event.type === 'TicketReprinted' ? state.tickets.get(event.ticket) : undefined;
  if (ticket === undefined) return null;
  const { ahead } = ticketView(state, ticket);
  const data = SlipFacts.parse({
    ...ticket,
    ticket: ticket.id,
    ahead,
    isReprint: true,
    wait: waits.ofTicket(ticket.id),
  });
  return { id: `${hall}.again.${event.seq}`, kind: PRINT, hall, usefulUntil, data };
}

/** Only who is due by the queue's target alone: nobody has reckoned for whom comes with a booking or category. */
function waitOf({ queue, category, booking, supplement }: TicketIssued, waits: Waits): WaitRange | null {
  const isOrdinary = category === null && booking === undefined && supplement === undefined;
  return isOrdinary ? waits.ofQueue(queue) : null;
}

/** Prints the slips of a hall. Its line is its own: another hall's printer may be out of paper. */
export function slipWorker(parts: SlipParts): Worker {
  const { config, printer, model } = parts;
  return {
    kind: PRINT,
    hall: config.id,
    async run({ id, data }) {
      await printer.print({ id, bytes: escposOf(slipOfJob(parts, data), model) });
    },
  };
}

function slipOfJob(parts: SlipParts, data: unknown): Slip {
  const facts = z.union([SupplementFacts, SlipFacts]).parse(data);
  return 'supplement' in facts
    ? supplementSlip(parts.config, parts.secretOf, facts)
    : slipOf(slipInput(parts, facts), facts.locale);
}

/** What stands on the slip: all of it from the job and the hall's setup. */
function slipInput({ config, urlOf }: SlipParts, facts: SlipFacts): SlipInput {
  const queue = config.queues.find((each) => each.id === facts.queue);
  const zone = config.zones.find((each) => each.id === queue?.zone);
  if (queue === undefined || zone === undefined)
    throw new Error(`queue ${facts.queue} is not in the hall's setup`);
  const category = config.categories.find((each) => each.id === facts.category);
  const windows = config.windows
    .filter((window) => window.queues.includes(facts.queue))
    .map((window) => window.number);
  return {
    hall: { name: config.name, timeZone: config.timeZone },
    zoneName: zone.name,
    queueName: queue.name,
    ticket: {
      number: facts.number,
      issuedAt: new Date(facts.issuedAt).toISOString(),
      dueAt: new Date(facts.dueAt).toISOString(),
      ahead: facts.ahead,
      windows,
      ...(category === undefined ? {} : { tag: category.name }),
      ...(facts.wait === null ? {} : { waitMinutes: { low: facts.wait.p50, high: facts.wait.p90 } }),
      isReprint: facts.isReprint,
    },
    notices: [],
    url: urlOf(facts.ticket),
  };
}
