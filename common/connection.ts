import { io, type Socket } from 'socket.io-client';
import { newCommandId } from './command-id.ts';
import type { Command } from './contract/commands.ts';
import { SOCKET_LIMITS } from './contract/limits.ts';
import type { Rejection, RejectionCode } from './contract/rejections.ts';
import type {
  Audience,
  ClientToServer,
  CommandAnswer,
  LineMoves,
  Patch,
  ServerToClient,
  SubscribeAnswer,
  Subscription,
  ViewOf,
} from './contract/socket.ts';
import { applyLineMoves, applyPatch, waitAlong } from './patch.ts';

/** How often a screen looks whether it has gone stale. */
const WATCH_MS = 200;
/** A connection as silent as this is given up: Socket.IO's own pings would take up to 45 s to notice. */
const DEAD_AFTER_MS = 9000;
const COMMAND_TIMEOUT_MS = 5000;
const COMMAND_TRIES = 4;
const SUBSCRIBE_TIMEOUT_MS = 4000;
/** A refused or unanswered subscription is tried again after this. */
const ASK_AGAIN_MS = 3000;

/** Refusals that asking again does not change. */
const FINAL: ReadonlySet<RejectionCode | undefined> = new Set(['UNKNOWN_TICKET', 'WRONG_SECRET']);

/** loading: never had a view. live. stale: has a view that may be old. error: was refused. */
export type ConnectionStatus = 'loading' | 'live' | 'stale' | 'error';

export interface ConnectionState<A extends Audience> {
  status: ConnectionStatus;
  view: ViewOf[A] | null;
  seq: number;
  /** Why it was refused, in status error. */
  rejection: Rejection | null;
}

/**
 * A page's one line to its hall: subscribes, applies patches, notices silence, and subscribes
 * again after every gap. `onChange` is called with a new state object after every change.
 */
export class Connection<A extends Audience> {
  #socket: Socket<ServerToClient, ClientToServer>;
  #state: ConnectionState<A> = { status: 'loading', view: null, seq: 0, rejection: null };
  #topic = '';
  #line = '';
  #heardAt = 0;
  #clockOffset = 0;
  #clockSpeed = 1;
  #clockBase = Date.now();
  #subscribing = false;
  #askedAt = 0;
  #watch: ReturnType<typeof setInterval>;

  constructor(
    private readonly subscription: Extract<Subscription, { audience: A }>,
    private readonly onChange: (state: ConnectionState<A>) => void,
    url?: string,
  ) {
    const options = {
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 3000,
      timeout: 4000,
    };
    this.#socket = url === undefined ? io(options) : io(url, options);
    this.#socket.on('connect', () => this.#connected());
    this.#socket.on('disconnect', () => this.#markStale());
    this.#socket.on('pulse', ({ at }) => this.#heard(at));
    this.#socket.on('patch', (patch) => this.#patch(patch));
    this.#socket.on('line', (moves) => this.#moveLine(moves));
    this.#watch = setInterval(() => this.#look(), WATCH_MS);
  }

  get state(): ConnectionState<A> {
    return this.#state;
  }

  /** The server's time now, milliseconds; clocks of kiosks and phones are not trusted. */
  now(): number {
    return this.#clockOffset + (Date.now() - this.#clockBase) * this.#clockSpeed;
  }

