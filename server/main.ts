import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { type RunningServer, startServer } from './compose.ts';
import { readSettings, SettingError, type Settings } from './config.ts';
import { openLog } from './log.ts';

/** Composition only: settings → parts → start → signals. */

await main().catch((error: unknown) => {
  if (!(error instanceof SettingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  // Halls opened before the wrong setting was met have threads, which would keep the process alive.
  process.exit(1);
});

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = openLog(settings.LOG_LEVEL, pino.destination({ dest: 2, sync: true }));
  makeFolder(settings.DATA_DIR);
  const root = projectRoot();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const server = await startServer({
    settings,
    log,
    version,
    webRoot: join(root, 'dist/web'),
    address: address(),
  });
  process.stdout.write(banner(server, settings));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.fatal({ err: error }, 'did not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingError(`DATA_DIR=${folder} can not be used: ${reason}`, { cause });
  }
}

/** The folder with package.json, from source and from dist/server alike. */
function projectRoot(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return resolve(here, here.includes(`${join('dist', 'server')}`) ? '../..' : '..');
}

/** The first address other machines of the network can reach. */
function address(): string {
  for (const list of Object.values(networkInterfaces())) {
    for (const each of list ?? []) if (each.family === 'IPv4' && !each.internal) return each.address;
  }
  return 'localhost';
}

function banner({ port, publicUrl, halls }: RunningServer, settings: Settings): string {
  const local = `http://localhost:${port}`;
  const [hall] = halls;
  const rows = [
    ['everything', `${local}/`],
    ['kiosk 取号机', `${local}/kiosk`],
    ['hall display 大厅屏', `${local}/wall`],
    ['window display 窗口屏', `${local}/window?window=w1`],
    ['counter 窗口端', `${local}/counter`],
    ['manager 大厅管理', `${local}/manager`],
    ['operations 运行', `${local}/operations`],
    ['phone page 手机页', `${publicUrl}/phone (scan a slip)`],
    ['slip tray 小票盘', `${local}/tray`],
    ['API', `${local}/openapi.json`],
  ];
  const lines = rows.map(([name = '', url = '']) => `  ${name.padEnd(24 - wide(name))}${url}`);
  return `\nOneWindow 一窗 serves ${hall ?? ''} on ${settings.HOST}:${port}\n${lines.join('\n')}\n\n`;
}

/** How many of the characters take two columns of a terminal. */
function wide(text: string): number {
  return [...text].filter((character) => character > '\u2e80').length;
}
