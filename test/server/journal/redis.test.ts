import { RedisJournal } from '../../../server/journal/redis.ts';
import { parseRedisAddress } from '../../../server/redis-address.ts';
import { RedisLink } from '../../../server/redis-link.ts';
import { redisForSuite } from '../../support/redis-server.ts';
import { journalContract } from './contract.ts';

describe('the journal in Redis', () => {
  const redis = redisForSuite();
  let link: RedisLink;

  before(async () => {
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
  });
  after(() => link.close());

  journalContract('Redis', () => new RedisJournal(link, 'small'));
});
