import { expect } from 'chai';
import type { Identity } from '../../../common/contract/config.ts';
import { BookingRules, BookingView } from '../../../common/contract/views.ts';
import { type Answer, ask } from '../../support/http.ts';
import { DAY, smallHall } from '../../support/small-hall.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const HALL = '/api/v1/halls/small';
const LI = { phone: '13812345678' };
const tempDir = tempDirs();

/** social can be booked; tax asks this of who takes a number. */
const hallAsking = (identity: Identity): ReturnType<typeof smallHall> =>
  smallHall({
    queues: smallHall().queues.map((queue) => {
      if (queue.id === 'social') return { ...queue, booking: { perSlot: 2 } };
      return queue.id === 'tax' ? { ...queue, identity } : queue;
    }),
    bookings: { cancelUntilMinutes: 90, noShowsToBlock: 3, blockDays: 7 },
  });

describe('bookings over HTTP', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await startApp({ folder: tempDir(), config: hallAsking('optional') });
  });
  afterEach(() => app.stop());

  const book = (): Promise<Answer> =>
    ask(app.url, 'POST', `${HALL}/bookings`, {
      body: { queue: 'social', day: DAY, slot: '11:00', person: LI },
    });
  const read = (id: string, secret?: string): Promise<Answer> =>
    ask(app.url, 'GET', `${HALL}/bookings/${id}`, {
      headers: secret === undefined ? {} : { Authorization: `Bearer ${secret}` },
    });

  it('tell with the slots what the rules are for whoever books, and how long their data is kept', async () => {
    const { json } = await ask(app.url, 'GET', `${HALL}/slots?queue=social`);
    expect(BookingRules.strict().parse(json.rules)).to.deep.equal({
      ...{ cancelUntilMinutes: 90, perPersonAndDay: 1, noShowsToBlock: 3, blockDays: 7 },
      ...{ checkInMinutes: 15, retentionDays: 30 },
    });
    expect(json.days[0]).to.equal(DAY);
  });

  it('are read again by who holds the secret, in whatever state they are', async () => {
    const { json } = await book();
    const { id } = json.booking;
    const first = await read(id, json.secret);
    expect([first.status, first.json]).to.deep.equal([200, { booking: BookingView.parse(json.booking) }]);
    await ask(app.url, 'POST', `${HALL}/bookings/${id}/cancel`, { body: { secret: json.secret } });
    expect((await read(id, json.secret)).json.booking.state).to.equal('cancelled');
  });

  it('are shown to nobody else, and the secret stands in no address', async () => {
    const { json } = await book();
    const { id } = json.booking;
    expect((await read(id)).json.code).to.equal('INVALID_REQUEST');
    expect((await read(id, 'x')).json.code).to.equal('WRONG_SECRET');
    expect((await read(id, app.secrets.of('small', '20260302-A001'))).json.code).to.equal('WRONG_SECRET');
    expect((await read('B20260302-009', json.secret)).json.code).to.equal('UNKNOWN_BOOKING');
    expect((await read('nothing', json.secret)).json.code).to.equal('UNKNOWN_BOOKING');
    const inAddress = await ask(app.url, 'GET', `${HALL}/bookings/${id}?secret=${json.secret}`);
    expect(inAddress.json.code).to.equal('INVALID_REQUEST');
  });

  it('count with walk-ins of the same person when a clerk sends one on or adds a matter', async () => {
    const post = (path: string, body: object = {}): Promise<Answer> =>
      ask(app.url, 'POST', `${HALL}/${path}`, { body });
    const { json } = await book();
    const booked = await post(`bookings/${json.booking.id}/check-in`, { secret: json.secret });
    await post('tickets', { queue: 'tax', person: LI });
    for (const press of ['open', 'call-next', 'start']) await post(`windows/w2/${press}`);
    const alreadyHas = { code: 'ALREADY_HAS_TICKET', detail: booked.json.ticket.id };
    expect((await post('windows/w2/transfer', { queue: 'social' })).json).to.include(alreadyHas);
    expect((await post('windows/w2/add-matter', { queue: 'social' })).json).to.include(alreadyHas);
    expect(
      (await post('windows/w2/add-matter', { queue: 'social', aliases: ['x'.repeat(22)] })).json.code,
    ).to.equal('INVALID_REQUEST');
    expect((await post('windows/w2/add-matter', { queue: 'estate' })).status).to.equal(200);
  });

  it('lets a ticket be read by the same header, and why others were called', async () => {
    const { json } = await ask(app.url, 'POST', `${HALL}/tickets`, { body: { queue: 'social' } });
    for (const path of ['', '/why']) {
      const headers = { Authorization: `Bearer ${json.secret}` };
      const { status } = await ask(app.url, 'GET', `${HALL}/tickets/${json.ticket.id}${path}`, { headers });
      expect(status, path).to.equal(200);
      const none = await ask(app.url, 'GET', `${HALL}/tickets/${json.ticket.id}${path}`);
      expect(none.json.code, path).to.equal('INVALID_REQUEST');
    }
  });
});

describe('who takes a number, over HTTP', () => {
  const take = (app: TestApp, body: object): Promise<Answer> =>
    ask(app.url, 'POST', `${HALL}/tickets`, { body: { queue: 'tax', ...body } });
  const masked = async (app: TestApp): Promise<unknown> => {
    for (const press of ['open', 'call-next']) await ask(app.url, 'POST', `${HALL}/windows/w2/${press}`);
    return (await ask(app.url, 'GET', `${HALL}/windows/w2/person`)).json.person;
  };

  it('shows who they are where that is required, and a name alone is not enough', async () => {
    const app = await startApp({ folder: tempDir(), config: hallAsking('required') });
    expect(app.service.state.queues.get('tax')?.setup.identity).to.equal('required');
    for (const body of [{}, { person: { name: '李四' } }]) {
      const { status, json } = await take(app, body);
      expect([status, json.code]).to.deep.equal([400, 'PERSON_REQUIRED']);
    }
    expect((await take(app, { person: LI })).status).to.equal(201);
    expect(await masked(app)).to.include({ phone: '138****5678' });
    await app.stop();
  });

  it('leaves nothing of who they are, in the log or the vault, where nobody asks', async () => {
    const app = await startApp({ folder: tempDir(), config: hallAsking('none') });
    const taken = await Promise.all([take(app, { person: LI }), take(app, { person: LI })]);
    expect(taken.map(({ status }) => status)).to.deep.equal([201, 201]);
    expect([...app.service.state.tickets.values()].map(({ person }) => person)).to.deep.equal([null, null]);
    expect(await masked(app)).to.equal(null);
    expect((await ask(app.url, 'GET', `${HALL}/queues`)).json.queues[1].identity).to.equal('none');
    await app.stop();
  });
});
