import { expect } from 'chai';
import { parseRedisAddress } from '../../../server/redis/address.ts';
import { RedisDown, RedisLink } from '../../../server/redis/link.ts';
import { RedisVault } from '../../../server/vault/redis.ts';
import { failureOf } from '../../support/drafts.ts';
import { redisForSuite } from '../../support/redis-server.ts';
import { waitFor } from '../../support/wait-for.ts';
import { sealedRecord, vaultContract } from './contract.ts';

describe('a vault in Redis', function () {
  this.timeout(30_000);
  const redis = redisForSuite();
  let link: RedisLink;

  before(async () => {
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
  });
  after(() => link.close());

  vaultContract('redis', () => new RedisVault(link, 'small'));

  /** What Redis holds of anything; the first line says how much. */
  async function keys(): Promise<string[]> {
    return (await link.ask((client) => client.keys('*'))).sort();
  }

  it('leaves nothing behind of what is deleted, whichever way', async () => {
    const vault = new RedisVault(link, 'small');
    await vault.put('a', sealedRecord(1, 'p', 'q'));
    await vault.put('b', sealedRecord(2, 'q', 'p'));
    await vault.put('c', sealedRecord(3, 'p'));
    expect(await keys()).to.deep.equal(
      ['ages', 'persons', 'records'].map((name) => `ow:{small}:vault:${name}`),
    );
    await vault.delete('a');
    await vault.deletePerson('q');
    await vault.deleteBefore(4);
    expect(await keys()).to.deep.equal([]);
  });

  it('finds a person whose hash another begins with, and nobody else', async () => {
    const vault = new RedisVault(link, 'small');
    for (const [index, person] of ['ab', 'a', 'a-', 'a_', 'A', 'a0'].entries())
      await vault.put(`k${index}`, sealedRecord(1, person));
    expect(await vault.deletePerson('a')).to.equal(1);
    expect(await vault.get('k1')).to.equal(null);
    expect(await vault.deleteBefore(2)).to.equal(5);
  });

  it('deletes more than one step takes', async () => {
    const vault = new RedisVault(link, 'small');
    const put = (index: number): Promise<boolean> => vault.put(`k${index}`, sealedRecord(index, 'p'));
    await Promise.all(Array.from({ length: 1201 }, (_, index) => put(index)));
    expect(await vault.deleteBefore(1100)).to.equal(1100);
    expect(await vault.deletePerson('p')).to.equal(101);
    await Promise.all(Array.from({ length: 1000 }, (_, index) => put(index)));
    expect(await vault.deletePerson('p')).to.equal(1000);
    expect(await keys()).to.deep.equal([]);
  });

  it('is one and the same for every node, and another for every hall', async () => {
    const other = new RedisLink(parseRedisAddress(redis.url));
    await other.start();
    try {
      const [mine, yours] = [new RedisVault(link, 'small'), new RedisVault(other, 'small')];
      const record = sealedRecord(5, 'p');
      expect(await mine.put('a', record)).to.equal(true);
      expect(await yours.put('a', sealedRecord(6))).to.equal(false);
      expect(await yours.get('a')).to.deep.equal(record);
      expect(await new RedisVault(other, 'large').get('a')).to.equal(null);
      expect(await new RedisVault(other, 'large').deletePerson('p')).to.equal(0);
      const races = await Promise.all(
        [mine, yours, mine, yours].map((vault) => vault.put('b', sealedRecord(7))),
      );
      expect(races.filter(Boolean)).to.have.length(1);
    } finally {
      await other.close();
    }
  });

  it('has what it answered for after Redis was killed, and refuses meanwhile', async () => {
    const vault = new RedisVault(link, 'small');
    const record = sealedRecord(5, 'p');
    await vault.put('a', record);
    await redis.server.kill();
    await waitFor('the line to be down', () => !link.isUp);
    expect(await failureOf(vault.put('b', record))).to.be.instanceOf(RedisDown);
    await redis.server.start();
    await waitFor('the line to be up', () => link.isUp);
    expect(await vault.get('a')).to.deep.equal(record);
  });
});
