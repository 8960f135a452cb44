import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisAddress } from '../redis/address.ts';

/** Every key of every queue has this hash tag: in a Cluster they must lie on one server. */
export const KEY_PREFIX = '{ow}:jobs';

/**
 * A question that is not answered within this has a dead line, which is then opened anew. Longer than a
 * worker's wait for work (5 s, Bull's own), which is a question too.
 */
const ANSWER_WITHIN_MS = 15_000;
const CONNECT_WITHIN_MS = 1500;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 1000;

/** A line as Bull wants it: asks until it is answered, however long Redis is away. */
const OPTIONS: RedisOptions = {
  maxRetriesPerRequest: null,
  enableReadyCheck: false,
  connectTimeout: CONNECT_WITHIN_MS,
  socketTimeout: ANSWER_WITHIN_MS,
};

/**
 * Opens a line to one server, to whichever the Sentinels say leads, or to a Cluster.
 * @param isOver no line is opened anew from then on: Bull would go on with its own while Redis is away.
 */
export function connect(address: RedisAddress, isOver: () => boolean): Redis | Cluster {
  const retry = (times: number): number | null =>
    isOver() ? null : Math.min(times * FIRST_RETRY_MS, LONGEST_RETRY_MS);
  const { kind, nodes, masterName, username, password, database, tls } = address;
  const options: RedisOptions = {
    ...OPTIONS,
    retryStrategy: retry,
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  };
  const [first] = nodes;
  switch (kind) {
    case 'single':
      return new Redis({ ...options, ...first, db: database });
    case 'sentinel':
      // The name means: TLS to the server that leads. The Sentinels themselves are asked in the clear.
      return new Redis({ ...options, sentinels: nodes, name: masterName, enableTLSForSentinelMode: tls });
    case 'cluster':
      return new Cluster(nodes, {
        redisOptions: options,
        enableReadyCheck: false,
        clusterRetryStrategy: retry,
      });
  }
}
