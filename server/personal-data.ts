import { join } from 'node:path';
import type { Logger } from 'pino';
import type { HallConfig } from '../common/contract/config.ts';
import { SettingError, type Settings } from './config.ts';
import { Persons } from './persons.ts';
import type { Clock } from './ports.ts';
import { loadKey } from './secrets.ts';
import { VaultBroken } from './vault/seal.ts';
import { SqliteVault } from './vault/sqlite.ts';

/**
 * The personal data of a hall: its vault, opened with the key the settings give.
 * @throws SettingError when that is not the key the vault was begun with.
 */
export async function personalData(
  { id, timeZone }: HallConfig,
  { DATA_DIR, VAULT_KEY, RETENTION_DAYS }: Settings,
  clock: Clock,
  log: Logger,
): Promise<Persons> {
  const keyFile = join(DATA_DIR, 'vault.key');
  const vaultKey = VAULT_KEY === '' ? loadKey(keyFile) : Buffer.from(VAULT_KEY, 'base64');
  const vault = new SqliteVault(join(DATA_DIR, `${id}.vault.db`));
  const retentionDays = RETENTION_DAYS;
  const persons = new Persons({ hall: id, timeZone, vault, vaultKey, clock, retentionDays, log });
  try {
    await persons.start();
    return persons;
  } catch (cause) {
    await persons.close();
    if (!(cause instanceof VaultBroken)) throw cause;
    const source = VAULT_KEY === '' ? keyFile : 'VAULT_KEY';
    throw new SettingError(`${source} is not the key of the vault of ${id}: ${cause.message}`, { cause });
  }
}
