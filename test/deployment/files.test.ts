import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { parseAllDocuments } from 'yaml';
import { SETTING_NAMES } from '../../server/config.ts';
import { parseRedisAddress } from '../../server/redis/address.ts';
import { RedisLink } from '../../server/redis/link.ts';
import { freePort, startRedis } from '../support/redis-server.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { tempDirs } from '../support/temp-dir.ts';

const FOLDER = 'docs/deployment';
const read = (file: string): string => readFileSync(file, 'utf8');

/** What stands in a deployment file, wherever it stands: each value with the name it has there. */
function* valuesOf(content: unknown, name = ''): Generator<[name: string, value: unknown]> {
  yield [name, content];
  if (typeof content !== 'object' || content === null) return;
  for (const [key, value] of Object.entries(content)) yield* valuesOf(value, key);
}

function yamlOf(file: string): unknown[] {
  return parseAllDocuments(read(file)).map((document) => {
    expect([...document.errors, ...document.warnings], file).to.deep.equal([]);
    return document.toJS();
  });
}

const valueIn = (file: string, wanted: string): unknown[] =>
  [...valuesOf(yamlOf(file))].flatMap(([name, value]) => (name === wanted ? [value] : []));

const folder = tempDirs();

describe('the files for deployment', () => {
  let app: TestApp;
  let metrics: Set<string>;

  before(async () => {
    app = await startApp({ folder: folder() });
    const text = await (await fetch(`${app.url}/metrics`)).text();
    metrics = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) => series(name, type)),
    );
  });
  after(() => app.stop());

  function series(name = '', type = ''): string[] {
    const parts = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    return parts.map((part) => name + part);
  }

  for (const file of ['compose.yaml', ...readdirSync(FOLDER).map((name) => join(FOLDER, name))]) {
    if (file.endsWith('.yaml')) it(`are read without a complaint: ${file}`, () => void yamlOf(file));
  }

  for (const file of ['grafana.json', 'onewindow-alerts.yaml']) {
    it(`ask for figures that there are: ${file}`, () => {
      const asked = [...read(join(FOLDER, file)).matchAll(/\b(?:onewindow|nodejs|process)_[a-z0-9_]+/g)];
      expect(asked).not.to.have.length(0);
      for (const [name] of asked) expect([...metrics]).to.include(name);
    });
  }

  it('name in the manual figures that there are', () => {
    const table = read('docs/operations.md').matchAll(
      /^\| `((?:onewindow|nodejs|process)_[a-z0-9_]+)`(.*)$/gm,
    );
    const named = [...table].flatMap(([, name, rest]) => series(name, rest?.match(/histogram/)?.[0]));
    expect(named).not.to.have.length(0);
    for (const name of named) expect([...metrics]).to.include(name);
  });

  it('set nothing that the program does not know', () => {
    const [{ services }] = yamlOf('compose.yaml') as [{ services: Record<string, { environment?: object }> }];
    const named = [
      ...Object.values(services).flatMap(({ environment }) => Object.keys(environment ?? {})),
      ...valueIn(join(FOLDER, 'kubernetes.yaml'), 'env').flatMap((list) =>
        (list as { name: string }[]).map(({ name }) => name),
      ),
      ...[...read(join(FOLDER, 'kubernetes.yaml')).matchAll(/--from-literal=(\w+)=/g)].map(
        ([, name]) => name,
      ),
      ...[...read(join(FOLDER, 'onewindow.env')).matchAll(/^(\w+)=/gm)].map(([, name]) => name),
      ...[...read(join(FOLDER, 'onewindow.service')).matchAll(/^Environment=(\w+)=/gm)].map(
        ([, name]) => name,
      ),
    ];
    for (const name of ['REDIS_URL', 'VAULT_KEY', 'ARCHIVE_URL', 'DATA_DIR']) expect(named).to.include(name);
    for (const name of named) expect(SETTING_NAMES).to.include(name);
  });

  it('draw every panel of the dashboard from Prometheus, each at a place of its own', () => {
    const { panels } = JSON.parse(read(join(FOLDER, 'grafana.json'))) as {
      panels: { id: number; gridPos: { x: number; y: number; w: number; h: number }; targets: unknown[] }[];
    };
    expect(new Set(panels.map(({ id }) => id)).size).to.equal(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size, 'none lies upon another').to.equal(cells.length);
    for (const { targets } of panels) expect(targets).not.to.have.length(0);
  });

  it('probe a node where it answers, and start a new one before an old one goes', async () => {
    const paths = valueIn(join(FOLDER, 'kubernetes.yaml'), 'httpGet').map(
      (probe) => (probe as { path: string }).path,
    );
    expect(paths).to.have.members(['/readyz', '/readyz', '/healthz']);
    for (const path of paths) expect((await fetch(app.url + path)).status, path).to.equal(200);
    expect(valueIn(join(FOLDER, 'kubernetes.yaml'), 'maxUnavailable')).to.deep.equal([0]);
    expect(read(join(FOLDER, 'haproxy.cfg'))).to.contain('GET /readyz');
  });

  it('tell the health of a container by whether its halls are ready', async () => {
    const [, words = '[]'] = /^HEALTHCHECK[\s\S]*?CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? [];
    const [program = '', ...args] = JSON.parse(words) as string[];
    const check = (port: number): Promise<unknown> =>
      promisify(execFile)(program, args, { env: { PATH: process.env.PATH, PORT: `${port}` } });
    await check(app.port);
    const outcome = await check(await freePort()).catch((error: { code: number }) => error.code);
    expect(outcome).to.equal(1);
  });

  it('run two nodes alike, upon a Redis that loses nothing it has acknowledged', async function () {
    this.timeout(30_000);
    const [{ services }] = yamlOf('compose.yaml') as [{ services: Record<string, Record<string, unknown>> }];
    expect(services.node1).to.deep.equal(services.node2);
    expect(services.redis?.volumes).to.include('./docs/deployment/redis.conf:/etc/redis.conf:ro');
    const careless = ['--appendonly', 'no', '--appendfsync', 'no', '--maxmemory-policy', 'allkeys-lru'];
    const lines = read(join(FOLDER, 'redis.conf')).split('\n');
    const settings = lines.flatMap((line) => {
      const [name = '', value = ''] = line.split(' ');
      return name === '' || name === '#' || name === 'dir' ? [] : [`--${name}`, value.replace('""', '')];
    });
    const redis = await startRedis([...careless, ...settings]);
    try {
      const link = new RedisLink(parseRedisAddress(redis.url));
      await link.start();
      await link.close();
    } finally {
      await redis.stop();
    }
  });
});
