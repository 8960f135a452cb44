import { expect } from 'chai';
import { parseRedisAddress } from '../../../server/redis/address.ts';
import { RedisDown, RedisLink } from '../../../server/redis/link.ts';
import { RedisShelf } from '../../../server/shelf/redis.ts';
import { failureOf } from '../../support/drafts.ts';
import { redisForSuite } from '../../support/redis-server.ts';
import { waitFor } from '../../support/wait-for.ts';
import { shelfContract } from './contract.ts';

describe('a shelf in Redis', function () {
  this.timeout(30_000);
  const redis = redisForSuite();
  let link: RedisLink;

  before(async () => {
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
  });
  after(() => link.close());

  shelfContract('redis', () => new RedisShelf(link));

  it('is one key of its hall, in the slot of its log, and nothing when it is empty', async () => {
    const shelf = new RedisShelf(link);
    for (const name of ['a', 'b']) await shelf.put('small', name, name);
    expect(await link.ask((client) => client.keys('*'))).to.deep.equal(['ow:{small}:shelf']);
    for (const name of ['a', 'b']) await shelf.remove('small', name);
    expect(await link.ask((client) => client.keys('*'))).to.deep.equal([]);
  });

  it('has what it took after Redis was killed, and refuses meanwhile', async () => {
    const shelf = new RedisShelf(link);
    await shelf.put('small', 'a', 'kept');
    await redis.server.kill();
    await waitFor('the line to be down', () => !link.isUp);
    expect(await failureOf(shelf.put('small', 'b', ''))).to.be.instanceOf(RedisDown);
    await redis.server.start();
    await waitFor('the line to be up', () => link.isUp);
    expect(await shelf.get('small', 'a')).to.equal('kept');
    expect(await shelf.get('small', 'b')).to.equal(null);
  });
});
