import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { ask } from '../support/http.ts';
import { type Nginx, startNginx } from '../support/nginx.ts';
import { freePort } from '../support/redis-server.ts';
import { openSocket, subscribe } from '../support/sockets.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { tempDirs } from '../support/temp-dir.ts';

const configuration = readFileSync('docs/deployment/nginx.conf', 'utf8');

const folder = tempDirs();

describe('nginx before two nodes, as docs/deployment has it', function () {
  this.timeout(30_000);
  let nodes: TestApp[];
  let nginx: Nginx;
  const running: Nginx[] = [];

  before(async () => {
    nodes = [await startApp({ folder: folder() }), await startApp({ folder: folder() })];
    nginx = await startNginx(
      configuration,
      nodes.map(({ port }) => `127.0.0.1:${port}`),
    );
    running.push(nginx);
  });
  after(async () => {
    for (const each of running) await each.stop();
    for (const node of nodes) await node.stop();
  });

  it('serves pages and the API, from either node', async () => {
    for (let count = 0; count < 10; count++) {
      const { status, json } = await ask(nginx.url, 'GET', '/api/v1/halls');
      expect(status).to.equal(200);
      expect(json.halls[0].id).to.equal('small');
    }
    for (const { port } of nodes) expect(nginx.logged()).to.contain(`127.0.0.1:${port}`);
  });

  it('lets a screen through by WebSocket, whichever node it comes to', async () => {
    for (let count = 0; count < 4; count++) {
      const socket = await openSocket(nginx.url);
      const answer = await subscribe(socket, { hall: 'small', audience: 'wall', zone: 'east' });
      expect(answer.ok).to.equal(true);
      socket.close();
    }
  });

  it('keeps the figures to itself, and secrets out of its log', async () => {
    expect((await ask(nginx.url, 'GET', '/metrics')).status).to.equal(404);
    const path = '/api/v1/halls/small/tickets/20260302-A001?secret=hush';
    await ask(nginx.url, 'GET', path, { headers: { Referer: `http://hall/phone?secret=hush` } });
    expect(nginx.logged()).to.contain('20260302-A001').and.not.contain('hush');
  });

  it('passes over a node that is down, for whatever is asked', async () => {
    const [node] = nodes;
    const half = await startNginx(configuration, [
      `127.0.0.1:${await freePort()}`,
      `127.0.0.1:${node?.port}`,
    ]);
    running.push(half);
    for (let count = 0; count < 10; count++) {
      const taken = await ask(half.url, 'POST', '/api/v1/halls/small/tickets', { body: { queue: 'social' } });
      expect(taken.status).to.equal(201);
    }
    (await openSocket(half.url)).close();
  });
});
