import type { PrinterFault, PrinterWarning } from './printer-words.ts';
import { printerWords } from './printer-words.ts';

/** A device that prints slips. `start` and `stop` may be called twice. */
export type Printer = {
  /**
   * Prints a job. Resolves when the device has taken all of it and reports no fault.
   * @throws PrinterError if it cannot be known that the slip came out; the job is the caller's to retry, so
   * a slip may come out twice but never not at all
   */
  print(job: PrintJob): Promise<void>;
  status(): PrinterHealth;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** `id` is the same whenever the same slip is tried again. */
export type PrintJob = { readonly id: string; readonly bytes: Buffer };

/** What staff are told about a printer. `unknown` until it has been asked once. */
export type PrinterHealth = {
  readonly state: 'unknown' | 'ready' | 'warning' | 'failing';
  readonly reasons: readonly PrinterReason[];
  /** When this was found out, in milliseconds since 1970; absent while unknown. */
  readonly checkedAtMs?: number;
};

export type PrinterReason = {
  readonly code: PrinterFault | PrinterWarning;
  /** What is wrong and what to do, in the staff's words. */
  readonly text: { readonly 'zh-CN': string; readonly en: string };
};

export function reasonOf(code: PrinterFault | PrinterWarning): PrinterReason {
  return { code, text: printerWords[code] };
}

/** An operating fault of a printer; `cause` holds the system's error where there is one. */
export class PrinterError extends Error {
  override readonly name = 'PrinterError';
  readonly code: PrinterFault;

  constructor(message: string, options: ErrorOptions & { readonly code: PrinterFault }) {
    super(message, options);
    this.code = options.code;
  }
}
