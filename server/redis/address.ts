/** Where Redis is, as one setting says it. */

export interface RedisNode {
  host: string;
  port: number;
}

/** One server; the Sentinels that know which server leads; or some nodes of a Cluster. */
export interface RedisAddress {
  kind: 'single' | 'sentinel' | 'cluster';
  /** At least one: the server itself, the Sentinels, or nodes of the Cluster. */
  nodes: RedisNode[];
  /** What the Sentinels call the leading server; empty otherwise. */
  masterName: string;
  username: string;
  password: string;
  database: number;
  tls: boolean;
}

const KINDS = {
  'redis:': { kind: 'single', tls: false, port: 6379 },
  'rediss:': { kind: 'single', tls: true, port: 6379 },
  'redis+sentinel:': { kind: 'sentinel', tls: false, port: 26_379 },
  'rediss+sentinel:': { kind: 'sentinel', tls: true, port: 26_379 },
  'redis+cluster:': { kind: 'cluster', tls: false, port: 6379 },
  'rediss+cluster:': { kind: 'cluster', tls: true, port: 6379 },
} as const;

/** scheme://user:password@host:port,host:port/path; only the hosts are several, so URL reads the rest. */
const SHAPE = /^([a-z+]+:)\/\/(?:([^@/]*)@)?([^@/]+)(?:\/([^/?#]*))?$/;

/**
 * Reads redis://host:6379/0, rediss:// with TLS, redis+sentinel://host:26379,host:26379/name and
 * redis+cluster://host:6379,host:6379; user and password before an @, percent-encoded.
 * @throws Error with what is wrong, never with what stands before the @.
 */
export function parseRedisAddress(text: string): RedisAddress {
  const [, scheme = '', credentials = '', hosts = '', path = ''] = SHAPE.exec(text) ?? [];
  const known = KINDS[scheme as keyof typeof KINDS];
  if (known === undefined) throw new Error('expected redis://, redis+sentinel:// or redis+cluster://');
  const { kind, tls } = known;
  const nodes = hosts.split(',').map((each) => parseNode(each, known.port));
  if (kind === 'single' && nodes.length > 1) throw new Error('several servers are sentinels or a cluster');
  const masterName = kind === 'sentinel' ? path || 'mymaster' : '';
  const database = kind === 'single' && path !== '' ? Number(path) : 0;
  if (!Number.isInteger(database) || database < 0) throw new Error('the database is not a number');
  if (kind === 'cluster' && path !== '') throw new Error('a cluster has one database');
  const [username = '', password = ''] = credentials.split(':').map(decode);
  return { kind, nodes, masterName, username, password, database, tls };
}

function parseNode(text: string, defaultPort: number): RedisNode {
  if (!URL.canParse(`http://${text}`)) throw new Error('a host or port can not be read');
  const { hostname, port } = new URL(`http://${text}`);
  // 80 is left out by URL, as it is http's own.
  const given = /:(\d+)$/.exec(text)?.[1];
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || given || defaultPort) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new Error('user or password is not percent-encoded', { cause });
  }
}
