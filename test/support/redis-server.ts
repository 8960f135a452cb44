import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from './wait-for.ts';

const STARTED_WITHIN_MS = 15_000;

/** A real redis-server on a free port of the loopback, that keeps its data through kills. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Ends it as a power failure would, or with another signal; its data stays. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again upon its data, on its port; does nothing while it runs. */
  start(): Promise<void>;
  /** It holds every connection and says nothing, until it is thawed. */
  freeze(): void;
  thaw(): void;
  /** One command in Redis's own words, for looking behind the scenes: its raw reply. */
  ask(...words: string[]): Promise<string>;
  /** Ends it for good, with its data. */
  stop(): Promise<void>;
}

const servers = new Set<RedisServer>();

/** Settings of every server here: nothing acknowledged before it is on the disk, as halls run it. */
const DURABLE = [
  '--save',
  '',
  '--appendonly',
  'yes',
  '--appendfsync',
  'always',
  '--maxmemory-policy',
  'noeviction',
];

/**
 * @param args further settings as the command line takes them; later ones win.
 * @param lines of a settings file of its own, which a Sentinel writes to.
 */
export async function startRedis(args: string[] = [], lines: string[] = []): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-redis-'));
  const file = lines.length === 0 ? [] : [join(folder, 'settings')];
  const [settings] = file;
  if (settings !== undefined) writeFileSync(settings, `${lines.join('\n')}\n`);
  const keeping = args.includes('--sentinel') ? [] : DURABLE;
  let process: ChildProcess | null = null;
  const isRunning = (): boolean =>
    process !== null && process.exitCode === null && process.signalCode === null;
  const server: RedisServer = {
    port,
    url: `redis://127.0.0.1:${port}`,
    async kill(signal = 'SIGKILL') {
      if (process === null || !isRunning()) return;
      const ended = once(process, 'exit');
      process.kill(signal);
      await ended;
      process = null;
    },
    async start() {
      if (isRunning()) return;
      const own = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--logfile', 'log'];
      process = spawn('redis-server', [...file, ...own, ...keeping, ...args], { stdio: 'ignore' });
      process.on('error', () => {
        // Told by the wait below: it never answers.
      });
      await waitFor('redis-server to answer', () => ping(port), STARTED_WITHIN_MS);
    },
    freeze: () => process?.kill('SIGSTOP'),
    thaw: () => process?.kill('SIGCONT'),
    ask: (...words) => ask(port, words),
    async stop() {
      process?.kill('SIGCONT');
      await server.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      servers.delete(server);
    },
  };
  servers.add(server);
  await server.start();
  return server;
}

/** A Sentinel that watches one leading server and its replicas, and needs nobody's agreement. */
export async function startSentinel(leader: RedisServer, downAfterMs = 500): Promise<RedisServer> {
  return startRedis(
    ['--sentinel'],
    [
      `sentinel monitor halls 127.0.0.1 ${leader.port} 1`,
      `sentinel down-after-milliseconds halls ${downAfterMs}`,
      'sentinel failover-timeout halls 3000',
    ],
  );
}

const SLOTS = 16_384;
const CLUSTER = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000'];

/** A Cluster of three leading servers with a replica each: in that order, replicas last. */
export async function startCluster(): Promise<RedisServer[]> {
  const servers = await Promise.all(Array.from({ length: 6 }, () => startRedis(CLUSTER)));
  const leaders = servers.slice(0, 3);
  for (const [index, { ask }] of leaders.entries()) {
    const [from, until] = [index, index + 1].map((part) => Math.ceil((part * SLOTS) / 3)) as [number, number];
    await ask('CLUSTER', 'ADDSLOTSRANGE', `${from}`, `${until - 1}`);
  }
  for (const { ask } of servers.slice(1)) await ask('CLUSTER', 'MEET', '127.0.0.1', `${servers[0]?.port}`);
  await clusterSays(servers, 'CLUSTER INFO', /cluster_state:ok[\s\S]*cluster_known_nodes:6/);
  for (const [index, { ask }] of servers.slice(3).entries()) {
    const id = /\r\n(\w{40})/.exec(`${await leaders[index]?.ask('CLUSTER', 'MYID')}`)?.[1] ?? '';
    await waitFor('a replica to be taken', async () =>
      (await ask('CLUSTER', 'REPLICATE', id)).startsWith('+OK'),
    );
  }
  await clusterSays(servers.slice(3), 'INFO replication', /master_link_status:up/);
  return servers;
}

async function clusterSays(servers: readonly RedisServer[], words: string, what: RegExp): Promise<void> {
  for (const { ask } of servers)
    await waitFor(
      `the cluster to say ${what}`,
      async () => what.test(await ask(...words.split(' '))),
      20_000,
    );
}

/** A server for the tests of one suite, empty before each of them. */
export function redisForSuite(args: string[] = []): { readonly url: string; readonly server: RedisServer } {
  let server: RedisServer;
  before(async () => {
    server = await startRedis(args);
  });
  beforeEach(() => server.ask('FLUSHALL'));
  after(() => server.stop());
  return {
    get url() {
      return server.url;
    },
    get server() {
      return server;
    },
  };
}

/** Ends what failed tests have left behind. */
export async function endRedisServers(): Promise<void> {
  await Promise.all([...servers].map((server) => server.stop()));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function ping(port: number): Promise<boolean> {
  return (await ask(port, ['PING']).catch(() => '')).startsWith('+PONG');
}

/** A reply that is still growing is waited for this long. */
const QUIET_MS = 20;

function ask(port: number, words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let reply = '';
    let quiet: NodeJS.Timeout | undefined;
    const done = (): void => {
      socket.destroy();
      resolve(reply);
    };
    socket.setTimeout(2000, () => socket.destroy(new Error('redis-server says nothing')));
    socket.on('error', reject);
    socket.on('connect', () => {
      const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
      socket.write(`*${words.length}\r\n${parts.join('')}`);
    });
    socket.on('data', (bytes) => {
      reply += bytes.toString();
      clearTimeout(quiet);
      quiet = setTimeout(done, QUIET_MS);
    });
  });
}
