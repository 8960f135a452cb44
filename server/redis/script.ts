import { createHash } from 'node:crypto';
import { ErrorReply } from 'redis';
import type { Redis } from './link.ts';

/** Runs a script of the server's by its digest, and brings the text along where it is not known yet. */
export class RedisScript {
  readonly #digest: string;

  constructor(private readonly text: string) {
    this.#digest = createHash('sha1').update(text).digest('hex');
  }

  async run(redis: Redis, keys: string[], words: string[]): Promise<unknown> {
    const options = { keys, arguments: words };
    try {
      return await redis.evalSha(this.#digest, options);
    } catch (error) {
      if (!(error instanceof ErrorReply) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(this.text, options);
    }
  }
}
