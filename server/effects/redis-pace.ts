import type { Cluster, Redis } from 'ioredis';
import { MINUTE_MS, type Pace } from './pace.ts';

/**
 * By the one clock that all machines have, Redis's own. KEYS: when the latest places were taken, the newest
 * first. ARGV: places in a minute, the minute in milliseconds. @returns milliseconds until there is a place.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local nth = redis.call('LINDEX', KEYS[1], ARGV[1] - 1)
if nth and nth + ARGV[2] > now then return math.min(nth + ARGV[2] - now, tonumber(ARGV[2])) end
redis.call('LPUSH', KEYS[1], string.format('%.0f', now))
redis.call('LTRIM', KEYS[1], 0, ARGV[1] - 1)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 0`;

/** Of all machines together. */
export class RedisPace implements Pace {
  /** @param key in the slot of the line's own, in a Cluster. */
  constructor(
    private readonly redis: Redis | Cluster,
    private readonly key: string,
    private readonly perMinute: number,
    private readonly minuteMs = MINUTE_MS,
  ) {}

  async take(): Promise<number> {
    return Number(await this.redis.eval(TAKE, 1, this.key, this.perMinute, this.minuteMs));
  }
}
