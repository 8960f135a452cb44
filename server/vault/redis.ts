import type { SealedRecord, Vault } from '../ports.ts';
import type { RedisLink } from '../redis/link.ts';
import { RedisScript } from '../redis/script.ts';

/** Records deleted in one step: Redis does nothing else meanwhile. */
const BATCH = 500;

/** What stands under a record's key; `sealed` is base64, as scripts and clients pass on text alone. */
interface Stored {
  at: number;
  persons: string[];
  sealed: string;
}

/**
 * KEYS, as in all scripts here: the records by key; the keys by age; `person key` pairs in order.
 * ARGV: key, at, record, persons …
 */
const PUT = new RedisScript(`
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[3]) == 0 then return 0 end
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
for i = 4, #ARGV do redis.call('ZADD', KEYS[3], 0, ARGV[i] .. ' ' .. ARGV[1]) end
return 1`);

const ERASE = `
local function erase(key)
  local record = redis.call('HGET', KEYS[1], key)
  if not record then return 0 end
  for _, person in ipairs(cjson.decode(record).persons) do
    redis.call('ZREM', KEYS[3], person .. ' ' .. key)
  end
  redis.call('ZREM', KEYS[2], key)
  return redis.call('HDEL', KEYS[1], key)
end`;

/** ARGV: key. */
const DELETE = new RedisScript(`${ERASE}
return erase(ARGV[1])`);

/** ARGV: person, how many at most. Of all letters, only those after a space begin with it: '!' is next. */
const DELETE_PERSON = new RedisScript(`${ERASE}
local erased = 0
local first, last = '[' .. ARGV[1] .. ' ', '(' .. ARGV[1] .. '!'
for _, pair in ipairs(redis.call('ZRANGEBYLEX', KEYS[3], first, last, 'LIMIT', 0, ARGV[2])) do
  erased = erased + erase(string.sub(pair, #ARGV[1] + 2))
end
return erased`);

/** ARGV: at, how many at most. */
const DELETE_BEFORE = new RedisScript(`${ERASE}
local erased = 0
for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2])) do
  erased = erased + erase(key)
end
return erased`);

/**
 * A hall's personal data in Redis, for all nodes alike: three keys in one slot of a Cluster, each step one
 * script. The link is whoever's who made it. Redis has deleted records in its append-only file until that is
 * rewritten; they are sealed there as everywhere.
 */
export class RedisVault implements Vault {
  #keys: string[];

  constructor(
    private readonly link: Pick<RedisLink, 'ask' | 'confirm'>,
    private readonly hall: string,
    /** So many must have what is put or deleted, before that is acknowledged. */
    private readonly replicas = 0,
  ) {
    this.#keys = ['records', 'ages', 'persons'].map((name) => `ow:{${hall}}:vault:${name}`);
  }

  async put(key: string, { persons, at, sealed }: SealedRecord): Promise<boolean> {
    const stored: Stored = { at, persons: [...persons], sealed: Buffer.from(sealed).toString('base64') };
    return (await this.#run(PUT, [key, `${at}`, JSON.stringify(stored), ...persons])) === 1;
  }

  async get(key: string): Promise<SealedRecord | null> {
    const [records = ''] = this.#keys;
    const text = await this.link.ask((redis) => redis.hGet(records, key));
    return text === null ? null : opened(text);
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#run(DELETE, [key])) === 1;
  }

  deletePerson(person: string): Promise<number> {
    return this.#runToTheEnd(DELETE_PERSON, person);
  }

  deleteBefore(at: number): Promise<number> {
    return this.#runToTheEnd(DELETE_BEFORE, `${at}`);
  }

  async *entries(): AsyncGenerator<[string, SealedRecord][]> {
    const [records = ''] = this.#keys;
    let cursor = '0';
    do {
      const scanned = await this.link.ask((redis) => redis.hScan(records, cursor, { COUNT: BATCH }));
      ({ cursor } = scanned);
      yield scanned.entries.map(({ field, value }) => [field, opened(value)]);
    } while (cursor !== '0');
  }

  async close(): Promise<void> {
    // The link is closed by whoever made it.
  }

  async #runToTheEnd(script: RedisScript, argument: string): Promise<number> {
    for (let all = 0; ; ) {
      const erased = await this.#run(script, [argument, `${BATCH}`]);
      all += erased;
      if (erased < BATCH) return all;
    }
  }

  async #run(script: RedisScript, words: string[]): Promise<number> {
    const answer = await this.link.ask((redis) => script.run(redis, this.#keys, words));
    await this.link.confirm(`ow:{${this.hall}}:sync`, this.replicas);
    return Number(answer);
  }
}

function opened(text: string): SealedRecord {
  const { at, persons, sealed } = JSON.parse(text) as Stored;
  return { persons, at, sealed: Uint8Array.from(Buffer.from(sealed, 'base64')) };
}