  /** Sends a command; the same id for every retry, so that it happens once. */
  async command(command: Command, commandId = newCommandId()): Promise<CommandAnswer> {
    const { hall } = this.subscription;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#socket
          .timeout(COMMAND_TIMEOUT_MS)
          .emitWithAck('command', { hall, commandId, command });
      } catch {
        // No answer in time: whether it happened is unknown, asking again with the same id tells.
        if (attempt === COMMAND_TRIES) return { ok: false, rejection: { code: 'JOURNAL_UNAVAILABLE' } };
      }
    }
  }

  close(): void {
    clearInterval(this.#watch);
    this.#socket.off().close();
  }

  async #subscribe(): Promise<void> {
    if (this.#subscribing) return;
    this.#subscribing = true;
    this.#askedAt = Date.now();
    try {
      const answer = await this.#socket
        .timeout(SUBSCRIBE_TIMEOUT_MS)
        .emitWithAck('subscribe', { ...this.subscription, seq: this.#state.seq });
      this.#subscribed(answer as SubscribeAnswer<A>);
    } catch {
      this.#markStale();
    } finally {
      this.#subscribing = false;
    }
  }

  #subscribed(answer: SubscribeAnswer<A>): void {
    this.#heardAt = Date.now();
    if (!answer.ok) {
      // The server can not see its hall at the moment: what is shown is old, and still the best there is.
      if (answer.rejection.code === 'JOURNAL_UNAVAILABLE' && this.#state.view !== null) return;
      this.#set({ status: 'error', rejection: answer.rejection });
      return;
    }
    this.#topic = answer.topic;
    this.#line = answer.line ?? '';
    this.#clockSpeed = answer.speed;
    this.#heard(answer.at);
    this.#set({ status: 'live', view: answer.view, seq: answer.seq, rejection: null });
  }

  #patch(patch: Patch): void {
    const { view, seq } = this.#state;
    if (patch.topic !== this.#topic || view === null) return;
    this.#heard(patch.at);
    if (patch.to < seq) return;
    if (patch.from > seq) {
      this.#resync();
      return;
    }
    const next = applyPatch(view, patch);
    this.#set({ status: 'live', view: next, seq: patch.to });
    // In another queue now: the line it hears about must be that one.
    if (queueOf(next) !== queueOf(view)) void this.#subscribe();
  }

  #moveLine(moves: LineMoves): void {
    const { view, seq } = this.#state;
    if (moves.topic !== this.#line || view === null || !('queue' in view)) return;
    const ticket = applyLineMoves(view.ticket, moves, seq);
    const wait = waitAlong(ticket, moves, view.wait);
    this.#set({ view: { ...view, queue: moves.queue, ticket, wait } });
  }

  #resync(): void {
    this.#markStale();
    void this.#subscribe();
  }

  #connected(): void {
    this.#heardAt = Date.now();
    void this.#subscribe();
  }

  #heard(at: number): void {
    this.#heardAt = Date.now();
    this.#clockBase = this.#heardAt;
    this.#clockOffset = at;
    if (this.#state.status === 'stale' && this.#socket.connected && !this.#subscribing)
      void this.#subscribe();
  }

  #look(): void {
    const silentMs = Date.now() - this.#heardAt;
    if (this.#state.status === 'live' && silentMs > SOCKET_LIMITS.staleAfterMs) this.#markStale();
    // A line may be dead without a word, as behind a switch that lost its power: Socket.IO opens another.
    const { status, rejection } = this.#state;
    if (this.#socket.connected && status !== 'error' && silentMs > DEAD_AFTER_MS)
      this.#socket.io.engine.close();
    // A refused screen asks again: a hall may be set up, a server may come back another. A phone does not: a
    // ticket of yesterday never comes back, and there may be thousands of them.
    const isRefused = status === 'error' && !FINAL.has(rejection?.code);
    const waits = status === 'loading' || isRefused;
    if (waits && this.#socket.connected && Date.now() - this.#askedAt > ASK_AGAIN_MS) void this.#subscribe();
  }

  #markStale(): void {
    if (this.#state.status === 'live') this.#set({ status: 'stale' });
  }

  #set(change: Partial<ConnectionState<A>>): void {
    this.#state = { ...this.#state, ...change };
    this.onChange(this.#state);
  }
}

/** The queue of the ticket a page is about; none for every other page. */
function queueOf(view: object): string | undefined {
  const { ticket } = view as { ticket?: { queue: string } | null };
  return ticket?.queue;
}
