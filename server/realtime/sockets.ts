import type { Socket } from 'socket.io';
import * as z from 'zod';
import type { Rejection, RejectionCode } from '../../common/contract/rejections.ts';
import {
  type ClientToServer,
  type CommandAnswer,
  type ServerToClient,
  SOCKET_LIMITS,
  SocketCommand,
  type SubscribeAnswer,
  Subscription,
  type ViewOf,
} from '../../common/contract/socket.ts';
import type { Clock } from '../ports.ts';
import type { Hall, Reception } from '../reception.ts';
import type { Broadcast, Io } from './broadcast.ts';
import { STAFF_PULSE, startPulse } from './pulse.ts';
import * as topics from './topics.ts';

type HallSocket = Socket<ClientToServer, ServerToClient>;

/** What one connection looks at: topic → how to stop. */
type Watching = Map<string, () => void>;

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
    socket.on('subscribe', (request, ack) => {
      if (isAck(ack)) ack(this.#subscribe(socket, watching, request));
    });
    socket.on('unsubscribe', (topic, ack) => {
      watching.get(topic)?.();
      watching.delete(topic);
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
      for (const stop of watching.values()) stop();
    });
  }

  async #command(request: unknown): Promise<CommandAnswer> {
    const parsed = SocketCommand.safeParse(request);
    if (!parsed.success) return refusal('INVALID_REQUEST', complaint(parsed.error));
    const { hall, commandId, command, secret, person } = parsed.data;
    return this.reception.submit(hall, { command, commandId, credentials: { secret }, person });
  }

  #subscribe(socket: HallSocket, watching: Watching, request: unknown): SubscribeAnswer {
    const parsed = Subscription.safeParse(request);
    if (!parsed.success) return refusal('INVALID_REQUEST', complaint(parsed.error));
    const subscription = parsed.data;
    const hall = this.reception.halls.get(subscription.hall);
    const broadcast = this.broadcasts.get(subscription.hall);
    if (hall === undefined || broadcast === undefined) return refusal('UNKNOWN_HALL', subscription.hall);
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
    watching.get(topic)?.();
    if (subscription.audience !== 'ticket') {
      // The pulse is the connection's, not the topic's: it goes on until the connection ends.
      void socket.join(STAFF_PULSE);
      watching.set(topic, join(socket, topic));
      return answer;
    }
    const line = broadcast.line((view as ViewOf['ticket']).ticket.queue);
    const leave = join(socket, topic, line.join(socket.id));
    watching.set(topic, () => {
      leave();
      line.leave(socket.id);
    });
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

/** Puts the socket into rooms; the answer takes it out of them. */
function join(socket: HallSocket, ...rooms: string[]): () => void {
  void socket.join(rooms);
  return () => {
    for (const room of rooms) void socket.leave(room);
  };
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
