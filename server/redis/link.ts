import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises';
import { createClient, createCluster, ErrorReply, type RedisClientType, type RedisClusterType } from 'redis';
import type { RedisAddress, RedisNode } from './address.ts';

/** Everything asked of Redis is answered within this, or the line is taken for dead. */
const ANSWER_WITHIN_MS = 2000;
const LOOK_FOR_SILENCE_MS = 200;
/** Replicas that have not confirmed within this did not. */
const REPLICAS_WITHIN_MS = 1000;
const CONNECT_WITHIN_MS = 1500;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 1000;
/** Questions under way on one line; one more is refused. */
const MAX_UNDER_WAY = 20_000;

/** Server errors that say: this server can not do it now, another one or the same later can. */
const AWAY = /^(READONLY|LOADING|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|TRYAGAIN|UNBLOCKED)/;

/** Redis can not be asked now; whether something under way was done is not known. */
export class RedisDown extends Error {}

/** Redis keeps data in a way that loses what it has acknowledged. */
export class RedisNotDurable extends Error {}

/**
 * The commands used here, of one server or of a Cluster: both clients have them alike, as each names
 * its keys.
 */
export type Redis = RedisClientType;

interface Lines {
  asking: Redis;
  listening: Redis;
}
interface Question {
  askedAt: number;
  /** Its line was given up. */
  fail: (cause: Error) => void;
}
type Listener = (message: string, channel: string) => void;

/**
 * This program's line to Redis: to one server, to whichever the Sentinels say leads, or to a Cluster.
 * Never queues what it can not ask; a line that says nothing is given up, and another is opened until
 * there is one again.
 */
export class RedisLink {
  #lines: Lines | null = null;
  #closed = false;
  #opening: Promise<void> | null = null;
  /** What is asked and not answered, the oldest first. */
  #underWay = new Set<Question>();
  #looks: NodeJS.Timeout | null = null;
  #subscriptions = new Map<string, Listener>();

  #watchers = new Set<(isUp: boolean, cause: Error | null) => void>();

  constructor(private readonly address: RedisAddress) {}

  /** @throws when Redis can not be reached, or is not set up to keep what it acknowledges. */
  async start(): Promise<void> {
    await this.#open();
  }

  get isUp(): boolean {
    return this.#lines !== null;
  }

