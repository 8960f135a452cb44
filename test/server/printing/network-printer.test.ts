import { expect } from 'chai';
import { networkPrinter } from '../../../server/printing/network-printer.ts';
import { type Printer, PrinterError } from '../../../server/printing/printer.ts';
import { type FakeBehaviour, type FakePrinter, fakePrinter } from './fake-printer.ts';

describe('a printer on the network', () => {
  let device: FakePrinter;
  let printer: Printer;
  let logged: string[];

  async function connect(
    changes: Partial<FakeBehaviour> = {},
    options: { port?: number; timeoutMs?: number; hasStatus?: boolean } = {},
  ): Promise<void> {
    device = await fakePrinter(changes);
    const note = (fields: { state: string; reasons: string[] }): void => {
      logged.push([fields.state, ...fields.reasons].join(' '));
    };
    // Checks while idle would come in between the jobs of a test.
    const log = { info: note, warn: note } as never;
    printer = networkPrinter({
      host: '127.0.0.1',
      port: device.port,
      timeoutMs: 2_000,
      checkEveryMs: 3_600_000,
      log,
      now: () => 1_000,
      ...options,
    });
    await printer.start();
  }

  beforeEach(() => {
    logged = [];
  });

  afterEach(async () => {
    await printer.stop();
    await device.close();
  });

  async function faultOf(attempt: Promise<void>): Promise<PrinterError> {
    try {
      await attempt;
    } catch (error) {
      if (error instanceof PrinterError) return error;
      throw error;
    }
    throw new Error('the job was printed, a fault was expected');
  }

  function jobs(): string[] {
    return device.received.map((bytes) => bytes.toString()).filter((text) => text !== '');
  }

  it('takes every byte of every job, in order, one connection each', async () => {
    await connect();
    const long = 'x'.repeat(200_000);
    await Promise.all([
      printer.print({ id: '1', bytes: Buffer.from(long) }),
      printer.print({ id: '2', bytes: Buffer.from('two') }),
    ]);
    expect(jobs()).to.deep.equal([long, 'two']);
    expect(printer.status()).to.deep.equal({ state: 'ready', reasons: [], checkedAtMs: 1_000 });
  });

  it('is known to staff after start, before anybody prints', async () => {
    await connect({ status: [0x12, 0x12, 0x1e] });
    await printer.stop();
    const { state, reasons } = printer.status();
    expect(state).to.equal('warning');
    expect(reasons.map((reason) => reason.text['zh-CN'])).to.deep.equal(['打印纸即将用完，请准备换纸']);
  });

  const faults: [string, [number, number, number], string][] = [
    ['paper out', [0x1a, 0x32, 0x7e], 'PAPER_OUT'],
    ['cover open', [0x1a, 0x16, 0x12], 'COVER_OPEN'],
    ['cutter error', [0x1a, 0x52, 0x12], 'DEVICE_ERROR'],
    ['offline', [0x1a, 0x12, 0x12], 'OFFLINE'],
  ];
  for (const [what, status, code] of faults) {
    it(`is sent nothing and keeps the job with the caller: ${what}`, async () => {
      await connect({ status });
      const error = await faultOf(printer.print({ id: '1', bytes: Buffer.from('slip') }));
      expect(error.code).to.equal(code);
      expect(jobs()).to.deep.equal([]);
      expect(printer.status().state).to.equal('failing');
      expect(printer.status().reasons.map((reason) => reason.code)).to.deep.equal([code]);
    });
  }

  it('prints again after paper has been put in, and tells each change once', async () => {
    await connect({ status: [0x1a, 0x32, 0x7e] });
    await faultOf(printer.print({ id: '1', bytes: Buffer.from('slip') }));
    await faultOf(printer.print({ id: '1', bytes: Buffer.from('slip') }));
    device.behaviour.status = [0x12, 0x12, 0x12];
    await printer.print({ id: '1', bytes: Buffer.from('slip') });
    expect(jobs()).to.deep.equal(['slip']);
    expect(logged).to.deep.equal(['failing PAPER_OUT', 'ready']);
  });

  it('is unreachable when nothing listens, with the cause of the system', async () => {
    await connect();
    await printer.stop();
    await device.close();
    device = await fakePrinter();
    const free = device.port;
    await device.close();
    await connect({}, { port: free });
    const error = await faultOf(printer.print({ id: '1', bytes: Buffer.from('slip') }));
    expect(error.code).to.equal('UNREACHABLE');
    expect(error.cause).to.include({ code: 'ECONNREFUSED' });
  });

  it('is given up after the timeout when it does not answer', async () => {
    await connect({ isMute: true }, { timeoutMs: 150 });
    const error = await faultOf(printer.print({ id: '1', bytes: Buffer.from('slip') }));
    expect(error.code).to.equal('TIMEOUT');
    expect(jobs()).to.deep.equal([]);
  });

  it('fails the job when the connection breaks in the middle of it', async () => {
    await connect({ dropAfterBytes: 10 });
    const error = await faultOf(printer.print({ id: '1', bytes: Buffer.alloc(500_000, 'x') }));
    expect(error.code).to.equal('CONNECTION_LOST');
    expect(error.cause).to.be.instanceOf(Error);
    device.behaviour.dropAfterBytes = Number.POSITIVE_INFINITY;
    await printer.print({ id: '1', bytes: Buffer.from('again') });
    expect(jobs().at(-1)).to.equal('again');
  });

  it('runs out of paper while printing: the job is failed, to be printed again', async () => {
    await connect();
    const printing = printer.print({ id: '1', bytes: Buffer.alloc(1_000_000, 'x') });
    const failed = faultOf(printing);
    const timer = setInterval(() => {
      if (jobs().length > 0) device.behaviour.status = [0x1a, 0x32, 0x7e];
    }, 0);
    const error = await failed;
    clearInterval(timer);
    expect(error.code).to.equal('PAPER_OUT');
  });

  it('prints without asking where the device has no status', async () => {
    await connect({ isMute: true }, { hasStatus: false });
    await printer.print({ id: '1', bytes: Buffer.from('slip') });
    expect(jobs()).to.deep.equal(['slip']);
  });

  it('does not fail a job because the device leaves the connection open', async () => {
    await connect({ keepsOpen: true }, { timeoutMs: 3_000 });
    await printer.print({ id: '1', bytes: Buffer.from('slip') });
    expect(jobs()).to.deep.equal(['slip']);
  }).timeout(5_000);

  it('refuses work before start and after stop', async () => {
    await connect();
    await printer.stop();
    await printer.stop();
    expect((await faultOf(printer.print({ id: '1', bytes: Buffer.from('slip') }))).code).to.equal('STOPPED');
  });

  it('refuses more jobs than it may keep waiting', async () => {
    await connect();
    const attempts = Array.from({ length: 60 }, (_, index) =>
      printer.print({ id: `${index}`, bytes: Buffer.from(`slip ${index}.`) }).then(
        () => 'printed',
        (error: unknown) => (error instanceof PrinterError ? error.code : 'other'),
      ),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === 'TOO_MANY_JOBS').length).to.be.within(8, 10);
    expect(jobs().length).to.equal(outcomes.filter((outcome) => outcome === 'printed').length);
  });
});
