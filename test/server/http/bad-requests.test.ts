import { expect } from 'chai';
import * as fc from 'fast-check';
import { REJECTIONS, type RejectionCode } from '../../../common/contract/rejections.ts';
import { type Answer, type Asking, ask } from '../../support/http.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const HALL = '/api/v1/halls/small';
const TICKETS = `${HALL}/tickets`;
const OPEN = `${HALL}/windows/w2/open`;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const WORDS = ['open', 'call-next', 'recall', 'start', 'finish', 'miss', 'pause', 'reopen', 'close'];
const tempDir = tempDirs();

type Row = [what: string, method: string, path: string, asking: Asking, code: RejectionCode];

/** Ids that are none, some of them dangerous where an object is used for a map. */
const STRANGE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '%00',
  '%F0%9F%98%80',
  'x'.repeat(3000),
  '..%2F..',
];

const BODIES: [what: string, body: unknown, code?: RejectionCode][] = [
  ['nothing that was asked for', {}],
  ['an array', []],
  ['an array of what was asked for', [{ queue: 'social' }]],
  ['null', 'null'],
  ['a string', '"social"'],
  ['a number', '-1e308'],
  ['broken JSON', '{"queue":'],
  ['no JSON at all', 'queue=social'],
  ['a NUL byte', '{"queue":"soc\u0000ial"}'],
  ['a field nobody knows', { queue: 'social', hurry: true }],
  ['a field of another command', { queue: 'social', window: 'w1' }],
  ['a type of its own choosing', { queue: 'social', type: 'CloseDay' }],
  ['an array for the queue', { queue: ['social'] }],
  ['an object for the queue', { queue: { $ne: null } }],
  ['a number for the queue', { queue: -1 }],
  ['a huge number', { queue: 1e308 }],
  ['an unknown queue', { queue: 'fishing' }, 'UNKNOWN_QUEUE'],
  ['constructor for a queue', { queue: 'constructor' }, 'UNKNOWN_QUEUE'],
  ['__proto__ for a queue', '{"queue":"__proto__"}'],
  ['an unknown matter', { matter: 'fishing' }, 'UNKNOWN_MATTER'],
  ['a matter of another queue', { matter: 'pension', queue: 'tax' }],
  ['an unknown category', { queue: 'social', category: 'tall' }, 'UNKNOWN_CATEGORY'],
  ['an unknown language', { queue: 'social', locale: 'la' }],
  ['an unknown source', { queue: 'social', source: 'moon' }],
  ['a word for print', { queue: 'social', print: 'yes' }],
  ['a queue too long', { queue: 'q'.repeat(33) }],
  ['more than 64 KiB', { queue: 'social', matter: 'x'.repeat(70_000) }, 'BODY_TOO_LARGE'],
];

