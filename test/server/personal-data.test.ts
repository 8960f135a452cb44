import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { io } from 'socket.io-client';
import { failureOf } from '../support/drafts.ts';
import { filesOf, type PersonalServer, startPersonalServer } from '../support/personal-server.ts';
import { tempDirs } from '../support/temp-dir.ts';

const tempDir = tempDirs();
const ZHANG = { name: '张三丰', phone: '13812345678', idNumber: '11010519491231002X' };
const LI = { name: '李四光', phone: '13987654321', idNumber: '440524188001010014' };
const NOTE = '材料在二楼复印';

describe('personal data', function () {
  this.timeout(30_000);
  let folder: string;
  let server: PersonalServer;

  beforeEach(async () => {
    folder = tempDir();
    server = await startPersonalServer(folder);
  });
  afterEach(() => server.stop());

  const hall = '/api/v1/halls/small';

  function issue(body: object, key?: string) {
    return server.ask('POST', `${hall}/tickets`, { queue: 'social', ...body }, key);
  }

  async function atWindow(
    window: string,
    ...steps: (string | [step: string, body: object])[]
  ): Promise<void> {
    for (const step of steps) {
      const [name, body] = typeof step === 'string' ? [step, {}] : step;
      const { status, body: answer } = await server.ask('POST', `${hall}/windows/${window}/${name}`, body);
      expect(status, `${name} at ${window}: ${JSON.stringify(answer)}`).to.equal(200);
    }
  }

  async function personAt(window: string): Promise<unknown> {
    return (await server.ask('GET', `${hall}/windows/${window}/person`)).body.person;
  }

  /** Records in the vault, the one that proves its key not counted. */
  function records(): number {
    const database = new Database(join(folder, 'small.vault.db'));
    const { count } = database.prepare(`SELECT count(*) AS count FROM records WHERE key <> '#key'`).get() as {
      count: number;
    };
    database.close();
    return count;
  }

  it('is seen masked at the window that has the ticket, and nowhere else', async () => {
    await issue({ person: ZHANG });
    await atWindow('w1', 'open', 'call-next');
    await atWindow('w2', 'open');
    expect(await personAt('w1')).to.deep.equal({
      name: '张*',
      phone: '138****5678',
      idNumber: '110***********002X',
      note: null,
    });
    expect(await personAt('w2')).to.equal(null);
    expect((await server.ask('GET', `${hall}/windows/w9/person`)).body.code).to.equal('UNKNOWN_WINDOW');
    await atWindow('w1', 'start', 'finish');
    expect(await personAt('w1')).to.equal(null);
  });

  it('is nobody’s when nobody said who they are', async () => {
    await issue({});
    await atWindow('w1', 'open', 'call-next');
    expect(await personAt('w1')).to.equal(null);
    expect(records()).to.equal(0);
  });

  it('gives one person one open ticket in a queue, and lets them have its slip again', async () => {
    const first = await issue({ person: ZHANG });
    const id = (first.body.ticket as { id: string }).id;
    const second = await issue({ person: { idNumber: '11010519491231002x' } });
    expect(second).to.deep.include({ status: 409 });
    expect(second.body).to.include({ code: 'ALREADY_HAS_TICKET', detail: id });
    expect(records(), 'what came with the refused one is gone').to.equal(1);
    const reprint = (person: object) => server.ask('POST', `${hall}/tickets/${id}/reprint`, { person });
    expect((await reprint({ idNumber: ZHANG.idNumber })).status).to.equal(200);
    expect((await reprint(LI)).body.code).to.equal('WRONG_SECRET');
    expect((await reprint({ name: ZHANG.name })).body.code).to.equal('WRONG_SECRET');
    expect((await issue({ person: LI })).status).to.equal(201);
  });

  it('lets nobody take a ticket away by knowing a phone number', async () => {
    const { body } = await issue({ person: { phone: LI.phone } });
    const { id } = body.ticket as { id: string };
    const cancel = (answer: object) => server.ask('POST', `${hall}/tickets/${id}/cancel`, answer);
    expect((await cancel({ person: { phone: LI.phone } })).body.code).to.equal('WRONG_SECRET');
    expect((await cancel({ secret: body.secret })).status).to.equal(200);
    const again = (await issue({ person: LI })).body.ticket as { id: string };
    const byId = await server.ask('POST', `${hall}/tickets/${again.id}/cancel`, { person: LI });
    expect(byId.status).to.equal(200);
  });

  it('takes no hash of a person from a client, over neither edge', async () => {
    const hash = 'x'.repeat(22);
    for (const body of [{ person: hash }, { aliases: [hash] }])
      expect((await issue(body)).body.code, JSON.stringify(body)).to.equal('INVALID_REQUEST');
    const socket = io(`http://127.0.0.1:${server.port}`, { transports: ['websocket'] });
    const send = (command: object, person?: object): Promise<{ ok: boolean; rejection?: { code: string } }> =>
      socket.emitWithAck('command', { hall: 'small', commandId: `c-${Math.random()}`, command, person });
    const taken = { type: 'IssueTicket', queue: 'social' };
    expect((await send({ ...taken, person: hash })).rejection?.code).to.equal('INVALID_REQUEST');
    expect((await send({ ...taken, aliases: [hash] })).rejection?.code).to.equal('INVALID_REQUEST');
    expect((await send({ ...taken, person: ZHANG })).rejection?.code).to.equal('INVALID_REQUEST');
    expect((await send(taken, ZHANG)).ok).to.equal(true);
    expect((await send(taken, ZHANG)).rejection?.code).to.equal('ALREADY_HAS_TICKET');
    expect((await send(taken, { idNumber: '110105194912310021' })).rejection?.code).to.equal(
      'INVALID_REQUEST',
    );
    socket.close();
  });

  it('is kept once however often a request comes, also at the same instant', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => issue({ person: ZHANG }, 'same-request-1')),
    );
    answers.push(await issue({ person: ZHANG }, 'same-request-1'));
    for (const answer of answers) expect(answer).to.deep.equal(answers[0]);
    expect(answers[0]?.status).to.equal(201);
    expect(records()).to.equal(1);
  });

  it('makes no ticket when it can not be kept, and the same request may come again', async () => {
    const database = new Database(join(folder, 'small.vault.db'));
    database.exec(
      `CREATE TRIGGER full BEFORE INSERT ON records BEGIN SELECT RAISE(ABORT, 'disk is full'); END`,
    );
    const refused = await issue({ person: ZHANG }, 'request-1');
    expect(refused).to.deep.include({ status: 503 });
    expect(refused.body.code).to.equal('VAULT_UNAVAILABLE');
    expect(server.logged()).to.include('small.vault.db').and.to.include('disk is full');
    expect((await issue({}, 'request-2')).status, 'who shows nothing gets a number').to.equal(201);
    database.exec('DROP TRIGGER full');
    database.close();
    expect((await issue({ person: ZHANG }, 'request-1')).status).to.equal(201);
  });

  it('names the record that was tampered with to the staff’s log, and shows nothing of it', async () => {
    await issue({ person: ZHANG }, 'tampered-1');
    await atWindow('w1', 'open', 'call-next');
    const database = new Database(join(folder, 'small.vault.db'));
    database.exec(`UPDATE records SET sealed = CAST(sealed || x'00' AS BLOB) WHERE key = 'tampered-1'`);
    database.close();
    const answer = await server.ask('GET', `${hall}/windows/w1/person`);
    expect(answer.body.code).to.equal('INTERNAL');
    expect(server.logged()).to.include('record tampered-1 does not open');
  });

  describe('of bookings', () => {
    const slot = { queue: 'social', day: '2026-03-02', slot: '09:30' };
    const book = (body: object) => server.ask('POST', `${hall}/bookings`, { ...slot, ...body });
    const checkIn = (booking: string, body: object) =>
      server.ask('POST', `${hall}/bookings/${booking}/check-in`, body);

    it('is asked for: an ID number or a phone', async () => {
      expect((await book({})).body.code).to.equal('INVALID_REQUEST');
      expect((await book({ person: { name: '张三' } })).body.code).to.equal('PERSON_REQUIRED');
      expect((await book({ person: ZHANG })).status).to.equal(201);
      expect((await book({ person: ZHANG })).body.code, 'one a day').to.equal('BOOKING_LIMIT');
      expect((await book({ person: { phone: LI.phone } })).status).to.equal(201);
      expect(records()).to.equal(2);
    });

    it('checks in who shows the ID, and shows the window who it is', async () => {
      const { id } = (await book({ person: ZHANG })).body.booking as { id: string };
      expect((await checkIn(id, { person: LI })).body.code).to.equal('WRONG_SECRET');
      expect((await checkIn(id, { person: { idNumber: ZHANG.idNumber } })).status).to.equal(201);
      await atWindow('w1', 'open', 'call-next');
      expect(await personAt('w1')).to.include({ name: '张*', phone: '138****5678' });
    });

    it('knows a walk-in again at check-in, by secret alone, and the other way round', async () => {
      const booked = (await book({ person: ZHANG })).body;
      const { id } = booked.booking as { id: string };
      const walkIn = (await issue({ person: { idNumber: ZHANG.idNumber } })).body;
      const refused = await checkIn(id, { secret: booked.secret });
      expect(refused.body).to.include({ code: 'ALREADY_HAS_TICKET' });
      const { id: ticket } = walkIn.ticket as { id: string };
      await server.ask('POST', `${hall}/tickets/${ticket}/cancel`, { secret: walkIn.secret });
      expect((await checkIn(id, { secret: booked.secret })).status).to.equal(201);
      expect((await issue({ person: ZHANG })).body.code).to.equal('ALREADY_HAS_TICKET');
    });
  });

  it('of a transfer is the note: read where the ticket comes next', async () => {
    await issue({ person: ZHANG });
    await atWindow('w1', 'open', 'call-next', 'start', ['transfer', { queue: 'estate', note: NOTE }]);
    await atWindow('w3', 'open', 'call-next');
    expect(await personAt('w3')).to.include({ name: '张*', note: NOTE });
    const refused = await server.ask('POST', `${hall}/windows/w2/transfer`, { queue: 'social', note: NOTE });
    expect(refused.status).to.equal(409);
    expect(records()).to.equal(2);
  });

  describe('is deleted', () => {
    const forget = (body: object) => server.ask('DELETE', `${hall}/persons`, body);

    it('by whoever holds the ticket: what came with it, and no more', async () => {
      const { body } = await issue({ person: ZHANG });
      await issue({ queue: 'estate', person: ZHANG });
      const { id } = body.ticket as { id: string };
      expect((await forget({ ticket: id, secret: 'wrong' })).body.code).to.equal('WRONG_SECRET');
      expect((await forget({ ticket: id, secret: body.secret })).body).to.deep.equal({ deleted: 1 });
      expect((await forget({ ticket: id, secret: body.secret })).body).to.deep.equal({ deleted: 0 });
      expect(records()).to.equal(1);
      await atWindow('w1', 'open', 'call-next');
      expect(await personAt('w1')).to.equal(null);
    });

    it('for a person as a whole by a manager, found by ID number or phone, notes included', async () => {
      await issue({ person: ZHANG });
      await issue({ queue: 'estate', person: { phone: ZHANG.phone } });
      await issue({ person: LI });
      await atWindow('w1', 'open', 'call-next', 'start', ['transfer', { queue: 'tax', note: NOTE }]);
      const { idNumber, phone } = ZHANG;
      expect((await forget({ window: 'w1', idNumber })).body.code).to.equal('ROLE_REQUIRED');
      expect((await forget({ window: 'w4', idNumber: '1' })).body.code).to.equal('INVALID_REQUEST');
      expect((await forget({ idNumber })).body.code).to.equal('INVALID_REQUEST');
      expect((await forget({ window: 'w4', idNumber })).body).to.deep.equal({ deleted: 2 });
      expect((await forget({ window: 'w4', phone })).body).to.deep.equal({ deleted: 1 });
      expect(records(), 'another’s stays').to.equal(1);
    });
  });

  it('stands in no log, no file, no figure and no address', async () => {
    const { body } = await issue({ person: ZHANG });
    await issue({ person: ZHANG });
    await issue({ person: { ...LI, idNumber: '440524188001010015' } });
    await issue({ person: `${LI.idNumber}` });
    await server.ask('POST', `${hall}/tickets`, { [LI.idNumber]: LI.phone });
    await server.ask('POST', `${hall}/bookings`, {
      ...{ queue: 'social', day: '2026-03-02', slot: '10:00', person: LI },
    });
    await atWindow('w1', 'open', 'call-next', 'start', ['transfer', { queue: 'estate', note: NOTE }]);
    await atWindow('w3', 'open', 'call-next');
    await personAt('w3');
    const metrics = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    const [figures, said] = [await metrics.text(), server.said()];
    await server.ask('GET', `${hall}/board`);
    const { id } = body.ticket as { id: string };
    await server.ask('GET', `${hall}/tickets/${id}?secret=${body.secret}`);
    const files = filesOf(folder);
    expect([...files.keys()]).to.include.members(['small.db', 'small.vault.db', 'vault.key']);
    for (const person of [ZHANG, LI]) {
      for (const value of [...Object.values(person), person.idNumber.slice(6, 14)]) {
        for (const [name, bytes] of files)
          expect(bytes.includes(value), `${value} in ${name}`).to.equal(false);
        expect(server.logged(), 'the log').not.to.include(value);
        expect(figures, 'the figures').not.to.include(value);
        const told = said.replace(/Unrecognized key: \\"\d+X?\\"/g, '');
        expect(told, 'the answers').not.to.include(value);
      }
    }
    for (const [name, bytes] of files) expect(bytes.includes(NOTE), `the note in ${name}`).to.equal(false);
    expect(server.logged()).not.to.include(NOTE);
  });

  it('is locked with a key that only its owner reads', () => {
    for (const file of ['vault.key', 'small.vault.db'])
      expect((statSync(join(folder, file)).mode & 0o777).toString(8), file).to.equal('600');
  });

  it('is kept no longer than the hall’s retention, and bookings until that after their day', async () => {
    await issue({ person: ZHANG });
    await server.ask('POST', `${hall}/bookings`, {
      ...{ queue: 'social', day: '2026-03-09', slot: '10:00', person: LI },
    });
    await server.stop();
    server = await startPersonalServer(folder, {}, '2026-04-01T08:59:00+08:00');
    expect(records()).to.equal(2);
    await server.stop();
    server = await startPersonalServer(folder, {}, '2026-04-01T09:01:00+08:00');
    expect(records()).to.equal(1);
    await server.stop();
    server = await startPersonalServer(folder, {}, '2026-04-08T00:01:00+08:00');
    expect(records()).to.equal(0);
    expect(server.logged()).to.include('personal data deleted');
  });

  it('does not start with another key, and says which; a wrong one is never printed', async () => {
    await server.stop();
    const other = Buffer.alloc(32, 7).toString('base64');
    const failure = await failureOf(startPersonalServer(folder, { VAULT_KEY: other }));
    expect(failure.message).to.match(/^VAULT_KEY is not the key of the vault of small: .*#key does not open/);
    writeFileSync(join(folder, 'vault.key'), other);
    expect((await failureOf(startPersonalServer(folder))).message).to.include('vault.key is not the key');
    const short = await failureOf(startPersonalServer(folder, { VAULT_KEY: 'c2VjcmV0' }));
    expect(short.message).to.include('VAULT_KEY=').and.to.include('32 bytes').and.not.to.include('c2VjcmV0');
  });
});
