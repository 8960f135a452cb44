import type { Socket } from 'socket.io';
import * as z from 'zod';
import { SOCKET_LIMITS } from '../../common/contract/limits.ts';
import type { Rejection, RejectionCode } from '../../common/contract/rejections.ts';
import {
  type ClientToServer,
  type CommandAnswer,
  type ServerToClient,
  SocketCommand,
  type SubscribeAnswer,
  Subscription,
  type ViewOf,
} from '../../common/contract/socket.ts';
import type { Clock } from '../ports.ts';
import type { Hall, Reception } from '../reception.ts';
import type { Broadcast, Io } from './broadcast.ts';
import { staffPulse, startPulse } from './pulse.ts';
import type { Slices } from './slices.ts';
import * as topics from './topics.ts';

type HallSocket = Socket<ClientToServer, ServerToClient>;

/** What one connection looks at: topic → the rooms it is in for it, and for a phone its line. */
type Watching = Map<string, { rooms: string[]; line: Slices | null }>;

/** The realtime edge: parse, ask, answer. */
export class Sockets {
  #stopPulse: (() => void) | null = null;

  constructor(
    private readonly io: Io,
    private readonly reception: Reception,
    private readonly broadcasts: ReadonlyMap<string, Broadcast>,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.io.on('connection', (socket) => this.#accept(socket));
    for (const broadcast of this.broadcasts.values()) broadcast.start();
    this.#stopPulse = startPulse(this.io, this.broadcasts, this.clock);
  }

  stop(): void {
    this.#stopPulse?.();
    for (const broadcast of this.broadcasts.values()) broadcast.stop();
  }

  #accept(socket: HallSocket): void {
    const watching: Watching = new Map();
    let inFlight = 0;
    socket.on('subscribe', async (request, ack) => {
      if (isAck(ack)) ack(await this.#subscribe(socket, watching, request));
    });
    socket.on('unsubscribe', (topic, ack) => {
      unwatch(socket, watching, topic);
      if (isAck(ack)) ack();
    });
    socket.on('command', async (request, ack) => {
      if (!isAck(ack)) return;
      if (inFlight >= SOCKET_LIMITS.commandsInFlight) return ack(refusal('BUSY'));
      inFlight++;
      const answer = await this.#command(request);
      inFlight--;
      ack(answer);
    });
    socket.on('disconnect', () => {
      for (const { line } of watching.values()) line?.leave(socket.id);
    });
  }

  async #command(request: unknown): Promise<CommandAnswer> {
    const parsed = SocketCommand.safeParse(request);
    if (!parsed.success) return refusal('INVALID_REQUEST', complaint(parsed.error));
    const { hall, commandId, command, secret, person } = parsed.data;
    return this.reception.submit(hall, { command, commandId, credentials: { secret }, person });
  }

  async #subscribe(socket: HallSocket, watching: Watching, request: unknown): Promise<SubscribeAnswer> {
    const parsed = Subscription.safeParse(request);
    if (!parsed.success) return refusal('INVALID_REQUEST', complaint(parsed.error));
    const subscription = parsed.data;
    const hall = this.reception.halls.get(subscription.hall);
    const broadcast = this.broadcasts.get(subscription.hall);
    if (hall === undefined || broadcast === undefined) return refusal('UNKNOWN_HALL', subscription.hall);
    // Another node may have shown more than this one has read yet.
    await hall.service.reach(subscription.seq ?? 0);
    // It may have gone meanwhile, and with it what is cleared up after it.
    if (!socket.connected || !hall.service.inTouch) return refusal('JOURNAL_UNAVAILABLE');
    const view = this.#view(hall, subscription);
    if ('code' in view) return { ok: false, rejection: view };
    const topic = topics.topicOf(subscription);
    if (!watching.has(topic) && watching.size >= SOCKET_LIMITS.subscriptions) return refusal('BUSY');
    const answer = {
      ok: true as const,
      topic,
      seq: hall.service.state.seq,
      at: this.clock.now(),
      speed: this.clock.speed,
      view,
    };
    unwatch(socket, watching, topic);
    if (subscription.audience !== 'ticket') {
      watch(socket, watching, topic, { rooms: [topic, staffPulse(hall.config.id)], line: null });
      return answer;
    }
    const line = broadcast.line((view as ViewOf['ticket']).ticket.queue);
    watch(socket, watching, topic, { rooms: [topic, line.join(socket.id)], line });
    return { ...answer, line: line.name };
  }

  #view(hall: Hall, subscription: Subscription): ViewOf[keyof ViewOf] | Rejection {
    const at = this.clock.now();
    switch (subscription.audience) {
      case 'wall': {
        const { zone } = subscription;
        const known = zone === undefined || hall.config.zones.some((each) => each.id === zone);
        return known ? topics.wallView(hall, at, zone) : { code: 'UNKNOWN_ZONE', detail: zone };
      }
      case 'window':
        return topics.windowDisplayView(hall, subscription.window) ?? unknownWindow(subscription.window);
      case 'counter':
        return topics.counterView(hall, subscription.window, at) ?? unknownWindow(subscription.window);
      case 'kiosk':
        return topics.kioskView(hall, at);
      case 'manager':
        return topics.managerView(hall, at);
      case 'ticket': {
        const { ticket, secret } = subscription;
        if (!this.reception.holds(hall.config.id, ticket, secret)) return { code: 'WRONG_SECRET' };
        return topics.phoneView(hall, ticket, at) ?? { code: 'UNKNOWN_TICKET', detail: ticket };
      }
    }
  }
}

function watch(
  socket: HallSocket,
  watching: Watching,
  topic: string,
  watched: { rooms: string[]; line: Slices | null },
): void {
  void socket.join(watched.rooms);
  watching.set(topic, watched);
}

/** Leaves the rooms of a topic, but for those that others of the same connection still need. */
function unwatch(socket: HallSocket, watching: Watching, topic: string): void {
  const watched = watching.get(topic);
  if (watched === undefined) return;
  watching.delete(topic);
  const others = [...watching.values()];
  for (const room of watched.rooms)
    if (!others.some(({ rooms }) => rooms.includes(room))) void socket.leave(room);
  if (!others.some(({ line }) => line === watched.line)) watched.line?.leave(socket.id);
}

function unknownWindow(window: string): Rejection {
  return { code: 'UNKNOWN_WINDOW', detail: window };
}

function refusal(code: RejectionCode, detail?: string): { ok: false; rejection: Rejection } {
  return { ok: false, rejection: detail === undefined ? { code } : { code, detail } };
}

/** What a client sends is not typed: the last argument may be anything. */
function isAck(ack: unknown): ack is (...answer: unknown[]) => void {
  return typeof ack === 'function';
}

function complaint(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? '' : z.prettifyError(new z.ZodError([issue]));
}
