import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import pino from 'pino';
import type { LineView } from '../../common/jobs.ts';
import { type RunningServer, startServer } from '../../server/compose.ts';
import { readSettings } from '../../server/config.ts';
import { ask } from '../support/http.ts';
import { DAY, smallHall } from '../support/small-hall.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

describe('a server that finds a day over', function () {
  this.timeout(40_000);
  const tempDir = tempDirs();
  let server: RunningServer | undefined;

  afterEach(() => server?.stop());

  it('archives it and makes its report, by itself', async () => {
    const folder = tempDir();
    writeFileSync(join(folder, 'hall.json'), JSON.stringify(smallHall()));
    mkdirSync(join(folder, 'data'));
    const environment = {
      ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') },
      ...{ HALL_CONFIG: join(folder, 'hall.json'), ARCHIVE_URL: pathToFileURL(join(folder, 'archive')).href },
    };
    const parts = { version: '0', webRoot: folder, address: '127.0.0.1', log: pino({ level: 'silent' }) };
    for (const day of [DAY, '2026-03-03']) {
      await server?.stop();
      const settings = readSettings({ ...environment, CLOCK_START: `${day}T10:00:00+08:00` });
      server = await startServer({ settings, ...parts });
    }
    const there = (path: string) => waitFor(path, () => existsSync(join(folder, path)), 20_000);
    await there(`archive/small/${DAY}.ndjson.gz`);
    await there(`data/shelf/small/report.${DAY}`);
    const { json } = await ask(`http://127.0.0.1:${server?.port}`, 'GET', '/api/v1/operations/lines');
    const lines = (json as { lines: LineView[] }).lines.map(({ kind, hall, dead }) => [kind, hall, dead]);
    expect(lines).to.have.deep.members([
      ['print', 'small', 0],
      ['archive', 'small', 0],
      ['report', null, 0],
      ['forecast', null, 0],
    ]);
  });
});
