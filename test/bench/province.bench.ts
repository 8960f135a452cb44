import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { smallHall } from '../support/small-hall.ts';
import type { Report } from './bench.ts';
import { withFolder } from './folders.ts';
import { serve } from './processes.ts';
import { withRedis } from './redis.ts';
import { figure } from './stats.ts';

const HALLS = 132;
const SETTLE_MS = 3000;
const MIB = 1024 * 1024;

const HOW =
  `${HALLS} halls of four windows on two nodes upon one Redis, as the service points of a province are. From the ` +
  'start of a program until it serves all of them, first upon an empty Redis and then upon what is there; the heap ' +
  'of a node after a full collection, against that of a node with one hall.';

export function run(): Promise<Report> {
  return withFolder((folder) =>
    withRedis(async ({ url }) => {
      const node = async (name: string, halls: number) => {
        const own = join(folder, name);
        mkdirSync(own, { recursive: true });
        const from = performance.now();
        const served = await serve(own, {
          HALL_CONFIG: filesOf(folder, halls).join(),
          REDIS_URL: url,
          VAULT_KEY: Buffer.alloc(32, 1).toString('base64'),
        });
        return { served, readyMs: performance.now() - from };
      };
      const [one, two] = await Promise.all([node('one', HALLS), node('two', HALLS)]);
      await pause(SETTLE_MS);
      const many = (await one.served.memory()).heapUsed;
      await one.served.stop();
      const again = await node('one', HALLS);
      await again.served.stop();
      await two.served.stop();
      const alone = await node('alone', 1);
      await pause(SETTLE_MS);
      const single = (await alone.served.memory()).heapUsed;
      await alone.served.stop();
      const rows = [
        [
          'first start of two nodes at once, until both serve',
          `${figure(Math.max(one.readyMs, two.readyMs))} ms`,
        ],
        ['start of one upon what is there', `${figure(again.readyMs)} ms`],
        ['start with one hall', `${figure(alone.readyMs)} ms`],
        ['heap of a node with one hall', `${figure(single / MIB)} MiB`],
        [`heap of a node with ${HALLS}`, `${figure(many / MIB)} MiB`],
        ['heap of an idle hall', `${figure((many - single) / (HALLS - 1) / 1024)} KiB`],
      ];
      return { how: HOW, tables: [{ title: 'A province', head: ['', ''], rows }], aims: [] };
    }),
  );
}

function filesOf(folder: string, halls: number): string[] {
  return Array.from({ length: halls }, (_, index) => {
    const file = join(folder, `h${index + 1}.json`);
    writeFileSync(file, JSON.stringify(smallHall({ id: `h${index + 1}` })));
    return file;
  });
}
