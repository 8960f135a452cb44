import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import { type RunningServer, startServer } from '../../server/compose.ts';
import { readSettings } from '../../server/config.ts';
import { main as verify } from '../../server/verify.ts';
import { ask } from '../support/http.ts';
import { endRedisServers, redisForSuite, startRedis } from '../support/redis-server.ts';
import { DAY, smallHall } from '../support/small-hall.ts';
import { tempDirs } from '../support/temp-dir.ts';

const HALL = '/api/v1/halls/small';
const VAULT_KEY = Buffer.alloc(32, 7).toString('base64');
const tempDir = tempDirs();

type Environment = Record<string, string>;

/** The commands of a section of the manual that begin so. */
function commandsOf(section: string, start: string): string[] {
  const [, text = ''] = readFileSync('docs/operations.md', 'utf8').split(`\n## ${section}\n`);
  const [own = ''] = text.split('\n## ');
  return own.split('\n').filter((line) => line.startsWith(start));
}

describe('a backup made while the program runs', function () {
  this.timeout(60_000);
  const redis = redisForSuite();
  let folder: string;
  let running: RunningServer[];

  beforeEach(() => {
    folder = tempDir();
    running = [];
  });
  afterEach(async () => {
    for (const server of running) await server.stop();
  });
  after(endRedisServers);

  function environment(data: string, more: Environment = {}): Environment {
    const hallFile = join(folder, 'hall.json');
    writeFileSync(hallFile, JSON.stringify(smallHall()));
    mkdirSync(join(folder, data), { recursive: true });
    const network = { PORT: '0', HOST: '127.0.0.1', CLOCK_START: `${DAY}T09:30:00+08:00` };
    return { ...network, DATA_DIR: join(folder, data), HALL_CONFIG: hallFile, ...more };
  }

  async function start(settings: Environment): Promise<string> {
    const parts = { version: '0', webRoot: folder, address: '127.0.0.1', log: pino({ level: 'silent' }) };
    const server = await startServer({ settings: readSettings(settings), ...parts });
    running.push(server);
    return `http://127.0.0.1:${server.port}`;
  }

  async function take(url: string, count: number): Promise<{ id: string; secret: string }[]> {
    const taken: { id: string; secret: string }[] = [];
    for (let index = 0; index < count; index++) {
      const answer = await ask(url, 'POST', `${HALL}/tickets`, { body: { queue: 'tax', print: false } });
      expect(answer.status).to.equal(201);
      taken.push({ id: answer.json.ticket.id, secret: answer.json.secret });
    }
    return taken;
  }

  async function expectWhole(
    settings: Environment,
    tickets: { id: string; secret: string }[],
  ): Promise<void> {
    const said: string[] = [];
    expect(await verify(['--hall', 'small'], (line) => said.push(line), settings), said.join('\n')).to.equal(
      0,
    );
    const url = await start(settings);
    for (const { id, secret } of tickets)
      expect((await ask(url, 'GET', `${HALL}/tickets/${id}/why?secret=${secret}`)).status).to.equal(200);
    const [next] = await take(url, 1);
    expect(next?.id).to.equal(`${DAY.replaceAll('-', '')}-B${String(tickets.length + 1).padStart(3, '0')}`);
  }

  it('of files, by the very commands of the manual, is restored and proved', async () => {
    const url = await start(environment('data'));
    const tickets = await take(url, 20);
    mkdirSync(join(folder, 'backup'));
    const commands = commandsOf('Backup and restore', 'node --input-type=module');
    expect(commands).to.have.length(2);
    for (const command of commands) {
      const here = command
        .replaceAll('/var/lib/onewindow', join(folder, 'data'))
        .replaceAll('yunzhou', 'small')
        .replaceAll('/backup', join(folder, 'backup'));
      execFileSync('sh', ['-c', here], { stdio: 'pipe' });
    }
    await take(url, 5);
    const restored = environment('restored');
    for (const name of ['small.db', 'small.vault.db'])
      copyFileSync(join(folder, 'backup', name), join(folder, 'restored', name));
    for (const name of ['secret.key', 'vault.key'])
      copyFileSync(join(folder, 'data', name), join(folder, 'restored', name));
    await expectWhole(restored, tickets);
  });

  it('of Redis, a copy of its append-only files, is restored and proved', async () => {
    const url = await start(environment('node', { REDIS_URL: redis.url, VAULT_KEY }));
    const tickets = await take(url, 20);
    const [, , , , kept = ''] = (await redis.server.ask('CONFIG', 'GET', 'dir')).split('\r\n');
    await redis.server.ask('CONFIG', 'SET', 'auto-aof-rewrite-percentage', '0');
    cpSync(join(kept, 'appendonlydir'), join(folder, 'restored/appendonlydir'), { recursive: true });
    await redis.server.ask('CONFIG', 'SET', 'auto-aof-rewrite-percentage', '100');
    await take(url, 5);
    const other = await startRedis(['--dir', join(folder, 'restored')]);
    await expectWhole(environment('other', { REDIS_URL: other.url, VAULT_KEY }), tickets);
  });
});
