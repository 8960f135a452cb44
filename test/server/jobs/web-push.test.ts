import { createECDH, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { WebPush } from '../../../server/jobs/web-push.ts';
import { failureOf } from '../../support/drafts.ts';
import { type PushService, startPushService } from '../../support/push-service.ts';
import { freePort } from '../../support/redis-server.ts';

const CONTACT = 'https://hall.example.org/contact';

describe('web push', () => {
  const key = randomBytes(32);
  const webPush = new WebPush(key, CONTACT, ['localhost', 'push.example.org']);
  let service: PushService;

  before(async () => {
    service = await startPushService(() => webPush.publicKey);
  });
  after(() => service.close());

  it('signs with one pair for one key, always, and another for every other', async () => {
    await fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const [first, again] = [1, 2].map(() => new WebPush(Buffer.from(bytes), CONTACT, []).publicKey);
        expect(first)
          .to.equal(again)
          .and.match(/^B[\w-]{86}$/);
        expect(first).not.to.equal(webPush.publicKey);
      }),
      { numRuns: 50 },
    );
  });

  it('tells who it is, and only the phone can read what it says', async () => {
    const phone = service.phone();
    const message = { title: '题', body: 'x'.repeat(2000) };
    expect(await webPush.send(phone.subscription, message, 'a topic', 60)).to.equal('taken');
    expect(phone.delivered[0]).to.deep.include({ message, contact: CONTACT, ttl: 60 });
    expect(service.faults).to.deep.equal([]);
    const stranger = new WebPush(randomBytes(32), CONTACT, ['localhost']);
    expect(await stranger.send(phone.subscription, message, 'a topic', 60)).to.equal('refused');
    expect(service.faults.splice(0).join()).to.contain('another sender');
  });

  for (const [status, expected] of [
    [200, 'taken'],
    [404, 'gone'],
    [410, 'gone'],
    [400, 'refused'],
    [413, 'refused'],
    // Nobody follows it.
    [301, 'refused'],
    [307, 'refused'],
    [408, 'again'],
    [429, 'again'],
    [500, 'again'],
    [503, 'again'],
  ] as const) {
    it(`an answer of ${status}: ${expected}`, async () => {
      service.answers = [status];
      const { subscription } = service.phone();
      const sent = webPush.send(subscription, {}, 't', 60);
      if (expected !== 'again') expect(await sent).to.equal(expected);
      else expect((await failureOf(sent)).message).to.match(/^the push service localhost:\d+ answered/);
    });
  }

  it('is tried again when nobody answers there', async () => {
    const { keys } = service.phone().subscription;
    const nowhere = { endpoint: `https://localhost:${await freePort()}/x`, keys };
    expect(await failureOf(webPush.send(nowhere, {}, 't', 60))).to.be.instanceOf(Error);
  });

  it('reaches its services, what is below them, and keys that are points of the curve', () => {
    const pair = createECDH('prime256v1');
    const keys = { p256dh: pair.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
    const canReach = (endpoint: string, its = keys) => webPush.canReach({ endpoint, keys: its });
    expect(canReach('https://push.example.org/x')).to.equal(true);
    expect(canReach('https://web.push.example.org/x')).to.equal(true);
    expect(canReach('https://webpush.example.org/x')).to.equal(false);
    expect(canReach('https://example.org/push.example.org')).to.equal(false);
    expect(canReach('https://push.example.org@10.0.0.1/x')).to.equal(false);
    expect(canReach('https://push.example.org/x', { ...keys, p256dh: `B${'A'.repeat(86)}` })).to.equal(false);
  });
});
