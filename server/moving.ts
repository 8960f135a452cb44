import { isDeepStrictEqual } from 'node:util';
import type { Checkpoint } from './effects/checkpoint.ts';
import type { Draft } from './hall/events.ts';
import { GENESIS } from './journal/chain.ts';
import { KEY_PROOF } from './persons.ts';
import type { Journal, Vault } from './ports.ts';
import { deriveKey, Seal, VaultBroken } from './vault/seal.ts';

/** What follows the log, and must not begin anew: slips that are printed, what another system and phones were told. */
export const EFFECTS = ['printed', 'pushed', 'notified'] as const;

/** It can not be moved; the message says why. */
export class MigrationError extends Error {}

/** Where halls are, or are to be. */
export interface Side {
  journal(hall: string): Journal;
  vault(hall: string): Vault;
  /** How far an effect has followed the log of a hall. */
  checkpoint(hall: string, effect: (typeof EFFECTS)[number]): Checkpoint;
  /** Takes away what is there of a hall. */
  discard(hall: string): Promise<void>;
}

export interface Moved {
  hall: string;
  events: number;
  days: number;
  lastHash: string;
  records: number;
}

/**
 * Copies a hall's log and personal data to where there is nothing of it. The chain is checked as it is read,
 * made anew as it is written, and read back. What was copied is taken away again when it does not come to its end.
 * @throws MigrationError
 */
export async function moveHall(move: {
  hall: string;
  from: Side;
  to: Side;
  vaultKey: Buffer;
}): Promise<Moved> {
  const { hall, from, to, vaultKey } = move;
  const parts = { from: from.journal(hall), to: to.journal(hall) };
  const vaults = { from: from.vault(hall), to: to.vault(hall) };
  try {
    await refuseOtherKey(hall, vaults.from, vaultKey);
    await refuseWhatIsThere(hall, parts.to, vaults.to);
    try {
      const records = await copyVault(vaults.from, vaults.to);
      const log = await copyLog(hall, parts.from, parts.to);
      for (const effect of EFFECTS)
        await to.checkpoint(hall, effect).save(await from.checkpoint(hall, effect).load());
      return { hall, records, ...log };
    } catch (cause) {
      await to.discard(hall);
      throw new MigrationError(`${hall} can not be copied: ${(cause as Error).message}`, { cause });
    }
  } finally {
    for (const each of [parts.from, parts.to, vaults.from, vaults.to]) await each.close();
  }
}

async function refuseOtherKey(hall: string, vault: Vault, vaultKey: Buffer): Promise<void> {
  const proof = await vault.get(KEY_PROOF);
  if (proof === null) return;
  try {
    new Seal(deriveKey(vaultKey, 'sealing'), hall).open(KEY_PROOF, proof.sealed);
  } catch (cause) {
    if (!(cause instanceof VaultBroken)) throw cause;
    throw new MigrationError(`VAULT_KEY is not the key of the vault of ${hall}.`, { cause });
  }
}

async function refuseWhatIsThere(hall: string, journal: Journal, vault: Vault): Promise<void> {
  const { seq } = await journal.last();
  if (seq > 0) throw new MigrationError(`There are ${seq} events of ${hall} there already.`);
  for await (const page of vault.entries())
    if (page.length > 0) throw new MigrationError(`There is personal data of ${hall} there already.`);
}

async function copyLog(hall: string, from: Journal, to: Journal): Promise<Omit<Moved, 'hall' | 'records'>> {
  let end = { seq: 0, hash: GENESIS };
  for await (const page of from.read(1)) {
    const last = page.at(-1);
    if (last === undefined) continue;
    const drafts = page.map(({ hash: _hash, ...draft }) => draft as Draft);
    const hash = await to.append(end.seq, drafts);
    if (hash !== last.hash) throw new Error(`event ${last.seq} became another`);
    end = { seq: last.seq, hash };
  }
  const days = await from.days();
  let events = 0;
  for await (const page of to.read(1)) events += page.length;
  const heads = [await from.last(), await to.last()].map(({ seq, hash }) => ({ seq, hash }));
  if (!heads.every((head) => isDeepStrictEqual(head, end)) || events !== end.seq)
    throw new Error(`the logs do not end alike; is somebody writing to ${hall}?`);
  if (!isDeepStrictEqual(days, await to.days())) throw new Error('the days do not begin alike');
  return { events, days: days.length, lastHash: end.hash };
}

async function copyVault(from: Vault, to: Vault): Promise<number> {
  let records = 0;
  for await (const page of from.entries())
    for (const [key, record] of page) if (await to.put(key, record)) records++;
  for await (const page of from.entries())
    for (const [key, record] of page)
      if (!isDeepStrictEqual(await to.get(key), record))
        throw new Error('a record of a person became another');
  return records;
}
