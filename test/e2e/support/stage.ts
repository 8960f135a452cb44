import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Identity } from '../../../common/contract/config.ts';
import { demoHall } from '../../../server/demo/hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { HallApi } from './hall-api.ts';
import { freePort, HALL_HOST, HallServer } from './hall-server.ts';
import { Line } from './line.ts';
import { Theatre } from './theatre.ts';

/** What a suite plays on; filled before its first test. */
export interface Stage {
  server: HallServer;
  /** Reaches the server even when the line of the screens is cut. */
  api: HallApi;
  theatre: Theatre;
  line: Line;
}

/** The queue where nobody gets a number unknown, and its place among the zones; and one that never asks. */
export const ASKING = { queue: 'churujing', zoneName: '出入境专区', place: 6 } as const;
export const SILENT = { queue: 'zonghe', zoneName: '综合服务区' } as const;
const IDENTITY: Readonly<Record<string, Identity>> = { [ASKING.queue]: 'required', [SILENT.queue]: 'none' };

/** The demo hall without the pauses that its rule has for people: its file. */
function writeHall(dataDir: string): string {
  const hall = demoHall();
  const file = join(dataDir, 'hall.json');
  const rule = { ...hall.rule, recallPauseSeconds: 0, callsBeforeMiss: 1 };
  const queues = hall.queues.map((queue) => ({ ...queue, identity: IDENTITY[queue.id] ?? 'optional' }));
  writeFileSync(file, JSON.stringify({ ...hall, rule, queues }));
  return file;
}

/** What browsers say of a line that is down, wherever it is allowed to be. */
const LINE_DOWN = /net::ERR_|WebSocket connection|request failed/;

/**
 * A fresh demo hall and a browser for one suite. After every test all screens are closed, and a page that
 * complained on its console, or asked another server for anything, has failed it.
 */
export function stageForSuite({ breaksTheLine = false } = {}): Stage {
  const stage = {} as Stage;
  if (breaksTheLine) {
    // A test that failed half way must not fail the next one too.
    afterEach(async () => {
      stage.line.mend();
      stage.server.thaw();
      if (!stage.server.isRunning) await stage.server.start();
    });
  }
  after(async () => {
    await stage.theatre.stop();
    await stage.line.stop();
    await stage.server.stop();
    expect(stage.server.said, 'what the server logged').to.equal('');
  });
  // Its own hook must run after the server has stopped writing there.
  const folder = tempDirs();
  before(async () => {
    const [port, publicPort] = await Promise.all([freePort(), freePort()]);
    const dataDir = folder();
    stage.server = new HallServer(port, dataDir, {
      PUBLIC_URL: `http://${HALL_HOST}:${publicPort}`,
      HALL_CONFIG: writeHall(dataDir),
    });
    stage.api = new HallApi(stage.server.url);
    stage.line = new Line(publicPort, port);
    stage.theatre = new Theatre(`http://${HALL_HOST}:${publicPort}`);
    await Promise.all([stage.server.start(), stage.line.start(), stage.theatre.start()]);
  });
  afterEach(async () => {
    const complaints = stage.theatre.complaints.filter((each) => !breaksTheLine || !LINE_DOWN.test(each));
    await stage.theatre.clear();
    expect(complaints, 'what the pages complained of').to.deep.equal([]);
  });
  return stage;
}
