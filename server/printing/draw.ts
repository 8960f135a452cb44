import type { Command, UnknownBytes } from './interpret.ts';
import { commandsOf, DEFAULT_LINE_DOTS } from './interpret.ts';
import { type QrSymbol, qrSymbol } from './qr.ts';

/** Characters of one style side by side; x and y (top) in dots, scales as multiples of the cell. */
export type Run = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isWide: boolean;
  readonly widthScale: number;
  readonly heightScale: number;
  readonly isBold: boolean;
  /** The run stands for bytes that were not understood. */
  readonly isUnknown: boolean;
};

/** A horizontal stroke of dots, one module or one dot high. */
export type Bar = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What a print job leaves on the paper. All lengths in dots; `text` is what a reader would read aloud. */
export type Drawing = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly runs: readonly Run[];
  readonly bars: readonly Bar[];
  /** Heights at which the paper was cut. */
  readonly cuts: readonly number[];
  readonly unknown: readonly UnknownBytes[];
  readonly text: string;
};

const CELL = { width: 12, height: 24 } as const;

type Cell = Omit<Run, 'x' | 'y'>;

/** Draws a job on paper with `widthDots` printable dots. Never throws: see `unknown`. */
export function draw(bytes: Buffer, widthDots: number): Drawing {
  const paper = new Paper(widthDots);
  for (const command of commandsOf(bytes)) paper.obey(command);
  return paper.finish(bytes.length);
}

class Paper {
  private y = 0;
  private align: 'left' | 'centre' | 'right' = 'left';
  private latin = { width: 1, height: 1 };
  private kanji = { width: 1, height: 1 };
  private isBold = false;
  private lineDots = DEFAULT_LINE_DOTS;
  private moduleDots = 3;
  private storedQr: string | undefined;
  private line: Cell[] = [];
  private readonly runs: Run[] = [];
  private readonly bars: Bar[] = [];
  private readonly cuts: number[] = [];
  private readonly unknown: UnknownBytes[] = [];
  private readonly text: string[] = [];
  private readonly widthDots: number;

  constructor(widthDots: number) {
    this.widthDots = widthDots;
  }

  obey(command: Command): void {
    switch (command.kind) {
      case 'character':
        return this.add(command.character, command.isWide, false);
      case 'lineFeed':
        return this.endLine();
      case 'feed':
        if (this.line.length > 0) this.endLine();
        for (let n = 0; n < command.lines; n++) this.endLine();
        return;
      case 'printQr':
        return this.qr();
      case 'raster':
        return this.raster(command);
      case 'cut':
        return this.cut();
      case 'unknown':
        this.unknown.push(command.bytes);
        return this.add(`[?${command.bytes.hex}]`, false, true);
      default:
        this.set(command);
    }
  }

  private set(command: Command): void {
    if (command.kind === 'init') this.reset();
    else if (command.kind === 'align') {
      // Obeyed only at the head of a line, as on the device.
      if (this.line.length === 0) this.align = command.where;
    } else if (command.kind === 'size') {
      this.latin = command;
      this.kanji = command;
    } else if (command.kind === 'kanjiSize') this.kanji = command;
    else if (command.kind === 'lineSpacing') this.lineDots = command.dots;
    else if (command.kind === 'bold') this.isBold = command.isOn;
    else if (command.kind === 'qrModule') this.moduleDots = command.dots;
    else if (command.kind === 'storeQr') this.storedQr = command.text;
  }

  // ESC @ also empties the line buffer: what was in it is never printed.
  private reset(): void {
    this.line = [];
    this.align = 'left';
    this.latin = { width: 1, height: 1 };
    this.kanji = { width: 1, height: 1 };
    this.isBold = false;
    this.lineDots = DEFAULT_LINE_DOTS;
  }

  private add(text: string, isWide: boolean, isUnknown: boolean): void {
    const { width, height } = isUnknown ? { width: 1, height: 1 } : isWide ? this.kanji : this.latin;
    const cell = { text, isWide, isUnknown, widthScale: width, heightScale: height, isBold: this.isBold };
    if (widthOf([...this.line, cell]) > this.widthDots && this.line.length > 0) this.endLine();
    this.line.push(cell);
  }

