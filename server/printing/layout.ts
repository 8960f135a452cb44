import { columnsOf, printable, wrap } from './columns.ts';
import type { PrinterModel } from './printer-model.ts';
import type { Slip, SlipLine } from './slip.ts';

/** Text of one size; width and height are multiples (1–8) of the 12 × 24 dot cell. */
export type Span = {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly isBold: boolean;
};

/** What a printer does from top to bottom. A space of one line is 1/6 inch. */
export type PrintStep =
  | {
      readonly kind: 'text';
      readonly align: 'lt' | 'ct';
      readonly spans: readonly Span[];
      /** From the top of this line to the top of the next, in dots; never less than the text's own height. */
      readonly advance: number;
    }
  | { readonly kind: 'space'; readonly lines: number }
  | { readonly kind: 'qr'; readonly url: string; readonly targetDots: number };

/** Longest address put into a QR code: version 10, 57 modules at level M, which any paper holds. */
export const MAX_URL_BYTES = 200;

/** Share of the paper's width that number and QR code take at the most. */
const NUMBER_SHARE = 0.8;
const QR_SHARE = 0.6;
const MAX_SCALE = 8;

/** White between two lines: half a character's height, for tired eyes. */
const LEADING_DOTS = 12;

/** Arranges a slip on the paper of a printer. @throws RangeError if the address is too long for a QR code */
export function layOut(slip: Slip, model: PrinterModel): PrintStep[] {
  const steps: PrintStep[] = [];
  let previous: SlipLine['kind'] | undefined;
  for (const line of slip.lines) {
    steps.push(...gapBetween(previous, line.kind, model), ...stepsOf(line, model));
    previous = line.kind;
  }
  return steps;
}

/** White space groups the slip: where am I, my number, what to expect, the phone, small print. */
function gapBetween(
  previous: SlipLine['kind'] | undefined,
  next: SlipLine['kind'],
  model: PrinterModel,
): PrintStep[] {
  if (previous === undefined || previous === next) return [];
  if (next === 'zone') return [];
  if (next === 'fact' || next === 'notice') return [rule(model)];
  return [{ kind: 'space', lines: 1 }];
}

function stepsOf(line: SlipLine, model: PrinterModel): PrintStep[] {
  switch (line.kind) {
    case 'hall':
    case 'zone':
      return centred(line.text, model, { width: 1, height: 1, isBold: line.kind === 'hall' });
    case 'queue':
      return heading(line.text, model, 2);
    case 'number':
      return number(line.text, model);
    case 'tag':
      return heading(model.kanji === 'none' ? `[ ${line.text} ]` : `【${line.text}】`, model, 1);
    case 'fact':
      return fact(line, model);
    case 'notice':
      return wrap(printable(line.text, model.kanji), model.columns).map((text) => left([span(text, normal)]));
    case 'qr':
      return qr(line, model);
  }
}

/** Double size where that takes no more than `maxLines`, else double height: less even, but still large. */
function heading(text: string, model: PrinterModel, maxLines: number): PrintStep[] {
  const shown = printable(text, model.kanji);
  const fits = wrap(shown, Math.floor(model.columns / 2)).length <= maxLines;
  return centred(text, model, { width: fits ? 2 : 1, height: 2, isBold: true });
}

function centred(text: string, model: PrinterModel, style: Style): PrintStep[] {
  const columns = Math.floor(model.columns / style.width);
  const lines = wrap(printable(text, model.kanji), columns);
  return lines.map((line) => ({ ...left([span(line, style)]), align: 'ct' }));
}

function number(text: string, model: PrinterModel): PrintStep[] {
  const shown = printable(text, model.kanji);
  const scale = Math.floor((model.columns * NUMBER_SHARE) / columnsOf(shown));
  const size = Math.min(MAX_SCALE, Math.max(1, scale));
  return [{ ...left([span(shown, { width: size, height: size, isBold: true })]), align: 'ct' }];
}

/** Label left, value right on one line, as large as fits; a value too long for that goes below its label. */
function fact(line: Extract<SlipLine, { kind: 'fact' }>, model: PrinterModel): PrintStep[] {
  const label = printable(line.label, model.kanji);
  const value = printable(line.value, model.kanji);
  const room = model.columns - columnsOf(label);
  const scale = line.isKey && columnsOf(value) * 2 < room ? 2 : 1;
  if (columnsOf(value) * scale < room) {
    const gap = ' '.repeat(room - columnsOf(value) * scale);
    return [
      left([span(label + gap, normal), span(value, { width: scale, height: scale, isBold: line.isKey })]),
    ];
  }
  const size = line.isKey ? 2 : 1;
  const columns = Math.floor(model.columns / size);
  const rows = wrap(value, columns).map((text) =>
    left([span(padStart(text, columns), { width: size, height: size, isBold: line.isKey })]),
  );
  return [left([span(label, normal)]), ...rows];
}

/** Pads on the left to a width in columns, so that the text ends at the right edge. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** The space below is the symbol's quiet zone of four modules (ISO/IEC 18004, 6.3.8). */
function qr(line: Extract<SlipLine, { kind: 'qr' }>, model: PrinterModel): PrintStep[] {
  if (Buffer.byteLength(line.url) > MAX_URL_BYTES) {
    throw new RangeError(`the address on a slip must not be longer than ${MAX_URL_BYTES} bytes: ${line.url}`);
  }
  return [
    { kind: 'qr', url: line.url, targetDots: Math.round(model.dots * QR_SHARE) },
    { kind: 'space', lines: 1 },
    ...centred(line.caption, model, normal),
  ];
}

// The box-drawing dash joins up to a solid line in Chinese fonts; without one the hyphen has to do.
function rule(model: PrinterModel): PrintStep {
  return left([
    span(model.kanji === 'none' ? '-'.repeat(model.columns) : '─'.repeat(model.columns / 2), normal),
  ]);
}

type Style = Omit<Span, 'text'>;

const normal: Style = { width: 1, height: 1, isBold: false };

function span(text: string, style: Style): Span {
  return { text, ...style };
}

function left(spans: readonly Span[]): PrintStep & { kind: 'text' } {
  const height = Math.max(...spans.map((each) => each.height));
  return { kind: 'text', align: 'lt', spans, advance: height * 24 + LEADING_DOTS };
}
