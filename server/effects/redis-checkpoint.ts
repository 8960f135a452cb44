import type { RedisLink } from '../redis/link.ts';
import type { Checkpoint } from './checkpoint.ts';

/**
 * In Redis, one for all machines: one that was away does not read again what the others have done meanwhile.
 * The slower of two may set it back; what is then read again asks for jobs that are known.
 */
export class RedisCheckpoint implements Checkpoint {
  /** @param name of the hall and the effect */
  constructor(
    private readonly link: RedisLink,
    private readonly name: string,
  ) {}

  /** @throws RedisDown */
  async load(): Promise<number> {
    const seq = Number(await this.link.ask((redis) => redis.get(this.#key)));
    return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0;
  }

  /** @throws RedisDown */
  async save(seq: number): Promise<void> {
    await this.link.ask((redis) => redis.set(this.#key, String(seq)));
  }

  get #key(): string {
    return `{ow}:read:${this.name}`;
  }
}
