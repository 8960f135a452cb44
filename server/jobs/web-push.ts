import { createECDH, createHash, ECDH, hkdfSync } from 'node:crypto';
import { request } from 'node:https';
import webPush from 'web-push';
import type { Phone } from '../../common/contract/phone.ts';

/** Web Push: messages to browsers through their makers' services, sealed so that only the phone can read them. */

const CURVE = 'prime256v1';
/** The order of P-256's base point (SP 800-186, 3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
/** 64 bits more than the order has, so that no number is likelier than another (FIPS 186-5, A.2.1). */
const SEED_BYTES = 40;
const ANSWER_WITHIN_MS = 4000;

/** gone: the phone takes no messages any more; refused: never this one. */
export type Taken = 'taken' | 'gone' | 'refused';

/** A pair of keys by which services know who sends (VAPID, RFC 8292), both in base64url. */
interface Keys {
  publicKey: string;
  privateKey: string;
}

/**
 * Always the same pair of one key: so all nodes that share the key sign alike, and there is nothing more to
 * be kept.
 */
function keysOf(key: Buffer): Keys {
  const seed = Buffer.from(hkdfSync('sha256', key, '', 'onewindow web push', SEED_BYTES));
  const number = (BigInt(`0x${seed.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const pair = createECDH(CURVE);
  const privateKey = Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
  pair.setPrivateKey(privateKey);
  return { publicKey: pair.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') };
}

export class WebPush {
  #keys: Keys;

  /**
   * @param key from which the pair is made.
   * @param contact mailto: or https:, whom a service tells of trouble.
   * @param services hosts of push services, and what is below them: nothing else is ever sent to, as the
   * addresses come from whoever holds a ticket.
   */
  constructor(
    key: Buffer,
    private readonly contact: string,
    private readonly services: readonly string[],
  ) {
    this.#keys = keysOf(key);
  }

  /** What a browser asks for before it gives a page its address; base64url. */
  get publicKey(): string {
    return this.#keys.publicKey;
  }

  /** Whether the phone can be told: its service is one of those, and its key is a point of the curve. */
  canReach({ endpoint, keys }: Phone): boolean {
    const { hostname } = new URL(endpoint);
    if (!this.services.some((service) => hostname === service || hostname.endsWith(`.${service}`)))
      return false;
    try {
      ECDH.convertKey(keys.p256dh, CURVE, 'base64url');
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Hands one message to the phone's service. A later one of the same topic replaces it there, should the
   * phone have been away.
   * @param topic of any letters.
   * @param usefulSeconds the service forgets it after this.
   * @throws when the service can not take it now.
   */
  async send(phone: Phone, message: object, topic: string, usefulSeconds: number): Promise<Taken> {
    const { endpoint, headers, body } = webPush.generateRequestDetails(phone, JSON.stringify(message), {
      vapidDetails: { subject: this.contact, ...this.#keys },
      TTL: usefulSeconds,
      urgency: 'high',
      // At most 32 letters of base64url, and no business of the service (RFC 8030, 5.4).
      topic: createHash('sha256').update(topic).digest('base64url').slice(0, 32),
    });
    const status = await post(endpoint, headers, body);
    if (status >= 200 && status < 300) return 'taken';
    if (status === 404 || status === 410) return 'gone';
    if (status >= 500 || status === 429 || status === 408)
      throw new Error(`the push service ${new URL(endpoint).host} answered ${status}`);
    return 'refused';
  }
}

/** @returns the status; a redirection is an answer like others, nobody follows it. */
function post(endpoint: string, headers: Record<string, string>, body: Buffer | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const asked = request(endpoint, { method: 'POST', headers, signal }, (response) => {
      resolve(response.statusCode ?? 0);
      // Whatever else it says, and however long.
      response.on('error', () => undefined).destroy();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
