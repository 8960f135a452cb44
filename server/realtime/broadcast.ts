import type { Server } from 'socket.io';
import type { ClientToServer, LineMoves, Patch, ServerToClient } from '../../common/contract/socket.ts';
import type { MissedView } from '../../common/contract/views.ts';
import type { Draft } from '../hall/events.ts';
import { missedOf } from '../hall/views/desk.ts';
import { windowView } from '../hall/views/views.ts';
import type { Clock } from '../ports.ts';
import type { Hall } from '../reception.ts';
import { SLICE_SIZE, Slices, sliceGap } from './slices.ts';
import * as topics from './topics.ts';
import { Touched } from './touched.ts';

export type Io = Server<ClientToServer, ServerToClient>;

/** Counts of queues may lag this far behind on walls and counters; calls never wait. */
const QUEUES_AFTER_MS = 150;
/** The manager's board and the kiosks. */
const BOARD_AFTER_MS = 500;
/** People ahead, on phones. */
const LINES_AFTER_MS = 1000;
/** Issuing hours begin and end without any event. */
const HOURS_EVERY_MS = 15_000;

type Change = Pick<Patch, 'set' | 'merge'>;

/**
 * Tells every screen of one hall what changed. Calls go to walls, window displays and counters at
 * once; then to the phone that was called; counts are gathered; what the phones of a line share
 * goes last, in slices.
 */
