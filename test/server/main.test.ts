import { once } from 'node:events';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { endChildren, startChild } from '../support/child.ts';
import { ask } from '../support/http.ts';
import { settingsFor, startProgram } from '../support/program.ts';
import { smallHall } from '../support/small-hall.ts';
import { openSocket, subscribe } from '../support/sockets.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const TICKETS = '/api/v1/halls/small/tickets';
const STOPPED_WITHIN_MS = 5000;
const tempDir = tempDirs();

describe('the program', function () {
  this.timeout(40_000);
  afterEach(endChildren);

  /** What it says when it refuses to start. */
  async function refusal(settings: Record<string, string>): Promise<string> {
    const child = startChild('server/main.ts', [], settings);
    expect(await child.ended, child.err()).to.equal(1);
    expect(child.out()).to.equal('');
    return child.err();
  }

  it('serves, says where, and prints every ticket into the tray that anybody can look at', async () => {
    const program = await startProgram(settingsFor(tempDir()));
    expect((await ask(program.url, 'GET', '/readyz')).status).to.equal(200);
    for (const page of ['kiosk', 'wall', 'window', 'counter', 'phone', 'tray', 'openapi.json'])
      expect(program.out()).to.match(new RegExp(`http://.*:${program.port}/${page}`));
    expect(program.err()).to.equal('');
    await ask(program.url, 'POST', TICKETS, { body: { queue: 'social' } });
    const slips = await waitFor('the slip', async () => {
      const { json } = await ask(program.url, 'GET', '/api/v1/tray');
      return json.slips.length > 0 && json.slips;
    });
    expect(slips[0].id).to.equal('small.20260302-A001');
    expect(slips[0].text).to.include('A001');
  });

  it('refuses what it can not use by name, in one sentence, with exit code 1', async () => {
    const folder = tempDir();
    const settings = settingsFor(folder);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const occupied = join(folder, 'a-file');
    writeFileSync(occupied, '');
    const badHall = join(folder, 'bad.json');
    writeFileSync(
      badHall,
      JSON.stringify({ ...smallHall(), windows: [{ id: 'w1', number: 1, zone: 'east', queues: ['x'] }] }),
    );

    const wrong: [change: Record<string, string>, said: string][] = [
      [{ PORT: 'http' }, 'PORT=http can not be used: '],
      [{ PORT: String(port) }, `HOST=127.0.0.1 PORT=${port} can not be used: `],
      [{ DATA_DIR: occupied }, `DATA_DIR=${occupied} can not be used: `],
      [{ HALL_CONFIG: badHall }, `${badHall}: windows[0].queues[0]: there is no queue "x"`],
      [
        { HALL_CONFIG: `${settings.HALL_CONFIG},${settings.HALL_CONFIG}` },
        'HALL_CONFIG: two files are of the hall small',
      ],
    ];
    const said = await Promise.all(wrong.map(([change]) => refusal({ ...settings, ...change })));
    for (const [index, [, sentence]] of wrong.entries()) {
      expect(said[index]).to.include(sentence);
      expect(said[index]?.trim().split('\n')).to.have.length(1);
    }
    taken.close();
  });

  it('refuses a log that somebody has put a hand on, and names the event', async () => {
    const settings = settingsFor(tempDir());
    const program = await startProgram(settings);
    for (let count = 0; count < 3; count++)
      await ask(program.url, 'POST', TICKETS, { body: { queue: 'social' } });
    await program.kill('SIGTERM');
    const database = new Database(join(settings.DATA_DIR ?? '', 'small.db'));
    database.exec("UPDATE events SET text = replace(text, 'A002', 'A009') WHERE seq = 3");
    database.close();
    expect(await refusal(settings)).to.include('the log is broken at event 3');
  });

  it('stops at SIGTERM within five seconds, screens and idle connections notwithstanding', async () => {
    const program = await startProgram(settingsFor(tempDir()));
    const socket = await openSocket(program.url);
    await subscribe(socket, { hall: 'small', audience: 'wall' });
    await ask(program.url, 'POST', TICKETS, { body: { queue: 'social' } });
    const idle = connect(program.port, '127.0.0.1');
    await once(idle, 'connect');
    const startedAt = performance.now();
    expect(await program.kill('SIGTERM'), program.err()).to.equal(0);
    expect(performance.now() - startedAt).to.be.below(STOPPED_WITHIN_MS);
    socket.disconnect();
  });

  it('lets slips hold after Ctrl-C, and nobody else read the key of their secrets', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'data'));
    const settings = settingsFor(folder);
    const first = await startProgram(settings);
    const taken = (await ask(first.url, 'POST', TICKETS, { body: { queue: 'social' } })).json;
    expect(await first.kill('SIGINT'), first.err()).to.equal(0);
    expect(statSync(join(folder, 'data', 'secret.key')).mode & 0o077).to.equal(0);
    const second = await startProgram(settings);
    const path = `${TICKETS}/${taken.ticket.id}?secret=${taken.secret}`;
    expect((await ask(second.url, 'GET', path)).status).to.equal(200);
  });
});