  private endLine(): void {
    const tallest = Math.max(...this.line.map((cell) => cell.heightScale * CELL.height), 0);
    const left = this.leftOf(widthOf(this.line));
    let x = left;
    let last: Run | undefined;
    for (const cell of this.line) {
      const y = this.y + tallest - cell.heightScale * CELL.height;
      if (last && isSameStyle(last, cell)) {
        this.runs[this.runs.length - 1] = last = { ...last, text: last.text + cell.text };
      } else {
        last = { ...cell, x, y };
        this.runs.push(last);
      }
      x += widthOf([cell]);
    }
    const indent = ' '.repeat(this.line.length > 0 ? Math.round(left / CELL.width) : 0);
    this.text.push(`${indent}${this.line.map((cell) => cell.text).join('')}`.trimEnd());
    this.line = [];
    this.y += Math.max(this.lineDots, tallest);
  }

  private leftOf(width: number): number {
    const room = Math.max(0, this.widthDots - width);
    return this.align === 'left' ? 0 : this.align === 'right' ? room : Math.floor(room / 2);
  }

  private qr(): void {
    if (this.line.length > 0) this.endLine();
    const symbol = symbolOf(this.storedQr);
    if (!symbol) return this.add('[?QR]', false, true);
    const dots = this.moduleDots;
    const left = this.leftOf(symbol.size * dots);
    for (let row = 0; row < symbol.size; row++) {
      this.bars.push(
        ...barsOf(symbol.size, (column) => symbol.isDark(row, column), left, this.y + row * dots, dots),
      );
    }
    this.y += symbol.size * dots;
    this.text.push(`[QR ${this.storedQr}]`);
  }

  private raster({ bytesPerRow, rows, data }: Extract<Command, { kind: 'raster' }>): void {
    if (this.line.length > 0) this.endLine();
    const left = this.leftOf(bytesPerRow * 8);
    for (let row = 0; row < rows; row++) {
      const isDark = (x: number): boolean =>
        ((data[row * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      this.bars.push(...barsOf(bytesPerRow * 8, isDark, left, this.y + row, 1));
    }
    this.y += rows;
    this.text.push(`[image ${bytesPerRow * 8} x ${rows}]`);
  }

  private cut(): void {
    if (this.line.length > 0) this.endLine();
    this.cuts.push(this.y);
    this.text.push('- - - cut - - -');
  }

  /** A line without its line feed stays in the printer's buffer: it is drawn, but reported. */
  finish(length: number): Drawing {
    if (this.line.length > 0) {
      this.unknown.push({ at: length, hex: '' });
      this.add('[?no line feed]', false, true);
      this.endLine();
    }
    const { widthDots, runs, bars, cuts, unknown } = this;
    return { widthDots, heightDots: this.y, runs, bars, cuts, unknown, text: `${this.text.join('\n')}\n` };
  }
}

/** The symbol a printer would print; it prints none when nothing, or too much, was stored. */
function symbolOf(text: string | undefined): QrSymbol | undefined {
  try {
    return text === undefined || text === '' ? undefined : qrSymbol(text);
  } catch (error) {
    // The library refuses by throwing an Error when the data is beyond version 40.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function widthOf(cells: readonly Cell[]): number {
  let dots = 0;
  for (const cell of cells) {
    dots += [...cell.text].length * CELL.width * (cell.isWide ? 2 : 1) * cell.widthScale;
  }
  return dots;
}

function isSameStyle(a: Cell, b: Cell): boolean {
  return (
    a.isWide === b.isWide &&
    a.isUnknown === b.isUnknown &&
    a.isBold === b.isBold &&
    a.widthScale === b.widthScale &&
    a.heightScale === b.heightScale
  );
}

/** The dark stretches of one row as bars. */
function barsOf(
  count: number,
  isDark: (at: number) => boolean,
  left: number,
  y: number,
  dots: number,
): Bar[] {
  const bars: Bar[] = [];
  for (let at = 0; at < count; at++) {
    if (!isDark(at)) continue;
    const from = at;
    while (at + 1 < count && isDark(at + 1)) at++;
    bars.push({ x: left + from * dots, y, width: (at + 1 - from) * dots, height: dots });
  }
  return bars;
}
