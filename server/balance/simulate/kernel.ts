import type { Setup } from '../../../common/contract/config.ts';
import { Line } from '../../hall/line.ts';
import { CallRate } from '../../hall/rate.ts';
import { compareReady, precedes, shorteningUsedUp } from '../../hall/rule.ts';
import type { Habits } from '../model.ts';
import type { Change } from './changes.ts';
import type { Day, DayTicket } from './day.ts';
import { FreeHeap } from './free-heap.ts';
import type { Layout } from './layout.ts';

const MINUTE_MS = 60_000;
const NOBODY = -1;

/** A window as the kernel sees it; of what the rule looks at, it has the hall's own shape. */
interface KernelWindow {
  index: number;
  setup: { queues: readonly number[]; number: number };
  since: number;
  open: boolean;
  busy: boolean;
  /** The queue of the last service; NOBODY before the first. */
  lastQueue: number;
  reserved: Line<DayTicket>;
}

/** What became of the day's tickets. */
export interface Calls {
  /** When each was called, by its index; NaN for those who left, or whom nobody called. */
  calledAt: Float64Array;
  /** The window's number in the setup's order; -1 like above. */
  calledBy: Int16Array;
  /** Indices of the tickets in the order of their calls. */
  sequence: Int32Array;
  /** The last instant at which anything happened. */
  endedAt: number;
}

/**
 * One day under the published rule, far faster than the hall's own state: a window's busy end is an entry
 * of a heap, a ticket a record that is made once and lived through many times. It compares by the hall's
 * own functions; that it makes the very calls that `run` of server/hall makes is a property test.
 *
 * At one instant first windows change, then services end, then citizens come; a clerk calls the next
 * at once.
 */
export class Kernel {
  readonly #setup: Setup;
  readonly #thetaMs: number;
  readonly #windows: KernelWindow[];
  /** By queue: the windows that serve it at present, and its lines, by their number and all that are used. */
  readonly #able: KernelWindow[][];
  readonly #lineOf: (Line<DayTicket> | undefined)[][];
  readonly #lines: Line<DayTicket>[][];
  readonly #rate: CallRate;
  readonly #hasCategories: boolean;
  readonly #free: FreeHeap;
  readonly #calls: Calls;
  #called = 0;
  #ready = 0;
  #nextChange = 0;
  #nextTicket: number;
  #waitingLeft: number;

