import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { root } from './folders.ts';

const START_LIMIT_MS = 30_000;
/** Ends a process with the benchmark that has started it, however that ends. */
export const PROBE = new URL('probe.mjs', import.meta.url).href;

/** A server in a process of its own. */
export interface Served {
  port: number;
  /** Ends it as a power failure would. */
  kill(): void;
  /** After a full collection. */
  memory(): Promise<NodeJS.MemoryUsage>;
  stop(): Promise<void>;
}

/** The real server: the compiled program, as `npm start` runs it. */
export function serve(dataFolder: string, more: Record<string, string> = {}): Promise<Served> {
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataFolder,
    HALL_CONFIG: '',
    LOG_LEVEL: 'warn',
    PRINTER: 'tray',
    NODE_ENV: 'production',
    ...more,
  };
  return start(fileURLToPath(new URL('dist/server/main.js', root)), [], env);
}

/**
 * @param patchBytes how much the bare server sends to each wall.
 * @param redisUrl where it meets others like it, by Socket.IO's Redis Streams adapter; alone when empty.
 */
export function serveBare(patchBytes: number, redisUrl = ''): Promise<Served> {
  const script = fileURLToPath(new URL('bare-server.mjs', import.meta.url));
  return start(script, [String(patchBytes), redisUrl], { ...process.env, NODE_ENV: 'production' });
}

async function start(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<Served> {
  const execArgv = ['--expose-gc', '--import', PROBE];
  const child = fork(script, args, { env, execArgv, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const port = await portOf(child);
  return {
    port,
    kill: () => child.kill('SIGKILL'),
    async memory() {
      child.send('memory');
      const [{ memory }] = (await once(child, 'message')) as [{ memory: NodeJS.MemoryUsage }];
      return memory;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Read from what the program says when it serves. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const limit = setTimeout(() => reject(new Error('the server did not start')), START_LIMIT_MS);
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /serves .*:(\d+)\n/.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve(Number(port));
    });
  });
}
