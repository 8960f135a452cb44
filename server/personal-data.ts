import type { Logger } from 'pino';
import type { HallConfig } from '../common/contract/config.ts';
import { SettingError, type Settings } from './config.ts';
import type { Keeping } from './keeping.ts';
import { Persons } from './persons.ts';
import { Phones } from './phones.ts';
import type { Clock } from './ports.ts';
import { VaultBroken } from './vault/seal.ts';

/** Who the people of a hall are, and which phones are theirs: one vault holds both. */
export interface PersonalData {
  persons: Persons;
  phones: Phones;
}

/**
 * The personal data of a hall: its vault, opened with the key the settings give.
 * @throws SettingError when that is not the key the vault was begun with.
 */
export async function personalData(
  { id, timeZone }: HallConfig,
  { RETENTION_DAYS: retentionDays }: Settings,
  { vault: open, vaultKey, vaultKeySource }: Keeping,
  clock: Clock,
  log: Logger,
): Promise<PersonalData> {
  const vault = open(id);
  const persons = new Persons({ hall: id, timeZone, vault, vaultKey, clock, retentionDays, log });
  try {
    await persons.start();
    return { persons, phones: new Phones({ hall: id, vault, vaultKey, clock, retentionDays }) };
  } catch (cause) {
    await persons.close();
    if (!(cause instanceof VaultBroken)) throw cause;
    throw new SettingError(`${vaultKeySource} is not the key of the vault of ${id}: ${cause.message}`, {
      cause,
    });
  }
}
