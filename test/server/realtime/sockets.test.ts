import { expect } from 'chai';
import { SOCKET_LIMITS } from '../../../common/contract/limits.ts';
import type { Subscription } from '../../../common/contract/socket.ts';
import { issueTicket } from '../../support/commands.ts';
import { ask } from '../../support/http.ts';
import { command, emitAnything, openSocket, subscribe, type TestSocket } from '../../support/sockets.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

const hall = 'small';
const tempDir = tempDirs();

describe('the realtime interface', () => {
  let app: TestApp;
  let socket: TestSocket;

  beforeEach(async () => {
    app = await startApp({ folder: tempDir() });
    socket = await openSocket(app.url);
  });
  afterEach(async () => {
    socket.disconnect();
    await app.stop();
  });

  describe('a subscription', () => {
    const audiences: [what: string, subscription: Subscription, topic: string, slots: string[]][] = [
      [
        'the wall',
        { hall, audience: 'wall' },
        'small/wall',
        ['hall', 'calls', 'missed', 'windows', 'queues'],
      ],
      [
        'a zone',
        { hall, audience: 'wall', zone: 'west' },
        'small/wall/west',
        ['hall', 'calls', 'missed', 'windows', 'queues'],
      ],
      ['a window display', { hall, audience: 'window', window: 'w1' }, 'small/window/w1', ['hall', 'window']],
      [
        'a counter',
        { hall, audience: 'counter', window: 'w1' },
        'small/counter/w1',
        ['hall', 'window', 'ticket', 'held', 'undoable', 'role', 'rule', 'queues'],
      ],
      ['a kiosk', { hall, audience: 'kiosk' }, 'small/kiosk', ['hall', 'queues']],
      ['a manager', { hall, audience: 'manager' }, 'small/manager', ['hall', 'calls', 'windows', 'queues']],
    ];
    for (const [what, subscription, topic, slots] of audiences) {
      it(`of ${what} is answered with its snapshot, the seq, the time and the speed of the clock`, async () => {
        const answer = await subscribe(socket, subscription);
        if (!answer.ok) throw new Error(answer.rejection.code);
        const { view, ...rest } = answer;
        expect(rest).to.deep.equal({ ok: true, topic, seq: 1, at: app.clock.now(), speed: 1 });
        expect(Object.keys(view)).to.have.members(slots);
      });
    }

    it("of a zone holds the zone's windows, and the queues that wait there or are served there", async () => {
      const answer = await subscribe(socket, { hall, audience: 'wall', zone: 'west' });
      if (!answer.ok) throw new Error(answer.rejection.code);
      expect(Object.keys(answer.view.windows)).to.deep.equal(['w3', 'w4']);
      expect(Object.keys(answer.view.queues)).to.have.members(['social', 'tax', 'estate']);
    });

    it('of a ticket needs its secret, and is answered with its line too', async () => {
      const taken = await command(socket, issueTicket('social'));
      if (!taken.ok || taken.secret === undefined || taken.ticket === undefined) throw new Error('no ticket');
      const ticket = taken.ticket.id;
      const answer = await subscribe(socket, { hall, audience: 'ticket', ticket, secret: taken.secret });
      expect(answer).to.include({ ok: true, topic: `small/ticket/${ticket}`, line: 'small/line/social' });
      const refused = await subscribe(socket, { hall, audience: 'ticket', ticket, secret: 'x'.repeat(16) });
      expect(refused).to.deep.equal({ ok: false, rejection: { code: 'WRONG_SECRET' } });
      const other = {
        hall,
        audience: 'ticket',
        ticket: '20260302-A999',
        secret: app.secrets.of(hall, '20260302-A999'),
      };
      expect(await subscribe(socket, other as Subscription)).to.have.nested.include({
        'rejection.code': 'UNKNOWN_TICKET',
      });
    });

    const refusals: [what: string, subscription: unknown, code: string][] = [
      ['an unknown hall', { hall: 'none', audience: 'wall' }, 'UNKNOWN_HALL'],
      ['an unknown zone', { hall, audience: 'wall', zone: 'north' }, 'UNKNOWN_ZONE'],
      ['an unknown window', { hall, audience: 'window', window: 'constructor' }, 'UNKNOWN_WINDOW'],
      ["an unknown window's counter", { hall, audience: 'counter', window: 'w9' }, 'UNKNOWN_WINDOW'],
      ['an unknown audience', { hall, audience: 'press' }, 'INVALID_REQUEST'],
      ['a field nobody knows', { hall, audience: 'wall', loud: true }, 'INVALID_REQUEST'],
      ['nothing', undefined, 'INVALID_REQUEST'],
      ['null', null, 'INVALID_REQUEST'],
      ['an array', [{ hall, audience: 'wall' }], 'INVALID_REQUEST'],
      ['bytes', Buffer.from('wall'), 'INVALID_REQUEST'],
      ['__proto__', { hall: '__proto__', audience: 'wall' }, 'INVALID_REQUEST'],
    ];
    for (const [what, subscription, code] of refusals) {
      it(`of ${what} is refused: ${code}`, async () => {
        const answer = await emitAnything(socket, 'subscribe', subscription);
        expect(answer).to.have.nested.include({ ok: false, 'rejection.code': code });
      });
    }

    it('is one of a bounded number for each connection; one given up makes room', async () => {
      const windows = ['w1', 'w2', 'w3', 'w4'];
      const many = windows.flatMap((window): Subscription[] => [
        { hall, audience: 'window', window },
        { hall, audience: 'counter', window },
      ]);
      expect(many).to.have.length(SOCKET_LIMITS.subscriptions);
      for (const subscription of many) expect((await subscribe(socket, subscription)).ok).to.equal(true);
      const wall: Subscription = { hall, audience: 'wall' };
      expect(await subscribe(socket, wall)).to.have.nested.include({ 'rejection.code': 'BUSY' });
      expect((await subscribe(socket, { hall, audience: 'window', window: 'w1' })).ok, 'again').to.equal(
        true,
      );
      await socket.emitWithAck('unsubscribe', 'small/window/w1');
      expect((await subscribe(socket, wall)).ok).to.equal(true);
    });

    it('given up, leaves the others of its connection their patches and their pulse', async () => {
      await subscribe(socket, { hall, audience: 'wall' });
      await subscribe(socket, { hall, audience: 'window', window: 'w1' });
      await socket.emitWithAck('unsubscribe', 'small/wall');
      const topics: string[] = [];
      let pulses = 0;
      socket.on('patch', ({ topic }) => topics.push(topic));
      socket.on('pulse', () => pulses++);
      await command(socket, { type: 'OpenWindow', window: 'w1' });
      await waitFor('a patch', () => topics.length > 0);
      expect(new Set(topics)).to.deep.equal(new Set(['small/window/w1']));
      await waitFor('a pulse', () => pulses > 0, 3 * SOCKET_LIMITS.pulseMs);
    });
  });

  describe('a command', () => {
    it('is answered as over HTTP: the same retry, the same refusal, the same ticket', async () => {
      const overSocket = await command(socket, issueTicket('social'), { commandId: 'either-way-1' });
      if (!overSocket.ok) throw new Error(overSocket.rejection.code);
      const overHttp = await ask(app.url, 'POST', '/api/v1/halls/small/tickets', {
        headers: { 'Idempotency-Key': 'either-way-1' },
        body: { queue: 'social', print: false },
      });
      const { ticket, secret, url } = overSocket;
      expect(overHttp.json).to.deep.equal({ ticket, secret, url });
      const refusal = await command(socket, { type: 'CallNext', window: 'w1', ready: false });
      const { json } = await ask(app.url, 'POST', '/api/v1/halls/small/windows/w1/call-next');
      expect(refusal).to.deep.equal({ ok: false, rejection: { code: json.code, detail: json.detail } });
    });

    it('to cancel a ticket needs its secret', async () => {
      const taken = await command(socket, issueTicket('social'));
      if (!taken.ok || taken.ticket === undefined) throw new Error('no ticket');
      const cancel = { type: 'CancelTicket', ticket: taken.ticket.id } as const;
      for (const secret of [undefined, '', 'x'.repeat(16)]) {
        const refused = await command(socket, cancel, secret === undefined ? {} : { secret });
        expect(refused).to.deep.equal({ ok: false, rejection: { code: 'WRONG_SECRET' } });
      }
      const done = await command(socket, cancel, { secret: taken.secret ?? '' });
      expect(done).to.have.nested.include({ ok: true, 'ticket.state': 'cancelled' });
    });

    const bad: [what: string, request: unknown, code: string][] = [
      ['nothing', undefined, 'INVALID_REQUEST'],
      ['a string', 'CallNext', 'INVALID_REQUEST'],
      ['no command id', { hall, command: { type: 'OpenWindow', window: 'w1' } }, 'INVALID_REQUEST'],
      [
        'a command of the clock',
        { hall, commandId: 'clock-command', command: { type: 'CloseDay' } },
        'INVALID_REQUEST',
      ],
      [
        'an unknown field',
        { hall, commandId: 'unknown-field', command: { type: 'OpenWindow', window: 'w1', by: 'me' } },
        'INVALID_REQUEST',
      ],
      [
        'neither queue nor matter',
        { hall, commandId: 'no-queue-at-all', command: { type: 'IssueTicket' } },
        'INVALID_REQUEST',
      ],
      [
        'an unknown hall',
        { hall: 'none', commandId: 'unknown-hall', command: { type: 'OpenWindow', window: 'w1' } },
        'UNKNOWN_HALL',
      ],
      [
        'an unknown window',
        { hall, commandId: 'unknown-window', command: { type: 'OpenWindow', window: 'w9' } },
        'UNKNOWN_WINDOW',
      ],
    ];
    for (const [what, request, code] of bad) {
      it(`that is ${what} is refused: ${code}`, async () => {
        const answer = await emitAnything(socket, 'command', request);
        expect(answer).to.have.nested.include({ ok: false, 'rejection.code': code });
        expect(app.service.state.seq).to.equal(1);
      });
    }

    it('too many of one connection at once are refused, the others done', async () => {
      const count = SOCKET_LIMITS.commandsInFlight + 50;
      const answers = await Promise.all(
        Array.from({ length: count }, () => command(socket, issueTicket('social'))),
      );
      const done = answers.filter((answer) => answer.ok).length;
      const busy = answers.filter((answer) => !answer.ok && answer.rejection.code === 'BUSY').length;
      expect(done + busy).to.equal(count);
      expect(done).to.be.at.least(SOCKET_LIMITS.commandsInFlight);
      expect(app.service.state.tickets.size).to.equal(done);
    });
  });

  it('is not shaken by what no client should send', async () => {
    const loose = socket as unknown as { emit: (event: string, ...args: unknown[]) => void };
    for (const event of [
      'subscribe',
      'unsubscribe',
      'command',
      'error',
      'patch',
      'nonsense',
      '__proto__',
      '',
    ]) {
      loose.emit(event);
      loose.emit(event, null);
      loose.emit(event, {}, 'not a function');
      loose.emit(event, Buffer.alloc(100), [[[]]], { deep: { deep: {} } });
      loose.emit(event, 1e308, Number.NaN, undefined, 'x'.repeat(10_000));
    }
    expect((await subscribe(socket, { hall, audience: 'wall' })).ok).to.equal(true);
    expect(app.logged).to.deep.equal([]);
  });

  it('closes a connection that sends more than 64 KiB at once, and serves the others', async () => {
    const other = await openSocket(app.url);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    (socket as unknown as { emit: (event: string, big: string) => void }).emit(
      'command',
      'x'.repeat(SOCKET_LIMITS.messageBytes + 1),
    );
    await closed;
    expect((await subscribe(other, { hall, audience: 'wall' })).ok).to.equal(true);
    other.disconnect();
  });

  it('counts its connections', async () => {
    const count = async (): Promise<string | undefined> =>
      /onewindow_socket_connections (\d+)/.exec((await ask(app.url, 'GET', '/metrics')).text)?.[1];
    expect(await count()).to.equal('1');
    socket.disconnect();
    await waitFor('the connection to be gone', async () => (await count()) === '0');
  });
});
