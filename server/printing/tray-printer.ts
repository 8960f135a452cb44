import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import PQueue from 'p-queue';
import type { Printer, PrinterHealth, PrintJob } from './printer.ts';
import { PrinterError, reasonOf } from './printer.ts';

export type TrayPrinterOptions = {
  /** Made if it is not there; nothing else should be kept in it. */
  readonly directory: string;
  /** How many slips stay in the tray. */
  readonly keep?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/** A slip in the tray; `at` is when it was printed last, ISO 8601 in UTC. */
export type TraySlip = { readonly id: string; readonly at: string; readonly bytes: Buffer };

export type TrayPrinter = Printer & {
  /** The slips in the tray, newest first. @throws PrinterError STORAGE_FAILED */
  list(): Promise<TraySlip[]>;
};

const DEFAULT_KEEP = 50;
const EXTENSION = '.escpos';
const TEMPORARY = '.tmp';
/** Escaped, an id takes up to five characters for each of its own; file systems end names at 255 bytes. */
const MAX_ID_LENGTH = 46;

/** A printer without a device: each job's bytes become a file, and the newest `keep` of them stay. */
export function trayPrinter(options: TrayPrinterOptions): TrayPrinter {
  const tray = new Tray({ keep: DEFAULT_KEEP, now: Date.now, ...options });
  return {
    print: (job) => tray.print(job),
    list: () => tray.list(),
    status: () => tray.health,
    start: () => tray.start(),
    stop: () => tray.stop(),
  };
}

type Entry = { readonly file: string; readonly id: string; readonly atMs: number };

class Tray {
  health: PrinterHealth = { state: 'unknown', reasons: [] };
  private readonly options: Required<TrayPrinterOptions>;
  private readonly turns = new PQueue({ concurrency: 1 });
  private lastMs = 0;
  private isStarted = false;

  constructor(options: Required<TrayPrinterOptions>) {
    this.options = options;
  }

  async start(): Promise<void> {
    if (this.isStarted) return;
    await this.guarded(async () => {
      await mkdir(this.options.directory, { recursive: true });
      for (const name of await readdir(this.options.directory)) {
        // Left behind by a power cut in the middle of a write; the job was not acknowledged.
        if (name.endsWith(TEMPORARY)) await rm(path.join(this.options.directory, name), { force: true });
      }
      this.lastMs = (await this.entries())[0]?.atMs ?? 0;
    });
    this.isStarted = true;
  }

  async stop(): Promise<void> {
    await this.turns.onIdle();
    this.isStarted = false;
  }

  async print(job: PrintJob): Promise<void> {
    const name = fileNameOf(job.id);
    await this.turns.add(async () => {
      if (!this.isStarted) throw new PrinterError('the tray has not been started', { code: 'STOPPED' });
      await this.guarded(() => this.store(name, job.bytes));
    });
  }

  async list(): Promise<TraySlip[]> {
    return await this.turns.add(() => this.guarded(() => this.read()), { throwOnTimeout: true });
  }

  private async read(): Promise<TraySlip[]> {
    const slips: TraySlip[] = [];
    for (const { file, id, atMs } of (await this.entries()).slice(0, this.options.keep)) {
      slips.push({ id, at: new Date(atMs).toISOString(), bytes: await readFile(file) });
    }
    return slips;
  }

  /** Flushed and renamed: a slip is in the tray whole, and under the same id only once. */
  private async store(name: string, bytes: Buffer): Promise<void> {
    const file = path.join(this.options.directory, name);
    const handle = await open(file + TEMPORARY, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // The file's time is the order of the tray. File systems stamp files of the same few milliseconds alike,
    // so it is set by hand, one millisecond apart at least, also when the clock was set back.
    this.lastMs = Math.max(this.options.now(), this.lastMs + 1);
    const at = new Date(this.lastMs);
    await utimes(file + TEMPORARY, at, at);
    await rename(file + TEMPORARY, file);
    for (const old of (await this.entries()).slice(this.options.keep)) await rm(old.file, { force: true });
  }

  private async entries(): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const name of await readdir(this.options.directory)) {
      const id = idOf(name);
      if (id === undefined) continue;
      const file = path.join(this.options.directory, name);
      entries.push({ file, id, atMs: Math.round((await stat(file)).mtimeMs) });
    }
    return entries.sort((a, b) => b.atMs - a.atMs);
  }

  private async guarded<T>(action: () => Promise<T>): Promise<T> {
    try {
      const result = await action();
      this.health = { state: 'ready', reasons: [], checkedAtMs: this.options.now() };
      return result;
    } catch (error) {
      const reasons = [reasonOf('STORAGE_FAILED')];
      this.health = { state: 'failing', reasons, checkedAtMs: this.options.now() };
      throw new PrinterError(`the tray in ${this.options.directory} failed`, {
        code: 'STORAGE_FAILED',
        cause: error,
      });
    }
  }
}

/**
 * The file of a job: lower-case letters, digits and hyphens stand for themselves, all else is escaped, because
 * Windows takes `A` and `a` for one name and knows reserved names.
 * @throws RangeError if the id is empty or too long
 */
export function fileNameOf(id: string): string {
  if (id === '' || id.length > MAX_ID_LENGTH) {
    throw new RangeError(`a print job's id must have 1 to ${MAX_ID_LENGTH} characters: "${id}"`);
  }
  const escaped = (unit: string): string => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `slip-${id.replace(/[^a-z0-9-]/g, escaped)}${EXTENSION}`;
}

/** The id a file stands for, or undefined if the file is not the tray's. */
export function idOf(fileName: string): string | undefined {
  const escaped = /^slip-([a-z0-9_-]+)\.escpos$/.exec(fileName)?.[1];
  return escaped?.replace(/_([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
