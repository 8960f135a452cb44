import type { Setup } from '../../common/contract/config.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import { run } from '../../server/hall/run.ts';
import { emptyHall, type HallState } from '../../server/hall/state.ts';
import { DepartureHeap } from './departures.ts';
import { OneLine } from './one-line.ts';
import { Chance } from './random.ts';

/**
 * A hall as a queueing system: Poisson arrivals, exponential services, clerks who call as soon as they can.
 * Everything the hall decides is decided by server/hall itself, through the commands that clients send.
 */

const MINUTE_MS = 60_000;
/** A Monday; the hall's one day then lasts as long as it must. */
const OPENS_AT = Date.parse('2026-03-02T00:00:00+08:00');

export interface Stream {
  queue: string;
  category?: string;
  perMinute: number;
}

export interface Model {
  setup: Setup;
  streams: Stream[];
  /** Mean of every service, in minutes. */
  serviceMinutes: number;
}

/** What became of the customers, in order of arrival. */
export interface Outcome {
  /** Index of the stream each came with. */
  stream: Uint8Array;
  /** From issue to call, in minutes. */
  wait: Float64Array;
  /** What each would have waited, arriving then and served for as long, in one line before windows that can do everything. */
  oneLineWait: Float64Array;
  /** … and in one line of its own stream alone, before the windows that serve its queue. */
  aloneWait: Float64Array;
  events: number;
}

/** Lets so many customers come after a warm-up that is not counted. */
export function simulate(
  model: Model,
  { customers, warmUp, seed }: { customers: number; warmUp: number; seed: number },
): Outcome {
  return new Simulation(model, customers + warmUp, seed).run(warmUp);
}

/** How many windows serve a stream's queue. */
export function windowsOf({ windows }: Setup, { queue }: Stream): number {
  return windows.filter(({ queues }) => queues.includes(queue)).length;
}

class Simulation {
  #state: HallState = emptyHall();
  #chance: { arrivals: Chance; streams: Chance; services: Chance };
  #departures = new DepartureHeap();
  /** Service and place in order of arrival, by ticket, until it is called. */
  #customers = new Map<string, { index: number; at: number; serviceMs: number }>();
  #wait: Float64Array;
  #events = 0;

  constructor(
    private readonly model: Model,
    private readonly total: number,
    seed: number,
  ) {
    this.#chance = {
      arrivals: new Chance(seed),
      streams: new Chance(seed + 1_000_003),
      services: new Chance(seed + 2_000_003),
    };
    this.#wait = new Float64Array(total);
  }

  run(warmUp: number): Outcome {
    const { streams, serviceMinutes, setup } = this.model;
    const perMinute = streams.reduce((sum, each) => sum + each.perMinute, 0);
    const stream = new Uint8Array(this.total);
    const oneLineWait = new Float64Array(this.total);
    const aloneWait = new Float64Array(this.total);
    const oneLine = new OneLine(setup.windows.length);
    const alone = streams.map((each) => new OneLine(windowsOf(setup, each)));
    this.#open();
    let at = OPENS_AT;
    for (let index = 0; index < this.total; index++) {
      at += this.#chance.arrivals.exponential(MINUTE_MS / perMinute);
      const serviceMs = this.#chance.services.exponential(serviceMinutes * MINUTE_MS);
      const own = this.#streamOf(this.#chance.streams.next() * perMinute);
      stream[index] = own;
      aloneWait[index] = (alone[own]?.waitOf(at, serviceMs) ?? 0) / MINUTE_MS;
      oneLineWait[index] = oneLine.waitOf(at, serviceMs) / MINUTE_MS;
      this.#departUntil(at);
      this.#arrive(at, index, serviceMs, streams[own]);
    }
    this.#departUntil(Number.POSITIVE_INFINITY);
    return {
      stream: stream.slice(warmUp),
      wait: this.#wait.slice(warmUp),
      oneLineWait: oneLineWait.slice(warmUp),
      aloneWait: aloneWait.slice(warmUp),
      events: this.#events,
    };
  }

  #open(): void {
    const { setup } = this.model;
    this.#do({ type: 'OpenDay', day: '2026-03-02', startsAt: OPENS_AT, setup, bookable: [] }, OPENS_AT);
    for (const { id } of setup.windows) {
      this.#do({ type: 'OpenWindow', window: id }, OPENS_AT);
      this.#do({ type: 'CallNext', window: id, ready: true }, OPENS_AT);
    }
  }

  #streamOf(point: number): number {
    const { streams } = this.model;
    let left = point;
    for (const [index, { perMinute }] of streams.entries()) {
      left -= perMinute;
      if (left < 0) return index;
    }
    return streams.length - 1;
  }

  #arrive(at: number, index: number, serviceMs: number, stream: Stream | undefined): void {
    if (stream === undefined) throw new Error('a customer comes with a stream');
    const { queue, category } = stream;
    const slip = { locale: 'zh-CN', source: 'kiosk', print: false, ground: 'card', kind: 'walkin' } as const;
    const asked = { type: 'IssueTicket', queue, ...slip, further: [] } as const;
    const command: HallCommand = { ...asked, further: [], ...(category === undefined ? {} : { category }) };
    this.#do(command, at, (ticket) => this.#customers.set(ticket, { index, at, serviceMs }));
  }

  /** Everybody who is done by then goes, and the window calls the next or is ready. */
  #departUntil(until: number): void {
    for (
      let next = this.#departures.first();
      next !== null && next.at <= until;
      next = this.#departures.first()
    ) {
      this.#departures.take();
      const { window, at, ticket } = next;
      this.#do({ type: 'FinishService', window }, at);
      // Years pass in this one day: what is over is let go of.
      this.#state.tickets.delete(ticket);
      this.#do({ type: 'CallNext', window, ready: true }, at);
    }
  }

  #do(command: HallCommand, at: number, issued?: (ticket: string) => void): void {
    const done = run(this.#state, command, { at, by: 'simulation', commandId: '', role: null });
    if ('rejection' in done) throw new Error(`${command.type}: ${done.rejection.code}`);
    this.#events += done.drafts.length;
    for (const draft of done.drafts) {
      if (draft.type === 'TicketIssued') issued?.(draft.ticket);
      if (draft.type === 'TicketCalled') this.#serve(draft.ticket, draft.window, at);
    }
  }

  #serve(ticket: string, window: string, at: number): void {
    const customer = this.#customers.get(ticket);
    if (customer === undefined) throw new Error(`${ticket} was called and never came`);
    this.#customers.delete(ticket);
    this.#wait[customer.index] = (at - customer.at) / MINUTE_MS;
    this.#do({ type: 'StartService', window }, at);
    this.#departures.add({ at: at + customer.serviceMs, window, ticket });
  }
}
