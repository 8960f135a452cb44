import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { parseRedisAddress } from '../../../server/redis/address.ts';
import { RedisDown, RedisLink, RedisNotDurable } from '../../../server/redis/link.ts';
import { failureOf } from '../../support/drafts.ts';
import { redisForSuite, startRedis } from '../../support/redis-server.ts';
import { waitFor } from '../../support/wait-for.ts';

describe('the line to Redis', function () {
  this.timeout(30_000);
  const redis = redisForSuite();
  let link: RedisLink;
  let breaks: Error[];

  beforeEach(async () => {
    breaks = [];
    link = new RedisLink(parseRedisAddress(redis.url));
    link.onChange((_isUp, cause) => cause !== null && breaks.push(cause));
    await link.start();
  });
  afterEach(async () => {
    await link.close();
    redis.server.thaw();
    await redis.server.start();
  });

  it('asks and is answered', async () => {
    expect(await link.ask((client) => client.set('a', '1'))).to.equal('OK');
    expect(await link.ask((client) => client.get('a'))).to.equal('1');
    expect(link.isUp).to.equal(true);
  });

  it('keeps nothing of what it was answered', async () => {
    const ask = async (): Promise<WeakRef<object>> =>
      new WeakRef(await link.ask(async (client) => ({ answer: await client.get('a') })));
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    await waitFor('all of it to be collected', () => {
      collect();
      return answers.every((answer) => answer.deref() === undefined);
    });
  });

  it("passes on a server's own error, and stays up", async () => {
    await link.ask((client) => client.set('a', 'text'));
    expect((await failureOf(link.ask((client) => client.incr('a')))).message).to.contain('not an integer');
    expect(link.isUp).to.equal(true);
  });

  it('refuses at once while Redis is gone, tells it once, and is up again when Redis is', async () => {
    await redis.server.kill();
    await waitFor('the line to be down', () => !link.isUp);
    for (let count = 0; count < 3; count++)
      expect(await failureOf(link.ask((client) => client.get('a')))).to.be.instanceOf(RedisDown);
    expect(breaks).to.have.length(1);
    await redis.server.start();
    await waitFor('the line to be up', () => link.isUp);
    expect(await link.ask((client) => client.get('a'))).to.equal(null);
  });

  it('gives a line up that says nothing, and everything under way on it with one RedisDown each', async () => {
    redis.server.freeze();
    const asked = [1, 2, 3].map(() => failureOf(link.ask((client) => client.get('a'))));
    for (const failure of await Promise.all(asked)) expect(failure).to.be.instanceOf(RedisDown);
    expect(link.isUp).to.equal(false);
    redis.server.thaw();
    await waitFor('the line to be up', () => link.isUp);
  });

  it('hears what is said on a channel, also on the line after a broken one', async () => {
    const heard: string[] = [];
    await link.listen('news', (message) => heard.push(message));
    await link.ask((client) => client.sPublish('news', 'first'));
    await waitFor('the first', () => heard.includes('first'));
    await redis.server.kill();
    await waitFor('the line to be down', () => !link.isUp);
    await redis.server.start();
    await waitFor('the line to be up', () => link.isUp);
    await link.ask((client) => client.sPublish('news', 'second'));
    await waitFor('the second', () => heard.includes('second'));
  });

  it('does not start upon a Redis that is not there', async () => {
    await redis.server.kill();
    const other = new RedisLink(parseRedisAddress(redis.url));
    await failureOf(other.start());
    await other.close();
  });

  for (const [name, value] of [
    ['appendonly', 'no'],
    ['appendfsync', 'everysec'],
    ['no-appendfsync-on-rewrite', 'yes'],
    ['maxmemory-policy', 'allkeys-lru'],
  ] as const) {
    it(`does not start upon a Redis that may lose what it acknowledged: ${name} ${value}`, async () => {
      const careless = await startRedis([`--${name}`, value]);
      try {
        const other = new RedisLink(parseRedisAddress(careless.url));
        const failure = await failureOf(other.start());
        expect(failure).to.be.instanceOf(RedisNotDurable);
        expect(failure.message).to.contain(`${name} ${value}`);
        await other.close();
      } finally {
        await careless.stop();
      }
    });
  }
});
