import { join } from 'node:path';
import type { Logger } from 'pino';
import { FolderStore } from './archive/folder.ts';
import { S3Store } from './archive/s3.ts';
import { parseArchiveAddress } from './archive-address.ts';
import { SettingError, type Settings } from './config.ts';
import { BullJobs } from './effects/bull.ts';
import { type Checkpoint, FileCheckpoint } from './effects/checkpoint.ts';
import { LocalJobs } from './effects/local.ts';
import { RedisCheckpoint } from './effects/redis-checkpoint.ts';
import { archivedRows } from './jobs/archived-day.ts';
import { RedisJournal } from './journal/redis.ts';
import { SqliteJournal } from './journal/sqlite.ts';
import type { Clock, DayStore, Jobs, Journal, Shelf, Vault } from './ports.ts';
import { parseRedisAddress } from './redis/address.ts';
import { RedisLink } from './redis/link.ts';
import { loadKey } from './secrets.ts';
import { sharedKey, sharedVaultKey } from './shared-key.ts';
import { FolderShelf } from './shelf/folder.ts';
import { RedisShelf } from './shelf/redis.ts';
import { RedisVault } from './vault/redis.ts';
import { SqliteVault } from './vault/sqlite.ts';

/** Where everything that must last is kept: files of this machine, or a Redis that several servers share. */
export interface Keeping {
  journal(hall: string): Journal;
  vault(hall: string): Vault;
  /** Where days go when they are over; null when they stay where they are. */
  store: DayStore | null;
  /** What the log can make again. */
  shelf: Shelf;
  vaultKey: Buffer;
  /** What the vault's key was read from, for people. */
  vaultKeySource: string;
  jobs(clock: Clock): Jobs;
  /** How far an effect of a hall has read its log. */
  checkpoint(name: string): Checkpoint;
  /** Secrets of tickets are made with it, the same on every server. */
  ticketKey: Buffer;
  close(): Promise<void>;
}

/** @throws SettingError when what the settings name can not be used. */
export function keepingOf(settings: Settings, log: Logger): Promise<Keeping> | Keeping {
  return settings.REDIS_URL === '' ? files(settings, log) : redis(settings, log);
}

function files(settings: Settings, log: Logger): Keeping {
  const { DATA_DIR, VAULT_KEY } = settings;
  const keyFile = join(DATA_DIR, 'vault.key');
  return {
    journal: (hall) => new SqliteJournal(join(DATA_DIR, `${hall}.db`)),
    vault: (hall) => new SqliteVault(join(DATA_DIR, `${hall}.vault.db`)),
    store: storeOf(settings),
    shelf: new FolderShelf(join(DATA_DIR, 'shelf')),
    vaultKey: VAULT_KEY === '' ? loadKey(keyFile) : Buffer.from(VAULT_KEY, 'base64'),
    vaultKeySource: VAULT_KEY === '' ? keyFile : 'VAULT_KEY',
    jobs: (clock) => new LocalJobs(join(DATA_DIR, 'dead-letters.json'), clock, log),
    checkpoint: (name) => new FileCheckpoint(join(DATA_DIR, name)),
    ticketKey: loadKey(join(DATA_DIR, 'secret.key')),
    close: async () => {
      // Journals and vaults close their own files.
    },
  };
}

async function redis(settings: Settings, log: Logger): Promise<Keeping> {
  const vaultKey = sharedVaultKey(settings.VAULT_KEY);
  const address = parseRedisAddress(settings.REDIS_URL);
  const link = new RedisLink(address);
  link.onChange((isUp, cause) => {
    if (isUp) log.info('Redis is reached again');
    else log.error({ err: cause }, 'Redis can not be reached');
  });
  try {
    await link.start();
  } catch (cause) {
    throw new SettingError(`REDIS_URL can not be used: ${(cause as Error).message}`, { cause });
  }
  const store = storeOf(settings);
  const older = (hall: string) => (store === null ? undefined : archivedRows(store, hall));
  return {
    journal: (hall) => new RedisJournal(link, hall, settings.REDIS_REPLICAS, older(hall)),
    vault: (hall) => new RedisVault(link, hall, settings.REDIS_REPLICAS),
    store,
    shelf: new RedisShelf(link),
    vaultKey,
    vaultKeySource: 'VAULT_KEY',
    jobs: (clock) => new BullJobs({ address, clock, log }),
    checkpoint: (name) => new RedisCheckpoint(link, name),
    ticketKey: await sharedKey(link, vaultKey),
    close: () => link.close(),
  };
}

/** Where days are archived; null when the settings name no place. */
export function storeOf(settings: Settings): DayStore | null {
  const address = parseArchiveAddress(settings.ARCHIVE_URL);
  if (address.kind === 'none') return null;
  if (address.kind === 'folder') return new FolderStore(address.folder);
  const { ARCHIVE_ACCESS_KEY: accessKey, ARCHIVE_SECRET_KEY: secretKey } = settings;
  if (accessKey === '' || secretKey === '')
    throw new SettingError(
      'ARCHIVE_ACCESS_KEY and ARCHIVE_SECRET_KEY must be set where ARCHIVE_URL is s3://',
    );
  return new S3Store({ ...address, accessKey, secretKey });
}
