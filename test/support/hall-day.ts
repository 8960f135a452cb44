import type { Setup } from '../../common/contract/config.ts';
import type { Habits } from '../../server/balance/model.ts';
import type { Change } from '../../server/balance/simulate/changes.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import type { Draft } from '../../server/hall/events.ts';
import { run } from '../../server/hall/run.ts';
import type { HallState, WindowState } from '../../server/hall/state.ts';
import { DAY } from './small-hall.ts';

/**
 * A day lived by the hall itself: clerks, citizens and plans send the commands that clients send, and
 * `run` of server/hall decides everything. What the kernel of server/balance must come to as well.
 */

const MINUTE_MS = 60_000;

/** One who comes or already waits; instants are the log's. */
export interface Visitor {
  at: number;
  queue: string;
  category: string | null;
  /** The first instant of the slot they have booked. */
  slotAt: number | null;
  /** Of a ticket that waits at the start. */
  ticket: string | null;
  serviceMs: number;
  leavesAt: number;
  comes: boolean;
}

export interface LivedCall {
  visitor: number;
  window: number;
  at: number;
}

interface Due {
  at: number;
  rank: number;
  place: number;
  act: () => void;
}

/** What comes first of all at one instant: who leaves, then changes, then services' ends, then arrivals. */
const RANK = { leave: 0, change: 1, finish: 2, arrive: 3 } as const;

export class HallDay {
  readonly calls: LivedCall[] = [];
  readonly #due: Due[] = [];
  readonly #visitorOf = new Map<string, number>();
  readonly #shutting = new Set<string>();
  readonly #lastQueue = new Map<string, string>();
  readonly #touched = new Set<string>();

  constructor(
    readonly state: HallState,
    private readonly habits: Habits,
    private readonly visitors: readonly Visitor[],
  ) {
    for (const [index, { ticket }] of visitors.entries())
      if (ticket !== null) this.#visitorOf.set(ticket, index);
  }

