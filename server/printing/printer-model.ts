import type { KanjiSet } from './columns.ts';

/**
 * What a printer can do. Lengths are dots at 203 dpi (8 dots per millimetre); a column is 12 dots.
 *
 * Decision: text has no raster fallback. Drawing Chinese on the server needs a bitmap font of some 20,000
 * glyphs; where a printer's font lacks a character, □ is printed in its place (`columns.ts`). The QR code,
 * which needs no font, does have a raster form.
 */
export type PrinterModel = {
  readonly widthMm: 58 | 80;
  /** Columns of 12 dots on a line: dots / 12. */
  readonly columns: number;
  readonly dots: number;
  /** What the built-in Chinese font holds. */
  readonly kanji: KanjiSet;
  /** `native`: GS ( k; `raster`: drawn as an image (GS v 0) for printers without QR support. */
  readonly qr: 'native' | 'raster';
  /** Whether there is a cutter; without one the slip is fed past the tear bar. */
  readonly cut: boolean;
  /** ESC t number of the table used when there is no Chinese font (0 = PC437). */
  readonly codePage: number;
};

const narrow = { widthMm: 58, columns: 32, dots: 384, codePage: 0 } as const;
const wide = { widthMm: 80, columns: 48, dots: 576, codePage: 0 } as const;

/** Known kinds of printer, by the name used in the hall's configuration. */
export const printerModels = {
  /** 58 mm kiosk printer with cutter and a GB18030 font. */
  'kiosk-58': { ...narrow, kanji: 'gb18030', qr: 'native', cut: true },
  /** 80 mm kiosk printer with cutter and a GB18030 font. */
  'kiosk-80': { ...wide, kanji: 'gb18030', qr: 'native', cut: true },
  /** Older 58 mm printer: GBK font, no QR command, tear bar. */
  'basic-58': { ...narrow, kanji: 'gbk', qr: 'raster', cut: false },
  /** Older 80 mm printer: GBK font, no QR command, cutter. */
  'basic-80': { ...wide, kanji: 'gbk', qr: 'raster', cut: true },
  /** 80 mm printer sold outside China: no Chinese font; use it for English slips only. */
  'latin-80': { ...wide, kanji: 'none', qr: 'native', cut: true },
} as const satisfies Record<string, PrinterModel>;

export type PrinterModelName = keyof typeof printerModels;