const ROWS: Row[] = [
  ...BODIES.map(
    ([what, body, code = 'INVALID_REQUEST']): Row => [
      `a ticket for ${what}`,
      'POST',
      TICKETS,
      { headers: JSON_TYPE, body },
      code,
    ],
  ),
  [
    'a form',
    'POST',
    TICKETS,
    { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'queue=tax' },
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'JSON that is called text',
    'POST',
    TICKETS,
    { headers: { 'Content-Type': 'text/plain' }, body: '{"queue":"tax"}' },
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['JSON that is called nothing', 'POST', TICKETS, { body: '{"queue":"tax"}' }, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'an unknown charset',
    'POST',
    TICKETS,
    { headers: { 'Content-Type': 'application/json; charset=latin1' }, body: '{}' },
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'an unknown encoding',
    'POST',
    TICKETS,
    { headers: { ...JSON_TYPE, 'Content-Encoding': 'snow' }, body: '{}' },
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a broken compression',
    'POST',
    TICKETS,
    { headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, body: 'not gzip' },
    'INVALID_REQUEST',
  ],
  [
    'a body too large for a window',
    'POST',
    OPEN,
    { headers: JSON_TYPE, body: ' '.repeat(66_000) },
    'BODY_TOO_LARGE',
  ],
  ['a field a window does not know', 'POST', OPEN, { body: { window: 'w3' } }, 'INVALID_REQUEST'],
  ['a word for ready', 'POST', `${HALL}/windows/w1/call-next`, { body: { ready: 'yes' } }, 'INVALID_REQUEST'],
  ['an unknown reason', 'POST', `${HALL}/windows/w1/pause`, { body: { reason: 'nap' } }, 'INVALID_REQUEST'],
  [
    'a ticket that is none',
    'POST',
    `${HALL}/windows/w1/start`,
    { body: { ticket: 'A001' } },
    'INVALID_REQUEST',
  ],
  ['a broken percent sign in a hall', 'GET', '/api/v1/halls/%E0%A4%A/board', {}, 'INVALID_REQUEST'],
  ['a broken percent sign in a window', 'POST', `${HALL}/windows/%ZZ/open`, {}, 'INVALID_REQUEST'],
  ['a broken percent sign elsewhere', 'GET', '/%', {}, 'NOT_FOUND'],
  ['a query nobody knows', 'GET', `${HALL}/matters?colour=red`, {}, 'INVALID_REQUEST'],
  ['a query said twice', 'GET', `${HALL}/matters?query=a&query=b`, {}, 'INVALID_REQUEST'],
  ['a query too long', 'GET', `${HALL}/matters?query=${'a'.repeat(61)}`, {}, 'INVALID_REQUEST'],
  ['__proto__ for a query', 'GET', `${HALL}/matters?__proto__=x`, {}, 'INVALID_REQUEST'],
  ['an object for a query', 'GET', `${HALL}/matters?query[a]=b`, {}, 'INVALID_REQUEST'],
  ...['0', '-1', '1e9', 'many', '1.5', 'Infinity', ''].map(
    (limit): Row => [`the limit ${limit}`, 'GET', `${HALL}/matters?limit=${limit}`, {}, 'INVALID_REQUEST'],
  ),
  ['a body with a GET', 'GET', `${HALL}/board`, { headers: JSON_TYPE, body: '{"broken' }, 'INVALID_REQUEST'],
  ['a matter that does not exist', 'GET', `${HALL}/matters/fishing`, {}, 'UNKNOWN_MATTER'],
  ['an address that does not exist', 'GET', '/api/v1/nothing', {}, 'NOT_FOUND'],
  ['an address that does not exist, posted to', 'POST', '/api/v2/halls', { body: {} }, 'NOT_FOUND'],
  ['a file that does not exist', 'GET', '/assets/none.js', {}, 'NOT_FOUND'],
  ['a file outside', 'GET', '/assets/..%2f..%2f..%2fetc/passwd', {}, 'INVALID_REQUEST'],
  ['a file with a NUL byte', 'GET', '/assets/%00', {}, 'INVALID_REQUEST'],
  ['a hall with POST', 'POST', `${HALL}/board`, { body: {} }, 'METHOD_NOT_ALLOWED'],
  ['a window with GET', 'GET', OPEN, {}, 'METHOD_NOT_ALLOWED'],
  ...STRANGE.flatMap((id): Row[] => [
    [`the hall ${id.slice(0, 20)}`, 'GET', `/api/v1/halls/${id}/board`, {}, 'UNKNOWN_HALL'],
    [
      `a ticket of the hall ${id.slice(0, 20)}`,
      'POST',
      `/api/v1/halls/${id}/tickets`,
      { body: { queue: 'tax' } },
      'UNKNOWN_HALL',
    ],
    [`the matter ${id.slice(0, 20)}`, 'GET', `${HALL}/matters/${id}`, {}, 'UNKNOWN_MATTER'],
    [`the ticket ${id.slice(0, 20)}`, 'GET', `${TICKETS}/${id}?secret=x`, {}, 'UNKNOWN_TICKET'],
    [
      `a cancellation of ${id.slice(0, 20)}`,
      'POST',
      `${TICKETS}/${id}/cancel`,
      { body: { secret: 'x' } },
      'UNKNOWN_TICKET',
    ],
    ...WORDS.map(
      (word): Row => [
        `${word} of the window ${id.slice(0, 20)}`,
        'POST',
        `${HALL}/windows/${id}/${word}`,
        {},
        'UNKNOWN_WINDOW',
      ],
    ),
  ]),
];

describe('a request that can not be done', function () {
  this.timeout(30_000);
  let app: TestApp;
  let mine: { id: string; secret: string };

  before(async () => {
    app = await startApp({ folder: tempDir() });
    const { json } = await ask(app.url, 'POST', TICKETS, { body: { queue: 'social' } });
    mine = { id: json.ticket.id, secret: json.secret };
    await ask(app.url, 'POST', `${HALL}/windows/w1/open`);
  });
  after(() => app.stop());

  /** A clear no: problem+json that says its code and nothing of the inside, and the hall as before. */
  async function refused(answer: Promise<Answer>, before = app.service.state.seq): Promise<RejectionCode> {
    const { status, headers, text, json } = await answer;
    expect(status, text.slice(0, 200)).to.be.within(400, 499);
    expect(headers['content-type']).to.equal('application/problem+json; charset=utf-8');
    const code = json.code as RejectionCode;
    expect(status).to.equal(REJECTIONS[code]).and.to.equal(json.status);
    expect(json.type).to.equal(`urn:onewindow:problem:${code}`);
    expect(json.title).to.be.a('string').and.not.equal('');
    expect(text).not.to.match(/\.ts|node_modules|node:|at \w+ \(/);
    expect(app.service.state.seq).to.equal(before);
    return code;
  }

  for (const [what, method, path, asking, code] of ROWS) {
    it(`is refused with ${code}: ${what}`, async () => {
      expect(await refused(ask(app.url, method, path, asking))).to.equal(code);
    });
  }

  for (const secret of [
    '',
    'x',
    'A'.repeat(16),
    'A'.repeat(64),
    'A'.repeat(65),
    '😀'.repeat(4),
    '__proto__',
  ]) {
    it(`is refused without the secret of the ticket: ${secret.slice(0, 20) || 'none'}`, async () => {
      const query = encodeURIComponent(secret);
      const seen = await refused(ask(app.url, 'GET', `${TICKETS}/${mine.id}?secret=${query}`));
      const body = { secret };
      const cancelled = await refused(ask(app.url, 'POST', `${TICKETS}/${mine.id}/cancel`, { body }));
      const expected = secret === '' || secret.length > 64 ? 'INVALID_REQUEST' : 'WRONG_SECRET';
      expect([seen, cancelled]).to.deep.equal([expected, expected]);
    });
  }

  it("is refused with another ticket's secret, with two, and with none", async () => {
    const other = app.secrets.of('small', '20260302-A002');
    const path = `${TICKETS}/${mine.id}`;
    expect(await refused(ask(app.url, 'GET', `${path}?secret=${other}`))).to.equal('WRONG_SECRET');
    const twice = `${path}?secret=${mine.secret}&secret=${mine.secret}`;
    expect(await refused(ask(app.url, 'GET', twice))).to.equal('INVALID_REQUEST');
    expect(await refused(ask(app.url, 'GET', path))).to.equal('INVALID_REQUEST');
  });

  it('is refused whatever rubbish it is made of, on every route', async () => {
    const routes = Object.keys((await ask(app.url, 'GET', '/openapi.json')).json.paths);
    const piece = fc.oneof(
      fc.constantFrom('w1', 'small', '..', '.', '%', '%00', mine.id, '__proto__'),
      fc.string({ unit: 'binary' }),
    );
    const word = piece.map((text) => (text.startsWith('%') ? text : encodeURIComponent(text)));
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    const type = fc.constantFrom(
      'application/json',
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        fc.array(word, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
        fc.tuple(body, type, word),
        async (route, words, method, [content, contentType, query]) => {
          let next = 0;
          const path = route.replace(/\{\w+\}/g, () => words[next++] || 'x');
          const seq = app.service.state.seq;
          const asking = { headers: { 'Content-Type': contentType }, body: content };
          const answer = await ask(app.url, method, `${path}?${query}`, asking);
          expect(answer.status, `${method} ${path}: ${answer.text.slice(0, 200)}`).to.be.below(500);
          if (answer.status >= 400) await refused(Promise.resolve(answer), seq);
        },
      ),
      { numRuns: 400 },
    );
    expect(app.logged).to.deep.equal([]);
  });
});