  /**
   * Asks Redis.
   * @throws RedisDown at once when there is no line, and when no answer comes in time.
   * @throws what the server answers, when that is an error of its own.
   */
  ask<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const lines = this.#lines;
    if (lines === null) return Promise.reject(new RedisDown('Redis can not be reached'));
    // Not a race with one promise of the line's end, which would hold every answer for as long as the line lives.
    return new Promise((resolve, reject) => {
      const fail = (cause: Error): void => reject(new RedisDown('Redis can not be reached', { cause }));
      const question = { askedAt: performance.now(), fail };
      this.#underWay.add(question);
      work(lines.asking).then(
        (answer) => {
          this.#underWay.delete(question);
          resolve(answer);
        },
        (cause) => {
          this.#underWay.delete(question);
          if (cause instanceof ErrorReply && !AWAY.test(cause.message)) return reject(cause);
          this.#broken(lines, cause);
          fail(cause);
        },
      );
    });
  }

  /** One look for all that is under way: a timer for each question would cost more than the question. */
  async #lookForSilence(lines: Lines): Promise<void> {
    // A program that was held up itself finds the answers waiting: they are read before this goes on.
    await immediate();
    await immediate();
    const [oldest] = this.#underWay;
    if (oldest !== undefined && performance.now() - oldest.askedAt > ANSWER_WITHIN_MS)
      this.#broken(lines, new Error(`no answer within ${ANSWER_WITHIN_MS} ms`));
  }

  /** Is told each time the line breaks, with why, and each time there is one again. */
  onChange(watcher: (isUp: boolean, cause: Error | null) => void): void {
    this.#watchers.add(watcher);
  }

  /**
   * Waits until replicas have everything that was written on this line. Does nothing where none are asked for.
   * @param key written to, empty: its server is the one that is asked.
   * @throws RedisDown when fewer have said so in time.
   */
  async confirm(key: string, replicas: number): Promise<void> {
    if (replicas === 0) return;
    const words = ['WAIT', `${replicas}`, `${REPLICAS_WITHIN_MS}`];
    const confirmed = await this.ask(async (redis) => {
      const written = redis.set(key, '');
      const answer = this.#send(redis, key, words);
      await written;
      return Number(await answer);
    });
    if (confirmed < replicas) throw new RedisDown(`confirmed by ${confirmed} replicas of ${replicas}`);
  }

  /** Hears a sharded channel, from now on and after every broken line; what is said in between is lost. */
  async listen(channel: string, listener: Listener): Promise<void> {
    this.#subscriptions.set(channel, listener);
    await this.#lines?.listening.sSubscribe(channel, listener);
  }

  /** How many programs hear a sharded channel. */
  async listeners(channel: string): Promise<number> {
    const words = ['PUBSUB', 'SHARDNUMSUB', channel];
    const [, count] = (await this.ask((redis) => this.#send(redis, channel, words))) as [string, number];
    return Number(count);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#opening?.catch(() => undefined);
    const lines = this.#lines;
    this.#lines = null;
    if (this.#looks !== null) clearInterval(this.#looks);
    if (lines !== null) drop(lines);
  }

  /** A command the client has no words for, to the server of a key. */
  #send(redis: Redis, key: string, words: string[]): Promise<unknown> {
    if (this.address.kind !== 'cluster') return redis.sendCommand(words);
    return (redis as unknown as RedisClusterType).sendCommand(key, false, words);
  }

  #broken(lines: Lines, cause: Error): void {
    if (this.#lines !== lines || this.#closed) return;
    this.#lines = null;
    if (this.#looks !== null) clearInterval(this.#looks);
    for (const { fail } of this.#underWay) fail(cause);
    this.#underWay.clear();
    drop(lines);
    for (const watcher of this.#watchers) watcher(false, cause);
    this.#opening = this.#reopen();
  }

  async #reopen(): Promise<void> {
    for (let waitMs = FIRST_RETRY_MS; !this.#closed; waitMs = Math.min(2 * waitMs, LONGEST_RETRY_MS)) {
      try {
        return await this.#open();
      } catch {
        await sleep(waitMs);
      }
    }
  }

  async #open(): Promise<void> {
    const node = this.address.kind === 'cluster' ? null : await this.#leader();
    const lines = { asking: this.#client(node), listening: this.#client(node) };
    try {
      await within(CONNECT_WITHIN_MS, Promise.all([lines.asking.connect(), lines.listening.connect()]));
      if (node !== null) await within(ANSWER_WITHIN_MS, this.#examine(lines.asking));
      for (const [channel, listener] of this.#subscriptions)
        await within(ANSWER_WITHIN_MS, lines.listening.sSubscribe(channel, listener));
    } catch (error) {
      drop(lines);
      throw error;
    }
    if (this.#closed) return drop(lines);
    this.#lines = lines;
    this.#looks = setInterval(() => void this.#lookForSilence(lines), LOOK_FOR_SILENCE_MS);
    for (const watcher of this.#watchers) watcher(true, null);
    for (const client of [lines.asking, lines.listening])
      for (const event of ['error', 'end']) client.on(event, (cause) => this.#broken(lines, cause as Error));
  }

  #client(node: RedisNode | null): Redis {
    const { username, password, database, tls, nodes } = this.address;
    const login = { ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) };
    const socket = { connectTimeout: CONNECT_WITHIN_MS, reconnectStrategy: false as const };
    // One look for silence serves them all: the client's own limit is a timer and a listener for each command.
    const commandOptions = { timeout: 0 };
    const options = {
      ...login,
      disableOfflineQueue: true,
      commandsQueueMaxLength: MAX_UNDER_WAY,
      commandOptions,
    };
    const client =
      node === null
        ? createCluster({
            rootNodes: nodes.map((each) => ({ socket: { ...each, tls: tls as true } })),
            commandOptions,
            defaults: { ...options, socket: { ...socket, tls: tls as true } },
          })
        : createClient({ ...options, database, socket: { ...socket, ...node, tls: tls as true } });
    // Told by whoever asks meanwhile; without a listener Node would end the program.
    client.on('error', () => undefined);
    return client as unknown as Redis;
  }

  /** The server to write to. */
  async #leader(): Promise<RedisNode> {
    const { kind, nodes, masterName } = this.address;
    const [only] = nodes;
    if (kind === 'single' && only !== undefined) return only;
    let reason: unknown;
    for (const sentinel of nodes) {
      try {
        return await askSentinel(sentinel, masterName);
      } catch (error) {
        reason = error;
      }
    }
    throw new Error(`no Sentinel names the leader of ${masterName}`, { cause: reason });
  }

  /** @throws unless this server leads and flushes before it acknowledges. */
  async #examine(redis: Redis): Promise<void> {
    const [role] = (await redis.sendCommand(['ROLE'])) as unknown as [string];
    if (role !== 'master') throw new Error(`this Redis is a ${role}`);
    const wanted = {
      appendonly: 'yes',
      appendfsync: 'always',
      'no-appendfsync-on-rewrite': 'no',
      'maxmemory-policy': 'noeviction',
    };
    for (const [name, value] of Object.entries(wanted)) {
      const set = await redis.configGet(name).catch(() => null);
      // A rented Redis may not say how it is set up: then its landlord must know.
      const is = set?.[name];
      if (is !== undefined && is !== value)
        throw new RedisNotDurable(`Redis has ${name} ${is}, and must have ${name} ${value}`);
    }
  }
}

async function askSentinel({ host, port }: RedisNode, masterName: string): Promise<RedisNode> {
  const client = createClient({
    socket: { host, port, connectTimeout: CONNECT_WITHIN_MS, reconnectStrategy: false },
    disableOfflineQueue: true,
  });
  client.on('error', () => undefined);
  try {
    await within(CONNECT_WITHIN_MS, client.connect());
    const words = ['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', masterName];
    const answer = (await within(ANSWER_WITHIN_MS, client.sendCommand(words))) as unknown as string[] | null;
    const [leader, leaderPort] = answer ?? [];
    if (leader === undefined) throw new Error(`it knows no ${masterName}`);
    return { host: leader, port: Number(leaderPort) };
  } finally {
    destroy(client as unknown as Redis);
  }
}

function drop(lines: Lines): void {
  for (const client of [lines.asking, lines.listening]) destroy(client);
}

/** A client that never connected says so when it is closed. */
function destroy(client: Redis): void {
  try {
    client.destroy();
  } catch {
    // It is closed.
  }
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const limit = sleep(limitMs, undefined, { signal: late.signal }).then(() => {
    throw new Error(`no answer within ${limitMs} ms`);
  });
  limit.catch(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    late.abort();
  }
}
