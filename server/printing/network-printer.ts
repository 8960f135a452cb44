import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Printer, PrinterHealth, PrintJob } from './printer.ts';
import { PrinterError, reasonOf } from './printer.ts';
import { PrinterLine } from './printer-line.ts';
import { findingOf } from './printer-status.ts';
import type { PrinterWarning } from './printer-words.ts';

export type NetworkPrinterOptions = {
  readonly host: string;
  /** 9100 (raw printing) unless told otherwise. */
  readonly port?: number;
  /** Longest time for one job or one check, connection included. */
  readonly timeoutMs?: number;
  /** How often an idle printer is asked how it is, so that staff know before a citizen does. */
  readonly checkEveryMs?: number;
  /** False for printers and print servers that do not answer DLE EOT; faults then stay unseen. */
  readonly hasStatus?: boolean;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

const DEFAULTS = { port: 9100, timeoutMs: 8_000, checkEveryMs: 30_000, hasStatus: true, now: Date.now };

/** Jobs that may wait for the printer here; more would only hide that it stands still. */
const MAX_WAITING_JOBS = 50;

/** A printer on the network, one connection a job: many printers serve one connection and lock others out. */
export function networkPrinter(options: NetworkPrinterOptions): Printer {
  const printer = new NetworkPrinter({ ...DEFAULTS, ...options });
  return {
    print: (job) => printer.print(job),
    status: () => printer.health,
    start: () => printer.start(),
    stop: () => printer.stop(),
  };
}

class NetworkPrinter {
  health: PrinterHealth = { state: 'unknown', reasons: [] };
  private readonly options: Required<NetworkPrinterOptions>;
  private readonly turns = new PQueue({ concurrency: 1 });
  private timer: NodeJS.Timeout | undefined;
  private isStarted = false;

  constructor(options: Required<NetworkPrinterOptions>) {
    this.options = options;
  }

  async start(): Promise<void> {
    if (this.isStarted) return;
    this.isStarted = true;
    this.timer = setInterval(() => this.checkWhenIdle(), this.options.checkEveryMs);
    this.timer.unref();
    this.checkWhenIdle();
  }

  /** Lets the job on the line end, at the latest after the timeout; waiting jobs are rejected. */
  async stop(): Promise<void> {
    this.isStarted = false;
    clearInterval(this.timer);
    await this.turns.onIdle();
  }

  async print(job: PrintJob): Promise<void> {
    if (this.turns.size >= MAX_WAITING_JOBS) {
      throw new PrinterError(`${MAX_WAITING_JOBS} jobs wait for the printer, ${job.id} is refused`, {
        code: 'TOO_MANY_JOBS',
      });
    }
    await this.turns.add(() => this.visit(job));
  }

  private checkWhenIdle(): void {
    if (this.turns.size > 0 || this.turns.pending > 0 || !this.options.hasStatus) return;
    // A failed check is not an error of anybody's call: it is kept, and told, as the printer's health.
    this.turns.add(() => this.visit()).catch(() => undefined);
  }

  /** One connection: status, the job if there is one, status again. */
  private async visit(job?: PrintJob): Promise<void> {
    if (!this.isStarted) throw new PrinterError('the printer has not been started', { code: 'STOPPED' });
    const { host, port, timeoutMs } = this.options;
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const line = await PrinterLine.open(host, port, deadline);
      try {
        let warnings = await this.ask(line);
        if (job) {
          await line.write(job.bytes);
          // The answer also proves that the printer has taken every byte before the question.
          warnings = await this.ask(line);
        }
        await line.end();
        this.report(undefined, warnings);
      } finally {
        line.destroy();
      }
    } catch (error) {
      if (error instanceof PrinterError) this.report(error, []);
      throw error;
    }
  }

  private async ask(line: PrinterLine): Promise<readonly PrinterWarning[]> {
    if (!this.options.hasStatus) return [];
    const bytes = await line.status();
    const { fault, warnings } = findingOf(bytes);
    if (fault) {
      const hex = Buffer.from(bytes).toString('hex');
      throw new PrinterError(`the printer reports ${fault} (status ${hex})`, { code: fault });
    }
    return warnings;
  }

  /** Logs changes only: a printer without paper is asked many times. */
  private report(error: PrinterError | undefined, warnings: readonly PrinterWarning[]): void {
    const codes = error ? [error.code] : warnings;
    const state = error ? 'failing' : warnings.length > 0 ? 'warning' : 'ready';
    const before = this.health.reasons.map((reason) => reason.code).join();
    const hasChanged = this.health.state !== state || before !== codes.join();
    this.health = { state, reasons: codes.map(reasonOf), checkedAtMs: this.options.now() };
    if (!hasChanged) return;
    const { host, port, log } = this.options;
    const level = state === 'ready' ? 'info' : 'warn';
    log[level]({ host, port, state, reasons: codes, err: error }, 'printer health changed');
  }
}
