import iconv from 'iconv-lite';

/** One thing a printer was told, in the order of the bytes. */
export type Command =
  | { readonly kind: 'init' | 'lineFeed' | 'printQr' | 'cut' }
  | { readonly kind: 'align'; readonly where: 'left' | 'centre' | 'right' }
  | { readonly kind: 'size' | 'kanjiSize'; readonly width: number; readonly height: number }
  | { readonly kind: 'bold' | 'kanjiMode'; readonly isOn: boolean }
  | { readonly kind: 'character'; readonly character: string; readonly isWide: boolean }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'lineSpacing'; readonly dots: number }
  | { readonly kind: 'qrModule'; readonly dots: number }
  | { readonly kind: 'storeQr'; readonly text: string }
  | { readonly kind: 'raster'; readonly bytesPerRow: number; readonly rows: number; readonly data: Buffer }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown'; readonly bytes: UnknownBytes };

/** ESC 2, and after ESC @: 1/6 inch, which these printers make 30 dots. */
export const DEFAULT_LINE_DOTS = 30;

/** Bytes that mean nothing here: `at` is their offset in the job. */
export type UnknownBytes = { readonly at: number; readonly hex: string };

type Step = { readonly command: Command; readonly length: number };

/** Reads a print job as a printer does. Never throws: what it does not know becomes `unknown`. */
export function commandsOf(bytes: Buffer): Command[] {
  const commands: Command[] = [];
  let isKanji = false;
  for (let at = 0; at < bytes.length; ) {
    const step = stepAt(bytes, at, isKanji);
    if (step.command.kind === 'kanjiMode') isKanji = step.command.isOn;
    // On Simplified Chinese models ESC @ goes back to the DIP switch's choice, which need not be kanji mode.
    if (step.command.kind === 'init') isKanji = false;
    commands.push(step.command);
    at += step.length;
  }
  return commands;
}

function stepAt(bytes: Buffer, at: number, isKanji: boolean): Step {
  const first = bytes[at] ?? 0;
  const prefix = readers[first];
  if (prefix) return prefix(bytes, at) ?? unknown(bytes, at, 2);
  if (first === 0x0a) return { command: { kind: 'lineFeed' }, length: 1 };
  if (first >= 0x20 && first <= 0x7e) {
    return {
      command: { kind: 'character', character: String.fromCharCode(first), isWide: false },
      length: 1,
    };
  }
  return (isKanji ? kanjiAt(bytes, at) : undefined) ?? unknown(bytes, at, 1);
}

/** A two- or four-byte character of GB18030; four bytes when the second is a digit. */
function kanjiAt(bytes: Buffer, at: number): Step | undefined {
  const lead = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (lead < 0x81 || lead > 0xfe) return undefined;
  const length = second >= 0x30 && second <= 0x39 ? 4 : 2;
  if (at + length > bytes.length) return undefined;
  const character = iconv.decode(bytes.subarray(at, at + length), 'gb18030');
  if ([...character].length !== 1 || character.includes('\ufffd')) return undefined;
  return { command: { kind: 'character', character, isWide: true }, length };
}

type Reader = (bytes: Buffer, at: number) => Step | undefined;

const readers: Readonly<Partial<Record<number, Reader>>> = { 27: escAt, 28: fsAt, 29: gsAt };

function escAt(bytes: Buffer, at: number): Step | undefined {
  const name = bytes[at + 1];
  if (name === 0x40) return { command: { kind: 'init' }, length: 2 };
  if (name === 0x32) return { command: { kind: 'lineSpacing', dots: DEFAULT_LINE_DOTS }, length: 2 };
  const n = bytes[at + 2];
  if (n === undefined) return undefined;
  if (name === 0x61) {
    const where = (['left', 'centre', 'right'] as const)[n % 48];
    return where && { command: { kind: 'align', where }, length: 3 };
  }
  if (name === 0x45) return { command: { kind: 'bold', isOn: (n & 1) === 1 }, length: 3 };
  if (name === 0x33) return { command: { kind: 'lineSpacing', dots: n }, length: 3 };
  if (name === 0x64) return { command: { kind: 'feed', lines: n }, length: 3 };
  if (name === 0x74) return { command: { kind: 'ignored' }, length: 3 };
  return undefined;
}

function fsAt(bytes: Buffer, at: number): Step | undefined {
  const name = bytes[at + 1];
  if (name === 0x26 || name === 0x2e)
    return { command: { kind: 'kanjiMode', isOn: name === 0x26 }, length: 2 };
  const n = bytes[at + 2];
  if (n === undefined) return undefined;
  if (name === 0x21) return { command: kanjiSize((n & 0x04) !== 0, (n & 0x08) !== 0), length: 3 };
  if (name === 0x57) return { command: kanjiSize((n & 1) === 1, (n & 1) === 1), length: 3 };
  return undefined;
}

function kanjiSize(isWide: boolean, isHigh: boolean): Command {
  return { kind: 'kanjiSize', width: isWide ? 2 : 1, height: isHigh ? 2 : 1 };
}

function gsAt(bytes: Buffer, at: number): Step | undefined {
  const name = bytes[at + 1];
  const n = bytes[at + 2];
  if (n === undefined) return undefined;
  if (name === 0x21 && (n & 0x88) === 0) {
    return { command: { kind: 'size', width: (n >> 4) + 1, height: (n & 7) + 1 }, length: 3 };
  }
  if (name === 0x28 && n === 0x6b) return symbolAt(bytes, at);
  if (name === 0x76 && n === 0x30) return rasterAt(bytes, at);
  if (name === 0x56) return cutAt(bytes, at, n);
  return undefined;
}

function cutAt(bytes: Buffer, at: number, n: number): Step | undefined {
  if (n === 0 || n === 1 || n === 48 || n === 49) return { command: { kind: 'cut' }, length: 3 };
  const hasFeed = (n === 65 || n === 66) && at + 4 <= bytes.length;
  return hasFeed ? { command: { kind: 'cut' }, length: 4 } : undefined;
}

function symbolAt(bytes: Buffer, at: number): Step | undefined {
  if (at + 7 > bytes.length) return undefined;
  const length = 5 + bytes.readUInt16LE(at + 3);
  if (at + length > bytes.length || bytes[at + 5] !== 0x31) return undefined;
  const command = symbolCommand(bytes[at + 6] ?? 0, bytes.subarray(at + 7, at + length));
  return command && { command, length };
}

function symbolCommand(fn: number, parameters: Buffer): Command | undefined {
  if (fn === 0x41 || fn === 0x45) return { kind: 'ignored' };
  if (fn === 0x43) return { kind: 'qrModule', dots: parameters[0] ?? 3 };
  if (fn === 0x50) return { kind: 'storeQr', text: parameters.subarray(1).toString('utf8') };
  if (fn === 0x51) return { kind: 'printQr' };
  return undefined;
}

function rasterAt(bytes: Buffer, at: number): Step | undefined {
  if (at + 8 > bytes.length) return undefined;
  const bytesPerRow = bytes.readUInt16LE(at + 4);
  const rows = bytes.readUInt16LE(at + 6);
  const length = 8 + bytesPerRow * rows;
  if (at + length > bytes.length || bytes[at + 3] !== 0) return undefined;
  const data = bytes.subarray(at + 8, at + length);
  return { command: { kind: 'raster', bytesPerRow, rows, data }, length };
}

function unknown(bytes: Buffer, at: number, length: number): Step {
  const hex = bytes.subarray(at, at + length).toString('hex');
  return { command: { kind: 'unknown', bytes: { at, hex } }, length };
}
