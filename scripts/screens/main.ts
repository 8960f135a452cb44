import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HallApi } from '../../test/e2e/support/hall-api.ts';
import { freePort, HALL_HOST, HallServer } from '../../test/e2e/support/hall-server.ts';
import { Theatre } from '../../test/e2e/support/theatre.ts';
import { Album } from './album.ts';
import { photographManager } from './manager.ts';
import { MORNING_MINUTES, Morning, SPEED } from './morning.ts';
import { Photographer } from './photographer.ts';

/** Pictures of every screen on a busy morning, for the documents: always of the same hall, hour and people. */

const FOLDER = 'docs/screens';
/** The hall's minutes of a real one, while a clerk serves a few people. */
const CLERK_SPEED = 60;
/** How long the clerk has been at her last ticket when the camera comes. */
const LAST_SERVICE_MS = 160_000;
/** A Monday, as the hall opens. */
const OPENS_AT = Date.parse('2026-11-23T09:00:00+08:00');

const folder = mkdtempSync(join(tmpdir(), 'onewindow-screens-'));
const port = await freePort();
const server = new HallServer(port, folder, { PUBLIC_URL: `http://${HALL_HOST}:${port}` });
const theatre = new Theatre(`http://${HALL_HOST}:${port}`);
try {
  console.log('A morning passes …');
  await server.start({ CLOCK_START: after(0), CLOCK_SPEED: String(SPEED) });
  const api = new HallApi(server.url);
  const morning = new Morning(api);
  await morning.pass();
  await server.stop();
  await server.start({ CLOCK_START: after(MORNING_MINUTES + 1), CLOCK_SPEED: String(CLERK_SPEED) });
  await theatre.start();
  mkdirSync(FOLDER, { recursive: true });
  const photographer = new Photographer(new Album(theatre, FOLDER), api, morning.tickets);
  await photographer.takeSeat();
  const { at } = await api.board();
  await server.stop();
  // From here on a minute is a minute, so that nothing runs away under the camera.
  await server.start({ CLOCK_START: new Date(at + LAST_SERVICE_MS).toISOString() });
  await photographer.photographAll();
  await theatre.stop();
  await server.stop();
  console.log('A morning of school enrolment passes …');
  await photographManager(FOLDER);
} finally {
  await theatre.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function after(minutes: number): string {
  return new Date(OPENS_AT + minutes * 60_000).toISOString();
}
