import { expect } from 'chai';
import { printerModels } from '../../server/printing/printer-model.ts';
import { render } from '../../server/printing/render.ts';
import { type FakePrinter, fakePrinter } from '../server/printing/fake-printer.ts';
import { type CertificateFiles, certificateIn } from '../support/certificate.ts';
import { endChildren } from '../support/child.ts';
import { ask } from '../support/http.ts';
import { type Program, settingsFor, startProgram } from '../support/program.ts';
import { endRedisServers, freePort, startRedis } from '../support/redis-server.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const PASSWORD = 'a hall’s pass:word/@';
const tempDir = tempDirs();

describe('Redis behind TLS and a password', function () {
  this.timeout(60_000);
  let port: number;
  let files: CertificateFiles;
  let printer: FakePrinter;

  before(async () => {
    files = await certificateIn(tempDir());
    port = await freePort();
    const tls = ['--tls-port', `${port}`, '--tls-cert-file', files.certificate, '--tls-key-file', files.key];
    const server = await startRedis([...tls, '--tls-auth-clients', 'no']);
    await server.ask('CONFIG', 'SET', 'requirepass', PASSWORD);
    printer = await fakePrinter();
  });
  after(async () => {
    await endChildren();
    await printer.close();
    await endRedisServers();
  });

  function start(env: Record<string, string>): Promise<Program> {
    return startProgram({
      ...settingsFor(tempDir()),
      REDIS_URL: `rediss://:${encodeURIComponent(PASSWORD)}@localhost:${port}`,
      VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
      PRINTER: `tcp://127.0.0.1:${printer.port}`,
      ...env,
    });
  }

  it('carries the log and the jobs of a program that knows the authority', async () => {
    const { url } = await start({ NODE_EXTRA_CA_CERTS: files.certificate });
    const path = '/api/v1/halls/small/tickets';
    const { status, text } = await ask(url, 'POST', path, { body: { queue: 'social' } });
    expect(status, text).to.equal(201);
    await waitFor('the slip', () =>
      printer.received.some((bytes) => render(bytes, printerModels['kiosk-80'].dots).text.includes('A001')),
    );
  });

  it('is told as what is wrong, without the password, where the authority is not known', async () => {
    const failure = await start({}).then(
      () => 'it serves',
      (error: Error) => error.message,
    );
    expect(failure)
      .to.match(/self-signed certificate/)
      .and.not.include('hall');
  });
});
