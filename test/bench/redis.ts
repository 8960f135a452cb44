import { createHash } from 'node:crypto';
import { createClient } from 'redis';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import type { Measured } from './workload.ts';

/** Runs with a Redis of its own, which flushes before it acknowledges. */
export async function withRedis<T>(use: (server: RedisServer) => Promise<T>): Promise<T> {
  const server = await startRedis();
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

const SCRIPT = `
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1] + 1)
redis.call('XADD', KEYS[2], (ARGV[1] + 1) .. '-0', 'text', ARGV[2], 'hash', ARGV[3])
return 1`;

/**
 * The bare compare-and-append: one event of 300 bytes a call of a script, whose caller knows which seq comes
 * next and so need not wait for the one before.
 */
export async function bareAppend(url: string): Promise<{
  run: (inFlight: number, forMs: number) => Promise<Measured>;
  close: () => Promise<void>;
}> {
  const redis = createClient({ url });
  await redis.connect();
  const digest = createHash('sha1').update(SCRIPT).digest('hex');
  await redis.scriptLoad(SCRIPT);
  const [text, hash] = ['x'.repeat(300), '0'.repeat(64)];
  let seq = 0;
  return {
    async run(inFlight, forMs) {
      const latenciesMs: number[] = [];
      const start = performance.now();
      const lane = async (): Promise<void> => {
        for (let from = start; from < start + forMs; ) {
          from = performance.now();
          const words = { keys: ['{bare}:seq', '{bare}:log'], arguments: [`${seq++}`, text, hash] };
          if ((await redis.evalSha(digest, words)) !== 1) throw new Error('an append was out of order');
          latenciesMs.push(performance.now() - from);
        }
      };
      await Promise.all(Array.from({ length: inFlight }, lane));
      return { perSecond: (latenciesMs.length * 1000) / (performance.now() - start), latenciesMs };
    },
    close: async () => {
      await redis.close();
    },
  };
}
