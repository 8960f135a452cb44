import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pino from 'pino';
import type { Options } from '../../../scripts/demo/options.ts';
import { clockStartToday, logOf } from '../../../scripts/demo/own-server.ts';
import { perform } from '../../../scripts/demo/perform.ts';
import { planOf } from '../../../scripts/demo/plan.ts';
import type { Stage } from '../../../scripts/demo/stage.ts';
import { summaryText } from '../../../scripts/demo/summary.ts';
import { type RunningServer, startServer } from '../../../server/compose.ts';
import { readSettings } from '../../../server/config.ts';

const SPEED = 600;
/** A day with no-shows and a cancellation in its first minutes, and no service that takes long. */
const SEED = 193;
/** Enough for the server to start and the clerks to connect. */
const BEFORE_OPENING_MS = 1500;
/** The longest services take a real second for every ten minutes, after the last number is issued. */
const LIMIT_MS = 60_000;

describe('a part of a day, played through the real server', () => {
  let folder: string;
  let server: RunningServer;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-demo-test-'));
  });

  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('passes the check of its log', async () => {
    const clock = { CLOCK_SPEED: String(SPEED), CLOCK_START: clockStartToday(SPEED, BEFORE_OPENING_MS) };
    const stage = await stageOf(clock, () => logOf(join(folder, 'demo.db')));
    const options = optionsOf({ minutes: 20 });
    const summary = await perform(options, stage, new AbortController().signal, () => undefined);
    expect(summary.verdict.failed).to.deep.equal([]);
    expect(summary.verdict.checked).to.have.length(7);
    expect(summary.commands.faults).to.deep.equal({});
    const { issued, finished, missed, cancelled } = summary.verdict.account;
    expect(issued).to.equal(planOf('S1', SEED, 20).length);
    expect(finished + missed + cancelled).to.equal(issued);
    expect(summary.screens.callsOnTheWall).to.equal(summary.figures.total.called);
    expect(summaryText(summary)).to.include('The day passes its check.');
  }).timeout(LIMIT_MS);

  it("passes on somebody else's server too, as far as its interfaces show", async () => {
    const stage = await stageOf({}, null);
    const options = optionsOf({ minutes: 10, speed: SPEED });
    const summary = await perform(options, stage, new AbortController().signal, () => undefined);
    expect(summary.verdict).to.deep.include({ passed: true, failed: [] });
    expect(summary.verdict.checked).to.have.members(['windows', 'numbers', 'accounted']);
    expect([summary.speed, summary.clockSpeed]).to.deep.equal([SPEED, 1]);
    expect(summaryText(summary)).to.include('needs the server');
  }).timeout(LIMIT_MS);

  it('ends early with what there is when it is broken off', async () => {
    const clock = { CLOCK_SPEED: String(SPEED), CLOCK_START: clockStartToday(SPEED, BEFORE_OPENING_MS) };
    const stage = await stageOf(clock, () => logOf(join(folder, 'demo.db')));
    const stopping = new AbortController();
    const summary = await perform(optionsOf({ minutes: 480 }), stage, stopping.signal, ({ served }) => {
      if (served > 0) stopping.abort();
    });
    expect(summary.wasBrokenOff).to.equal(true);
    expect(summary.verdict.failed).to.deep.equal([]);
    expect(summary.verdict.account.unserved + summary.verdict.account.unfinished).to.be.above(0);
  }).timeout(LIMIT_MS);

  async function stageOf(clock: Record<string, string>, readLog: Stage['readLog']): Promise<Stage> {
    server = await startServer({
      settings: readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...clock }),
      log: pino({ level: 'silent' }),
      version: 'test',
      webRoot: folder,
      address: 'localhost',
    });
    return {
      url: `http://127.0.0.1:${server.port}`,
      hall: 'demo',
      readLog,
      stop: () => (readLog === null ? Promise.resolve() : server.stop()),
      complaints: () => [],
      keep: () => null,
    };
  }
});

function optionsOf(some: Partial<Options>): Options {
  return { scenario: 'S1', speed: null, port: 0, seed: SEED, minutes: 20, json: false, ...some };
}
