import { randomBytes } from 'node:crypto';
import { SettingError } from './config.ts';
import type { RedisLink } from './redis/link.ts';
import { KEY_BYTES } from './secrets.ts';
import { deriveKey, Seal, VaultBroken } from './vault/seal.ts';

const PLACE = 'ow:keys:ticket-secrets';
const PURPOSE = 'ticket secrets';

/**
 * The key of ticket secrets that all nodes upon one Redis use: the first to ask leaves it there, sealed
 * with the vault's key, and the others read it.
 * @param own what is left there if nothing is yet.
 * @throws SettingError when the nodes have not the same VAULT_KEY.
 */
export async function sharedKey(
  link: Pick<RedisLink, 'ask'>,
  vaultKey: Buffer,
  own: Buffer = randomBytes(KEY_BYTES),
): Promise<Buffer> {
  const seal = new Seal(deriveKey(vaultKey, 'shared keys'), 'every hall');
  const sealed = Buffer.from(seal.seal(PURPOSE, own.toString('base64'))).toString('base64');
  const there = await link.ask((redis) => redis.set(PLACE, sealed, { condition: 'NX', GET: true }));
  if (there === null) return own;
  try {
    return Buffer.from(seal.open(PURPOSE, Buffer.from(`${there}`, 'base64')), 'base64');
  } catch (cause) {
    if (!(cause instanceof VaultBroken)) throw cause;
    const what = 'it is not the key of the other servers upon this Redis';
    throw new SettingError(`VAULT_KEY can not be used: ${what}`, { cause });
  }
}

/**
 * The vault's key where several nodes share one Redis: one made in a node's own folder would open nothing on
 * the others.
 * @throws SettingError when it is not set.
 */
export function sharedVaultKey(setting: string): Buffer {
  if (setting !== '') return Buffer.from(setting, 'base64');
  throw new SettingError('VAULT_KEY must be set, the same on every server, where REDIS_URL is');
}
