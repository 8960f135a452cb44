import { expect } from 'chai';
import { BoardView, type QueueView, TicketView, WindowView } from '../../../common/contract/views.ts';
import { type Answer, type Asking, ask } from '../../support/http.ts';
import { at } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const HALL = '/api/v1/halls/small';
const tempDir = tempDirs();

describe('the HTTP interface', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await startApp({ folder: tempDir() });
  });
  afterEach(() => app.stop());

  const get = (path: string): Promise<Answer> => ask(app.url, 'GET', path);
  const post = (path: string, body: unknown = {}, more: Asking = {}): Promise<Answer> =>
    ask(app.url, 'POST', path, { body, ...more });
  const take = (body: unknown = { queue: 'social' }): Promise<Answer> => post(`${HALL}/tickets`, body);

  it('lists the halls', async () => {
    const { status, json, headers } = await get('/api/v1/halls');
    expect(status).to.equal(200);
    expect(json).to.deep.equal({ halls: [{ id: 'small', name: { 'zh-CN': 'small业务', en: 'small' } }] });
    expect(headers['content-type']).to.equal('application/json; charset=utf-8');
    expect(headers['cache-control']).to.equal('no-store');
  });

  it('shows the board as the contract describes it', async () => {
    await post(`${HALL}/windows/w1/open`);
    await take();
    await post(`${HALL}/windows/w1/call-next`);
    const { status, json } = await get(`${HALL}/board`);
    expect(status).to.equal(200);
    expect(BoardView.parse(json)).to.deep.equal(json);
    expect(json.seq).to.equal(4);
    expect(json.windows.map((window: WindowView) => window.id)).to.deep.equal(['w1', 'w2', 'w3', 'w4']);
    expect(json.queues.map((queue: QueueView) => queue.id)).to.deep.equal(['social', 'tax', 'estate']);
    expect(json.calls).to.have.length(1);
  });

  it('shows the queues: who waits, since when, and the hours', async () => {
    await take();
    const { json } = await get(`${HALL}/queues`);
    expect(json.queues[0]).to.include({ id: 'social', waiting: 1, waitingSince: at('09:00'), open: true });
    expect(json.queues[2].hours).to.deep.equal([
      { from: '09:00', until: '12:00' },
      { from: '14:00', until: '17:00' },
    ]);
  });

  for (const query of ['养老', '%E5%85%BB%E8%80%81', 'yanglao', 'ylj', 'YLJ', 'pension']) {
    it(`finds a matter by ${query}`, async () => {
      const { json } = await get(
        `${HALL}/matters?query=${query.startsWith('%') ? query : encodeURIComponent(query)}`,
      );
      expect(json.matters.map(({ id }: { id: string }) => id)).to.deep.equal(['pension']);
    });
  }

  it('finds matters by queue, department and zone, as many as asked, and none where none is', async () => {
    const ids = async (query: string) =>
      (await get(`${HALL}/matters?${query}`)).json.matters.map(({ id }: { id: string }) => id);
    expect(await ids('')).to.deep.equal(['pension', 'invoice']);
    expect(await ids('queue=tax')).to.deep.equal(['invoice']);
    expect(await ids('department=bureau&zone=east&limit=1')).to.deep.equal(['pension']);
    expect(await ids('zone=west')).to.deep.equal([]);
    expect(await ids('query=xyz')).to.deep.equal([]);
  });

  it('shows a matter with its papers, and the departments', async () => {
    const { json } = await get(`${HALL}/matters/pension`);
    expect(json.matter.papers).to.deep.equal([{ name: '身份证', form: '原件', required: true }]);
    const { departments } = (await get(`${HALL}/departments`)).json;
    expect(departments).to.have.length(1);
    expect(departments[0]).to.include({ id: 'bureau', matters: 2 });
  });

  it('gives a number, its secret and its page: 201', async () => {
    const { status, json } = await take({ queue: 'social', category: 'elderly', locale: 'en', print: false });
    expect(status).to.equal(201);
    expect(TicketView.parse(json.ticket)).to.deep.equal(json.ticket);
    expect(json.ticket).to.include({
      id: '20260302-A001',
      number: 'A001',
      queue: 'social',
      ahead: 0,
      source: 'api',
    });
    expect(json.ticket.dueAt).to.equal(at('09:12'));
    expect(json.secret).to.match(/^[\w-]{16}$/);
    expect(json.url).to.equal(`${app.url}/phone#small.20260302-A001.${json.secret}`);
  });

  it('gives a number for a matter, in the queue of the matter', async () => {
    expect((await take({ matter: 'invoice' })).json.ticket).to.include({ number: 'B001', matter: 'invoice' });
    expect((await take({ matter: 'invoice', queue: 'tax' })).json.ticket).to.include({ number: 'B002' });
  });

  it('shows a ticket to who has its secret, and takes it back from them', async () => {
    const { ticket, secret } = (await take()).json;
    const path = `${HALL}/tickets/${ticket.id}`;
    const seen = await get(`${path}?secret=${secret}`);
    expect(seen.json).to.deep.equal({ ticket, windowNumber: null });
    const cancelled = await post(`${path}/cancel`, { secret });
    expect(cancelled.status).to.equal(200);
    expect(cancelled.json.ticket).to.include({ id: ticket.id, state: 'cancelled', ahead: 0 });
    expect((await post(`${path}/cancel`, { secret })).json).to.include({
      code: 'TICKET_NOT_WAITING',
      status: 409,
    });
  });

  it('shows the called which window to go to', async () => {
    await post(`${HALL}/windows/w3/open`);
    const { ticket, secret } = (await take()).json;
    await post(`${HALL}/windows/w3/call-next`);
    const { json } = await get(`${HALL}/tickets/${ticket.id}?secret=${secret}`);
    expect(json.windowNumber).to.equal(3);
    expect(json.ticket).to.include({ state: 'called', window: 'w3', calls: 1 });
  });

  it("does the clerk's whole day", async () => {
    for (let count = 0; count < 2; count++) await take();
    const steps: [command: string, status: string, number: string | undefined, ticketState?: string][] = [
      ['open', 'free', undefined],
      ['call-next', 'calling', 'A001', 'called'],
      ['recall', 'calling', 'A001', 'called'],
      ['start', 'serving', 'A001', 'serving'],
      ['finish', 'free', 'A001', 'finished'],
      ['call-next', 'calling', 'A002', 'called'],
      ['miss', 'free', 'A002', 'missed'],
      ['pause', 'paused', undefined],
      ['reopen', 'free', undefined],
      ['close', 'closed', undefined],
    ];
    for (const [command, status, number, ticketState] of steps) {
      const answer = await post(
        `${HALL}/windows/w1/${command}`,
        command === 'pause' ? { reason: 'meal' } : {},
      );
      expect(answer.status, command).to.equal(200);
      expect(WindowView.parse(answer.json.window)).to.include({ id: 'w1', status });
      expect([answer.json.ticket?.number, answer.json.ticket?.state], command).to.deep.equal([
        number,
        ticketState,
      ]);
      expect(answer.json.seq).to.equal(app.service.state.seq);
    }
  });

  it('needs no body where nothing has to be said', async () => {
    expect((await ask(app.url, 'POST', `${HALL}/windows/w1/open`)).status).to.equal(200);
    expect((await post(`${HALL}/windows/w1/call-next`, { ready: true })).json.window.status).to.equal(
      'ready',
    );
  });

  it('says NO_ONE_WAITING with 409 when nobody waits', async () => {
    await post(`${HALL}/windows/w1/open`);
    const { status, json, headers } = await post(`${HALL}/windows/w1/call-next`);
    expect(status).to.equal(409);
    expect(headers['content-type']).to.equal('application/problem+json; charset=utf-8');
    expect(json).to.deep.equal({
      type: 'urn:onewindow:problem:NO_ONE_WAITING',
      title: '当前没有等候的群众。',
      status: 409,
      code: 'NO_ONE_WAITING',
      detail: 'w1',
    });
  });

  it('says it in the language of who asks, Chinese where that is not said', async () => {
    const titles = ['en', 'en-GB,en;q=0.9', 'zh-CN', 'fr', '*', ''].map(async (language) => {
      const headers = language === '' ? {} : { 'Accept-Language': language };
      return (await ask(app.url, 'GET', '/api/v1/halls/none/board', { headers })).json.title;
    });
    const english = 'There is no such hall.';
    const chinese = '没有这个大厅。';
    expect(await Promise.all(titles)).to.deep.equal([english, english, chinese, chinese, chinese, chinese]);
  });

  it('serves its health, its readiness and its figures', async () => {
    expect((await get('/healthz')).json).to.deep.equal({ status: 'ok', version: '0.0.0-test' });
    const { status, json } = await get('/readyz');
    expect(status).to.equal(200);
    const halls = [{ id: 'small', ready: true, day: '2026-03-02', seq: 1 }];
    expect(json).to.deep.equal({ status: 'ready', halls });
    await take();
    await post(`${HALL}/windows/w1/call-next`);
    const { text, headers } = await get('/metrics');
    expect(headers['content-type']).to.include('text/plain');
    expect(text).to.include('onewindow_commands_total{hall="small",type="IssueTicket",outcome="ok"} 1');
    expect(text).to.include(
      'onewindow_commands_total{hall="small",type="CallNext",outcome="WINDOW_CLOSED"} 1',
    );
    expect(text).to.include('onewindow_tickets_waiting{hall="small",queue="social"} 1');
    expect(text).to.include('onewindow_command_seconds_count{hall="small"} 2');
  });

  it('answers HEAD as GET without a body, and says with Allow what an address takes', async () => {
    const head = await ask(app.url, 'HEAD', `${HALL}/board`);
    expect([head.status, head.text]).to.deep.equal([200, '']);
    for (const [path, allow] of [
      [`${HALL}/board`, 'GET, HEAD'],
      [`${HALL}/tickets`, 'POST'],
      ['/api/v1/halls', 'GET, HEAD'],
    ] as const) {
      for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS']) {
        const answer = await ask(app.url, method, path);
        expect([answer.status, answer.json?.code], `${method} ${path}`).to.deep.equal([
          405,
          'METHOD_NOT_ALLOWED',
        ]);
        expect(answer.headers.allow).to.equal(allow);
      }
    }
  });
});
