import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { SettingError } from '../../server/config.ts';
import { parseRedisAddress } from '../../server/redis/address.ts';
import { RedisLink } from '../../server/redis/link.ts';
import { sharedKey, sharedVaultKey } from '../../server/shared-key.ts';
import { failureOf } from '../support/drafts.ts';
import { redisForSuite } from '../support/redis-server.ts';

describe('the key all nodes share', function () {
  this.timeout(30_000);
  const redis = redisForSuite();
  let link: RedisLink;

  before(async () => {
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
  });
  after(() => link.close());

  it('is one, however many ask for it at the same time', async () => {
    const vaultKey = randomBytes(32);
    const keys = await Promise.all([1, 2, 3, 4].map(() => sharedKey(link, vaultKey)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).to.equal(1);
    expect(keys[0]).to.have.length(32);
    expect(await sharedKey(link, vaultKey)).to.deep.equal(keys[0]);
  });

  it('is the one that was brought along, when there was none', async () => {
    const [vaultKey, own] = [randomBytes(32), randomBytes(32)];
    expect(await sharedKey(link, vaultKey, own)).to.equal(own);
    expect(await sharedKey(link, vaultKey, randomBytes(32))).to.deep.equal(own);
  });

  it('does not lie open in Redis', async () => {
    const key = await sharedKey(link, randomBytes(32));
    const stored = Buffer.from(
      `${await link.ask((client) => client.get('ow:keys:ticket-secrets'))}`,
      'base64',
    );
    expect(stored.includes(key) || stored.includes(key.toString('base64'))).to.equal(false);
  });

  it('is refused to a node with another vault key, which is not said aloud', async () => {
    await sharedKey(link, randomBytes(32));
    const failure = await failureOf(sharedKey(link, randomBytes(32)));
    expect(failure).to.be.instanceOf(SettingError);
    expect(failure.message).to.contain('VAULT_KEY can not be used');
  });

  it('asks for a vault key that is set', () => {
    const vaultKey = randomBytes(32);
    expect(sharedVaultKey(vaultKey.toString('base64'))).to.deep.equal(vaultKey);
    expect(() => sharedVaultKey('')).to.throw(SettingError, 'VAULT_KEY must be set');
  });
});
