import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM: 96-bit random IV ‖ ciphertext ‖ 128-bit tag (NIST SP 800-38D, 8.2.2). */

export const KEY_BYTES = 32;
const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A record that does not open: another key sealed it, or somebody has put a hand on it. */
export class VaultBroken extends Error {
  constructor(
    readonly record: string,
    options?: ErrorOptions,
  ) {
    super(
      `the vault's record ${record} does not open: it was sealed with another key or has been changed`,
      options,
    );
  }
}

/** A key for one purpose, from the vault's one key (HKDF, RFC 5869): no purpose learns another's. */
export function deriveKey(vaultKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', vaultKey, '', `onewindow ${purpose}`, KEY_BYTES));
}

/** Seals and opens records of one hall; a record put under another key or into another hall does not open. */
export class Seal {
  constructor(
    private readonly key: Buffer,
    private readonly hall: string,
  ) {}

  seal(recordKey: string, text: string): Uint8Array {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, iv);
    cipher.setAAD(this.#boundTo(recordKey));
    return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws VaultBroken naming the record. */
  open(recordKey: string, sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed);
    if (bytes.length < IV_BYTES + TAG_BYTES) throw new VaultBroken(recordKey);
    const end = bytes.length - TAG_BYTES;
    try {
      const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(this.#boundTo(recordKey));
      decipher.setAuthTag(bytes.subarray(end));
      return decipher.update(bytes.subarray(IV_BYTES, end), undefined, 'utf8') + decipher.final('utf8');
    } catch (cause) {
      throw new VaultBroken(recordKey, { cause });
    }
  }

  #boundTo(recordKey: string): Buffer {
    return Buffer.from(`${this.hall}/${recordKey}`);
  }
}
