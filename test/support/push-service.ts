import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer, globalAgent } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Phone } from '../../common/contract/phone.ts';
import { certificateIn } from './certificate.ts';

/** The reference implementation of RFC 8188, which has no types. */
const ece = createRequire(import.meta.url)('http_ece') as {
  decrypt(body: Buffer, keys: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string }): Buffer;
};

/** A message as the phone's browser gets it. */
export interface Message {
  title: string;
  body: string;
  lang: string;
  tag: string;
  link: string;
}

/** What came for one phone: opened with the phone's key, after who sent it was proved. */
export interface Delivered {
  message: Message;
  ttl: number;
  topic: string;
  urgency: string;
  contact: string;
}

/** A phone's browser: its keys, and the address its service has given it. */
export interface FakePhone {
  subscription: Phone;
  delivered: Delivered[];
  /** Titles of what was delivered. */
  titles(): string[];
}

export interface PushService {
  /** The file of its certificate, for other programs to believe it; this one does. */
  certificate: string;
  /** Answers the next of these instead of taking the message, whomever it is for. */
  answers: number[];
  /** How often it was asked for anything. */
  asked: number;
  /** What was wrong with messages: a bad signature, another sender, a body that does not open. */
  faults: string[];
  phone(): FakePhone;
  /** The phone takes no messages any more. */
  lose(phone: FakePhone): void;
  close(): Promise<void>;
}

/**
 * A push service on localhost, over TLS, as browsers' makers run them (RFC 8030): takes a message only from who
 * the phone's page had named, proved by VAPID (RFC 8292), and opens it as the phone would (RFC 8291).
 * @param publicKey of the one who may send; asked late.
 */
export async function startPushService(publicKey: () => string): Promise<PushService> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-push-'));
  const { certificate, key: keyFile } = await certificateIn(folder);
  const [cert, key] = [readFileSync(certificate), readFileSync(keyFile)];
  globalAgent.options.ca = cert;
  const phones = new Map<string, { phone: FakePhone; keys: ECDH }>();
  const server = createServer({ cert, key }, async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    service.asked += 1;
    response.writeHead(service.answers.shift() ?? take(request, body)).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;

  function take({ url = '', headers }: IncomingMessage, body: Buffer): number {
    const at = phones.get(url);
    if (at === undefined) return 410;
    try {
      const contact = proved(String(headers.authorization), origin, publicKey());
      const authSecret = at.phone.subscription.keys.auth;
      const text = ece.decrypt(body, { version: 'aes128gcm', privateKey: at.keys, authSecret }).toString();
      const [ttl, topic, urgency] = [headers.ttl, headers.topic, headers.urgency].map(String);
      at.phone.delivered.push({
        ...{ message: JSON.parse(text) as Message, contact, ttl: Number(ttl) },
        ...{ topic: topic ?? '', urgency: urgency ?? '' },
      });
      return 201;
    } catch (error) {
      service.faults.push(String(error));
      return 403;
    }
  }

  const service: PushService = {
    certificate,
    answers: [],
    asked: 0,
    faults: [],
    phone() {
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const path = `/${randomBytes(24).toString('base64url')}`;
      const subscription = {
        endpoint: `${origin}${path}`,
        keys: { p256dh: keys.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') },
      };
      const delivered: Delivered[] = [];
      const titles = (): string[] => delivered.map(({ message }) => message.title);
      const phone = { subscription, delivered, titles };
      phones.set(path, { phone, keys });
      return phone;
    },
    lose: ({ subscription }) => void phones.delete(new URL(subscription.endpoint).pathname),
    async close() {
      globalAgent.options.ca = undefined;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return service;
}

/** @returns whom to ask about the sender. @throws what is wrong with the proof. */
function proved(authorization: string, audience: string, publicKey: string): string {
  const [, token = '', key] = /^vapid t=(\S+), ?k=(\S+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error(`another sender: ${authorization}`);
  const [header = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
    half.toString('base64url'),
  );
  const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = Buffer.from(`${header}.${claims}`);
  const isSigned = verify(
    'sha256',
    signed,
    { key: jwk, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  if (!isSigned || aud !== audience) throw new Error(`not signed for ${audience}: ${claims}`);
  if (exp * 1000 < Date.now() || exp * 1000 > Date.now() + 24 * 3_600_000)
    throw new Error(`signed until ${exp}`);
  return sub;
}
