import { expect } from 'chai';
import { REJECTIONS } from '../../../common/contract/rejections.ts';
import { ask } from '../../support/http.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const HALL = '/api/v1/halls/{hall}';
const WINDOW_COMMANDS = [
  'open',
  'call-next',
  'recall',
  'start',
  'finish',
  'miss',
  'pause',
  'reopen',
  'close',
];
const tempDir = tempDirs();

interface Operation {
  summary: string;
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: {
    content: Record<string, { schema: { properties?: object; additionalProperties?: boolean } }>;
  };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
}
interface Description {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, object> };
}

describe('/openapi.json', () => {
  let app: TestApp;
  let description: Description;
  let text: string;

  before(async () => {
    app = await startApp({ folder: tempDir() });
    ({ json: description, text } = await ask(app.url, 'GET', '/openapi.json'));
  });
  after(() => app.stop());

  const operations = (): [string, string, Operation][] =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
        path,
        method,
        operation,
      ]),
    );

  it('names every route of the interface', () => {
    const listed = operations().map(([path, method]) => `${method.toUpperCase()} ${path}`);
    expect(listed).to.include.members([
      'GET /api/v1/halls',
      `GET ${HALL}/board`,
      `GET ${HALL}/queues`,
      `GET ${HALL}/departments`,
      `GET ${HALL}/matters`,
      `GET ${HALL}/matters/{matter}`,
      `POST ${HALL}/tickets`,
      `GET ${HALL}/tickets/{ticket}`,
      `POST ${HALL}/tickets/{ticket}/cancel`,
      ...WINDOW_COMMANDS.map((command) => `POST ${HALL}/windows/{window}/${command}`),
      'GET /api/v1/tray',
      'GET /api/v1/printer',
    ]);
  });

  it('is an OpenAPI 3.1 document whose references lead somewhere', () => {
    expect(description.openapi).to.equal('3.1.0');
    expect(description.info).to.include({ title: 'OneWindow 一窗', version: '0.0.0-test' });
    const names = Object.keys(description.components?.schemas ?? {});
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(names).to.include(name);
    expect(text).not.to.include('undefined');
  });

  it('describes of every operation its parameters, its answer and its refusal', () => {
    for (const [path, method, operation] of operations()) {
      const label = `${method} ${path}`;
      expect(operation.summary, label).to.be.a('string').and.not.equal('');
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(
        inPath.map(({ name }) => name),
        label,
      ).to.have.members(named);
      for (const parameter of inPath) expect(parameter.required, label).to.equal(true);
      const done = operation.responses['201'] ?? operation.responses['200'];
      const [answer] = Object.values(done?.content ?? {});
      expect(Object.keys(answer?.schema ?? {}), label).not.to.be.empty;
      expect(Object.keys(operation.responses.default?.content ?? {}), label).to.deep.equal([
        'application/problem+json',
      ]);
    }
  });

  it('tells what a ticket is asked for with, that nothing else is taken, and how to retry', () => {
    const { parameters, requestBody } = description.paths[`${HALL}/tickets`]?.post ?? { parameters: [] };
    const schema = requestBody?.content['application/json']?.schema;
    expect(Object.keys(schema?.properties ?? {})).to.have.members([
      'queue',
      'matter',
      'category',
      'locale',
      'source',
      'print',
      'ground',
      'kind',
      'further',
      'person',
    ]);
    expect(schema?.additionalProperties).to.equal(false);
    expect(
      parameters?.filter((parameter) => parameter.in === 'header').map(({ name }) => name),
    ).to.deep.equal(['Idempotency-Key']);
  });

  it('names every code of a refusal', () => {
    for (const code of Object.keys(REJECTIONS)) expect(text).to.include(`"${code}"`);
  });
});
