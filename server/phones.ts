import { createHmac } from 'node:crypto';
import { MAX_PHONES } from '../common/contract/limits.ts';
import type { Phone } from '../common/contract/phone.ts';
import type { Clock, Vault } from './ports.ts';
import { deriveKey, Seal } from './vault/seal.ts';

const DAY_MS = 86_400_000;
/** Whatever else fails, nobody's phone is known longer than this. */
const KEPT_DAYS = 2;
/** Letters that no command's id has: what else is in the vault stands under those. */
const PHONE = '#phone/';
const TOLD = '#told/';

export interface PhonesParts {
  hall: string;
  vault: Vault;
  vaultKey: Buffer;
  clock: Clock;
  retentionDays: number;
}

/** Which phones are told of a ticket, and what they were told: in the vault, as they are somebody's. */
export class Phones {
  #seal: Seal;
  #idKey: Buffer;

  constructor(private readonly parts: PhonesParts) {
    this.#seal = new Seal(deriveKey(parts.vaultKey, 'phones'), parts.hall);
    this.#idKey = deriveKey(parts.vaultKey, 'ids of phones');
  }

  /**
   * @param cameBy the command the ticket came by: when its person is to be forgotten, so are the phones.
   * @returns false when the ticket has as many phones as there may be.
   */
  async bind(ticket: string, phone: Phone, cameBy: string): Promise<boolean> {
    const persons = await this.#personsOf(ticket, cameBy);
    if ((await this.of(ticket)).some(({ endpoint }) => endpoint === phone.endpoint)) return true;
    for (const slot of slotsOf(ticket))
      if (await this.#put(slot, JSON.stringify(phone), persons)) return true;
    return false;
  }

  /** @returns whether it was bound. */
  async unbind(ticket: string, endpoint: string): Promise<boolean> {
    let wasBound = false;
    for (const slot of slotsOf(ticket)) {
      if ((await this.#read(slot))?.endpoint === endpoint)
        wasBound = (await this.parts.vault.delete(slot)) || wasBound;
    }
    return wasBound;
  }

  async of(ticket: string): Promise<Phone[]> {
    const phones = await Promise.all(slotsOf(ticket).map((slot) => this.#read(slot)));
    return phones.filter((phone) => phone !== null);
  }

  /** Whoever claims to tell a phone something may do so, and nobody else, on whichever machine. */
  async claim(ticket: string, { endpoint }: Phone, what: string): Promise<boolean> {
    return this.#put(this.#toldKey(ticket, endpoint, what), '', [tagOf(ticket)]);
  }

  /** It could not be told after all. */
  async release(ticket: string, { endpoint }: Phone, what: string): Promise<void> {
    await this.parts.vault.delete(this.#toldKey(ticket, endpoint, what));
  }

  /** All that is known of a ticket's phones. @returns how many records. */
  forget(ticket: string): Promise<number> {
    return this.parts.vault.deletePerson(tagOf(ticket));
  }

  /** The same for every ticket that is over. */
  async forgetAll(isOver: (ticket: string) => boolean): Promise<void> {
    const over = new Set<string>();
    for await (const page of this.parts.vault.entries()) {
      for (const [key] of page) {
        const ticket = key.startsWith(PHONE) || key.startsWith(TOLD) ? key.split('/')[1] : undefined;
        if (ticket !== undefined && isOver(ticket)) over.add(ticket);
      }
    }
    for (const ticket of over) await this.forget(ticket);
  }

  async #personsOf(ticket: string, cameBy: string): Promise<string[]> {
    const owner = await this.parts.vault.get(cameBy);
    return [tagOf(ticket), ...(owner?.persons ?? [])];
  }

  async #read(slot: string): Promise<Phone | null> {
    const record = await this.parts.vault.get(slot);
    return record === null ? null : (JSON.parse(this.#seal.open(slot, record.sealed)) as Phone);
  }

  #put(key: string, text: string, persons: readonly string[]): Promise<boolean> {
    const { vault, clock, retentionDays } = this.parts;
    // As old as makes the sweep of what is too old take it in time.
    const at = clock.now() + (KEPT_DAYS - retentionDays) * DAY_MS;
    return vault.put(key, { persons, at: Math.min(at, clock.now()), sealed: this.#seal.seal(key, text) });
  }

  #toldKey(ticket: string, endpoint: string, what: string): string {
    const id = createHmac('sha256', this.#idKey).update(endpoint).digest('base64url');
    return `${TOLD}${ticket}/${id}/${what}`;
  }
}

function slotsOf(ticket: string): string[] {
  return Array.from({ length: MAX_PHONES }, (_, index) => `${PHONE}${ticket}/${index}`);
}

/** In place of a person's hash: all of a ticket is found under it. */
function tagOf(ticket: string): string {
  return `#ticket/${ticket}`;
}
