import type { Shelf } from '../ports.ts';
import type { RedisLink } from '../redis/link.ts';
import { RedisScript } from '../redis/script.ts';
import { full, MAX_DOCUMENTS, refuseUnfit } from './name.ts';

/** KEYS: texts by name. ARGV: name, text, how many at most. @returns 0 when there is no room. */
const PUT = new RedisScript(`
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1`);

/**
 * Documents in Redis, one hash for each hall, the same for all nodes. Replicas are not waited for: what a
 * failover loses is made again.
 */
export class RedisShelf implements Shelf {
  constructor(private readonly link: Pick<RedisLink, 'ask'>) {}

  async put(hall: string, name: string, text: string): Promise<void> {
    refuseUnfit(hall, name, text);
    const words = [name, text, `${MAX_DOCUMENTS}`];
    const put = await this.link.ask((redis) => PUT.run(redis, [keyOf(hall)], words));
    if (put === 0) throw full(hall);
  }

  async get(hall: string, name: string): Promise<string | null> {
    refuseUnfit(hall, name);
    return this.link.ask((redis) => redis.hGet(keyOf(hall), name));
  }

  async names(hall: string, prefix: string): Promise<string[]> {
    refuseUnfit(hall, 'any');
    const names = await this.link.ask((redis) => redis.hKeys(keyOf(hall)));
    return names.filter((name) => name.startsWith(prefix)).sort();
  }

  async remove(hall: string, name: string): Promise<void> {
    refuseUnfit(hall, name);
    await this.link.ask((redis) => redis.hDel(keyOf(hall), name));
  }
}

function keyOf(hall: string): string {
  return `ow:{${hall}}:shelf`;
}