  constructor(
    layout: Layout,
    private readonly changes: readonly Change[],
    private readonly day: Day,
    private readonly habits: Habits,
  ) {
    const { setup } = layout;
    const { start, tickets, freeAt } = day;
    this.#setup = setup;
    this.#thetaMs = setup.rule.thetaMinutes * MINUTE_MS;
    this.#able = setup.queues.map(() => []);
    this.#lineOf = setup.queues.map(() => []);
    this.#lines = setup.queues.map(() => []);
    this.#rate = CallRate.of(start.calls);
    this.#hasCategories = setup.categories.length > 0;
    this.#free = new FreeHeap(setup.windows.length);
    this.#windows = setup.windows.map(({ number }, index) => {
      const { since = start.at, lastQueue = null } = start.windows[index] ?? {};
      return {
        index,
        setup: { queues: [], number },
        since,
        open: false,
        busy: false,
        lastQueue: lastQueue === null ? NOBODY : layout.queue(lastQueue),
        reserved: new Line<DayTicket>(),
      };
    });
    this.#calls = {
      calledAt: new Float64Array(tickets.length).fill(Number.NaN),
      calledBy: new Int16Array(tickets.length).fill(NOBODY),
      sequence: new Int32Array(tickets.length),
      endedAt: start.at,
    };
    this.#nextTicket = start.waiting.length;
    this.#waitingLeft = start.waiting.length;
    for (let index = 0; index < this.#nextTicket; index++) this.#join(tickets[index] as DayTicket);
    for (const window of this.#windows) {
      const at = freeAt[window.index] ?? Number.NaN;
      if (!Number.isNaN(at)) this.#occupy(window, Math.max(at, start.at));
    }
  }

  /** Lives the day, or until everybody who waited at the start has been called or has left. */
  run(onlyWaiting = false): Calls {
    const { tickets } = this.day;
    for (;;) {
      if (onlyWaiting && this.#waitingLeft === 0) break;
      const ticket = tickets[this.#nextTicket];
      const arrivesAt = ticket?.at ?? Number.POSITIVE_INFINITY;
      const freeAt = this.#free.firstAt;
      const changesAt = this.changes[this.#nextChange]?.at ?? Number.POSITIVE_INFINITY;
      if (changesAt <= freeAt && changesAt <= arrivesAt) {
        if (changesAt === Number.POSITIVE_INFINITY) break;
        this.#calls.endedAt = changesAt;
        this.#change(changesAt);
      } else if (freeAt <= arrivesAt) {
        this.#calls.endedAt = freeAt;
        this.#finish(freeAt);
      } else if (ticket !== undefined) {
        this.#calls.endedAt = arrivesAt;
        this.#nextTicket++;
        this.#arrive(ticket);
      }
    }
    this.#calls.sequence = this.#calls.sequence.subarray(0, this.#called);
    return this.#calls;
  }

  #arrive(ticket: DayTicket): void {
    const window = this.#ready === 0 ? null : this.#readyFor(ticket.queue);
    if (window === null) this.#join(ticket);
    else this.#call(window, ticket, ticket.at);
  }

  /** Point 3 of the rule. */
  #readyFor(queue: number): KernelWindow | null {
    let best: KernelWindow | null = null;
    for (const window of this.#able[queue] as KernelWindow[]) {
      if (window.busy || !window.open) continue;
      if (best === null || compareReady(window, best, queue) < 0) best = window;
    }
    return best;
  }

  #finish(at: number): void {
    const window = this.#windows[this.#free.take()] as KernelWindow;
    window.busy = false;
    window.since = at;
    if (!window.open) return;
    this.#ready++;
    this.#callNext(window, at);
  }

  /** Everything that changes at this instant; then each window that is free looks whom it may call. */
  #change(at: number): void {
    const touched: KernelWindow[] = [];
    for (
      let change = this.changes[this.#nextChange];
      change !== undefined && change.at === at;
      change = this.changes[++this.#nextChange]
    ) {
      const window = this.#windows[change.window] as KernelWindow;
      if (change.queues === null) this.#shut(window);
      else this.#open(window, change.queues, at);
      touched.push(window);
    }
    touched.sort((a, b) => a.index - b.index);
    for (const window of touched) if (window.open && !window.busy) this.#callNext(window, at);
  }

  #open(window: KernelWindow, queues: readonly number[], at: number): void {
    if (!window.open && !window.busy) {
      this.#ready++;
      if (at > this.day.start.at) window.since = at;
    }
    window.open = true;
    for (const queue of window.setup.queues) {
      const able = this.#able[queue] as KernelWindow[];
      able.splice(able.indexOf(window), 1);
    }
    window.setup.queues = queues;
    for (const queue of queues) this.#able[queue]?.push(window);
  }

  #shut(window: KernelWindow): void {
    if (window.open && !window.busy) this.#ready--;
    window.open = false;
    // Who waits for a window that closes waits for any able window instead.
    for (const ticket of window.reserved) this.#lineFor(ticket).add(ticket);
    window.reserved = new Line<DayTicket>();
  }

  #callNext(window: KernelWindow, at: number): void {
    const ticket = this.#choose(window, at);
    if (ticket === null) return;
    this.#lineAt(window, ticket).remove(ticket);
    this.#call(window, ticket, at);
  }

  /** Point 2 of the rule. */
  #choose(window: KernelWindow, at: number): DayTicket | null {
    const capped = this.#hasCategories && shorteningUsedUp({ rate: this.#rate }, this.#setup, at);
    const { queues } = window.setup;
    let best: DayTicket | null = null;
    let early: DayTicket | null = null;
    for (let index = 0; index < queues.length; index++) {
      const lines = this.#lines[queues[index] as number] as Line<DayTicket>[];
      for (let each = 0; each < lines.length; each++) {
        const ticket = this.#first(lines[each] as Line<DayTicket>, at);
        if (ticket === undefined) continue;
        if (ticket.notBefore > at) early = this.#earlier(early, ticket, window, capped);
        else best = this.#earlier(best, ticket, window, capped);
      }
    }
    if (window.reserved.size > 0)
      for (const ticket of [...window.reserved]) {
        if (ticket.leavesAt <= at) this.#leave(window.reserved, ticket);
        else if (ticket.notBefore > at) early = this.#earlier(early, ticket, window, capped);
        else best = this.#earlier(best, ticket, window, capped);
      }
    return best ?? early;
  }

  #earlier(a: DayTicket | null, b: DayTicket, { setup }: KernelWindow, capped: boolean): DayTicket {
    if (a === null) return b;
    const primary = setup.queues[0];
    let due = a.queue === primary ? a.dueAt - this.#thetaMs : a.dueAt;
    let otherDue = b.queue === primary ? b.dueAt - this.#thetaMs : b.dueAt;
    if (capped) {
      due += a.shorteningMs;
      otherDue += b.shorteningMs;
    }
    return precedes(otherDue, b.order, due, a.order) ? b : a;
  }

  /** The first of a line who is still there: who has lost patience is taken out when their turn comes. */
  #first(line: Line<DayTicket>, at: number): DayTicket | undefined {
    for (;;) {
      const ticket = line.first();
      if (ticket === undefined || ticket.leavesAt > at) return ticket;
      this.#leave(line, ticket);
    }
  }

  #leave(line: Line<DayTicket>, ticket: DayTicket): void {
    line.remove(ticket);
    if (ticket.index < this.day.start.waiting.length) this.#waitingLeft--;
  }

  #call(window: KernelWindow, ticket: DayTicket, at: number): void {
    const { index, queue } = ticket;
    this.#calls.calledAt[index] = at;
    this.#calls.calledBy[index] = window.index;
    this.#calls.sequence[this.#called++] = index;
    if (index < this.day.start.waiting.length) this.#waitingLeft--;
    if (this.#hasCategories) this.#rate.add(at, ticket.shorteningMs > 0);
    this.#ready--;
    this.#occupy(window, at + this.#occupiedMs(window, ticket));
    window.lastQueue = queue;
  }

  #occupiedMs({ setup, lastQueue }: KernelWindow, { comes, queue, serviceMs }: DayTicket): number {
    const { missedMinutes, secondaryFactor, switchMinutes } = this.habits;
    if (!comes) return missedMinutes * MINUTE_MS;
    const service = queue === setup.queues[0] ? serviceMs : serviceMs * secondaryFactor;
    return lastQueue === queue || lastQueue === NOBODY ? service : service + switchMinutes * MINUTE_MS;
  }

  #occupy(window: KernelWindow, until: number): void {
    window.busy = true;
    this.#free.add(window.index, until);
  }

  #join(ticket: DayTicket): void {
    const window = ticket.reservedFor === NOBODY ? undefined : this.#windows[ticket.reservedFor];
    if (window === undefined) this.#lineFor(ticket).add(ticket);
    else window.reserved.add(ticket);
  }

  #lineAt(window: KernelWindow, ticket: DayTicket): Line<DayTicket> {
    return ticket.reservedFor === window.index && window.reserved.size > 0
      ? window.reserved
      : this.#lineFor(ticket);
  }

  #lineFor({ queue, line }: DayTicket): Line<DayTicket> {
    const lineOf = this.#lineOf[queue] as (Line<DayTicket> | undefined)[];
    const known = lineOf[line];
    if (known !== undefined) return known;
    const created = new Line<DayTicket>();
    lineOf[line] = created;
    this.#lines[queue]?.push(created);
    return created;
  }
}
