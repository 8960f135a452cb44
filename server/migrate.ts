import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'libsql';
import { readSettings, SettingError, type Settings } from './config.ts';
import { FileCheckpoint } from './effects/checkpoint.ts';
import { RedisCheckpoint } from './effects/redis-checkpoint.ts';
import { archivedRows } from './jobs/archived-day.ts';
import { RedisJournal } from './journal/redis.ts';
import { SqliteJournal } from './journal/sqlite.ts';
import { storeOf } from './keeping.ts';
import { MigrationError, type Moved, moveHall, type Side } from './moving.ts';
import { parseRedisAddress } from './redis/address.ts';
import { RedisLink } from './redis/link.ts';
import { loadKey } from './secrets.ts';
import { sharedKey } from './shared-key.ts';
import { RedisVault } from './vault/redis.ts';
import { SqliteVault } from './vault/sqlite.ts';

/** `npm run migrate`: moves all that lasts between the files of one machine and a Redis that several share. */

const USAGE = `npm run migrate -- --to redis      from the files in DATA_DIR to REDIS_URL
npm run migrate -- --to sqlite     from REDIS_URL to files in DATA_DIR
  --hall A,B       only these halls; must be given to leave a Cluster`;

/** A hall's log among its other files: demo.db, and not demo.vault.db. */
const HALL_LOG = /^([a-z0-9-]+)\.db$/;
const HALL_HEAD = /^ow:\{([a-z0-9-]+)\}:head$/;
const SCANNED_AT_ONCE = 1000;

/** @returns the exit code: 0 when everything is there, 1 when it is not; it has then said why. */
export async function main(
  args: string[],
  print: (text: string) => void,
  environment: Record<string, string | undefined> = process.env,
): Promise<number> {
  try {
    const { to, hall } = readOptions(args);
    const settings = readSettings(environment);
    if (settings.REDIS_URL === '') throw new MigrationError('REDIS_URL is not set.');
    const halls = hall?.split(',').map((each) => each.trim());
    const link = new RedisLink(parseRedisAddress(settings.REDIS_URL));
    try {
      await link.start().catch((cause: Error) => {
        throw new MigrationError(`REDIS_URL can not be used: ${cause.message}`, { cause });
      });
      await (to === 'redis' ? toRedis : toFiles)({ settings, link, print, halls });
    } finally {
      await link.close();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof MigrationError) && !(error instanceof SettingError)) throw error;
    print(error.message);
    return 1;
  }
}

interface Move {
  settings: Settings;
  link: RedisLink;
  print: (text: string) => void;
  halls: string[] | undefined;
}

async function toRedis({ settings, link, print, halls: named }: Move): Promise<void> {
  const folder = settings.DATA_DIR;
  const halls = named ?? hallsIn(folder);
  if (halls.length === 0) throw new MigrationError(`There is no log of a hall in DATA_DIR=${folder}.`);
  const vaultKey = vaultKeyIn(settings);
  const from = files(settings);
  const to = redis(settings, link);
  for (const hall of halls) refuseUsedFile(join(folder, `${hall}.db`));
  for (const hall of halls) await refuseUsed(link, hall);
  const ticketKey = loadKey(join(folder, 'secret.key'));
  if (!(await sharedKey(link, vaultKey, ticketKey)).equals(ticketKey))
    throw new MigrationError('Redis is not empty: it has the ticket secrets of other halls.');
  for (const hall of halls) print(words(await moveHall({ hall, from, to, vaultKey })));
  print('REDIS_URL and VAULT_KEY, the same on every server, are all that is needed now.');
  if (settings.VAULT_KEY === '') print(`VAULT_KEY is what ${join(folder, 'vault.key')} holds.`);
  print(`The files in ${folder} are as they were: keep them until the first day in Redis is proved.`);
}

async function toFiles({ settings, link, print, halls: named }: Move): Promise<void> {
  const folder = settings.DATA_DIR;
  const vaultKey = Buffer.from(settings.VAULT_KEY, 'base64');
  if (vaultKey.length === 0)
    throw new MigrationError('VAULT_KEY is not set: the servers upon Redis have it.');
  const halls = named ?? (await hallsOf(link, settings));
  if (halls.length === 0) throw new MigrationError('There is no log of a hall in Redis.');
  for (const hall of halls) await refuseUsed(link, hall);
  const ticketKey = await sharedKey(link, vaultKey);
  mkdirSync(folder, { recursive: true });
  const keyFile = join(folder, 'secret.key');
  const others = halls.flatMap((hall) => [`${hall}.db`, `${hall}.vault.db`]);
  for (const name of others)
    if (existsSync(join(folder, name)))
      throw new MigrationError(`DATA_DIR=${folder} is not empty: there is ${name}.`);
  if (existsSync(keyFile) && !loadKey(keyFile).equals(ticketKey))
    throw new MigrationError(`DATA_DIR=${folder} is not empty: ${keyFile} is of other tickets.`);
  const [from, to] = [redis(settings, link), files(settings)];
  for (const hall of halls) print(words(await moveHall({ hall, from, to, vaultKey })));
  if (!existsSync(keyFile)) writeFileSync(keyFile, ticketKey.toString('base64'), { mode: 0o600 });
  print(`Everything is in ${folder}. Start with the same VAULT_KEY and without REDIS_URL.`);
  print('Redis is as it was: keep it until the first day in files is proved.');
}

