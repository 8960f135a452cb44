import Printer from 'escpos';
import type { PrintStep, Span } from './layout.ts';
import { layOut } from './layout.ts';
import type { PrinterModel } from './printer-model.ts';
import { moduleDots, qrRaster, qrSymbol } from './qr.ts';
import type { Slip } from './slip.ts';

// Command names are those of Epson's ESC/POS reference; the library lacks these or gets them wrong.
const KANJI_ON = Buffer.from([0x1c, 0x26]); // FS &
const KANJI_OFF = Buffer.from([0x1c, 0x2e]); // FS .

/** Feed before tearing by hand, in lines of 1/6 inch: the tear bar is some 15 mm above the print head. */
const TEAR_FEED_LINES = 4;

/**
 * The bytes that print a slip on a printer of this model and cut it off.
 * @throws RangeError if the slip's address is too long for a QR code
 */
export function escposOf(slip: Slip, model: PrinterModel): Buffer {
  const collected: Buffer[] = [];
  const adapter = { write: (bytes: Buffer) => collected.push(bytes) };
  const printer = new Printer(adapter, { encoding: 'GB18030', width: model.columns });
  begin(printer, model);
  for (const step of layOut(slip, model)) write(printer, step, model);
  end(printer, model);
  printer.flush();
  return Buffer.concat(collected);
}

/**
 * ESC @ first: the printer may hold half a line of a job that broke off. Kanji mode is entered once, at the
 * head of a line, and kept: ASCII prints in it too, and some printers end the line when the mode changes.
 */
function begin(printer: Printer, model: PrinterModel): void {
  printer.hardware('init');
  if (model.kanji === 'none') printer.print(KANJI_OFF).print(Buffer.from([0x1b, 0x74, model.codePage]));
  else printer.print(KANJI_ON);
}

function write(printer: Printer, step: PrintStep, model: PrinterModel): void {
  if (step.kind === 'space') {
    feed(printer, step.lines);
  } else if (step.kind === 'qr') {
    if (model.qr === 'native') nativeQr(printer, step);
    else rasterQr(printer, step, model);
  } else {
    printer.align(step.align); // obeyed only at the head of a line
    lineSpacing(printer, step.advance);
    for (const span of step.spans) text(printer, span, model);
    printer.feed(1);
  }
}

/**
 * ESC 3, a byte of motion units. One unit is a dot on most printers and half a dot on some; there the lines
 * only move closer, since no printer feeds less than the height of the characters.
 */
function lineSpacing(printer: Printer, dots: number): void {
  printer.print(Buffer.from([0x1b, 0x33, Math.min(255, dots)]));
}

function text(printer: Printer, span: Span, model: PrinterModel): void {
  size(printer, span.width, span.height, model);
  // ESC E alone: the library's style() also sends ESC 4 and ESC 5, which the reference does not know.
  printer.print(Buffer.from([0x1b, 0x45, span.isBold ? 1 : 0]));
  printer.pureText(span.text);
}

/**
 * GS ! scales both kinds of characters, but some printers scale Chinese by FS ! only. Where both work the
 * later one wins for Chinese, so they must agree; FS ! cannot go beyond double size.
 */
function size(printer: Printer, width: number, height: number, model: PrinterModel): void {
  printer.size(width - 1, height - 1);
  if (model.kanji !== 'none' && width <= 2 && height <= 2) {
    const mode = (width === 2 ? 0x04 : 0) | (height === 2 ? 0x08 : 0);
    printer.print(Buffer.from([0x1c, 0x21, mode]));
  }
}

/** GS ( k with cn = 49 (QR code): model 2, module size, error correction M, store, print. */
function nativeQr(printer: Printer, step: Extract<PrintStep, { kind: 'qr' }>): void {
  const data = Buffer.from(step.url, 'utf8');
  const dots = moduleDots(qrSymbol(step.url).size, step.targetDots);
  printer.align('ct');
  printer.print(symbolCommand(0x41, 0x32, 0)); // function 165: model 2
  printer.print(symbolCommand(0x43, dots)); // function 167: dots of a module
  printer.print(symbolCommand(0x45, 0x31)); // function 169: level M
  printer.print(symbolCommand(0x50, 0x30, ...data)); // function 180: store
  printer.print(symbolCommand(0x51, 0x30)); // function 181: print
}

function symbolCommand(fn: number, ...parameters: number[]): Buffer {
  const length = parameters.length + 2;
  return Buffer.from([0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, fn, ...parameters]);
}

/**
 * GS v 0. Printers obey DLE (0x10) commands even inside image data; modules of three and more dots never
 * give a lone dot, so the byte 0x10 does not occur.
 */
function rasterQr(printer: Printer, step: Extract<PrintStep, { kind: 'qr' }>, model: PrinterModel): void {
  const { bytesPerRow, rows, data } = qrRaster(step.url, model.dots, step.targetDots);
  const head = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8];
  printer.align('lt');
  printer.print(Buffer.concat([Buffer.from(head), data]));
}

/** GS V 66 0 feeds to the blade and cuts, leaving one point uncut so that the slip does not fall. */
function end(printer: Printer, model: PrinterModel): void {
  size(printer, 1, 1, model);
  feed(printer, model.cut ? 1 : TEAR_FEED_LINES);
  if (model.cut) printer.print(Buffer.from([0x1d, 0x56, 66, 0]));
}

/** ESC 2 (lines of 1/6 inch), then ESC d. */
function feed(printer: Printer, lines: number): void {
  printer.print(Buffer.from([0x1b, 0x32, 0x1b, 0x64, lines]));
}
