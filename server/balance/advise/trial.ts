import type { Model, WindowPlan } from '../model.ts';
import { changesOf } from '../simulate/changes.ts';
import type { Day, DayTicket } from '../simulate/day.ts';
import { drawDay, type Source } from '../simulate/draw.ts';
import { type Calls, Kernel } from '../simulate/kernel.ts';
import { Layout } from '../simulate/layout.ts';
import type { Start } from '../simulate/start.ts';

const MINUTE_MS = 60_000;

/** What one day came to under one plan; by queue in the order of the setup. Waits in minutes. */
export interface DayWaits {
  tickets: Float64Array;
  waits: Float64Array;
}

/** One ticket of one of the days; its wait in minutes, until it left or the hall shut if nobody called it. */
export interface LivedTicket {
  day: number;
  queue: number;
  at: number;
  wait: number;
  isCalled: boolean;
}

/** Lives the same days under any plans (common random numbers). Days are drawn when they are first asked for. */
export class Trial {
  readonly #source: Source;
  readonly #days: Day[] = [];

  /** @param firstSeed its days are the seeds from here on. */
  constructor(
    private readonly model: Model,
    start: Start,
    private readonly firstSeed: number,
  ) {
    this.#source = { model, layout: new Layout(model.setup), start };
  }

  /** The days from one number to another, the second not included. */
  live(plans: readonly WindowPlan[], from: number, until: number): DayWaits[] {
    return this.#lived(plans, from, until).map(({ day, calls }) =>
      waitsOf(day, calls, this.model.setup.queues.length),
    );
  }

  /** Everybody's arrival and wait on the first days, one after the other. */
  *each(plans: readonly WindowPlan[], days: number): Generator<LivedTicket> {
    for (const [index, { day, calls }] of this.#lived(plans, 0, days).entries())
      for (const ticket of day.tickets) {
        const isCalled = !Number.isNaN(calls.calledAt[ticket.index]);
        yield { day: index, queue: ticket.queue, at: ticket.at, wait: waitOf(ticket, calls), isCalled };
      }
  }

  #lived(plans: readonly WindowPlan[], from: number, until: number): { day: Day; calls: Calls }[] {
    const changes = changesOf(this.#source.layout, plans, this.#source.start);
    return Array.from({ length: until - from }, (_, index) => {
      const day = this.#day(from + index);
      return { day, calls: new Kernel(this.#source.layout, changes, day, this.model.habits).run() };
    });
  }

  #day(index: number): Day {
    let day = this.#days[index];
    if (day === undefined) {
      day = drawDay(this.#source, this.firstSeed + index);
      this.#days[index] = day;
    }
    return day;
  }
}

function waitsOf({ tickets }: Day, calls: Calls, queues: number): DayWaits {
  const result = { tickets: new Float64Array(queues), waits: new Float64Array(queues) };
  for (const ticket of tickets) {
    const { queue } = ticket;
    result.tickets[queue] = (result.tickets[queue] as number) + 1;
    result.waits[queue] = (result.waits[queue] as number) + waitOf(ticket, calls);
  }
  return result;
}

/** Until the call, until they left, or until the hall shut with them still in it. */
function waitOf(ticket: DayTicket, { calledAt, endedAt }: Calls): number {
  const called = calledAt[ticket.index] as number;
  const until = Number.isNaN(called) ? Math.max(ticket.at, Math.min(ticket.leavesAt, endedAt)) : called;
  return (until - ticket.at) / MINUTE_MS;
}
