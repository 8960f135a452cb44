import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
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
const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];

/** @param args further settings as the command line takes them; later ones win. */
export async function startRedis(args: string[] = []): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-redis-'));
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
      const own = [
        '--port',
        `${port}`,
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--save',
        '',
        '--logfile',
        'log',
      ];
      process = spawn('redis-server', [...own, ...DURABLE, ...args], { stdio: 'ignore' });
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
