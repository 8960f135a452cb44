import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../../support/wait-for.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 20_000;
const STOPPED_WITHIN_MS = 10_000;

/**
 * The name that the browser knows this machine by. Pages that are not on localhost and not encrypted are
 * what halls have: there, browsers hide what they call secure-context-only.
 */
export const HALL_HOST = 'hall.test';

/** The built program as a hall starts it, in a process of its own. */
export class HallServer {
  readonly port: number;
  /** Where this process reaches it. */
  readonly url: string;
  #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #said = '';

  constructor(port: number, dataDir: string, settings: Record<string, string> = {}) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    const { PATH = '', HOME = '' } = process.env;
    this.#environment = {
      PATH,
      HOME,
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...settings,
    };
  }

  /** What it has logged: warnings and worse. */
  get said(): string {
    return this.#said;
  }

  get isRunning(): boolean {
    return this.#child !== null;
  }

  /** @param settings for this time only. */
  async start(settings: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: ROOT,
      env: { ...this.#environment, ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text;
    });
    await waitFor('the server to be ready', () => this.#isReady(child), READY_WITHIN_MS);
  }

  /** As Ctrl-C does: a clean end, which is bounded in time. */
  async stop(): Promise<void> {
    const lastResort = setTimeout(() => this.#child?.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await this.#end('SIGTERM');
    clearTimeout(lastResort);
  }

  /** As a power cut does. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** It neither answers nor hangs up. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async #isReady(child: ChildProcess): Promise<boolean> {
    if (child.exitCode !== null) throw new Error(`the server ended: ${this.#said}`);
    try {
      return (await fetch(`${this.url}/readyz`)).ok;
    } catch {
      // Not listening yet.
      return false;
    }
  }
}

/** A port that nobody listens on; a server that is started twice has to know its own. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