function files({ DATA_DIR }: Settings): Side {
  return {
    journal: (hall) => new SqliteJournal(join(DATA_DIR, `${hall}.db`)),
    vault: (hall) => new SqliteVault(join(DATA_DIR, `${hall}.vault.db`)),
    checkpoint: (hall, effect) => new FileCheckpoint(join(DATA_DIR, `${hall}.${effect}`)),
    async discard(hall) {
      for (const name of [`${hall}.db`, `${hall}.vault.db`])
        for (const more of ['', '-wal', '-shm']) rmSync(join(DATA_DIR, name + more), { force: true });
    },
  };
}

function redis(settings: Settings, link: RedisLink): Side {
  const store = storeOf(settings);
  const older = (hall: string) => (store === null ? undefined : archivedRows(store, hall));
  return {
    journal: (hall) => new RedisJournal(link, hall, settings.REDIS_REPLICAS, older(hall)),
    vault: (hall) => new RedisVault(link, hall, settings.REDIS_REPLICAS),
    checkpoint: (hall, effect) => new RedisCheckpoint(link, `${hall}.${effect}`),
    async discard(hall) {
      const names = ['head', 'log', 'days', 'turn', 'waiting', 'sync'];
      const all = [...names, ...['records', 'ages', 'persons'].map((name) => `vault:${name}`)];
      await link.ask((client) => client.unlink(all.map((name) => `ow:{${hall}}:${name}`)));
    },
  };
}

/** Every node that serves a hall hears that its log has moved. */
async function refuseUsed(link: RedisLink, hall: string): Promise<void> {
  const nodes = await link.listeners(`ow:{${hall}}:moved`);
  if (nodes > 0)
    throw new MigrationError(`${hall} is in use: stop the ${nodes} servers upon this Redis first.`);
}

/** Nobody else has the file open when it can be locked for one alone. */
function refuseUsedFile(file: string): void {
  if (!existsSync(file)) throw new MigrationError(`There is no log ${file}.`);
  const database = new Database(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
  } catch (cause) {
    throw new MigrationError(`${file} is in use: stop the server that writes it first.`, { cause });
  } finally {
    database.close();
  }
}

function vaultKeyIn({ VAULT_KEY, DATA_DIR }: Settings): Buffer {
  const keyFile = join(DATA_DIR, 'vault.key');
  if (VAULT_KEY === '' && !existsSync(keyFile))
    throw new MigrationError(`VAULT_KEY is not set, and there is no ${keyFile}.`);
  return Buffer.from(VAULT_KEY === '' ? readFileSync(keyFile, 'utf8') : VAULT_KEY, 'base64');
}

function hallsIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.flatMap((name) => HALL_LOG.exec(name)?.[1] ?? []);
}

async function hallsOf(link: RedisLink, { REDIS_URL }: Settings): Promise<string[]> {
  if (parseRedisAddress(REDIS_URL).kind === 'cluster')
    throw new MigrationError('A Cluster does not tell all its halls: name them with --hall.');
  const halls: string[] = [];
  let cursor = '0';
  do {
    const pattern = { MATCH: 'ow:{*}:head', COUNT: SCANNED_AT_ONCE };
    const scanned = await link.ask((client) => client.scan(cursor, pattern));
    ({ cursor } = scanned);
    halls.push(...scanned.keys.flatMap((key) => HALL_HEAD.exec(key)?.[1] ?? []));
  } while (cursor !== '0');
  return [...new Set(halls)].sort();
}

function words({ hall, events, days, lastHash, records }: Moved): string {
  return `${hall}: ${events} events of ${days} days, ${records} records of persons; last hash ${lastHash}`;
}

function readOptions(args: string[]): { to: 'redis' | 'sqlite'; hall?: string | undefined } {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { to: text, hall: text } });
    if (values.to !== 'redis' && values.to !== 'sqlite') throw new Error('--to takes redis or sqlite');
    return { to: values.to, hall: values.hall };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`${reason}\n\n${USAGE}`, { cause: error });
  }
}
