import type { PrinterFault, PrinterWarning } from './printer-words.ts';

/** The three real-time status bytes: printer (n = 1), cause of offline (n = 2), paper sensors (n = 4). */
export const STATUS_NUMBERS = [1, 2, 4] as const;

/** Answers to DLE EOT 1, 2 and 4, in this order. */
export type StatusBytes = readonly [number, number, number];

export type StatusFinding = {
  readonly fault?: PrinterFault;
  readonly warnings: readonly PrinterWarning[];
};

/** DLE EOT n: the printer answers at once with one byte, even when offline or busy. */
export function statusRequest(n: number): Buffer {
  return Buffer.from([0x10, 0x04, n]);
}

/**
 * Answers to DLE EOT have bits 0 and 7 clear, bits 1 and 4 set. This tells them from flow control and from
 * the four bytes of automatic status back, which some printers send unasked.
 */
export function isStatusByte(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010;
}

/** What the status bytes say, the cause a person can mend first. */
export function findingOf([printer, offline, paper]: StatusBytes): StatusFinding {
  const fault = faultOf(printer, offline, paper);
  const warnings: PrinterWarning[] = (paper & 0x0c) !== 0 && fault !== 'PAPER_OUT' ? ['PAPER_LOW'] : [];
  return fault === undefined ? { warnings } : { fault, warnings };
}

function faultOf(printer: number, offline: number, paper: number): PrinterFault | undefined {
  if ((offline & 0x04) !== 0) return 'COVER_OPEN';
  if ((paper & 0x60) !== 0 || (offline & 0x20) !== 0) return 'PAPER_OUT';
  if ((offline & 0x40) !== 0) return 'DEVICE_ERROR';
  if ((printer & 0x08) !== 0) return 'OFFLINE';
  return undefined;
}
