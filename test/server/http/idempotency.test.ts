import { expect } from 'chai';
import { ask } from '../../support/http.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const HALL = '/api/v1/halls/small';
const tempDir = tempDirs();

describe('the Idempotency-Key', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await startApp({ folder: tempDir() });
  });
  afterEach(() => app.stop());

  const take = (key: string | string[] | undefined, queue = 'social') => {
    const headers = key === undefined ? {} : { 'Idempotency-Key': key };
    return ask(app.url, 'POST', `${HALL}/tickets`, { headers, body: { queue } });
  };

  it('makes a retry the same request: one ticket, one answer, one secret', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => take('one-and-the-same')));
    answers.push(await take('one-and-the-same'));
    for (const answer of answers) expect([answer.status, answer.json]).to.deep.equal([201, answers[0]?.json]);
    expect(app.service.state.tickets.size).to.equal(1);
  });

  it('may be written as the quoted string of the IETF draft: the same key', async () => {
    const first = await take('quoted-key-1');
    expect((await take('"quoted-key-1"')).json).to.deep.equal(first.json);
  });

  it('absent, makes each request one of its own', async () => {
    expect((await take(undefined)).json.ticket.number).to.equal('A001');
    expect((await take(undefined)).json.ticket.number).to.equal('A002');
  });

  it('used for something else is refused with 422, and does nothing', async () => {
    await take('used-key-1');
    const { status, json } = await take('used-key-1', 'tax');
    expect([status, json.code]).to.deep.equal([422, 'COMMAND_ID_REUSED']);
    const opened = await ask(app.url, 'POST', `${HALL}/windows/w1/open`, {
      headers: { 'Idempotency-Key': 'used-key-1' },
    });
    expect([opened.status, opened.json.code]).to.deep.equal([422, 'COMMAND_ID_REUSED']);
    expect(app.service.state.seq).to.equal(2);
  });

  it('used with another body is refused with 422, also by who was refused before', async () => {
    const headers = { 'Idempotency-Key': 'other-body-1' };
    const post = (body: object) => ask(app.url, 'POST', `${HALL}/tickets`, { headers, body });
    expect((await post({ queue: 'social', category: 'elderly' })).status).to.equal(201);
    for (const body of [{ queue: 'social' }, { queue: 'social', category: 'veteran' }])
      expect((await post(body)).json.code).to.equal('COMMAND_ID_REUSED');
    const pause = (reason: string) =>
      ask(app.url, 'POST', `${HALL}/windows/w1/pause`, {
        headers: { 'Idempotency-Key': 'pause-key-1' },
        body: { reason },
      });
    expect((await pause('meal')).json.code).to.equal('WINDOW_CLOSED');
    expect((await pause('meeting')).json.code).to.equal('COMMAND_ID_REUSED');
  });

  it('repeats a refusal too', async () => {
    const headers = { 'Idempotency-Key': 'refused-key-1' };
    const call = () => ask(app.url, 'POST', `${HALL}/windows/w1/call-next`, { headers });
    expect((await call()).json.code).to.equal('WINDOW_CLOSED');
    await ask(app.url, 'POST', `${HALL}/windows/w1/open`);
    expect((await call()).json.code).to.equal('WINDOW_CLOSED');
  });

  for (const key of [
    '',
    'short',
    'x'.repeat(65),
    'with space',
    'umlaut-\u00e4\u00e4\u00e4',
    '"half-quoted',
    '__proto__"',
  ]) {
    it(`is refused when it is none: ${JSON.stringify(key.slice(0, 20))}`, async () => {
      const { status, json } = await take(key);
      expect([status, json.code]).to.deep.equal([400, 'INVALID_REQUEST']);
      expect(json.detail).to.include('Idempotency-Key');
      expect(app.service.state.seq).to.equal(1);
    });
  }

  it('is refused when it is said twice', async () => {
    expect((await take(['first-key-1', 'second-key-2'])).status).to.equal(400);
  });

  it('may be any word of its alphabet, also one an object already has', async () => {
    for (const key of ['__proto__', 'constructor', 'hasOwnProperty']) {
      const first = await take(key);
      expect(first.status).to.equal(201);
      expect((await take(key)).json).to.deep.equal(first.json);
    }
    expect(app.service.state.tickets.size).to.equal(3);
  });
});
