import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './redis-server.ts';
import { waitFor } from './wait-for.ts';

export interface Nginx {
  url: string;
  /** What it has logged of requests. */
  logged(): string;
  stop(): Promise<void>;
}

/** Debian has it where only root looks. */
const env = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` };

/**
 * A real nginx with a configuration of ours, on a free port of the loopback.
 * @param servers takes the place of each `server host:port` of the upstream, in their order.
 */
export async function startNginx(configuration: string, servers: string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-nginx-'));
  const port = await freePort();
  const log = join(folder, 'access.log');
  const left = [...servers];
  const here = configuration
    .replace(/^(\s*server )[\w.]+:\d+/gm, (_all, start: string) => `${start}${left.shift()}`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/run/nginx.pid', join(folder, 'pid'))
    .replace('/dev/stdout', log)
    .replace('http {', `http { ${temporary(folder)}`)
    // Whoever runs the tests may not raise how many files may be open.
    .replace(/^worker_rlimit_nofile.*$/m, '')
    .replace(/worker_connections \d+/, 'worker_connections 512');
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, here);
  const tried = spawnSync('nginx', ['-t', '-e', 'stderr', '-c', file], { encoding: 'utf8', env });
  if (tried.status !== 0) throw new Error(`nginx refuses the configuration: ${tried.stderr}`);
  const nginx: ChildProcess = spawn('nginx', ['-e', 'stderr', '-c', file, '-g', 'daemon off;'], {
    stdio: 'ignore',
    env,
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor('nginx to answer', () => fetch(url).then(Boolean, () => false));
  return {
    url,
    logged: () => readFileSync(log, 'utf8'),
    async stop() {
      const ended = once(nginx, 'exit');
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Its usual folders belong to root. */
function temporary(folder: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return kinds.map((kind) => `${kind}_temp_path ${join(folder, kind)};`).join(' ');
}