export class Broadcast {
  #urgent = new Touched();
  #counts = new Touched();
  #board = new Touched();
  #lines = new Touched();
  #slices = new Map<string, Slices>();
  #sent = new Map<string, number>();
  #timers = new Map<string, NodeJS.Timeout>();
  #hours: NodeJS.Timeout | null = null;
  #open = '';
  #unsubscribe = (): void => {
    // Not started.
  };
  #sendingLines = false;

  constructor(
    private readonly io: Io,
    private readonly hall: Hall,
    private readonly clock: Clock,
  ) {}

  start(): void {
    const { service } = this.hall;
    const unsubscribe = [
      service.subscribe((events) => this.#hear(events)),
      this.hall.waits.subscribe((changed) => this.#hearWaits(changed)),
      service.onTouch((news) => {
        if (news === 'replaced') this.#startAnew();
      }),
    ];
    this.#unsubscribe = () => {
      for (const each of unsubscribe) each();
    };
    this.#hours = setInterval(() => this.#lookAtHours(), HOURS_EVERY_MS);
  }

  stop(): void {
    this.#unsubscribe();
    if (this.#hours !== null) clearInterval(this.#hours);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Whether what is shown is what the log says. */
  get inTouch(): boolean {
    return this.hall.service.inTouch;
  }

  /** The slices of phones waiting in a queue. */
  line(queue: string): Slices {
    let slices = this.#slices.get(queue);
    if (slices === undefined) {
      slices = new Slices(`${this.hall.config.id}/line/${queue}`);
      this.#slices.set(queue, slices);
    }
    return slices;
  }

  /** Every line's slices, for the phones' pulse. */
  lines(): Iterable<Slices> {
    return this.#slices.values();
  }

  #hear(events: readonly Draft[]): void {
    const { state } = this.hall.service;
    for (const event of events) {
      for (const touched of [this.#urgent, this.#counts, this.#board, this.#lines]) touched.add(state, event);
    }
    if (this.#urgent.everything) return this.#sendEverything();
    this.#sendUrgent();
    this.#later('counts', QUEUES_AFTER_MS, () => this.#sendCounts());
    this.#later('board', BOARD_AFTER_MS, () => this.#sendBoard());
    this.#later('lines', LINES_AFTER_MS, () => void this.#sendLines());
  }

  /** Told with the counts, and no sooner: nobody waits for an expectation. */
  #hearWaits(changed: ReadonlySet<string>): void {
    for (const touched of [this.#counts, this.#board, this.#lines])
      for (const queue of changed) touched.queues.add(queue);
    for (const queue of changed) this.#lines.waits.add(queue);
    this.#later('counts', QUEUES_AFTER_MS, () => this.#sendCounts());
    this.#later('board', BOARD_AFTER_MS, () => this.#sendBoard());
    this.#later('lines', LINES_AFTER_MS, () => void this.#sendLines());
  }

  #later(name: string, afterMs: number, then: () => void): void {
    if (this.#timers.has(name)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      then();
    }, afterMs);
    this.#timers.set(name, timer);
  }

  /** Walls first, then window displays and counters, then the phones whose ticket it is. */
  #sendUrgent(): void {
    const touched = this.#urgent;
    this.#urgent = new Touched();
    if (touched.windows.size > 0 || touched.missed) {
      this.#sendToWalls(touched);
      for (const id of touched.windows) this.#sendToWindow(id);
    }
    for (const id of touched.tickets) this.#sendToTicket(id);
  }

  #sendToWalls(touched: Touched): void {
    const { state } = this.hall.service;
    const zones = new Set<string>();
    for (const id of touched.windows) zones.add(state.windows.get(id)?.setup.zone ?? '');
    // Whoever missed a call belongs to the zone of the queue, wherever the window stands.
    if (touched.missed) for (const { id } of state.setup?.zones ?? []) zones.add(id);
    for (const zone of [undefined, ...zones]) {
      this.#send(this.#wallTopic(zone), () => {
        const windows = this.#windows(touched.windows, zone);
        const calls = touched.calls ? { calls: topics.callsOf(this.hall, zone) } : {};
        const missed = touched.missed ? this.#missed(zone) : {};
        return { set: { ...calls, ...missed }, merge: { windows } };
      });
    }
  }

  #sendToWindow(id: string): void {
    const { state } = this.hall.service;
    const window = state.windows.get(id);
    if (window === undefined) return;
    const view = windowView(window);
    this.#send(this.#topic(`window/${id}`), () => ({ set: { window: view } }));
    this.#send(this.#topic(`counter/${id}`), () => {
      return { set: { window: view, ...topics.atCounter(state, window) } };
    });
  }

  #sendToTicket(id: string): void {
    this.#send(this.#topic(`ticket/${id}`), () => {
      const view = topics.phoneView(this.hall, id, this.clock.now());
      return view === null
        ? null
        : { set: { ticket: view.ticket, wait: view.wait, windowNumber: view.windowNumber } };
    });
  }

  #sendCounts(): void {
    const { queues, assigned } = this.#counts;
    this.#counts = new Touched();
    if (queues.size === 0) return;
    const { state } = this.hall.service;
    const views = topics.queuesOf(this.hall, this.clock.now(), queues);
    this.#send(this.#wallTopic(undefined), () => ({ merge: { queues: views } }));
    for (const { id } of state.setup?.zones ?? []) {
      this.#send(this.#wallTopic(id), () => pick(views, topics.zoneQueues(this.hall, id)));
    }
    for (const [id, window] of state.windows) {
      const own = window.setup.queues;
      // Whole where queues have come or gone: a merge would leave those that have gone.
      this.#send(this.#topic(`counter/${id}`), () =>
        assigned.has(id)
          ? { set: { queues: topics.queuesOf(this.hall, this.clock.now(), own) } }
          : pick(views, own),
      );
    }
  }

  #sendBoard(): void {
    const { windows, queues, calls } = this.#board;
    this.#board = new Touched();
    const views = topics.queuesOf(this.hall, this.clock.now(), queues);
    this.#send(this.#topic('kiosk'), () => (queues.size === 0 ? null : { merge: { queues: views } }));
    this.#send(this.#topic('manager'), () => ({
      ...(calls ? { set: { calls: topics.callsOf(this.hall) } } : {}),
      merge: { windows: this.#windows(windows, undefined), queues: views },
    }));
  }

  /** One message a queue, slice by slice, the event loop free in between. */
  async #sendLines(): Promise<void> {
    if (this.#sendingLines) return this.#later('lines', LINES_AFTER_MS, () => void this.#sendLines());
    this.#sendingLines = true;
    const { queues, moves, recounted, waits } = this.#lines;
    this.#lines = new Touched();
    const movesOf = (queue: string): LineMoves['moves'] =>
      recounted.has(queue) ? [] : (moves.get(queue) ?? []);
    for (const queue of recounted) await this.#recount(queue);
    // The few that wait for one window stand in no line.
    if (waits.size > 0)
      for (const { reserved } of this.hall.service.state.windows.values())
        for (const { id } of [...reserved]) this.#sendToTicket(id);
    for (const view of Object.values(topics.queuesOf(this.hall, this.clock.now(), queues))) {
      const slices = this.line(view.id);
      const message: LineMoves = { topic: slices.name, queue: view, moves: movesOf(view.id) };
      if (waits.has(view.id)) message.waits = topics.waitsAlong(this.hall, view.id);
      for (const room of slices.rooms()) {
        this.io.to(room).emit('line', message);
        await sliceGap();
      }
    }
    this.#sendingLines = false;
  }

  /** Somebody changed place in the line, which is rare: every phone of it gets its own ticket anew. */
  async #recount(queue: string): Promise<void> {
    let written = 0;
    for (const line of this.hall.service.state.queues.get(queue)?.lines.values() ?? []) {
      for (const { id } of [...line]) {
        this.#sendToTicket(id);
        written++;
        if (written % SLICE_SIZE === 0) await sliceGap();
      }
    }
  }

  /** Whole snapshots, as patches that replace everything. */
  #sendEverything(): void {
    this.#urgent = new Touched();
    this.#counts = new Touched();
    this.#board = new Touched();
    this.#lines = new Touched();
    const at = this.clock.now();
    const { setup, windows } = this.hall.service.state;
    this.#sendView(this.#wallTopic(undefined), () => topics.wallView(this.hall, at));
    for (const { id } of setup?.zones ?? [])
      this.#sendView(this.#wallTopic(id), () => topics.wallView(this.hall, at, id));
    for (const id of windows.keys()) {
      this.#sendView(this.#topic(`window/${id}`), () => topics.windowDisplayView(this.hall, id));
      this.#sendView(this.#topic(`counter/${id}`), () => topics.counterView(this.hall, id, at));
    }
    this.#sendView(this.#topic('kiosk'), () => topics.kioskView(this.hall, at));
    this.#sendView(this.#topic('manager'), () => topics.managerView(this.hall, at));
    for (const room of this.io.sockets.adapter.rooms.keys()) {
      if (!room.startsWith(this.#topic('ticket/'))) continue;
      const id = room.slice(this.#topic('ticket/').length);
      const view = topics.phoneView(this.hall, id, at);
      if (view !== null) this.#sendView(room, () => view);
      else this.#sendGap(room);
    }
    this.#sent.clear();
  }

  /** The hall's past has become another one: whatever a screen has seen, it must look again. */
  #startAnew(): void {
    const { id } = this.hall.config;
    const end = Number.MAX_SAFE_INTEGER;
    for (const room of this.io.sockets.adapter.rooms.keys()) {
      if (room.startsWith(`${id}/`))
        this.io.to(room).emit('patch', { topic: room, from: end, to: end, at: this.clock.now() });
    }
    this.#sent.clear();
  }

  /** What it shows is no more: a patch after a gap makes it subscribe again, and be told so. */
  #sendGap(topic: string): void {
    const { seq } = this.hall.service.state;
    this.io.to(topic).emit('patch', { topic, from: seq, to: seq, at: this.clock.now() });
  }

  #sendView(topic: string, view: () => object | null): void {
    this.#send(topic, () => {
      const set = view();
      return set === null ? null : { set: { ...set } };
    });
  }

  /** Builds and sends a patch, if anybody is there to see it. */
  #send(topic: string, build: () => Change | null): void {
    if (!this.io.sockets.adapter.rooms.has(topic)) return;
    const change = build();
    if (change === null) return;
    const to = this.hall.service.state.seq;
    const patch: Patch = { topic, from: this.#sent.get(topic) ?? 0, to, at: this.clock.now(), ...change };
    this.#sent.set(topic, to);
    this.io.to(topic).emit('patch', patch);
  }

  #missed(zone: string | undefined): { missed: MissedView[] } {
    return { missed: missedOf(this.hall.service.state, this.clock.now(), zone) };
  }

  #windows(ids: Iterable<string>, zone: string | undefined): Record<string, unknown> {
    const views: Record<string, unknown> = {};
    for (const id of ids) {
      const window = this.hall.service.state.windows.get(id);
      if (window !== undefined && (zone === undefined || window.setup.zone === zone))
        views[id] = windowView(window);
    }
    return views;
  }

  #lookAtHours(): void {
    const { state } = this.hall.service;
    const at = this.clock.now();
    const views = topics.queuesOf(this.hall, at, state.queues.keys());
    this.#forgetMissed();
    const open = Object.values(views)
      .map((queue) => (queue.open ? queue.id : ''))
      .join();
    if (open === this.#open) return;
    this.#open = open;
    for (const id of state.queues.keys())
      for (const touched of [this.#counts, this.#board, this.#lines]) touched.queues.add(id);
    this.#sendCounts();
    this.#sendBoard();
    void this.#sendLines();
  }

  /** A missed number leaves the wall after a while, without any event. */
  #forgetMissed(): void {
    const { state } = this.hall.service;
    if (state.missed.size === 0) return;
    for (const zone of [undefined, ...(state.setup?.zones ?? []).map((each) => each.id)]) {
      this.#send(this.#wallTopic(zone), () => ({ set: this.#missed(zone) }));
    }
  }

  #topic(name: string): string {
    return `${this.hall.config.id}/${name}`;
  }

  #wallTopic(zone: string | undefined): string {
    return this.#topic(zone === undefined ? 'wall' : `wall/${zone}`);
  }
}

function pick(views: Record<string, unknown>, ids: Iterable<string>): Change | null {
  const queues: Record<string, unknown> = {};
  for (const id of ids) if (Object.hasOwn(views, id)) queues[id] = views[id];
  return Object.keys(queues).length === 0 ? null : { merge: { queues } };
}