  /** @param freeAt by window: when who is there now is done; NaN for the others. */
  begin(changes: readonly Change[], freeAt: Float64Array, at: number): this {
    const windows = [...this.state.windows.values()];
    for (const [place, { setup, ticket }] of windows.entries()) {
      if (ticket === null) continue;
      this.#lastQueue.set(setup.id, ticket.queue);
      this.#plan(freeAt[place] ?? at, RANK.finish, place, () =>
        this.#finish(setup.id, freeAt[place] ?? at, true),
      );
    }
    for (const change of changes)
      this.#plan(change.at, RANK.change, change.window, () => this.#change(change));
    for (const [index, visitor] of this.visitors.entries()) {
      this.#book(visitor, index);
      if (visitor.ticket === null)
        this.#plan(visitor.at, RANK.arrive, index, () => this.#arrive(visitor, index));
      else
        this.#plan(visitor.leavesAt, RANK.leave, index, () => this.#leave(visitor.ticket, visitor.leavesAt));
    }
    return this;
  }

  live(until = Number.POSITIVE_INFINITY): this {
    for (let next = this.#due[0]; next !== undefined && next.at < until; next = this.#due[0]) {
      this.#due.shift();
      next.act();
      const after = this.#due[0];
      if (this.#touched.size > 0 && (after?.at !== next.at || after.rank !== RANK.change))
        this.#look(next.at);
    }
    return this;
  }

  do(command: HallCommand, at: number, index = -1): Draft[] {
    const done = run(this.state, command, { at, by: 'clerk', commandId: 'c', role: null });
    if ('rejection' in done) return [];
    for (const draft of done.drafts) {
      if (draft.type === 'TicketIssued') this.#visitorOf.set(draft.ticket, index);
      if (draft.type === 'TicketCalled') this.#called(draft.ticket, draft.window, at);
    }
    return done.drafts;
  }

  #plan(at: number, rank: number, place: number, act: () => void): void {
    if (at === Number.POSITIVE_INFINITY) return;
    const due = { at, rank, place, act };
    const later = this.#due.findIndex((each) => compare(due, each) < 0);
    if (later === -1) this.#due.push(due);
    else this.#due.splice(later, 0, due);
  }

  #book({ slotAt, queue }: Visitor, index: number): void {
    if (slotAt === null) return;
    const id = `b${index}`;
    const booking = { id, person: `person ${index}`, queue, matter: null, day: DAY, slot: '', slotAt };
    this.state.bookings.set(id, { ...booking, state: 'booked' });
  }

  #arrive(visitor: Visitor, index: number): void {
    const { at, queue, category, slotAt } = visitor;
    const slip = { locale: 'zh-CN', source: 'kiosk', print: false, ground: 'card' } as const;
    const priority = category === null ? {} : { category };
    const drafts =
      slotAt === null
        ? this.do(
            { type: 'IssueTicket', queue, kind: 'walkin', further: [], ...slip, ...priority },
            at,
            index,
          )
        : this.do({ type: 'CheckIn', booking: `b${index}`, ...slip, ...priority }, at, index);
    const ticket = drafts.find((draft) => draft.type === 'TicketIssued')?.ticket;
    if (ticket === undefined) throw new Error(`visitor ${index} got no number`);
    this.#plan(visitor.leavesAt, RANK.leave, index, () => this.#leave(ticket, visitor.leavesAt));
  }

  #leave(ticket: string | null, at: number): void {
    if (ticket !== null) this.do({ type: 'CancelTicket', ticket }, at);
  }

  #called(ticket: string, window: string, at: number): void {
    const index = this.#visitorOf.get(ticket) ?? -1;
    const visitor = this.visitors[index];
    const found = this.#window(window);
    if (visitor === undefined) throw new Error(`nobody holds ${ticket}`);
    const place = [...this.state.windows.keys()].indexOf(window);
    this.calls.push({ visitor: index, window: place, at });
    const { queue } = this.state.tickets.get(ticket) ?? visitor;
    const until = at + this.#occupiedMs(found, visitor, queue);
    this.#lastQueue.set(window, queue);
    if (visitor.comes) this.do({ type: 'StartService', window }, at);
    this.#plan(until, RANK.finish, place, () => this.#finish(window, until, visitor.comes));
  }

  #occupiedMs({ setup }: WindowState, { comes, serviceMs }: Visitor, queue: string): number {
    const { missedMinutes, secondaryFactor, switchMinutes } = this.habits;
    if (!comes) return missedMinutes * MINUTE_MS;
    const before = this.#lastQueue.get(setup.id) ?? queue;
    return (
      serviceMs * (setup.queues[0] === queue ? 1 : secondaryFactor) +
      (before === queue ? 0 : switchMinutes * MINUTE_MS)
    );
  }

  #finish(window: string, at: number, came: boolean): void {
    if (came) {
      // Whoever was called before the day was taken over may not have been started.
      this.do({ type: 'StartService', window }, at);
      this.do({ type: 'FinishService', window }, at);
    } else this.do({ type: 'MissTicket', window }, at);
    if (this.#shutting.delete(window)) this.do({ type: 'CloseWindow', window }, at);
    else this.do({ type: 'CallNext', window, ready: true }, at);
  }

  #change({ window: place, queues, at }: Change): void {
    const window = [...this.state.windows.values()][place];
    const { setup } = this.state;
    if (window === undefined || setup === null) throw new Error(`there is no window ${place}`);
    const { id } = window.setup;
    const busy = window.status === 'serving' || window.status === 'calling';
    if (queues === null) {
      if (busy) this.#shutting.add(id);
      else this.do({ type: 'CloseWindow', window: id }, at);
      return;
    }
    this.#shutting.delete(id);
    this.do({ type: 'ConfigureHall', setup: withQueues(setup, id, queues) }, at);
    this.do({ type: 'OpenWindow', window: id }, at);
    this.do({ type: 'ReopenWindow', window: id }, at);
    this.#touched.add(id);
  }

  /** After everything that changed at one instant: each of these windows calls whom it may. */
  #look(at: number): void {
    for (const id of this.state.windows.keys())
      if (this.#touched.has(id) && !this.#shutting.has(id))
        this.do({ type: 'CallNext', window: id, ready: true }, at);
    this.#touched.clear();
  }

  #window(id: string): WindowState {
    const window = this.state.windows.get(id);
    if (window === undefined) throw new Error(`there is no window ${id}`);
    return window;
  }
}

function compare(a: Due, b: Due): number {
  return a.at - b.at || a.rank - b.rank || a.place - b.place;
}

function withQueues(setup: Setup, id: string, queues: readonly number[]): Setup {
  const ids = queues.map((queue) => setup.queues[queue]?.id ?? '');
  return {
    ...setup,
    windows: setup.windows.map((each) => (each.id === id ? { ...each, queues: ids } : each)),
  };
}
