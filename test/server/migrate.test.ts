import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import pino from 'pino';
import { type RunningServer, startServer } from '../../server/compose.ts';
import { readSettings } from '../../server/config.ts';
import { main as migrate } from '../../server/migrate.ts';
import { main as verify } from '../../server/verify.ts';
import { ask } from '../support/http.ts';
import { redisForSuite } from '../support/redis-server.ts';
import { DAY, smallHall } from '../support/small-hall.ts';
import { tempDirs } from '../support/temp-dir.ts';

const HALL = '/api/v1/halls/small';
const ZHANG = { name: '张三丰', phone: '13812345678', idNumber: '11010519491231002X' };
const tempDir = tempDirs();

type Environment = Record<string, string>;

describe('moving house', function () {
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

  function environment(data: string, more: Environment = {}): Environment {
    const hallFile = join(folder, 'hall.json');
    writeFileSync(hallFile, JSON.stringify(smallHall()));
    const network = { PORT: '0', HOST: '127.0.0.1', CLOCK_START: `${DAY}T09:30:00+08:00` };
    return { ...network, DATA_DIR: join(folder, data), HALL_CONFIG: hallFile, ...more };
  }

  async function start(settings: Environment): Promise<RunningServer> {
    mkdirSync(settings.DATA_DIR ?? '', { recursive: true });
    const parts = { version: '0', webRoot: folder, address: '127.0.0.1', log: pino({ level: 'silent' }) };
    const server = await startServer({ settings: readSettings(settings), ...parts });
    running.push(server);
    return server;
  }

  async function said(
    program: typeof migrate,
    args: string[],
    settings: Environment,
  ): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await program(args, (line) => lines.push(`${line}\n`), settings);
    return { code, text: lines.join('') };
  }

  async function take(server: RunningServer, body: object): Promise<{ id: string; secret: string }> {
    const answer = await ask(`http://127.0.0.1:${server.port}`, 'POST', `${HALL}/tickets`, { body });
    expect(answer.status, answer.text).to.equal(201);
    return { id: answer.json.ticket.id, secret: answer.json.secret };
  }

  async function isKnown(
    server: RunningServer,
    { id, secret }: { id: string; secret: string },
  ): Promise<void> {
    const base = `http://127.0.0.1:${server.port}`;
    expect((await ask(base, 'GET', `${HALL}/tickets/${id}/why?secret=${secret}`)).status).to.equal(200);
    // A second ticket of one person to one queue is refused: the same person is found.
    const again = { queue: 'social', person: ZHANG, print: false };
    expect((await ask(base, 'POST', `${HALL}/tickets`, { body: again })).status).to.equal(409);
  }

  /** A server in files that has given a ticket to a person, and has been stopped. */
  async function lived(settings: Environment): Promise<{ id: string; secret: string }> {
    const server = await start(settings);
    const ticket = await take(server, { queue: 'social', person: ZHANG, print: false });
    for (let count = 0; count < 30; count++) await take(server, { queue: 'tax', print: false });
    await server.stop();
    return ticket;
  }

  const keyIn = (data: string): string => readFileSync(join(folder, data, 'vault.key'), 'utf8');
  const rowsIn = (data: string, file: string, table: string): unknown[] => {
    const database = new Database(join(folder, data, file));
    const rows = database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
    database.close();
    return rows;
  };

  it('takes everything to Redis and back: the log, who people are, and what their slips open', async () => {
    const old = environment('old');
    const ticket = await lived(old);
    const there = await said(migrate, ['--to', 'redis'], { ...old, REDIS_URL: redis.url });
    expect(there.code, there.text).to.equal(0);
    expect(there.text).to.match(/small: 32 events of 1 days, 2 records of persons; last hash [0-9a-f]{64}/);

    const shared = { REDIS_URL: redis.url, VAULT_KEY: keyIn('old') };
    const nodes = [await start(environment('node1', shared)), await start(environment('node2', shared))];
    for (const node of nodes) await isKnown(node, ticket);
    const later = await take(nodes[0] as RunningServer, { queue: 'tax', print: false });
    const proof = await said(verify, ['--hall', 'small'], environment('node1', shared));
    expect(proof.code, proof.text).to.equal(0);
    const busy = await said(migrate, ['--to', 'sqlite'], environment('new', shared));
    expect([busy.code, busy.text]).to.deep.equal([
      1,
      'small is in use: stop the 2 servers upon this Redis first.\n',
    ]);
    for (const node of nodes) await node.stop();

    const back = await said(migrate, ['--to', 'sqlite'], environment('new', shared));
    expect(back.code, back.text).to.equal(0);
    expect(back.text).to.contain('small: 33 events of 1 days, 2 records');
    const fresh = environment('new', { VAULT_KEY: shared.VAULT_KEY });
    expect((await said(verify, ['--data', join(folder, 'new')], fresh)).code).to.equal(0);
    expect(rowsIn('new', 'small.db', 'events').slice(0, 32)).to.deep.equal(
      rowsIn('old', 'small.db', 'events'),
    );
    expect(rowsIn('new', 'small.vault.db', 'records')).to.deep.equal(
      rowsIn('old', 'small.vault.db', 'records'),
    );
    const server = await start(fresh);
    await isKnown(server, ticket);
    const base = `http://127.0.0.1:${server.port}`;
    const why = `${HALL}/tickets/${later.id}/why?secret=${later.secret}`;
    expect((await ask(base, 'GET', why)).status).to.equal(200);
  });

  it('refuses to begin while somebody lives where it begins', async () => {
    const old = environment('old');
    const server = await start(old);
    const busy = await said(migrate, ['--to', 'redis'], { ...old, REDIS_URL: redis.url });
    expect(busy.code).to.equal(1);
    expect(busy.text).to.contain('small.db is in use: stop the server');
    await take(server, { queue: 'tax', print: false });
    expect(await redis.server.ask('DBSIZE')).to.equal(':0\r\n');
  });

  it('refuses to end where somebody lives, and leaves them as they are', async () => {
    const old = environment('old', { REDIS_URL: redis.url });
    await lived(environment('old'));
    expect((await said(migrate, ['--to', 'redis'], old)).code).to.equal(0);
    const twice = await said(migrate, ['--to', 'redis'], old);
    expect([twice.code, twice.text]).to.deep.equal([1, 'There are 32 events of small there already.\n']);
    const home = await said(migrate, ['--to', 'sqlite'], { ...old, VAULT_KEY: keyIn('old') });
    expect([home.code, home.text.includes('is not empty: there is small.db')]).to.deep.equal([1, true]);
    await lived(environment('other'));
    const other = environment('other', { REDIS_URL: redis.url });
    expect((await said(migrate, ['--to', 'redis'], other)).text).to.contain('VAULT_KEY');
    const shared = { REDIS_URL: redis.url, VAULT_KEY: keyIn('old') };
    expect((await said(verify, ['--hall', 'small'], environment('node', shared))).code).to.equal(0);
  });

  it('does not move a log that is broken, and takes back what it has moved of it', async () => {
    const old = environment('old', { REDIS_URL: redis.url });
    await lived(environment('old'));
    const database = new Database(join(folder, 'old/small.db'));
    database.exec(`UPDATE events SET text = replace(text, 'tax', 'tex') WHERE seq = 20`);
    database.close();
    const broken = await said(migrate, ['--to', 'redis'], old);
    expect([broken.code, broken.text]).to.deep.equal([
      1,
      'small can not be copied: the log is broken at event 20: its content does not match its hash\n',
    ]);
    expect(await redis.server.ask('KEYS', 'ow:{small}*')).to.equal('*0\r\n');
  });

  it('says what it misses', async () => {
    const empty = environment('nothing', { REDIS_URL: redis.url });
    await lived(environment('old'));
    const cases: [args: string[], settings: Environment, words: string][] = [
      [['--to', 'redis'], environment('old'), 'REDIS_URL is not set'],
      [['--to', 'redis'], empty, 'no log of a hall in DATA_DIR'],
      [['--to', 'redis', '--hall', 'large'], { ...empty, VAULT_KEY: keyIn('old') }, 'There is no log'],
      [['--to', 'sqlite'], empty, 'VAULT_KEY is not set'],
      [['--to', 'sqlite'], { ...empty, VAULT_KEY: keyIn('old') }, 'There is no log of a hall in Redis'],
      [['--to', 'paper'], empty, '--to takes redis or sqlite'],
      [[], empty, '--to takes redis or sqlite'],
      [['--to', 'redis'], { ...empty, REDIS_URL: 'redis://127.0.0.1:1' }, 'REDIS_URL can not be used'],
    ];
    for (const [args, settings, words] of cases) {
      const { code, text } = await said(migrate, args, settings);
      expect(text).to.contain(words);
      expect(code, words).to.equal(1);
    }
    rmSync(join(folder, 'old/vault.key'));
    expect(
      (await said(migrate, ['--to', 'redis'], { ...environment('old'), REDIS_URL: redis.url })).text,
    ).to.contain('vault.key');
  });
});
