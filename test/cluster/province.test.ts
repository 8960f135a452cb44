import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { endChildren } from '../support/child.ts';
import { ask } from '../support/http.ts';
import { type Program, settingsFor, startProgram } from '../support/program.ts';
import { endRedisServers, startRedis } from '../support/redis-server.ts';
import { smallHall } from '../support/small-hall.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const HALLS = 132;
const tempDir = tempDirs();

describe('a province: 132 halls on two nodes', function () {
  this.timeout(180_000);
  afterEach(async () => {
    await endChildren();
    await endRedisServers();
  });

  it('are all ready on both, and a number taken at one node is called at the other, in any of them', async () => {
    const redis = await startRedis();
    const folder = tempDir();
    const ids = Array.from({ length: HALLS }, (_, index) => `h${index + 1}`);
    const files = ids.map((id) => {
      const file = join(folder, `${id}.json`);
      writeFileSync(file, JSON.stringify(smallHall({ id })));
      return file;
    });
    const start = (): Promise<Program> => {
      const { CLOCK_START: _, ...settings } = settingsFor(tempDir());
      return startProgram({
        ...settings,
        HALL_CONFIG: files.join(),
        REDIS_URL: redis.url,
        VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
      });
    };
    const [left, right] = await Promise.all([start(), start()]);
    for (const { url } of [left, right]) {
      const { json } = await ask(url, 'GET', '/readyz');
      expect(json.halls).to.have.length(HALLS);
      expect(json.status).to.equal('ready');
    }
    for (const id of [ids[0], ids[65], ids[131]]) {
      const hall = `/api/v1/halls/${id}`;
      const issued = await ask(left.url, 'POST', `${hall}/tickets`, {
        body: { queue: 'social', print: false },
      });
      await ask(left.url, 'POST', `${hall}/windows/w1/open`, { body: {} });
      const called = await ask(right.url, 'POST', `${hall}/windows/w1/call-next`, { body: {} });
      expect(called.json.ticket.number).to.equal(issued.json.ticket.number);
      await waitFor('the first node to show it', async () => {
        const { json } = await ask(left.url, 'GET', `${hall}/board`);
        return json.calls.length === 1;
      });
    }
  });
});
