import type { Logger } from 'pino';
import type { PersonalRecord } from '../common/contract/personal-record.ts';
import { maskPerson, type PersonView } from '../common/person.ts';
import type { Clock, Vault } from './ports.ts';
import { DayReader } from './service/day.ts';
import { identitiesOf, identityOf, PersonHashes } from './vault/person-hash.ts';
import { deriveKey, Seal } from './vault/seal.ts';

const DAY_MS = 86_400_000;
/** Opens with the vault's key alone. No command has an id like this. */
export const KEY_PROOF = '#key';

/** What is sealed: who somebody is, or what a clerk wrote about the visit. */
interface Content {
  person?: PersonalRecord;
  note?: string;
}

/** What stands for a person in commands. */
export interface PersonInHall {
  /** For tickets of today. */
  person: string;
  /** The same person in bookings, and on tickets kept from yesterday. */
  aliases: string[];
  /** For bookings. */
  booking: string;
}

export interface PersonsParts {
  hall: string;
  timeZone: string;
  vault: Vault;
  vaultKey: Buffer;
  clock: Clock;
  retentionDays: number;
  log: Logger;
}

/**
 * Who the people of one hall are. Everything goes into the vault sealed; commands, and so the log, get
 * keyed hashes; screens get masks.
 */
export class Persons {
  #seal: Seal;
  #hashes: PersonHashes;
  #days: DayReader;

  constructor(private readonly parts: PersonsParts) {
    this.#seal = new Seal(deriveKey(parts.vaultKey, 'sealing'), parts.hall);
    this.#hashes = new PersonHashes(deriveKey(parts.vaultKey, 'person hashes'), parts.hall);
    this.#days = new DayReader(parts.timeZone);
  }

  /** Days that personal data is kept. */
  get retentionDays(): number {
    return this.parts.retentionDays;
  }

  /** @throws VaultBroken when this key is not the one the vault was begun with. */
  async start(): Promise<void> {
    await this.#put(KEY_PROOF, {}, [], Number.MAX_SAFE_INTEGER);
    await this.#read(KEY_PROOF);
    await this.sweep();
  }

  /** Deletes what is older than the hall's retention. */
  async sweep(): Promise<void> {
    const { vault, clock, retentionDays, hall, log } = this.parts;
    const records = await vault.deleteBefore(clock.now() - retentionDays * DAY_MS);
    if (records > 0) log.info({ hall, records }, 'personal data deleted: older than is kept');
  }

  close(): Promise<void> {
    return this.parts.vault.close();
  }

  /** Null when neither an ID number nor a phone tells who it is. */
  inHall(person: PersonalRecord): PersonInHall | null {
    const identity = identityOf(person);
    if (identity === null) return null;
    const { day } = this.#days.at(this.parts.clock.now());
    const yesterday = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
    const booking = this.#hashes.booking(identity);
    const aliases = [booking, this.#hashes.daily(yesterday, identity)];
    return { person: this.#hashes.daily(day, identity), aliases, booking };
  }

  /**
   * Keeps a person under the id of the command they came with.
   * @param until not deleted before this has been over for the hall's retention; milliseconds.
   * @returns whether it is new; 'another' when the id already stands for somebody else.
   */
  async keep(commandId: string, person: PersonalRecord, until = 0): Promise<boolean | 'another'> {
    const persons = identitiesOf(person).map((identity) => this.#hashes.vault(identity));
    const at = Math.max(this.parts.clock.now(), until);
    if (await this.#put(commandId, { person }, persons, at)) return true;
    const there = await this.parts.vault.get(commandId);
    return there?.persons.join() === persons.join() ? false : 'another';
  }

  /** Keeps what a clerk has written, as long as whom it is about. @param about the command that person came with. */
  async keepNote(commandId: string, note: string, about: string): Promise<boolean> {
    const owner = await this.parts.vault.get(about);
    return this.#put(commandId, { note }, owner?.persons ?? [], this.parts.clock.now());
  }

  /** Null when nobody is kept there, or the record does not open: that keeps no one from being served. */
  async identify(commandId: string): Promise<PersonInHall | null> {
    const content = await this.attempt(() => this.#read(commandId));
    return content?.person === undefined ? null : this.inHall(content.person);
  }

  /**
   * What staff may see; null when nobody said anything. Never more than masks.
   * @param came @param sent the commands a ticket came with and was last sent on with.
   * @throws VaultBroken
   */
  async view(came: string, sent: string | null): Promise<PersonView | null> {
    const { person } = await this.#read(came);
    const { note = null } = sent === null ? {} : await this.#read(sent);
    return person === undefined && note === null ? null : { ...maskPerson(person ?? {}), note };
  }

  /** Does what needs the vault; a fault is logged here, once, and becomes null. */
  async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    const { hall, log } = this.parts;
    try {
      return await work();
    } catch (error) {
      log.error({ err: error, hall }, 'the vault failed');
      return null;
    }
  }

  /** @returns how many records: one or none. */
  async forget(commandId: string): Promise<number> {
    return (await this.parts.vault.delete(commandId)) ? 1 : 0;
  }

  /** Everything of whoever has this ID number or phone. @returns how many records. */
  async forgetPerson(person: PersonalRecord): Promise<number> {
    const { vault, hall, log } = this.parts;
    let records = 0;
    for (const identity of identitiesOf(person))
      records += await vault.deletePerson(this.#hashes.vault(identity));
    log.info({ hall, records }, 'personal data deleted: asked for');
    return records;
  }

  #put(key: string, content: Content, persons: readonly string[], at: number): Promise<boolean> {
    const sealed = this.#seal.seal(key, JSON.stringify(content));
    return this.parts.vault.put(key, { persons, at, sealed });
  }

  async #read(key: string): Promise<Content> {
    const record = await this.parts.vault.get(key);
    return record === null ? {} : (JSON.parse(this.#seal.open(key, record.sealed)) as Content);
  }
}
